package io.github.pgslowlog.frame;

/**
 * Tells where a csvlog record starts: {@code TIME,user,database,pid,host:port,session,line,...}
 *
 * <p>The shape alone proves nothing, for a statement may hold a line of that shape. What proves it
 * is a quote. In a line that begins inside a quoted column every quote of the text is doubled, so
 * that quotes come in runs of even length; the first run of odd length closes the column, and
 * behind that the server writes a comma or ends the record. So if behind the first odd run of a
 * line there is anything else, the line does not begin inside a column: the odd run opens a column
 * of its own, most often the user name or the message.
 */
public final class RecordStart {
  /**
   * Where the proof must be found: the columns before the message, with names of 63 bytes and host
   * names of 255, are a fifth of it even if every byte is a doubled quote.
   */
  static final int MAX_HEAD_BYTES = 4096;

  private static final int SECONDS_BYTES = 19;
  private static final int MAX_FRACTION = 6;
  private static final int MAX_ZONE = 9;
  private static final byte[] DATE_TIME = {
    '0', '0', '0', '0', '-', '0', '0', '-', '0', '0', ' ', '0', '0', ':', '0', '0', ':', '0', '0'
  };

  /** What a column behind the time holds. */
  private enum Content {
    ANY,
    NUMBER,
    SESSION
  }

  /** User, database, process, remote host, session, line. */
  private static final Content[] COLUMNS = {
    Content.ANY, Content.ANY, Content.NUMBER, Content.ANY, Content.SESSION, Content.NUMBER
  };

  private RecordStart() {}

  /** Whether a line begins with a time and a comma. */
  static boolean hasTime(byte[] b, int from, int to) {
    int end = timeEnd(b, from, to);
    return end >= 0 && end < to && b[end] == ',';
  }

  /** Whether the line is what a cut leaves of a time. */
  static boolean isPieceOfTime(byte[] b, int from, int to) {
    int start = from < to && b[from] == '"' ? from + 1 : from;
    if (to - start >= SECONDS_BYTES) {
      return timeEnd(b, from, b[to - 1] == '.' ? to - 1 : to) >= to - 1;
    }
    return to > from && fitsTime(b, start, to);
  }

  /** Whether the first seven columns are what the server writes there. */
  static boolean hasShape(byte[] b, int from, int to) {
    int limit = limit(from, to);
    int end = timeEnd(b, from, limit);
    for (int column = 0; column < COLUMNS.length; column++) {
      if (end < 0 || end >= limit || b[end] != ',') {
        return false;
      }
      int start = end + 1;
      end = columnEnd(b, start, limit);
      if (end < 0 || !holds(COLUMNS[column], b, start, end)) {
        return false;
      }
    }
    return end < limit && b[end] == ',';
  }

