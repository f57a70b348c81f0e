package io.github.pgslowlog.fingerprint;

/**
 * 128 bits that name a pattern: a hash of its canonical text.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record Fingerprint(long high, long low) implements Comparable<Fingerprint> {
  private static final int DIGITS = 32;

  /**
   * Reads a fingerprint.
   *
   * @param text 32 hexadecimal digits
   * @return the fingerprint that is written so
   * @throws IllegalArgumentException when it is something else
   */
  public static Fingerprint parse(String text) {
    if (text.length() != DIGITS || text.charAt(0) == '+' || text.charAt(DIGITS / 2) == '+') {
      throw new IllegalArgumentException(text + " has not 32 hexadecimal digits");
    }
    return new Fingerprint(
        Long.parseUnsignedLong(text, 0, DIGITS / 2, 16),
        Long.parseUnsignedLong(text, DIGITS / 2, DIGITS, 16));
  }

  @Override
  public int compareTo(Fingerprint other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  /** Written out, as the next one: what Java makes itself costs a start 10 ms. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint that && high == that.high && low == that.low;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(high) + Long.hashCode(low);
  }

  /** 32 hexadecimal digits. */
  @Override
  public String toString() {
    return hex(high) + hex(low);
  }

  private static String hex(long bits) {
    String digits = Long.toHexString(bits);
    return "0".repeat(16 - digits.length()) + digits;
  }
}
