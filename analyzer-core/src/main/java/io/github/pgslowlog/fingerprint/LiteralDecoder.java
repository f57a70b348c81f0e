package io.github.pgslowlog.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.bytes.TextDecoder;
import io.github.pgslowlog.fingerprint.StatementValues.Kind;
import io.github.pgslowlog.fingerprint.StatementValues.Value;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * What literals stand for.
 *
 * <p>Source: <a
 * href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-CONSTANTS">Constants</a>.
 */
final class LiteralDecoder {
  static final int MAX_CHARACTERS = 256;

  /** A character of UTF-8 has at most four bytes; some more show that the text goes on. */
  private static final int MAX_BYTES = 4 * MAX_CHARACTERS + 8;

  private final byte[] sql;
  private final int end;
  private ByteArrayOutputStream text = new ByteArrayOutputStream();

  /** The first half of a character beyond 65535, whose second half comes next. */
  private int highSurrogate;

  LiteralDecoder(Slice statement) {
    sql = statement.array();
    end = statement.to();
  }

  /** The value that a mark stands for. */
  Value value(ValueRecorder.Mark mark) {
    int from = mark.from;
    int to = mark.to;
    return switch (mark.kind) {
      case NUMBER -> cut(Kind.NUMBER, (mark.negative ? "-" : "") + raw(from, to));
      case PARAMETER -> cut(Kind.PARAMETER, raw(from + 1, to));
      case STRING -> string(from, to);
      case QUOTED_IDENTIFIER -> cut(Kind.OTHER, raw(from, to));
      default -> constant(sql[from]);
    };
  }

  private static Value constant(byte first) {
    return switch (first | 0x20) {
      case 'n' -> new Value(Kind.NULL, "NULL", false);
      case 't' -> new Value(Kind.BOOLEAN, "true", false);
      case 'f' -> new Value(Kind.BOOLEAN, "false", false);
      default -> new Value(Kind.OTHER, "...", false);
    };
  }

  private String raw(int from, int to) {
    int limit = Math.min(to, from + MAX_BYTES);
    return TextDecoder.decode(sql, from, characterEnd(sql, from, limit, to));
  }

  private Value string(int from, int to) {
    switch (sql[from] | 0x20) {
      case 'b', 'x' -> {
        return cut(Kind.OTHER, raw(from, to));
      }
      case 'e' -> quoted(from + 1, to, '\\', Escape.CHARACTER);
      case 'u' -> quoted(from + 2, to, unicodeEscape(to), Escape.UNICODE);
      case 'n' -> quoted(from + 1, to, '\'', Escape.NONE);
      case '$' -> {
        return dollarQuoted(from, to);
      }
      default -> quoted(from, to, '\'', Escape.NONE);
    }
    byte[] bytes = text.toByteArray();
    int limit = Math.min(bytes.length, MAX_BYTES);
    text = new ByteArrayOutputStream();
    return cut(
        Kind.STRING, TextDecoder.decode(bytes, 0, characterEnd(bytes, 0, limit, bytes.length)));
  }

  private Value dollarQuoted(int from, int to) {
    int body = from + 1;
    while (sql[body] != '$') {
      body++;
    }
    body++;
    int tag = body - from;
    boolean closed = to - tag >= body && Arrays.equals(sql, from, body, sql, to - tag, to);
    return cut(Kind.STRING, raw(body, closed ? to - tag : to));
  }

  private enum Escape {
    NONE,
    CHARACTER,
    UNICODE
  }

  /** One or more strings in quotes, with white space and comments between. */
  private void quoted(int from, int to, int escape, Escape form) {
    highSurrogate = 0;
    int i = from + 1;
    while (i < to && text.size() <= MAX_BYTES) {
      byte b = sql[i];
      if (b == '\'' && i + 1 < to && sql[i + 1] == '\'') {
        text.write(b);
        i += 2;
      } else if (b == '\'') {
        i = nextPart(i + 1, to);
      } else if (b == escape && form == Escape.CHARACTER && i + 1 < to) {
        i = escaped(i + 1, to);
      } else if (b == escape && form == Escape.UNICODE && i + 1 < to) {
        i = unicode(i + 1, to, escape);
      } else {
        text.write(b);
        i++;
      }
    }
  }