  /**
   * Whether a word, a colon and two blanks stand where quotes would be around a text of the server:
   * {@code TIME,app,shop,41,[local],6b00e090.29,1,LOG: duration}.
   */
  static boolean hasLabel(byte[] b, int from, int to) {
    for (int i = from; i + 2 < limit(from, to); i++) {
      if (b[i] == '"') {
        return false;
      }
      if (b[i] == ':' && b[i + 1] == ' ' && b[i + 2] == ' ') {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells whether a record surely starts here, even where a column might be open. What is true of
   * the head of a line is true of the line.
   *
   * @param b holds the line
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return whether it does
   */
  public static boolean isSure(byte[] b, int from, int to) {
    return hasShape(b, from, to) && opensColumn(b, from, limit(from, to));
  }

  /** First index from {@code from} to before {@code behind} at which a record surely starts. */
  static int find(byte[] b, int from, int behind, int to) {
    for (int i = from; i < behind; i++) {
      if ((isDigit(b[i]) || b[i] == '"') && isSure(b, i, to)) {
        return i;
      }
    }
    return -1;
  }

  private static int limit(int from, int to) {
    return to - from > MAX_HEAD_BYTES ? from + MAX_HEAD_BYTES : to;
  }

  private static boolean opensColumn(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      int run = i;
      while (i < to && b[i] == '"') {
        i++;
      }
      if ((i - run) % 2 == 1) {
        return i < to && b[i] != ',' && b[i] != '\r';
      }
    }
    return false;
  }

  /** Index behind a time and the quotes around it, or -1. */
  private static int timeEnd(byte[] b, int from, int to) {
    boolean quoted = from < to && b[from] == '"';
    int i = quoted ? from + 1 : from;
    if (to - i < SECONDS_BYTES || !fitsTime(b, i, i + SECONDS_BYTES)) {
      return -1;
    }
    i += SECONDS_BYTES;
    if (i < to && b[i] == '.') {
      int fraction = i + 1;
      i = digitsEnd(b, fraction, to);
      if (i == fraction || i - fraction > MAX_FRACTION) {
        return -1;
      }
    }
    i = zoneEnd(b, i, to);
    if (!quoted) {
      return i;
    }
    return i >= 0 && i < to && b[i] == '"' ? i + 1 : -1;
  }

  private static boolean fitsTime(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      byte expected = DATE_TIME[i - from];
      boolean fits = expected == '0' ? isDigit(b[i]) : b[i] == expected || isT(expected, b[i]);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** Some exports write {@code 2026-05-16T05:11:50}. */
  private static boolean isT(byte expected, byte value) {
    return expected == ' ' && value == 'T';
  }

  /** {@code UTC}, {@code -03}, {@code +00:00} or nothing. */
  private static int zoneEnd(byte[] b, int from, int to) {
    int start = from < to && b[from] == ' ' ? from + 1 : from;
    int i = start;
    if (i < to && (b[i] == '+' || b[i] == '-')) {
      do {
        i++;
      } while (i < to && (isDigit(b[i]) || b[i] == ':'));
    } else {
      while (i < to && isLetter(b[i])) {
        i++;
      }
    }
    return i - start > MAX_ZONE ? -1 : i;
  }

  /** Index of the comma behind a column, or -1. */
  private static int columnEnd(byte[] b, int from, int to) {
    int i = from;
    if (i < to && b[i] == '"') {
      i++;
      while (i < to && (b[i] != '"' || (i + 1 < to && b[i + 1] == '"'))) {
        i += b[i] == '"' ? 2 : 1;
      }
      return i < to ? i + 1 : -1;
    }
    while (i < to && b[i] != ',') {
      if (b[i] == '"') {
        return -1;
      }
      i++;
    }
    return i;
  }

  private static boolean holds(Content content, byte[] b, int from, int to) {
    boolean quoted = from < to && b[from] == '"';
    int start = quoted ? from + 1 : from;
    int end = quoted ? to - 1 : to;
    return switch (content) {
      case ANY -> true;
      case NUMBER -> isNumber(b, start, end);
      case SESSION -> isSession(b, start, end);
    };
  }

  /**
   * Tells whether a column holds a number.
   *
   * @param b holds the column
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return whether it is digits
   */
  public static boolean isNumber(byte[] b, int from, int to) {
    return from < to && digitsEnd(b, from, to) == to;
  }

  /**
   * Tells whether a column holds a session id.
   *
   * @param b holds the column
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return whether it is like {@code 6b00deaf.60d}
   */
  public static boolean isSession(byte[] b, int from, int to) {
    int dot = hexEnd(b, from, to);
    return dot > from && dot + 1 < to && b[dot] == '.' && hexEnd(b, dot + 1, to) == to;
  }

  private static int hexEnd(byte[] b, int from, int to) {
    int i = from;
    while (i < to && (isDigit(b[i]) || (b[i] >= 'a' && b[i] <= 'f'))) {
      i++;
    }
    return i;
  }

  private static int digitsEnd(byte[] b, int from, int to) {
    int i = from;
    while (i < to && isDigit(b[i])) {
      i++;
    }
    return i;
  }

  static boolean isDigit(byte value) {
    return value >= '0' && value <= '9';
  }

  private static boolean isLetter(byte value) {
    int lower = value | 0x20;
    return lower >= 'a' && lower <= 'z';
  }
}
