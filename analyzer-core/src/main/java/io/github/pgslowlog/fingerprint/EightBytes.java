package io.github.pgslowlog.fingerprint;

import io.github.pgslowlog.bytes.ByteMarks;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Eight bytes of text in a {@code long}, the first in its lowest byte, looked at all at once.
 *
 * <p>Hot path. A method that tests bytes returns a mark: 0x80 in place of each byte that passes, 0
 * in place of the others. The sums never carry from one byte into the next, since each byte is cut
 * to seven bits before.
 */
final class EightBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  static final long ALL = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;
  private static final long SEVEN_BITS = ~ALL;

  private EightBytes() {}

  /** The bytes from an index on; those from {@code end} on are 0. */
  static long at(byte[] bytes, int index, int end) {
    if (index + 8 <= end) {
      return (long) LONGS.get(bytes, index);
    }
    return tail(bytes, index, end);
  }

  /** The same where fewer than eight bytes are left. */
  private static long tail(byte[] bytes, int index, int end) {
    if (index + 8 <= bytes.length) {
      return first((long) LONGS.get(bytes, index), Math.max(0, end - index));
    }
    long value = 0;
    for (int i = end - 1; i >= index; i--) {
      value = value << 8 | bytes[i] & 0xff;
    }
    return value;
  }

  /** The first eight bytes of a word of ASCII. */
  static long of(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
    return at(bytes, 0, Math.min(8, bytes.length));
  }

  static void put(byte[] bytes, int index, long value) {
    LONGS.set(bytes, index, value);
  }

  /** Some of the first bytes, at most eight; the others become 0. */
  static long first(long bytes, int count) {
    return count >= 8 ? bytes : bytes & ~(-1L << (count << 3));
  }

  /** How many bytes stand before the first that is not marked. */
  static int markedFirst(long mark) {
    return ByteMarks.before(~mark & ALL);
  }

  /** How many bytes stand before the first marked one. */
  static int beforeMark(long mark) {
    return ByteMarks.before(mark);
  }

  /** Marks what a word may hold: letters, digits, underscores, dollars and bytes from 128 on. */
  static long wordParts(long bytes) {
    long low = bytes & SEVEN_BITS;
    return (plainParts(low | caseBit(low)) | equal(low, '$') | bytes) & ALL;
  }

  /** Marks lower-case letters, digits and underscores. */
  static long plainParts(long bytes) {
    long low = bytes & SEVEN_BITS;
    long letter = (low + (0x80 - 'a') * ONES) & ~(low + (0x7f - 'z') * ONES);
    long digit = (low + (0x80 - '0') * ONES) & ~(low + (0x7f - '9') * ONES);
    return (letter | digit | equal(low, '_')) & ALL & ~bytes;
  }

  /** The bytes with capital letters of ASCII in lower case. */
  static long lowerCase(long bytes) {
    return bytes | caseBit(bytes & SEVEN_BITS) & ~(bytes & ALL) >>> 2;
  }

  /** 0x20 in place of each capital letter. */
  private static long caseBit(long low) {
    return ((low + (0x80 - 'A') * ONES) & ~(low + (0x7f - 'Z') * ONES) & ALL) >>> 2;
  }

  /** Marks the bytes that are a character of ASCII. */
  static long equal(long bytes, char character) {
    long difference = bytes ^ character * ONES;
    return ~((difference & SEVEN_BITS) + SEVEN_BITS | difference) & ALL;
  }
}
