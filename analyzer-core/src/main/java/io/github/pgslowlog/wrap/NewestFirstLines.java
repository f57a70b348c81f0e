package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.ByteAccumulator;
import io.github.pgslowlog.bytes.DerivedLines;
import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.diagnostics.SkipReason;
import io.github.pgslowlog.json.JsonFieldReader;
import io.github.pgslowlog.json.JsonType;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Turns entries round that come newest first, which the first two times that differ tell.
 *
 * <p>The order matters because continuation lines are entries of their own. What is over the bound
 * is turned round in blocks; where two blocks meet, a message may be torn, and a skip says so.
 * Entries that come oldest first are handed on in place.
 */
final class NewestFirstLines extends DerivedLines {
  /** An export of some ten thousand entries is below; it has to be in memory as a whole. */
  static final int MAX_BYTES = 64 << 20;

  /** A multi-line statement's entries may all have the same time. */
  private static final int MAX_PROBED = 1000;

  /** What an entry takes besides its bytes. */
  private static final int ENTRY_BYTES = 64;

  private final Lines objects;
  private final PeelSource source;
  private final int maxBytes;
  private final JsonFieldReader fields = new JsonFieldReader("timestamp");
  private final Deque<Entry> buffered = new ArrayDeque<>();
  private boolean probed;
  private boolean newestFirst;
  private @Nullable Entry ahead;

  private record Entry(ByteAccumulator bytes, boolean cut, long line, long offset, long stream) {}

  NewestFirstLines(PeelSource source) {
    this(source, MAX_BYTES);
  }

  NewestFirstLines(PeelSource source, int maxBytes) {
    this.objects = source.objects();
    this.source = source;
    this.maxBytes = maxBytes;
  }

  @Override
  public boolean next() throws IOException {
    if (!probed) {
      probed = true;
      probe();
    }
    if (newestFirst && buffered.isEmpty()) {
      fill(0);
    }
    Entry entry = newestFirst ? buffered.pollLast() : buffered.pollFirst();
    if (entry != null) {
      place(entry.line, entry.offset, entry.stream);
      return hand(Part.LINE, entry.bytes.array(), 0, entry.bytes.length(), entry.cut);
    }
    return !newestFirst && objects.next() && pass(objects);
  }

  /** Reads up to the first two times that differ. */
  private void probe() throws IOException {
    byte[] first = {};
    int bytes = 0;
    while (buffered.size() < MAX_PROBED && bytes < maxBytes && objects.next()) {
      Entry entry = copy();
      buffered.addLast(entry);
      bytes += entry.bytes.length() + ENTRY_BYTES;
      byte[] time = time();
      if (first.length > 0 && time.length > 0 && !Arrays.equals(first, time)) {
        newestFirst = compare(first, time) > 0;
        break;
      }
      first = time.length > 0 ? time : first;
    }
    if (newestFirst) {
      fill(bytes);
    }
  }

  private void fill(int before) throws IOException {
    int bytes = before;
    if (ahead != null) {
      buffered.addLast(ahead);
      bytes += ahead.bytes.length() + ENTRY_BYTES;
      ahead = null;
    }
    while (objects.next()) {
      Entry entry = copy();
      bytes += entry.bytes.length() + ENTRY_BYTES;
      if (bytes > maxBytes) {
        ahead = entry;
        skipSeam(entry);
        return;
      }
      buffered.addLast(entry);
    }
  }

  private void skipSeam(Entry entry) {
    Location seam = new Location(source.file(), entry.line, entry.offset);
    source.skips().skip(new Skip(SkipReason.OVERSIZED, seam, 0));
  }

  private Entry copy() {
    ByteAccumulator bytes = new ByteAccumulator();
    bytes.append(objects.buffer(), objects.start(), objects.end());
    return new Entry(bytes, objects.cut(), objects.line(), objects.offset(), objects.stream());
  }

  private byte[] time() {
    fields.read(objects.buffer(), objects.start(), objects.end());
    return fields.type(0) == JsonType.STRING
        ? Arrays.copyOfRange(fields.buffer(), fields.from(0), fields.to(0))
        : new byte[0];
  }

  /** RFC 3339 in UTC: the order of the bytes, but that a fraction may be shorter or missing. */
  private static int compare(byte[] a, byte[] b) {
    int mismatch = Arrays.mismatch(a, b);
    int left = digit(a, mismatch);
    return Integer.compare(left, digit(b, mismatch));
  }

  private static int digit(byte[] time, int index) {
    boolean digit = index < time.length && time[index] >= '0' && time[index] <= '9';
    boolean point = index < time.length && time[index] == '.';
    return digit ? time[index] : point ? '0' - 1 : '0' - 2;
  }
}
