package io.github.pgslowlog.fingerprint;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Where what fills a hole of a template ends: by the rules of {@link SqlScanner}, which is asked
 * itself for all that is not plain.
 *
 * <p>Hot path: no allocation, eight bytes at a time. For one thread.
 */
final class Holes {
  /** No hole. */
  static final byte NONE = 0;

  /** A number that starts with a digit. */
  static final byte NUMBER = 1;

  /** The rest of {@code '...'} behind the quote that opens it. */
  static final byte STRING = 2;

  /** The rest of {@code E'...'} behind the quote. */
  static final byte ESCAPES = 3;

  /** The rest of any other string; the detail is how many bytes of it stand before the hole. */
  static final byte OTHER_STRING = 4;

  /** The rest of a block comment behind its first two bytes. */
  static final byte BLOCK_COMMENT = 5;

  /** The rest of a line comment. */
  static final byte LINE_COMMENT = 6;

  /** One or more literals with commas between, and white space anywhere. */
  static final byte LIST = 7;

  /** One or more rows of literals with commas between; the detail is how many each has. */
  static final byte ROWS = 8;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long ALL = EightBytes.ALL;
  private static final long ZEROS = '0' * ONES;
  private static final long NINE = (0x7f - 9) * ONES;
  private static final long QUOTES = '\'' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;
  private static final long SLASHES = '/' * ONES;

  private static final long NULL = EightBytes.of("null");
  private static final long TRUE = EightBytes.of("true");
  private static final long FALSE = EightBytes.of("false");

  private final SqlScanner scanner = new SqlScanner();

  /** How many literals the list read last has. */
  private int listed;

  /** Index behind what fills a hole at an index, -1 if nothing there does. */
  int end(byte hole, int detail, byte[] sql, int at, int to) {
    return switch (hole) {
      case NUMBER -> number(sql, at, to);
      case STRING -> string(sql, at, to);
      case LIST -> list(sql, at, to);
      case ROWS -> rows(detail, sql, at, to);
      case BLOCK_COMMENT -> blockComment(sql, at, to);
      default -> rare(hole, detail, sql, at, to);
    };
  }

  private int rare(byte hole, int detail, byte[] sql, int at, int to) {
    return switch (hole) {
      case ESCAPES -> escapes(sql, at, to);
      case OTHER_STRING -> scanned(TokenKind.STRING, sql, at - detail, to);
      case LINE_COMMENT -> scanned(TokenKind.COMMENT, sql, at - 2, to);
      default -> -1;
    };
  }

  /** The end of a token by the scanner, -1 if it is of another kind. */
  private int scanned(TokenKind kind, byte[] sql, int from, int to) {
    scanner.reset(sql, from, to);
    return scanner.next() == kind ? scanner.end() : -1;
  }

  // --- numbers

  private int number(byte[] sql, int at, int to) {
    int i = digitsEnd(sql, at, to);
    if (i == at) {
      return -1;
    }
    if (i + 1 < to && sql[i] == '.') {
      int fraction = digitsEnd(sql, i + 1, to);
      i = fraction > i + 1 ? fraction : i;
    }
    return i < to && mayGoOn(sql[i]) ? scanned(TokenKind.NUMBER, sql, at, to) : i;
  }

  /** Whether a byte behind digits may belong to the number. */
  private static boolean mayGoOn(byte b) {
    return b == '.' || b == '_' || (b | 0x20) >= 'a';
  }

  private static int digitsEnd(byte[] sql, int from, int to) {
    int i = from;
    while (i + 8 <= to) {
      // A sum may carry only behind the first byte that is no digit.
      long digits = (long) LONGS.get(sql, i) ^ ZEROS;
      long others = (digits + NINE | digits) & ALL;
      if (others != 0) {
        return i + EightBytes.beforeMark(others);
      }
      i += 8;
    }
    while (i < to && sql[i] >= '0' && sql[i] <= '9') {
      i++;
    }
    return i;
  }

  // --- strings

  private int string(byte[] sql, int at, int to) {
    int i = at;
    while (i + 8 <= to) {
      long quotes = zeros((long) LONGS.get(sql, i) ^ QUOTES);
      if (quotes != 0) {
        return behindQuote(1, sql, i + EightBytes.beforeMark(quotes), at, to);
      }
      i += 8;
    }
    while (i < to && sql[i] != '\'') {
      i++;
    }
    return i < to ? behindQuote(1, sql, i, at, to) : to;
  }

