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
 * allocated for an origin that is remembered.
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
  private final StringInterner names = new StringInterner();
  private final @Nullable Place[] places = new Place[PLACES];
  private final long[] words = new long[MAX_WORDS];

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
    long lengths = 0;
    int count = 1;
    long hash = START;
    for (int field = 0; field < SPANS; field += 2) {
      int from = at[field];
      int length = at[field + 1] - from;
      lengths <<= 8;
      if (length <= 0) {
        continue;
      }
      if (length > MAX_FIELD_BYTES) {
        return origin(b);
      }
      lengths |= length;
      for (; length >= Long.BYTES; length -= Long.BYTES, from += Long.BYTES) {
        long word = (long) LONGS.get(b, from);
        words[count++] = word;
        hash = (hash ^ word) * PRIME;
        hash ^= hash >>> 32;
      }
      if (length > 0) {
        long word = tail(b, from, length);
        words[count++] = word;
        hash = (hash ^ word) * PRIME;
        hash ^= hash >>> 32;
      }
    }
    words[0] = lengths;
    hash = (hash ^ lengths) * PRIME;
    int index = (int) (hash >>> 48) & (PLACES - 1);
    Place place = places[index];
    if (place != null && Arrays.equals(place.words, 0, place.words.length, words, 0, count)) {
      return place.origin;
    }
    Origin made = origin(b);
    places[index] = new Place(Arrays.copyOf(words, count), made);
    return made;
  }

  /** Up to seven bytes; the others are zero. */
  private static long tail(byte[] b, int from, int length) {
    if (from + Long.BYTES <= b.length) {
      return (long) LONGS.get(b, from) & (-1L >>> (Long.SIZE - Byte.SIZE * length));
    }
    long word = 0;
    for (int i = from + length - 1; i >= from; i--) {
      word = word << 8 | b[i] & 0xff;
    }
    return word;
  }

  private Origin origin(byte[] b) {
    String session = name(b, SESSION);
    String process = name(b, PROCESS);
    String application = name(b, APPLICATION);
    String queryId = name(b, QUERY);
    return new Origin(
        session,
        stderr && process == null ? StderrDecoder.processOf(session, -1) : process,
        name(b, USER),
        name(b, DATABASE),
        stderr ? StderrDecoder.application(application) : application,
        name(b, HOST),
        "0".equals(queryId) ? null : queryId);
  }

  private @Nullable String name(byte[] b, int field) {
    return spans[field] < spans[field + 1] ? names.intern(b, spans[field], spans[field + 1]) : null;
  }
}
