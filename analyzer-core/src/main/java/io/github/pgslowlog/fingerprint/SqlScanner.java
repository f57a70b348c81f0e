package io.github.pgslowlog.fingerprint;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of SQL, from bytes.
 *
 * <p>Hot path: one pass, no allocation, long methods; {@code PostgresLexer.g4} is its specification
 * and a test holds the two together token for token. Mutable and reused.
 */
public final class SqlScanner {
  private static final byte SPACE = 1;
  private static final byte DIGIT = 2;
  private static final byte LETTER = 4;
  private static final byte OPERATOR = 8;
  private static final byte SPECIAL = 16;
  private static final byte[] CLASSES = classes();

  // What a byte starts, so that one jump finds the way.
  private static final byte STARTS_WORD = 1;
  private static final byte STARTS_PUNCTUATION = 2;
  private static final byte STARTS_SPACE = 3;
  private static final byte STARTS_NUMBER = 4;
  private static final byte STARTS_OPERATOR = 5;
  private static final byte STARTS_STRING = 6;
  private static final byte STARTS_IDENTIFIER = 7;
  private static final byte STARTS_DOLLAR = 8;
  private static final byte STARTS_DOT = 9;
  private static final byte STARTS_COLON = 10;
  private static final byte[] STARTS = starts();

  /** What a quote or a backslash within a string stands for. */
  private enum StringForm {
    /** Two quotes are one. */
    PLAIN,
    /** And a backslash takes the next byte along. */
    ESCAPES,
    /** Every quote is the last. */
    BITS
  }

  private byte[] sql = new byte[0];
  private int end;
  private int tokenStart;
  private int tokenEnd;
  private long wordHead;
  private boolean blockComment;

  /** Starts without text. */
  public SqlScanner() {}

  private static byte[] classes() {
    byte[] classes = new byte[256];
    mark(classes, " \t\n\r\f\u000b", SPACE);
    mark(classes, "0123456789", DIGIT);
    mark(classes, "_", LETTER);
    mark(classes, "+-*/<>=", OPERATOR);
    mark(classes, "~!@#%^&|`?", (byte) (OPERATOR | SPECIAL));
    Arrays.fill(classes, 'a', 'z' + 1, LETTER);
    Arrays.fill(classes, 'A', 'Z' + 1, LETTER);
    Arrays.fill(classes, 128, 256, LETTER);
    return classes;
  }

  private static byte[] starts() {
    byte[] starts = new byte[256];
    for (int i = 0; i < 256; i++) {
      if ((CLASSES[i] & LETTER) != 0) {
        starts[i] = STARTS_WORD;
      } else if ((CLASSES[i] & OPERATOR) != 0) {
        starts[i] = STARTS_OPERATOR;
      } else if (CLASSES[i] != 0) {
        starts[i] = CLASSES[i] == SPACE ? STARTS_SPACE : STARTS_NUMBER;
      }
    }
    mark(starts, ",;()[]", STARTS_PUNCTUATION);
    mark(starts, "'", STARTS_STRING);
    mark(starts, "\"", STARTS_IDENTIFIER);
    mark(starts, "$", STARTS_DOLLAR);
    mark(starts, ".", STARTS_DOT);
    mark(starts, ":", STARTS_COLON);
    return starts;
  }

  private static void mark(byte[] classes, String characters, byte value) {
    characters.chars().forEach(c -> classes[c] = value);
  }

  /**
   * Starts with a text.
   *
   * @param bytes the text
   * @param from first byte
   * @param to behind the last byte
   */
  public void reset(byte[] bytes, int from, int to) {
    sql = bytes;
    end = to;
    tokenStart = from;
    tokenEnd = from;
    blockComment = false;
  }

  /**
   * Index of the token's first byte.
   *
   * @return the index
   */
  public int start() {
    return tokenStart;
  }

  /**
   * Index behind the token's last byte.
   *
   * @return the index
   */
  public int end() {
    return tokenEnd;
  }

  /** Whether one of the tokens so far was a block comment. */
  boolean hasBlockComment() {
    return blockComment;
  }

  /** The first eight bytes of the word, in lower case and 0 behind its end. */
  long wordHead() {
    return wordHead;
  }

  /** Goes back to the start of the token, which the next call of {@link #next()} gives again. */
  void stepBack() {
    tokenEnd = tokenStart;
  }

  /**
   * Goes to the next token.
   *
   * @return its kind, {@link TokenKind#END} behind the last
   */
  public TokenKind next() {
    tokenStart = tokenEnd;
    if (tokenStart >= end) {
      return TokenKind.END;
    }
    int first = sql[tokenStart] & 0xff;
    return switch (STARTS[first]) {
      case STARTS_WORD -> word(first);
      case STARTS_PUNCTUATION -> token(TokenKind.PUNCTUATION, tokenStart + 1);
      case STARTS_SPACE -> whiteSpace();
      case STARTS_NUMBER -> number();
      case STARTS_OPERATOR -> commentOrOperator(first);
      case STARTS_STRING -> string(tokenStart, StringForm.PLAIN);
      case STARTS_IDENTIFIER -> quotedIdentifier(tokenStart);
      case STARTS_DOLLAR -> dollar();
      case STARTS_DOT -> dot();
      case STARTS_COLON -> colon();
      default -> token(TokenKind.OTHER, tokenStart + 1);
    };
  }