  private int escapes(byte[] sql, int at, int to) {
    int i = at;
    while (i < to) {
      long eight = EightBytes.at(sql, i, to);
      long marks = zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES);
      if (marks != 0) {
        i += EightBytes.beforeMark(marks);
        return sql[i] == '\''
            ? behindQuote(2, sql, i, at, to)
            : scanned(TokenKind.STRING, sql, at - 2, to);
      }
      i += 8;
    }
    return to;
  }

  /** Marks the bytes that are 0; only the first mark is sure. */
  private static long zeros(long bytes) {
    return bytes - ONES & ~bytes & ALL;
  }

  /**
   * Behind a quote, which ends the string unless another follows, or one on a line below.
   *
   * @param opening bytes of the string before {@code at}
   */
  private int behindQuote(int opening, byte[] sql, int quote, int at, int to) {
    int i = quote + 1;
    while (i < to && isSpace(sql[i])) {
      i++;
    }
    boolean goesOn = i < to && (sql[i] == '\'' || sql[i] == '-');
    return goesOn ? scanned(TokenKind.STRING, sql, at - opening, to) : quote + 1;
  }

  // --- comments

  private int blockComment(byte[] sql, int at, int to) {
    int i = at;
    while (i < to) {
      long slashes = zeros(EightBytes.at(sql, i, to) ^ SLASHES);
      if (slashes == 0) {
        i += 8;
        continue;
      }
      i += EightBytes.beforeMark(slashes);
      if (i > at && sql[i - 1] == '*') {
        return i + 1;
      }
      if (i + 1 < to && sql[i + 1] == '*') {
        return scanned(TokenKind.COMMENT, sql, at - 2, to);
      }
      i++;
    }
    return to;
  }

  // --- lists

  private int list(byte[] sql, int at, int to) {
    int i = at;
    int count = 0;
    while (true) {
      // Integers of up to eight digits behind one another.
      while (i + 10 <= to) {
        long digits = (long) LONGS.get(sql, i) ^ ZEROS;
        int behind = i + EightBytes.beforeMark((digits + NINE | digits) & ALL);
        if (behind == i || sql[behind] != ',') {
          break;
        }
        i = sql[behind + 1] == ' ' ? behind + 2 : behind + 1;
        count++;
      }
      i = element(sql, skipSpace(sql, i, to), to);
      if (i < 0) {
        return -1;
      }
      count++;
      i = skipSpace(sql, i, to);
      if (i >= to || sql[i] != ',') {
        listed = count;
        return i;
      }
      i++;
    }
  }

  private int element(byte[] sql, int at, int to) {
    if (at >= to) {
      return -1;
    }
    byte first = sql[at];
    if (first >= '0' && first <= '9') {
      return number(sql, at, to);
    }
    return first == '\'' ? string(sql, at + 1, to) : rareElement(first, sql, at, to);
  }

  private int rareElement(byte first, byte[] sql, int at, int to) {
    if (first == '-' || first == '+') {
      boolean signs = at + 1 < to && (sql[at + 1] == '.' || isDigit(sql[at + 1]));
      return signs ? scanned(TokenKind.NUMBER, sql, at + 1, to) : -1;
    }
    if (first == '$' && at + 1 < to && isDigit(sql[at + 1])) {
      return digitsEnd(sql, at + 1, to);
    }
    scanner.reset(sql, at, to);
    boolean literal =
        switch (scanner.next()) {
          case STRING, NUMBER, PARAMETER -> true;
          case WORD -> isConstant(scanner.wordHead());
          default -> false;
        };
    return literal ? scanner.end() : -1;
  }

  private static boolean isConstant(long word) {
    return word == NULL || word == TRUE || word == FALSE;
  }

  private int rows(int width, byte[] sql, int at, int to) {
    int behind = -1;
    int i = at;
    while (i < to && sql[i] == '(') {
      int close = list(sql, i + 1, to);
      if (close < 0 || close >= to || sql[close] != ')' || listed != width) {
        break;
      }
      behind = close + 1;
      i = skipSpace(sql, behind, to);
      if (i >= to || sql[i] != ',') {
        break;
      }
      i = skipSpace(sql, i + 1, to);
    }
    return behind;
  }

  /** How many literals the rows have that stand at an index, 0 if there are none. */
  int rowWidth(byte[] sql, int at, int to) {
    int close = list(sql, at + 1, to);
    return close >= 0 && close < to && sql[close] == ')' ? listed : 0;
  }

  static int skipSpace(byte[] sql, int from, int to) {
    int i = from;
    while (i < to && isSpace(sql[i])) {
      i++;
    }
    return i;
  }

  /** As the scanner has it: blank, tab, line feed, vertical tab, form feed, carriage return. */
  private static boolean isSpace(byte b) {
    return b == ' ' || b >= '\t' && b <= '\r';
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
