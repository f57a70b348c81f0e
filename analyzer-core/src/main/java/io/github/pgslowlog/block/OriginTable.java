package io.github.pgslowlog.block;

import io.github.pgslowlog.bytes.StringInterner;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.decode.StderrDecoder;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Origins by the bytes of their fields: the same object for the same bytes while there is room. For
 * one thread.
 *
 * <p>A reader sets the fields in {@link #spans}, two indexes for each, and asks for the origin. Hot
 * path: the bytes are read as words of eight, of which hash and comparison are made; nothing is
 * allocated for an origin that is remembered. One long method on purpose: the compiler of the JVM
 * is done with it sooner than with what it would inline.
 */
final class OriginTable {
  static final int SESSION = 0;
  static final int PROCESS = 2;
  static final int USER = 4;
  static final int DATABASE = 6;
  static final int APPLICATION = 8;
  static final int HOST = 10;
  static final int QUERY = 12;

  private static final int SPANS = 14;

  /** A busy server has some hundreds of sessions at a time. */
  private static final int PLACES = 4096;

  /** Longer fields are read anew each time. */
  private static final int MAX_FIELD_BYTES = 255;

  private static final int MAX_WORDS = 1 + 7 * 32;
  private static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x9E3779B97F4A7C15L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /**
   * Where the fields of a message stand: at the index of a field its first byte, behind that the
   * index behind its last byte. A field that is absent has no length.
   */
  final int[] spans = new int[SPANS];

  private final boolean stderr;

  /** Users, databases and applications: few, and compared as objects by who counts them. */
  private final StringInterner names = new StringInterner();

  /** All others, lest these take the places of names as sessions come and go. */
  private final StringInterner passing = new StringInterner();

  private final @Nullable Place[] places = new Place[PLACES];
  private final long[] words = new long[MAX_WORDS];
  private final @Nullable String[] values = new String[SPANS / 2];

  @SuppressWarnings("ArrayRecordComponent")
  private record Place(long[] words, Origin origin) {}

  private OriginTable(boolean stderr) {
    this.stderr = stderr;
  }

  /** Origins as {@link StderrDecoder} makes them. */
  static OriginTable ofStderr() {
    return new OriginTable(true);
  }

  /** Origins as {@link io.github.pgslowlog.decode.RecordDecoder} makes them. */
  static OriginTable ofRecords() {
    return new OriginTable(false);
  }

  /** The origin whose fields stand in {@link #spans}. */
  Origin get(byte[] b) {
    int[] at = spans;
    long[] read = words;
    long lengths = 0;
    int count = 1;
    long hash = START;
    for (int field = 0; field + 1 < at.length; field += 2) {
      int from = at[field];
      int left = at[field + 1] - from;
      lengths <<= 8;
      if (left <= 0) {
        continue;
      }
      if (left > MAX_FIELD_BYTES) {
        return origin(b);
      }
      lengths |= left;
      while (left > Long.BYTES) {
        long word = (long) LONGS.get(b, from);
        read[count++] = word;
        hash = (hash ^ word) * PRIME;
        hash ^= hash >>> 32;
        from += Long.BYTES;
        left -= Long.BYTES;
      }
      long last = 0;
      if (from + Long.BYTES <= b.length) {
        last = (long) LONGS.get(b, from) & (-1L >>> (Long.SIZE - Byte.SIZE * left));
      } else {
        for (int i = from + left - 1; i >= from; i--) {
          last = last << 8 | b[i] & 0xff;
        }
      }
      read[count++] = last;
      hash = (hash ^ last) * PRIME;
      hash ^= hash >>> 32;
    }
    read[0] = lengths;
    hash = (hash ^ lengths) * PRIME;
    int index = (int) (hash >>> 48) & (PLACES - 1);
    Place place = places[index];
    if (place != null && place.words.length == count) {
      long[] known = place.words;
      int same = 0;
      while (same < count && known[same] == read[same]) {
        same++;
      }
      if (same == count) {
        return place.origin;
      }
    }
    Origin made = origin(b);
    places[index] = new Place(Arrays.copyOf(read, count), made);
    return made;
  }

  private Origin origin(byte[] b) {
    int[] at = spans;
    @Nullable String[] read = values;
    for (int i = 0; i < read.length; i++) {
      int from = at[2 * i];
      int to = at[2 * i + 1];
      boolean name = i >= USER / 2 && i <= APPLICATION / 2;
      read[i] = from < to ? (name ? names : passing).intern(b, from, to) : null;
    }
    String session = read[SESSION / 2];
    String process = read[PROCESS / 2];
    String application = read[APPLICATION / 2];
    String queryId = read[QUERY / 2];
    return new Origin(
        session,
        stderr && process == null ? StderrDecoder.processOf(session, -1) : process,
        read[USER / 2],
        read[DATABASE / 2],
        stderr ? StderrDecoder.application(application) : application,
        read[HOST / 2],
        "0".equals(queryId) ? null : queryId);
  }
}
