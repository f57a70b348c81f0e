package io.github.pgslowlog.prefix;

/**
 * Reads one value of fixed syntax from the head of a line.
 *
 * <p>Hot path: plain loops over bytes, no allocation. Every method returns the index behind the
 * value, or {@link #NO_MATCH}.
 */
final class FieldScanner {
  static final int NO_MATCH = -1;
  private static final int SECONDS_LENGTH = "2026-11-20 09:00:03".length();
  private static final int MAX_ZONE_LETTERS = 6;

  private FieldScanner() {}

  static int scan(FieldSyntax syntax, byte[] b, int from, int to) {
    return switch (syntax) {
      case SECONDS -> seconds(b, from, to);
      case MILLISECONDS -> milliseconds(b, from, to);
      case EPOCH -> epoch(b, from, to);
      case DIGITS -> digits(b, from, to);
      case OPTIONAL_DIGITS -> skipDigits(b, from, to);
      case SIGNED -> digits(b, from < to && b[from] == '-' ? from + 1 : from, to);
      case SQLSTATE -> sqlState(b, from, to);
      case SESSION -> session(b, from, to);
      case VIRTUAL_TRANSACTION -> virtualTransaction(b, from, to);
      case REMOTE, WORD, TEXT ->
          throw new IllegalArgumentException(syntax + " has no end of its own");
    };
  }

  /** Whether a text of no fixed syntax may end here. */
  static boolean mayBe(FieldSyntax syntax, byte[] b, int from, int to) {
    return switch (syntax) {
      case REMOTE -> from == to || b[to - 1] == ']' || endsInPort(b, from, to);
      case WORD -> from == to || b[to - 1] != ' ';
      default -> true;
    };
  }

  /** Colons stand in IPv6 addresses only, with nothing but digits around them. */
  static boolean mayBeHost(byte[] b, int from, int to) {
    boolean colon = false;
    boolean hex = true;
    for (int i = from; i < to && b[i] != '%'; i++) {
      int lower = b[i] | 0x20;
      colon |= b[i] == ':';
      hex &= b[i] == ':' || b[i] == '.' || isDigit(b[i]) || (lower >= 'a' && lower <= 'f');
    }
    return hex || !colon;
  }

  private static boolean endsInPort(byte[] b, int from, int to) {
    int i = to - 1;
    if (b[i] != ')') {
      return false;
    }
    do {
      i--;
    } while (i > from && isDigit(b[i]));
    return i < to - 2 && b[i] == '(';
  }

  private static int seconds(byte[] b, int from, int to) {
    int end = dateTime(b, from, to);
    return end == NO_MATCH ? NO_MATCH : zone(b, end, to);
  }

  private static int milliseconds(byte[] b, int from, int to) {
    int end = dateTime(b, from, to);
    if (end == NO_MATCH || end + 4 > to || b[end] != '.' || !allDigits(b, end + 1, end + 4)) {
      return NO_MATCH;
    }
    return zone(b, end + 4, to);
  }

  private static int dateTime(byte[] b, int from, int to) {
    int end = from + SECONDS_LENGTH;
    boolean fits =
        end <= to
            && b[from + 4] == '-'
            && b[from + 7] == '-'
            && b[from + 10] == ' '
            && b[from + 13] == ':'
            && b[from + 16] == ':'
            && allDigits(b, from, from + 4)
            && allDigits(b, from + 5, from + 7)
            && allDigits(b, from + 8, from + 10)
            && allDigits(b, from + 11, from + 13)
            && allDigits(b, from + 14, from + 16)
            && allDigits(b, from + 17, end);
    return fits ? end : NO_MATCH;
  }

  /** A space and {@code CET}, {@code -03} or {@code +0545}. */
  private static int zone(byte[] b, int from, int to) {
    if (from + 1 >= to || b[from] != ' ') {
      return NO_MATCH;
    }
    int start = from + 1;
    if (b[start] == '+' || b[start] == '-') {
      int end = skipDigits(b, start + 1, Math.min(to, start + 7));
      return end >= start + 3 ? end : NO_MATCH;
    }
    int end = start;
    while (end < to && end < start + MAX_ZONE_LETTERS && isLetter(b[end])) {
      end++;
    }
    return end > start ? end : NO_MATCH;
  }

  private static int epoch(byte[] b, int from, int to) {
    int dot = digits(b, from, to);
    boolean fits =
        dot != NO_MATCH && dot + 4 <= to && b[dot] == '.' && allDigits(b, dot + 1, dot + 4);
    return fits ? dot + 4 : NO_MATCH;
  }

  private static int session(byte[] b, int from, int to) {
    int dot = skipHex(b, from, to);
    if (dot == from || dot >= to || b[dot] != '.') {
      return NO_MATCH;
    }
    int end = skipHex(b, dot + 1, to);
    return end > dot + 1 ? end : NO_MATCH;
  }

  private static int virtualTransaction(byte[] b, int from, int to) {
    int slash = skipDigits(b, from < to && b[from] == '-' ? from + 1 : from, to);
    if (slash == from || slash >= to || b[slash] != '/') {
      return from;
    }
    int end = skipDigits(b, slash + 1, to);
    return end > slash + 1 ? end : from;
  }

  private static int sqlState(byte[] b, int from, int to) {
    int end = from + 5;
    if (end > to) {
      return NO_MATCH;
    }
    for (int i = from; i < end; i++) {
      if (!isDigit(b[i]) && (b[i] < 'A' || b[i] > 'Z')) {
        return NO_MATCH;
      }
    }
    return end;
  }

  private static int digits(byte[] b, int from, int to) {
    int end = skipDigits(b, from, to);
    return end > from ? end : NO_MATCH;
  }

  private static int skipDigits(byte[] b, int from, int to) {
    int i = from;
    while (i < to && isDigit(b[i])) {
      i++;
    }
    return i;
  }

  private static int skipHex(byte[] b, int from, int to) {
    int i = from;
    while (i < to && (isDigit(b[i]) || (b[i] >= 'a' && b[i] <= 'f'))) {
      i++;
    }
    return i;
  }

  private static boolean allDigits(byte[] b, int from, int to) {
    return skipDigits(b, from, to) == to;
  }

  private static boolean isDigit(byte value) {
    return value >= '0' && value <= '9';
  }

  private static boolean isLetter(byte value) {
    int lower = value | 0x20;
    return lower >= 'a' && lower <= 'z';
  }
}
