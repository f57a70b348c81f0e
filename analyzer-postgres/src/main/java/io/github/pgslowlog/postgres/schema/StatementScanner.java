package io.github.pgslowlog.postgres.schema;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts SQL text into statements as psql does: by semicolons outside quotes, comments, parentheses
 * and {@code BEGIN ATOMIC} bodies.
 *
 * <p>Passed over: comments between statements (but for lines of {@link ExportedLine} and {@link
 * DumpHeader}), lines of psql that begin with a backslash (but for those of {@link
 * DumpedDatabase}), and the rows that follow {@code COPY ... FROM stdin}. Memory: one statement of
 * at most {@link #MAX_STATEMENT_CHARS}.
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical
 * Structure</a>.
 */
final class StatementScanner {
  /** A function of a megabyte exists; a statement of 16 million letters is data. */
  static final int MAX_STATEMENT_CHARS = 16 << 20;

  private static final int MAX_TAG_CHARS = 64;

  /** Words of a statement are looked for at its ends: many columns may stand between them. */
  private static final int NEAR = 4096;

  private static final int END = -1;

  private final LineCountingReader in;
  private final int maxChars;
  private final StringBuilder text = new StringBuilder();
  private final BlockWords words = new BlockWords();
  private long startLine;
  private boolean whole;
  private int parentheses;
  private boolean standardStrings = true;
  private boolean copyRows;

  StatementScanner(Reader in) {
    this(in, MAX_STATEMENT_CHARS);
  }

  StatementScanner(Reader in, int maxChars) {
    this.in = new LineCountingReader(in);
    this.maxChars = maxChars;
  }

  /** The next statement, or null at the end. */
  @Nullable SourceStatement next() throws IOException {
    if (copyRows) {
      skipCopyRows();
    }
    text.setLength(0);
    words.reset();
    parentheses = 0;
    whole = true;
    for (int c = in.read(); c != END; c = in.read()) {
      if (text.length() == 0) {
        if (Character.isWhitespace(c) || c == ';' || c == 0 || c == 0xfeff) {
          continue;
        }
        startLine = in.line();
        if (c == '\\' || c == '-' && in.peek() == '-') {
          String line = line(c);
          if (isTelling(line)) {
            return new SourceStatement(line, startLine, line.length() < maxChars);
          }
          continue;
        }
        if (c == '/' && in.peek() == '*') {
          blockComment(false);
          continue;
        }
      }
      if (c == ';') {
        words.end(parentheses);
        if (parentheses == 0 && !words.insideBlock()) {
          return statement();
        }
      }
      accept(c);
    }
    return text.toString().isBlank() ? null : statement();
  }

  private SourceStatement statement() {
    String sql = text.toString().stripTrailing();
    String head = sql.substring(0, Math.min(sql.length(), NEAR)).toLowerCase(Locale.ROOT);
    String tail = sql.substring(Math.max(0, sql.length() - NEAR)).toLowerCase(Locale.ROOT);
    if (head.startsWith("copy") && (head.contains("from stdin") || tail.contains("from stdin"))) {
      copyRows = true;
    } else if (head.startsWith("set") && head.contains("standard_conforming_strings")) {
      standardStrings = !head.contains("off");
    }
    return new SourceStatement(sql, startLine, whole);
  }

  private void accept(int c) throws IOException {
    if (BlockWords.isWordPart(c)) {
      append(c);
      words.letter(c);
      return;
    }
    boolean escapes = words.isEscapePrefix();
    boolean inWord = words.inWord();
    words.end(parentheses);
    switch (c) {
      case '\'' -> quoted(c, escapes || !standardStrings);
      case '"' -> quoted(c, false);
      case '$' -> {
        append(c);
        if (!inWord) {
          dollarQuoted();
        } else {
          words.letter(c);
        }
      }
      case '-' -> {
        if (in.peek() == '-') {
          skipLine();
          append('\n');
        } else {
          append(c);
        }
      }
      case '/' -> {
        if (in.peek() == '*') {
          blockComment(true);
        } else {
          append(c);
        }
      }
      case '(', '[' -> {
        parentheses++;
        append(c);
      }
      case ')', ']' -> {
        parentheses = Math.max(0, parentheses - 1);
        append(c);
      }
      default -> append(c);
    }
  }

  private void append(int c) {
    if (text.length() < maxChars) {
      text.append((char) c);
    } else {
      whole = false;
    }
  }

  private void quoted(int quote, boolean escapes) throws IOException {
    append(quote);
    for (int c = in.read(); c != END; c = in.read()) {
      append(c);
      if (c == '\\' && escapes) {
        int escaped = in.read();
        if (escaped != END) {
          append(escaped);
        }
      } else if (c == quote) {
        return;
      }
    }
  }

  /** Behind the first dollar: a tag and what is quoted by it; or a parameter, or an operator. */
  private void dollarQuoted() throws IOException {
    StringBuilder tag = new StringBuilder("$");
    while (BlockWords.isWordPart(in.peek())
        && tag.length() <= MAX_TAG_CHARS
        && !(tag.length() == 1 && Character.isDigit(in.peek()))) {
      int c = in.read();
      tag.append((char) c);
      append(c);
    }
    if (in.peek() != '$') {
      return;
    }
    append(in.read());
    tag.append('$');
    int matched = 0;
    for (int c = in.read(); c != END; c = in.read()) {
      append(c);
      if (c == tag.charAt(matched)) {
        matched++;
      } else {
        matched = c == '$' ? 1 : 0;
      }
      if (matched == tag.length()) {
        return;
      }
    }
  }

  /** Comments nest; one inside a statement counts as a blank. */
  private void blockComment(boolean inside) throws IOException {
    in.read();
    int depth = 1;
    while (depth > 0) {
      int c = in.read();
      if (c == END) {
        break;
      }
      if (c == '*' && in.peek() == '/') {
        in.read();
        depth--;
      } else if (c == '/' && in.peek() == '*') {
        in.read();
        depth++;
      }
    }
    if (inside) {
      append(' ');
    }
  }

  private void skipLine() throws IOException {
    int c = in.read();
    while (c != END && c != '\n') {
      c = in.read();
    }
  }

  private static boolean isTelling(String line) {
    return ExportedLine.is(line) || DumpHeader.is(line) || DumpedDatabase.isConnect(line);
  }

  private String line(int first) throws IOException {
    StringBuilder line = new StringBuilder().append((char) first);
    for (int c = in.read(); c != END && c != '\n'; c = in.read()) {
      if (line.length() < maxChars) {
        line.append((char) c);
      }
    }
    return line.toString().stripTrailing();
  }

  /** Rows end at a line with a backslash and a dot alone. */
  private void skipCopyRows() throws IOException {
    copyRows = false;
    skipLine();
    StringBuilder start = new StringBuilder();
    for (int c = in.read(); c != END; c = in.read()) {
      if (c == '\n') {
        if (start.toString().stripTrailing().equals("\\.")) {
          return;
        }
        start.setLength(0);
      } else if (start.length() < 8) {
        start.append((char) c);
      }
    }
  }
}
