package io.github.pgslowlog.source;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One 512-byte header of a tar archive.
 *
 * <p>Layout: POSIX {@code ustar} with the extensions of GNU tar (base-256 sizes, long names).
 */
@SuppressWarnings("ArrayRecordComponent")
record TarHeader(byte[] block) {
  static final int BYTES = 512;

  private static final int NAME_BYTES = 100;
  private static final int SIZE = 124;
  private static final int NUMBER_BYTES = 12;
  private static final int CHECKSUM = 148;
  private static final int CHECKSUM_BYTES = 8;
  private static final int TYPE = 156;
  private static final int MAGIC = 257;
  private static final int PREFIX = 345;
  private static final int PREFIX_BYTES = 155;
  private static final byte[] USTAR = "ustar".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] POSIX = {'u', 's', 't', 'a', 'r', 0};

  /** Whether a file that starts like this is a tar archive. */
  static boolean isHeader(Slice head) {
    if (head.length() < BYTES) {
      return false;
    }
    return head.between(MAGIC, BYTES).startsWith(USTAR)
        || new TarHeader(Arrays.copyOfRange(head.array(), head.from(), head.from() + BYTES))
            .isValid();
  }

  /** Whether the checksum is right; old writers summed signed bytes. */
  boolean isValid() {
    long expected = number(CHECKSUM, CHECKSUM_BYTES);
    long unsigned = 0;
    long signed = 0;
    for (int i = 0; i < BYTES; i++) {
      byte b = i >= CHECKSUM && i < CHECKSUM + CHECKSUM_BYTES ? (byte) ' ' : block[i];
      unsigned += b & 0xff;
      signed += b;
    }
    return expected == unsigned || expected == signed;
  }

  boolean isZero() {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  char type() {
    return (char) (block[TYPE] & 0xff);
  }

  /** Bytes of content behind the header, -1 if the field is not a number. */
  long size() {
    return number(SIZE, NUMBER_BYTES);
  }

  String name() {
    String name = text(0, NAME_BYTES);
    boolean posix = Slice.of(block, MAGIC, BYTES).startsWith(POSIX);
    String prefix = posix ? text(PREFIX, PREFIX_BYTES) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private String text(int from, int length) {
    int end = from;
    while (end < from + length && block[end] != 0) {
      end++;
    }
    return new String(block, from, end - from, StandardCharsets.UTF_8);
  }

  private long number(int from, int length) {
    return (block[from] & 0x80) != 0 ? binary(from, length) : octal(from, length);
  }

  /** GNU tar writes sizes from 8 GiB as big-endian bytes behind a set first bit. */
  private long binary(int from, int length) {
    long value = block[from] & 0x7f;
    for (int i = from + 1; i < from + length; i++) {
      if (value > Long.MAX_VALUE >> 8) {
        return -1;
      }
      value = value << 8 | block[i] & 0xff;
    }
    return value;
  }

  private long octal(int from, int length) {
    long value = 0;
    boolean digits = false;
    for (int i = from; i < from + length; i++) {
      byte b = block[i];
      if (b >= '0' && b <= '7') {
        value = value << 3 | b - '0';
        digits = true;
      } else if (b != ' ' && b != 0) {
        return -1;
      } else if (digits) {
        break;
      }
    }
    return digits ? value : -1;
  }
}
