package io.github.pgslowlog.report.plan;

import io.github.pgslowlog.statement.PlanFormat;
import java.util.Optional;

/**
 * Plans without the values of their statements.
 *
 * <p>Texts in apostrophes are masked wherever they stand. What is left of a condition, of output
 * columns and of all that is not known to hold none loses its numbers too. What a node is, its
 * relation, and what the server estimated and measured stay. Source: {@code ExplainNode()} in the
 * server's explain.c.
 */
public final class PlanMask {
  private PlanMask() {}

  /**
   * Masks a plan. One that is masked already stays as it is.
   *
   * @param plan as auto_explain wrote it
   * @param format how it is written
   * @return the plan without values; empty if it is not understood, and must not be shown
   */
  public static Optional<String> mask(String plan, PlanFormat format) {
    return switch (format) {
      case TEXT -> Optional.of(PlanLines.mask(plan));
      case JSON -> PlanDocument.json(plan);
      case YAML -> Optional.of(PlanDocument.yaml(plan));
      case XML -> Optional.of(PlanDocument.xml(plan));
    };
  }

  /** {@code (total > 100) AND (status = 'new')} is {@code (total > ?) AND (status = ?)}. */
  static String expression(String sql) {
    return numbers(texts(sql));
  }

  /** Masks what stands in apostrophes, across lines too; a text that does not end, to the end. */
  static String texts(String sql) {
    StringBuilder out = new StringBuilder(sql.length());
    int i = 0;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      if (c == '\'') {
        i = behindText(sql, i, isEscaping(sql, i));
        out.append('?');
      } else if (c == '"') {
        int end = sql.indexOf('"', i + 1);
        end = end < 0 ? sql.length() : end + 1;
        out.append(sql, i, end);
        i = end;
      } else {
        out.append(c);
        i++;
      }
    }
    return out.toString();
  }

  /** Whether the text is {@code E'...'}, where a backslash quotes an apostrophe. */
  private static boolean isEscaping(String sql, int quote) {
    return quote > 0
        && (sql.charAt(quote - 1) == 'E' || sql.charAt(quote - 1) == 'e')
        && (quote == 1 || !isName(sql.charAt(quote - 2)));
  }

  private static int behindText(String sql, int quote, boolean escaping) {
    int i = quote + 1;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      if (c == '\\' && escaping) {
        i++;
      } else if (c == '\'') {
        if (i + 1 >= sql.length() || sql.charAt(i + 1) != '\'') {
          return i + 1;
        }
        i++;
      }
      i++;
    }
    return sql.length();
  }

  /** Masks numbers that are no part of a name, of {@code $1} or of a name in quotes. */
  static String numbers(String sql) {
    StringBuilder out = new StringBuilder(sql.length());
    int i = 0;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      int end = i + 1;
      if (c == '"') {
        end = sql.indexOf('"', i + 1);
        end = end < 0 ? sql.length() : end + 1;
        out.append(sql, i, end);
      } else if (isName(c) && !isDigit(c) || c == '$') {
        while (end < sql.length() && isName(sql.charAt(end))) {
          end++;
        }
        out.append(sql, i, end);
      } else if (isDigit(c)) {
        while (end < sql.length() && (isName(sql.charAt(end)) || sql.charAt(end) == '.')) {
          end++;
        }
        out.append('?');
      } else {
        out.append(c);
      }
      i = end;
    }
    return out.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isName(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }
}