  /** Goes to the next token that is neither white space nor a comment. */
  TokenKind nextSolid() {
    while (true) {
      if (tokenEnd < end && sql[tokenEnd] == ' ') {
        tokenEnd++;
      }
      TokenKind kind = next();
      if (kind != TokenKind.WHITE_SPACE && kind != TokenKind.COMMENT) {
        return kind;
      }
    }
  }

  private TokenKind token(TokenKind kind, int behind) {
    tokenEnd = behind;
    return kind;
  }

  private int at(int index) {
    return index < end ? sql[index] & 0xff : -1;
  }

  private byte classAt(int index) {
    return index < end ? CLASSES[sql[index] & 0xff] : 0;
  }

  private TokenKind whiteSpace() {
    int i = tokenStart + 1;
    while (classAt(i) == SPACE) {
      i++;
    }
    return token(TokenKind.WHITE_SPACE, i);
  }

  private TokenKind word(int first) {
    long eight = EightBytes.at(sql, tokenStart, end);
    int parts = EightBytes.markedFirst(EightBytes.wordParts(eight));
    if (parts == 1) {
      TokenKind prefixed = behindPrefix(first | 0x20);
      if (prefixed != null) {
        return prefixed;
      }
    }
    wordHead = EightBytes.first(EightBytes.lowerCase(eight), parts);
    int i = tokenStart + parts;
    while (parts == 8) {
      parts = EightBytes.markedFirst(EightBytes.wordParts(EightBytes.at(sql, i, end)));
      i += parts;
    }
    return token(TokenKind.WORD, i);
  }

  /** What a letter and the quote behind it start, if they start something. */
  private @Nullable TokenKind behindPrefix(int lower) {
    int next = at(tokenStart + 1);
    if (next == '\'') {
      return switch (lower) {
        case 'e' -> string(tokenStart + 1, StringForm.ESCAPES);
        case 'b', 'x' -> string(tokenStart + 1, StringForm.BITS);
        case 'n' -> string(tokenStart + 1, StringForm.PLAIN);
        default -> null;
      };
    }
    if (next == '&' && lower == 'u') {
      return switch (at(tokenStart + 2)) {
        case '\'' -> string(tokenStart + 2, StringForm.PLAIN);
        case '"' -> quotedIdentifier(tokenStart + 2);
        default -> null;
      };
    }
    return null;
  }

  private TokenKind string(int quote, StringForm form) {
    int i = quotedEnd(quote, form);
    int next = continuation(i);
    while (next >= 0) {
      i = quotedEnd(next, form);
      next = continuation(i);
    }
    return token(TokenKind.STRING, i);
  }

  private int quotedEnd(int quote, StringForm form) {
    int i = find('\'', form == StringForm.ESCAPES ? '\\' : '\'', quote + 1);
    while (i < end) {
      boolean last = sql[i] == '\'' && (form == StringForm.BITS || at(i + 1) != '\'');
      if (last) {
        return i + 1;
      }
      i = find('\'', form == StringForm.ESCAPES ? '\\' : '\'', i + 2);
    }
    return end;
  }

  /** Where the next of two characters stands; {@code end} or more if there is none. */
  private int find(char one, char other, int from) {
    int i = from;
    while (i + 8 <= end) {
      long eight = EightBytes.at(sql, i, end);
      long mark = EightBytes.equal(eight, one) | EightBytes.equal(eight, other);
      if (mark != 0) {
        return i + EightBytes.beforeMark(mark);
      }
      i += 8;
    }
    while (i < end && sql[i] != one && sql[i] != other) {
      i++;
    }
    return i;
  }

