package io.github.pgslowlog.wrap;

/**
 * Reads the number that the server puts before each piece of a message for syslog: {@code [8-2] }
 * (message 8 of the process, piece 2), {@code [2] } (only one of the two). Heroku puts the name of
 * the database before it: {@code [GREEN] [8-2] }. Hot path: mutable, reused.
 *
 * <p>Source: write_syslog() in elog.c.
 */
final class ChunkNumber {
  private long first;
  private long second;
  private int end;

  /** Reads a number at the start of a range. */
  boolean read(byte[] buffer, int from, int to) {
    return number(buffer, from, to) || number(buffer, nameEnd(buffer, from, to), to);
  }

  private boolean number(byte[] buffer, int from, int to) {
    if (!Chars.at(buffer, from, to, '[')) {
      return false;
    }
    int at = Chars.digitsEnd(buffer, from + 1, to);
    first = Chars.number(buffer, from + 1, at);
    second = -1;
    if (Chars.at(buffer, at, to, '-')) {
      int secondFrom = at + 1;
      at = Chars.digitsEnd(buffer, secondFrom, to);
      second = Chars.number(buffer, secondFrom, at);
      if (second < 1) {
        return false;
      }
    }
    if (first < 0 || !Chars.at(buffer, at, to, ']')) {
      return false;
    }
    end = Math.min(to, at + 2);
    return at + 1 == to || buffer[at + 1] == ' ';
  }

  /** Behind {@code [GREEN] }. */
  private static int nameEnd(byte[] buffer, int from, int to) {
    if (from + 1 >= to || buffer[from] != '[' || !Chars.isLetter(buffer[from + 1])) {
      return to;
    }
    int at = from + 1;
    while (at < to && isNamePart(buffer[at])) {
      at++;
    }
    return Chars.at(buffer, at, to, ']') && Chars.at(buffer, at + 1, to, ' ') ? at + 2 : to;
  }

  private static boolean isNamePart(byte b) {
    return Chars.isLetter(b) || Chars.isDigit(b) || b == '_' || b == '-';
  }

  /** Whether message and piece are both shown. */
  boolean isPair() {
    return second >= 0;
  }

  /** The first or only number. */
  long first() {
    return first;
  }

  /** The number of the piece, from 1; only of a pair. */
  long piece() {
    return second;
  }

  /** Index of the text behind. */
  int end() {
    return end;
  }
}
