package io.github.pgslowlog.report.saved;

import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.IndexKey;

/**
 * A key of an index as {@link IndexKey#sql()} writes it: a column or an expression in parentheses,
 * then COLLATE, operator class, DESC, NULLS.
 */
final class SavedKey {
  private final Saved saved;
  private final String sql;
  private int position;

  private SavedKey(Saved saved) {
    this.saved = saved;
    this.sql = saved.text();
  }

  static IndexKey read(Saved key) {
    return new SavedKey(key).key();
  }

  private IndexKey key() {
    String first = word();
    boolean expression = first.startsWith("(");
    if (first.isEmpty() || (expression && (first.length() < 3 || !first.endsWith(")")))) {
      throw saved.expected("a key of an index");
    }
    String text = expression ? first.substring(1, first.length() - 1) : Identifier.name(first);
    String collation = take("COLLATE") ? word() : "";
    boolean nulls = sql.endsWith(" NULLS FIRST") || sql.endsWith(" NULLS LAST");
    String operatorClass = at("DESC") || at("NULLS") ? "" : word();
    boolean descending = take("DESC");
    boolean nullsFirst = nulls ? sql.endsWith(" NULLS FIRST") : descending;
    return new IndexKey(text, expression, descending, nullsFirst, operatorClass, collation);
  }

  private boolean at(String word) {
    return sql.startsWith(word, position)
        && (position + word.length() == sql.length()
            || sql.charAt(position + word.length()) == ' ');
  }

  private boolean take(String word) {
    boolean there = at(word);
    if (there) {
      word();
    }
    return there;
  }

  /** Up to a blank outside of quotes and parentheses. */
  private String word() {
    int from = position;
    int depth = 0;
    char quote = 0;
    while (position < sql.length()) {
      char c = sql.charAt(position);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == ' ' && depth == 0) {
        break;
      }
      position++;
    }
    String word = sql.substring(from, position);
    position = Math.min(sql.length(), position + 1);
    return word;
  }
}
