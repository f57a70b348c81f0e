package io.github.pgslowlog.fingerprint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Canonical text on several lines, as a person would write it.
 *
 * <pre>{@code
 * SELECT o.id, c.name
 * FROM orders o
 *   JOIN customers c ON c.id = o.customer_id
 * WHERE o.state = $1
 *   AND o.total > $2
 * ORDER BY o.id
 * LIMIT $3
 * }</pre>
 *
 * <p>Only white space is added, and only between tokens: read again, the text has the same
 * canonical text and the same fingerprint.
 */
public final class SqlLayout {
  private static final int WIDTH = 100;
  private static final int STEP = 2;
  private static final int MAX_INDENT = 40;

  /** Words that begin a line of their own in a query. */
  private static final Set<String> CLAUSES =
      Set.of(
          "FROM",
          "WHERE",
          "GROUP",
          "HAVING",
          "WINDOW",
          "ORDER",
          "LIMIT",
          "OFFSET",
          "FETCH",
          "FOR",
          "UNION",
          "INTERSECT",
          "EXCEPT",
          "VALUES",
          "SET",
          "RETURNING",
          "SELECT",
          "INSERT",
          "UPDATE",
          "DELETE",
          "MERGE");

  /** Words that begin a join; JOIN itself does if none of them stands before it. */
  private static final Set<String> JOINS =
      Set.of("LEFT", "RIGHT", "FULL", "INNER", "CROSS", "NATURAL", "JOIN", "OUTER");

  /** What stands in a pair of parentheses, or outside of all. */
  private static final class Level {
    private final boolean query;
    private final int indent;
    private boolean between;
    private int cases;

    Level(boolean query, int indent) {
      this.query = query;
      this.indent = indent;
    }
  }

  private final byte[] text;
  private final SqlScanner scanner = new SqlScanner();
  private final StringBuilder out = new StringBuilder();
  private final Deque<Level> levels = new ArrayDeque<>();
  private int lineStart;
  private String previous = "";

  private SqlLayout(String canonical) {
    text = canonical.getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * Lays a statement out.
   *
   * @param canonical its canonical text
   * @return the same tokens on several lines, without a newline at the end
   */
  public static String pretty(String canonical) {
    byte[] utf8 = canonical.getBytes(StandardCharsets.UTF_8);
    String bytes = new String(utf8, StandardCharsets.ISO_8859_1);
    String laidOut = new SqlLayout(bytes).layOut();
    return new String(laidOut.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private String layOut() {
    levels.push(new Level(true, 0));
    scanner.reset(text, 0, text.length);
    boolean space = false;
    for (TokenKind kind = scanner.next(); kind != TokenKind.END; kind = scanner.next()) {
      if (kind == TokenKind.WHITE_SPACE) {
        space = true;
        continue;
      }
      put(kind, token(), space);
      space = false;
    }
    return out.toString();
  }

  private String token() {
    return new String(
        text, scanner.start(), scanner.end() - scanner.start(), StandardCharsets.ISO_8859_1);
  }

  private void put(TokenKind kind, String token, boolean space) {
    if (kind == TokenKind.PUNCTUATION) {
      punctuation(token, space);
    } else {
      word(kind == TokenKind.WORD ? token : "", token, space);
    }
    previous = token;
  }

  private void word(String word, String token, boolean space) {
    Level level = levels.element();
    boolean opensQuery = previous.equals("(") && isQueryStart(word);
    if (opensQuery) {
      levels.pop();
      level = new Level(true, Math.min(level.indent + STEP, MAX_INDENT));
      levels.push(level);
    }
    level.cases += word.equals("CASE") ? 1 : word.equals("END") && level.cases > 0 ? -1 : 0;
    boolean conflict = word.equals("ON") && nextIs("CONFLICT");
    if (opensQuery || previous.equals(";") || level.query && (conflict || startsClause(word))) {
      breakLine(level.indent);
    } else if (level.query && startsLine(level, word)) {
      breakLine(level.indent + STEP);
    } else if (space && previous.equals(",") && tooLong(token)) {
      breakLine(level.indent + 2 * STEP);
    } else if (space) {
      out.append(' ');
    }
    level.between = word.equals("BETWEEN") || level.between && !word.equals("AND");
    out.append(token);
  }

  private static boolean isQueryStart(String word) {
    return word.equals("SELECT")
        || word.equals("WITH")
        || word.equals("VALUES")
        || word.equals("INSERT")
        || word.equals("UPDATE")
        || word.equals("DELETE")
        || word.equals("MERGE");
  }

  private boolean startsClause(String word) {
    if (!CLAUSES.contains(word) || out.length() == 0 || levels.element().cases > 0) {
      return false;
    }
    return switch (word) {
      case "FROM" -> !previous.equals("DISTINCT") && !previous.equals("DELETE");
      case "INSERT", "UPDATE", "DELETE", "MERGE" -> previous.equals(")");
      case "VALUES" -> !previous.equals("DEFAULT");
      case "SET" -> !previous.equals("UPDATE");
      default -> true;
    };
  }

  private boolean startsLine(Level level, String word) {
    if (level.cases > 0) {
      return false;
    }
    if (word.equals("AND")) {
      return !level.between;
    }
    boolean join = JOINS.contains(word) && !JOINS.contains(previous);
    return join || word.equals("OR");
  }

  /** Whether the next word is the given one. */
  private boolean nextIs(String word) {
    int from = scanner.end() + 1;
    return new String(
            text,
            Math.min(from, text.length),
            Math.max(0, Math.min(word.length(), text.length - from)),
            StandardCharsets.ISO_8859_1)
        .equals(word);
  }

  private void punctuation(String token, boolean space) {
    Level level = levels.element();
    if (token.equals(")") || token.equals("]")) {
      close(level);
    } else if (previous.equals(";")) {
      breakLine(level.indent);
    } else if (space) {
      out.append(' ');
    }
    out.append(token);
    if (token.equals("(") || token.equals("[")) {
      levels.push(new Level(false, level.indent));
    } else if (token.equals(";")) {
      levels.clear();
      levels.push(new Level(true, 0));
    }
  }

  private void close(Level level) {
    if (levels.size() > 1) {
      levels.pop();
    }
    if (level.query && level.indent > 0) {
      breakLine(levels.element().indent);
    }
  }

  private boolean tooLong(String token) {
    return out.length() - lineStart + 1 + token.length() > WIDTH;
  }

  private void breakLine(int indent) {
    if (out.length() == 0) {
      return;
    }
    out.append('\n');
    lineStart = out.length();
    out.append(" ".repeat(indent));
  }
}
