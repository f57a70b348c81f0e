package io.github.pgslowlog.wrap;

/** Reads the small words and numbers that headers are made of. */
final class Chars {
  /** Longer numbers are no pid, no count and no chunk number. */
  static final int MAX_DIGITS = 18;

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Chars() {}

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  static boolean isLetter(byte b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
  }

  /** Whether a byte stands at an index. */
  static boolean at(byte[] buffer, int index, int to, char wanted) {
    return index < to && buffer[index] == wanted;
  }

  /** Index behind the digits from an index on. */
  static int digitsEnd(byte[] buffer, int from, int to) {
    int at = from;
    while (at < to && isDigit(buffer[at])) {
      at++;
    }
    return at;
  }

  /** The number of a range of digits; -1 if it is empty, too long or holds something else. */
  static long number(byte[] buffer, int from, int to) {
    if (from >= to || to - from > MAX_DIGITS || digitsEnd(buffer, from, to) < to) {
      return -1;
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + (buffer[i] - '0');
    }
    return number;
  }

  /** Index of a byte, or {@code to}. */
  static int find(byte[] buffer, int from, int to, char wanted) {
    int at = from;
    while (at < to && buffer[at] != wanted) {
      at++;
    }
    return at;
  }

  /** Whether a word, in lower case, occurs in a range; upper case in the range counts as lower. */
  static boolean containsIgnoreCase(byte[] buffer, int from, int to, byte[] word) {
    for (int start = from; start + word.length <= to; start++) {
      int i = 0;
      while (i < word.length && lower(buffer[start + i]) == word[i]) {
        i++;
      }
      if (i == word.length) {
        return true;
      }
    }
    return false;
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }

  /** A hash that never is 0 (FNV-1a), to be gone on with over several ranges. */
  static long hash(long seed, byte[] buffer, int from, int to) {
    long hash = seed == 0 ? FNV_OFFSET : seed;
    for (int i = from; i < to; i++) {
      hash = (hash ^ (buffer[i] & 0xff)) * FNV_PRIME;
    }
    hash = (hash ^ 0x100) * FNV_PRIME;
    return hash == 0 ? 1 : hash;
  }
}
