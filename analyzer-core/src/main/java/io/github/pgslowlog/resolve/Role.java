package io.github.pgslowlog.resolve;

/** How a statement uses a column. The word is the name in reports. */
public enum Role {
  /** Compared for equality with a value. */
  EQUALITY("equality"),
  /** Compared with a bound: {@code <, <=, >, >=, BETWEEN}. */
  RANGE("range"),
  /** {@code IN} or {@code = ANY}. */
  IN("in"),
  /** {@code LIKE, ILIKE, SIMILAR TO} or a regular expression. */
  LIKE("like"),
  /** {@code IS NULL} or {@code IS NOT NULL}. */
  IS_NULL("isNull"),
  /** {@code @>, &&, ?, @@} and their like: containment, overlap, full text. */
  CONTAINS("contains"),
  /** {@code <>, NOT IN, IS DISTINCT FROM}. */
  NOT_EQUAL("notEqual"),
  /** Equal to a column of another table. */
  JOIN("join"),
  /** {@code GROUP BY}, or {@code PARTITION BY} of a window. */
  GROUP_BY("groupBy"),
  /** {@code ORDER BY}, also of a window. */
  ORDER_BY("orderBy"),
  /** {@code DISTINCT}. */
  DISTINCT("distinct"),
  /** Argument of an aggregate. */
  AGGREGATE("aggregate"),
  /** Set by {@code UPDATE}. */
  UPDATED("updated"),
  /** Inside an expression that is compared: {@code lower(email) = $1}. */
  EXPRESSION("expression");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /**
   * The name in reports.
   *
   * @return in camel case
   */
  public String word() {
    return word;
  }
}
