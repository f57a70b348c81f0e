package io.github.pgslowlog.resolve;

/** How a statement uses a column. The word is the name in reports. */
public enum Role {
  /** Compared for equality with a value. */
  EQUALITY("equality"),
  /** Compared with a bound: {@code <, <=, >, >=, BETWEEN}. */
  RANGE("range"),
  /** {@code IN} or {@code = ANY}. */
  IN("in"),
  /** {@code LIKE, ILIKE, SIMILAR TO}; {@link Predicate#like} tells where its wildcards stand. */
  LIKE("like"),
  /** A regular expression: {@code ~, ~*, !~, !~*}. */
  REGEX("regex"),
  /** {@code IS NULL}. */
  IS_NULL("isNull"),
  /** {@code IS NOT NULL}. */
  IS_NOT_NULL("isNotNull"),
  /**
   * {@code @>, <@, ?, ?|, ?&, @@, @?} and their like: containment, full text, similar words; also
   * {@code $1 = ANY (column)}.
   */
  CONTAINS("contains"),
  /** {@code &&} and other operators on ranges and shapes: {@code <<, &<, -|-, ~=}. */
  OVERLAP("overlap"),
  /** {@code <->} and its like, compared or sorted by. */
  DISTANCE("distance"),
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
  /** Argument of an aggregate, {@code min} and {@code max} included. */
  AGGREGATE("aggregate"),
  /** Argument of {@code min} or {@code max}, which an index can answer. */
  MIN_MAX("minMax"),
  /** Given back: in the SELECT list or in RETURNING, {@code *} included if the catalog has it. */
  RETURNED("returned"),
  /** Set by {@code UPDATE}, {@code ON CONFLICT DO UPDATE} or {@code MERGE}. */
  UPDATED("updated"),
  /** Filled by {@code INSERT} or {@code MERGE}. */
  INSERTED("inserted"),
  /** In the target of {@code ON CONFLICT}. */
  CONFLICT_TARGET("conflictTarget"),
  /**
   * Inside an expression that is compared: {@code lower(email) = $1}; or compared by an operator
   * that is not known.
   */
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