  /**
   * The quote that goes on with a string, if only white space with a newline, and comments that a
   * newline ends, stand before it; else -1.
   */
  private int continuation(int from) {
    boolean newline = false;
    int i = from;
    while (i < end) {
      int c = at(i);
      if (c == '\n' || c == '\r') {
        newline = true;
        i++;
      } else if (classAt(i) == SPACE) {
        i++;
      } else if (c == '-' && at(i + 1) == '-') {
        i = lineEnd(i);
        if (i >= end) {
          return -1;
        }
      } else {
        return c == '\'' && newline ? i : -1;
      }
    }
    return -1;
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < end && sql[i] != '\n' && sql[i] != '\r') {
      i++;
    }
    return i;
  }

  private TokenKind quotedIdentifier(int quote) {
    int i = find('"', '"', quote + 1);
    while (i < end && at(i + 1) == '"') {
      i = find('"', '"', i + 2);
    }
    return token(TokenKind.QUOTED_IDENTIFIER, Math.min(i + 1, end));
  }

  private TokenKind dollar() {
    if (classAt(tokenStart + 1) == DIGIT) {
      return token(TokenKind.PARAMETER, skipDigits(tokenStart + 1));
    }
    int i = tokenStart + 1;
    if ((classAt(i) & LETTER) != 0) {
      while ((classAt(i) & (LETTER | DIGIT)) != 0) {
        i++;
      }
    }
    if (at(i) != '$') {
      return token(TokenKind.OTHER, tokenStart + 1);
    }
    return token(TokenKind.STRING, dollarStringEnd(i + 1));
  }

  private int dollarStringEnd(int body) {
    int tagLength = body - tokenStart;
    for (int i = body; i + tagLength <= end; i++) {
      if (sql[i] == '$'
          && Arrays.equals(sql, i, i + tagLength, sql, tokenStart, tokenStart + tagLength)) {
        return i + tagLength;
      }
    }
    return end;
  }

  private TokenKind dot() {
    if (classAt(tokenStart + 1) == DIGIT) {
      return token(TokenKind.NUMBER, exponent(skipGrouped(tokenStart + 1)));
    }
    return token(
        TokenKind.PUNCTUATION, at(tokenStart + 1) == '.' ? tokenStart + 2 : tokenStart + 1);
  }

  private TokenKind colon() {
    int next = at(tokenStart + 1);
    return token(
        TokenKind.PUNCTUATION, next == ':' || next == '=' ? tokenStart + 2 : tokenStart + 1);
  }

  private TokenKind number() {
    if (sql[tokenStart] == '0') {
      int radixEnd = radixNumber(at(tokenStart + 1) | 0x20);
      if (radixEnd > 0) {
        return token(TokenKind.NUMBER, radixEnd);
      }
    }
    int i = skipGrouped(tokenStart);
    if (at(i) == '.' && at(i + 1) != '.') {
      i = classAt(i + 1) == DIGIT ? skipGrouped(i + 1) : i + 1;
    }
    return token(TokenKind.NUMBER, exponent(i));
  }

  /** Behind {@code 0x1F}, {@code 0o17} or {@code 0b1}, with single underscores; 0 if it is none. */
  private int radixNumber(int letter) {
    int radix = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
    int i = tokenStart + 2;
    int behind = 0;
    while (radix > 0) {
      int digit = at(i) == '_' ? i + 1 : i;
      if (Character.digit(at(digit), radix) < 0) {
        return behind;
      }
      i = digit + 1;
      behind = i;
    }
    return behind;
  }

  private int skipDigits(int from) {
    int i = from;
    while (classAt(i) == DIGIT) {
      i++;
    }
    return i;
  }

  /** Digits with single underscores between. */
  private int skipGrouped(int from) {
    int i = skipDigits(from);
    while (at(i) == '_' && classAt(i + 1) == DIGIT) {
      i = skipDigits(i + 1);
    }
    return i;
  }

  private int exponent(int from) {
    if ((at(from) | 0x20) != 'e') {
      return from;
    }
    int sign = at(from + 1);
    int digits = sign == '+' || sign == '-' ? from + 2 : from + 1;
    return classAt(digits) == DIGIT ? skipGrouped(digits) : from;
  }

  private TokenKind commentOrOperator(int first) {
    int next = at(tokenStart + 1);
    if (next < 0 || (CLASSES[next] & OPERATOR) == 0) {
      return token(TokenKind.OPERATOR, tokenStart + 1);
    }
    if (first == '-' && next == '-') {
      return token(TokenKind.COMMENT, lineEnd(tokenStart));
    }
    if (first == '/' && next == '*') {
      blockComment = true;
      return token(TokenKind.COMMENT, blockCommentEnd());
    }
    return operator();
  }

  private int blockCommentEnd() {
    int depth = 0;
    int i = tokenStart;
    while (i < end) {
      int c = at(i);
      int next = at(i + 1);
      if (c == '/' && next == '*') {
        depth++;
        i += 2;
      } else if (c == '*' && next == '/') {
        depth--;
        i += 2;
        if (depth == 0) {
          return i;
        }
      } else {
        i++;
      }
    }
    return end;
  }

  private TokenKind operator() {
    int i = tokenStart;
    boolean special = false;
    while ((classAt(i) & OPERATOR) != 0 && !startsComment(i)) {
      special |= (classAt(i) & SPECIAL) != 0;
      i++;
    }
    while (!special && i - tokenStart > 1 && isSign(sql[i - 1])) {
      i--;
    }
    return token(TokenKind.OPERATOR, i);
  }

  private boolean startsComment(int i) {
    int c = at(i);
    return (c == '-' && at(i + 1) == '-') || (c == '/' && at(i + 1) == '*');
  }

  private static boolean isSign(byte value) {
    return value == '+' || value == '-';
  }
}
