package io.github.pgslowlog.fingerprint;

import io.github.pgslowlog.bytes.ByteAccumulator;
import io.github.pgslowlog.bytes.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Statements to templates: holes are where the {@link Canonicalizer} masks what it reads, and only
 * if the pattern of the statement stays the same with other values there. For one thread.
 */
final class TemplateMaker {
  /** What becomes a hole. */
  enum Reach {
    /** Literals, comments, and lists and rows of literals. */
    LISTS,
    /** Literals and comments. */
    LITERALS,
    /** Nothing: the text as it is. */
    NOTHING
  }

  /** A statement with more literals in other places than lists is written for once. */
  static final int MAX_HOLES = 512;

  private static final long IN = EightBytes.of("in");
  private static final long VALUES = EightBytes.of("values");

  private final MaskedTokens masked;
  private final Canonicalizer canonicalizer = new Canonicalizer();
  private final SqlScanner scanner = new SqlScanner();
  private final Holes holes = new Holes();
  private final ByteAccumulator variant = new ByteAccumulator();

  /** Word or first byte of the last token but white space and comments, and of the one before. */
  private long last;

  private long lastButOne;

  /**
   * Starts without a statement.
   *
   * @param masked what of the statement was masked when it was read
   */
  TemplateMaker(MaskedTokens masked) {
    this.masked = masked;
  }

  /**
   * The template of the statement read last.
   *
   * @param fingerprint the statement's pattern
   * @return null if there are too many holes, or if it is of another pattern with other values
   */
  @Nullable StatementTemplate make(
      byte[] sql, int from, int to, Fingerprint fingerprint, Reach reach) {
    StatementTemplate template = new StatementTemplate(sql, from, to);
    if (reach != Reach.NOTHING) {
      cut(template, reach == Reach.LISTS);
    }
    boolean isProven = template.holes() <= MAX_HOLES && isOfPattern(template, fingerprint);
    return isProven ? template : null;
  }

  private boolean isOfPattern(StatementTemplate template, Fingerprint fingerprint) {
    if (template.holes() == 0) {
      return true;
    }
    template.fill(variant);
    Slice filled = Slice.of(variant.array(), 0, variant.length());
    return canonicalizer.read(filled).equals(fingerprint);
  }

  private void cut(StatementTemplate template, boolean lists) {
    byte[] sql = template.text();
    int to = template.to();
    last = 0;
    lastButOne = 0;
    scanner.reset(sql, template.from(), to);
    TokenKind kind = scanner.next();
    while (kind != TokenKind.END && template.holes() <= MAX_HOLES) {
      int start = scanner.start();
      switch (kind) {
        case WHITE_SPACE -> {}
        case COMMENT -> comment(template, start);
        case STRING -> string(template, start);
        case NUMBER -> {
          if (masked.isMasked(start) && sql[start] != '.') {
            template.addHole(Holes.NUMBER, 0, start, scanner.end());
          }
          follow(0);
        }
        case WORD -> follow(scanner.wordHead());
        case PUNCTUATION -> {
          int end = lists ? list(template, start) : 0;
          follow(end > 0 ? 0 : sql[start]);
          if (end > 0) {
            scanner.reset(sql, end, to);
          }
        }
        default -> follow(0);
      }
      kind = scanner.next();
    }
  }

  private void follow(long token) {
    lastButOne = last;
    last = token;
  }

  private void comment(StatementTemplate template, int start) {
    boolean block = template.text()[start] == '/';
    byte hole = block ? Holes.BLOCK_COMMENT : Holes.LINE_COMMENT;
    template.addHole(hole, 0, start + 2, scanner.end());
  }

  private void string(StatementTemplate template, int start) {
    follow(0);
    byte[] sql = template.text();
    int body = start;
    byte delimiter = sql[start] == '$' ? (byte) '$' : (byte) '\'';
    while (sql[body] != delimiter) {
      body++;
    }
    if (delimiter == '$') {
      body++;
      while (sql[body] != '$') {
        body++;
      }
    }
    body++;
    int opening = body - start;
    if (opening == 1) {
      template.addHole(Holes.STRING, 0, body, scanner.end());
    } else if ((sql[start] | 0x20) == 'e') {
      template.addHole(Holes.ESCAPES, 0, body, scanner.end());
    } else {
      template.addHole(Holes.OTHER_STRING, opening, body, scanner.end());
    }
  }

  /** Adds a list or rows that a bracket opens, and gives the index behind; 0 if it opens none. */
  private int list(StatementTemplate template, int bracket) {
    byte[] sql = template.text();
    int to = template.to();
    if (sql[bracket] != '(' && sql[bracket] != '[') {
      return 0;
    }
    int end = holes.end(Holes.LIST, 0, sql, bracket + 1, to);
    if (end > 0 && isFoldedList(sql, bracket, end, to)) {
      template.addHole(Holes.LIST, 0, bracket + 1, end);
      return end;
    }
    boolean mayStartRows = last == VALUES || last == '(' && lastButOne == IN;
    int width = mayStartRows ? holes.rowWidth(sql, bracket, to) : 0;
    if (width == 0) {
      return 0;
    }
    int behind = holes.end(Holes.ROWS, width, sql, bracket, to);
    int next = Holes.skipSpace(sql, behind, to);
    if (next < to && sql[next] == ',') {
      return 0;
    }
    template.addHole(Holes.ROWS, width, bracket, behind);
    return behind;
  }

  private boolean isFoldedList(byte[] sql, int bracket, int end, int to) {
    char close = sql[bracket] == '(' ? ')' : ']';
    int first = Holes.skipSpace(sql, bracket + 1, to);
    boolean signed = sql[first] == '-' || sql[first] == '+';
    return end < to && sql[end] == close && masked.isListHead(signed ? first + 1 : first);
  }
}
