package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import java.util.Arrays;
import java.util.Locale;

/**
 * Words, strings and semicolons of a command; white space and comments are passed over.
 *
 * <p>Knows just enough of SQL that nothing within a string, a quoted name or a comment is taken for
 * a word. One pass, no recursion.
 */
final class CommandScanner {
  /** What the scanner tells apart. */
  enum Token {
    WORD,
    QUOTED_NAME,
    STRING,
    SEMICOLON,
    OTHER,
    END
  }

  private final byte[] b;
  private final int to;
  private int start;
  private int end;

  CommandScanner(Slice sql) {
    b = sql.array();
    to = sql.to();
    start = sql.from();
    end = sql.from();
  }

  /** Index of the token's first byte in the array. */
  int start() {
    return start;
  }

  /** Index behind the token's last byte. */
  int end() {
    return end;
  }

  /** The token's first byte. */
  byte first() {
    return b[start];
  }

  /** A word in lower case, or a quoted name without its quotes: what PostgreSQL takes it for. */
  String name() {
    if (b[start] != '"') {
      return Slice.of(b, start, end).text().toLowerCase(Locale.ROOT);
    }
    int last = end - 1 > start && b[end - 1] == '"' ? end - 1 : end;
    return Slice.of(b, start + 1, last).text().replace("\"\"", "\"");
  }

  /** Whether nothing but blanks and comments stands behind the token. */
  boolean isAtEnd() {
    return skipBlank(end) >= to;
  }

  /** Goes to the next token. */
  Token next() {
    start = skipBlank(end);
    end = start;
    if (start >= to) {
      return Token.END;
    }
    byte c = b[start];
    if (isLetter(c)) {
      return word();
    }
    return switch (c) {
      case '\'' -> string(start, false);
      case '"' -> token(Token.QUOTED_NAME, behindQuote(start, false));
      case '$' -> dollar();
      case ';' -> token(Token.SEMICOLON, start + 1);
      default -> token(Token.OTHER, start + 1);
    };
  }

  private Token token(Token kind, int behind) {
    end = Math.min(behind, to);
    return kind;
  }

  private Token word() {
    int i = start;
    while (i < to && (isLetter(b[i]) || isDigit(b[i]) || b[i] == '$')) {
      i++;
    }
    boolean escapes = i == start + 1 && (b[start] | 0x20) == 'e';
    return escapes && at(i) == '\'' ? string(i, true) : token(Token.WORD, i);
  }

  private Token string(int quote, boolean escapes) {
    return token(Token.STRING, behindQuote(quote, escapes));
  }

  private int behindQuote(int quote, boolean escapes) {
    int i = quote + 1;
    while (i < to) {
      if (escapes && b[i] == '\\') {
        i += 2;
      } else if (b[i] != b[quote]) {
        i++;
      } else if (at(i + 1) == b[quote]) {
        i += 2;
      } else {
        return i + 1;
      }
    }
    return to;
  }

  private Token dollar() {
    int i = start + 1;
    while (i < to && (isLetter(b[i]) || isDigit(b[i]) && i > start + 1)) {
      i++;
    }
    if (at(i) != '$') {
      return token(Token.OTHER, i);
    }
    int tag = i + 1 - start;
    for (int from = i + 1; from + tag <= to; from++) {
      if (b[from] == '$' && Arrays.equals(b, from, from + tag, b, start, start + tag)) {
        return token(Token.STRING, from + tag);
      }
    }
    return token(Token.STRING, to);
  }

  private int skipBlank(int from) {
    int i = from;
    while (i < to) {
      if (b[i] == '-' && at(i + 1) == '-') {
        i = behindLine(i);
      } else if (b[i] == '/' && at(i + 1) == '*') {
        i = behindComment(i);
      } else if (b[i] >= 0 && b[i] <= ' ') {
        i++;
      } else {
        return i;
      }
    }
    return to;
  }

  private int behindLine(int from) {
    int i = from;
    while (i < to && b[i] != '\n' && b[i] != '\r') {
      i++;
    }
    return i;
  }

  private int behindComment(int from) {
    int depth = 0;
    int i = from;
    while (i < to) {
      if (b[i] == '/' && at(i + 1) == '*') {
        depth++;
        i += 2;
      } else if (b[i] == '*' && at(i + 1) == '/') {
        depth--;
        i += 2;
        if (depth == 0) {
          return i;
        }
      } else {
        i++;
      }
    }
    return to;
  }

  private int at(int i) {
    return i < to ? b[i] : -1;
  }

  private static boolean isLetter(byte c) {
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'z' || c == '_' || c < 0;
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }
}
