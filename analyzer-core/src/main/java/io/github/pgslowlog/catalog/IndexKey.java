package io.github.pgslowlog.catalog;

/**
 * A key of an index.
 *
 * @param text the name of a column, without quotes; or an expression as SQL text, without the
 *     parentheses around it: {@code lower(email)}
 * @param expression whether the text is an expression
 * @param descending DESC
 * @param nullsFirst NULLS FIRST; where nothing is written, as {@code descending}
 * @param operatorClass its operator class as SQL text, empty for the default of the type
 * @param collation its collation as SQL text, empty for that of the column
 */
public record IndexKey(
    String text,
    boolean expression,
    boolean descending,
    boolean nullsFirst,
    String operatorClass,
    String collation) {
  /**
   * An ascending key.
   *
   * @param column name of the column
   * @return the key
   */
  public static IndexKey of(String column) {
    return new IndexKey(column, false, false, false, "", "");
  }

  /**
   * An ascending key that is computed.
   *
   * @param sql the expression
   * @return the key
   */
  public static IndexKey ofExpression(String sql) {
    return new IndexKey(sql, true, false, false, "", "");
  }

  /**
   * The same key in an order.
   *
   * @param backwards DESC
   * @param nullsBefore NULLS FIRST
   * @return the key
   */
  public IndexKey ordered(boolean backwards, boolean nullsBefore) {
    return new IndexKey(text, expression, backwards, nullsBefore, operatorClass, collation);
  }

  /**
   * The same key with an operator class.
   *
   * @param name as SQL text
   * @return the key
   */
  public IndexKey withOperatorClass(String name) {
    return new IndexKey(text, expression, descending, nullsFirst, name, collation);
  }

  /**
   * The same key with a collation.
   *
   * @param name as SQL text
   * @return the key
   */
  public IndexKey withCollation(String name) {
    return new IndexKey(text, expression, descending, nullsFirst, operatorClass, name);
  }

  /**
   * The key as CREATE INDEX has it.
   *
   * @return for example {@code created_at DESC NULLS LAST} or {@code (lower(email))
   *     text_pattern_ops}
   */
  public String sql() {
    StringBuilder sql = new StringBuilder(expression ? "(" + text + ")" : Identifier.quoted(text));
    if (!collation.isEmpty()) {
      sql.append(" COLLATE ").append(collation);
    }
    if (!operatorClass.isEmpty()) {
      sql.append(' ').append(operatorClass);
    }
    sql.append(descending ? " DESC" : "");
    if (nullsFirst != descending) {
      sql.append(nullsFirst ? " NULLS FIRST" : " NULLS LAST");
    }
    return sql.toString();
  }
}