  /** Behind the quote that opens the next part of a string on several lines. */
  private int nextPart(int from, int to) {
    int i = from;
    while (i < to && sql[i] != '\'') {
      boolean comment = sql[i] == '-';
      i++;
      while (comment && i < to && sql[i] != '\n' && sql[i] != '\r') {
        i++;
      }
    }
    return i + 1;
  }

  /** A character behind a backslash, or {@code \123}, {@code \x1F}, {@code \}{@code u00e4}. */
  private int escaped(int from, int to) {
    int c = sql[from];
    int simple = "bfnrt".indexOf(c);
    if (simple >= 0) {
      text.write("\b\f\n\r\t".charAt(simple));
      return from + 1;
    }
    int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    int after = digitsEnd(from + 1, Math.min(to, from + 1 + digits), 16);
    if (after > from + 1 && (digits == 2 || after == from + 1 + digits)) {
      put(number(from + 1, after, 16), digits > 2);
      return after;
    }
    int octal = digitsEnd(from, Math.min(to, from + 3), 8);
    if (octal > from) {
      put(number(from, octal, 8), false);
      return octal;
    }
    text.write(c);
    return from + 1;
  }

  /** {@code \00e4}, {@code \+0000e4} or the escape character twice. */
  private int unicode(int from, int to, int escape) {
    if (sql[from] == escape) {
      text.write(escape);
      return from + 1;
    }
    int start = sql[from] == '+' ? from + 1 : from;
    int digits = sql[from] == '+' ? 6 : 4;
    int after = digitsEnd(start, Math.min(to, start + digits), 16);
    if (after == start + digits) {
      put(number(start, after, 16), true);
      return after;
    }
    text.write(escape);
    return from;
  }

  private void put(int code, boolean isCharacter) {
    if (!isCharacter) {
      text.write(code);
      return;
    }
    if (code >= Character.MIN_HIGH_SURROGATE && code <= Character.MAX_HIGH_SURROGATE) {
      highSurrogate = code;
      return;
    }
    boolean isLow = code >= Character.MIN_LOW_SURROGATE && code <= Character.MAX_LOW_SURROGATE;
    int whole =
        isLow && highSurrogate != 0
            ? Character.toCodePoint((char) highSurrogate, (char) code)
            : code;
    highSurrogate = 0;
    text.writeBytes(
        (Character.isValidCodePoint(whole) ? Character.toString(whole) : "?").getBytes(UTF_8));
  }

  private int digitsEnd(int from, int to, int radix) {
    int i = from;
    while (i < to && Character.digit(sql[i], radix) >= 0) {
      i++;
    }
    return i;
  }

  private int number(int from, int to, int radix) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * radix + Character.digit(sql[i], radix);
    }
    return number;
  }

  /** The escape character that UESCAPE names behind the string, or a backslash. */
  private int unicodeEscape(int from) {
    SqlScanner scanner = new SqlScanner();
    scanner.reset(sql, from, end);
    boolean named =
        scanner.nextSolid() == TokenKind.WORD
            && scanner.wordHead() == EightBytes.of("uescape")
            && scanner.nextSolid() == TokenKind.STRING
            && scanner.end() - scanner.start() == 3;
    return named ? sql[scanner.start() + 1] : '\\';
  }

  /** At most {@code limit}; less where a character of UTF-8 would be cut apart. */
  private static int characterEnd(byte[] bytes, int from, int limit, int to) {
    int i = limit;
    while (limit < to && i > from && limit - i < 4 && (bytes[i] & 0xc0) == 0x80) {
      i--;
    }
    return i;
  }

  private static Value cut(Kind kind, String text) {
    if (text.codePointCount(0, text.length()) <= MAX_CHARACTERS) {
      return new Value(kind, text, false);
    }
    return new Value(kind, text.substring(0, text.offsetByCodePoints(0, MAX_CHARACTERS)), true);
  }
}
