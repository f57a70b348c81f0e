package io.github.pgslowlog.bytes;

/** Marks of bytes in a {@code long}: 0x80 in place of each byte that is meant, 0 elsewhere. */
public final class ByteMarks {
  private static final long ONES = 0x0101010101010101L;
  private static final long ALL = 0x8080808080808080L;

  private ByteMarks() {}

  /**
   * How many bytes stand before the first marked one. {@link Long#numberOfTrailingZeros} would do,
   * but is slow until the optimizing compiler has seen it. Hot path.
   *
   * @param marks the marks, nothing else
   * @return 0 to 7, 8 if no byte is marked
   */
  public static int before(long marks) {
    return (int) (((marks - 1 & ~marks & ALL) >>> 7) * ONES >>> 56);
  }
}
