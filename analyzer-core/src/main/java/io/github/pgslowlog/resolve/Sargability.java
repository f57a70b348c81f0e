package io.github.pgslowlog.resolve;

/**
 * Whether an index on the plain column can find the rows that a condition asks for, and if not,
 * why.
 */
public enum Sargability {
  /** It can, given an index of a fitting access method and operator class. */
  SARGABLE("sargable"),
  /** {@code lower(email) = $1}. */
  FUNCTION("function on column"),
  /** {@code created_at::date = $1}. */
  EXPLICIT_CAST("cast of column"),
  /** {@code int_column = 1.5}: the server casts the column to the type of the value. */
  IMPLICIT_CAST("implicit cast of column"),
  /** {@code price * 2 > $1}, {@code first || last = $1}, {@code data ->> $1 = $2}. */
  OPERATOR("operator on column"),
  /** {@code name LIKE '%x'}. */
  LEADING_WILDCARD("leading wildcard"),
  /** {@code name ILIKE 'abc%'}: an index has letters of either case in different places. */
  CASE_INSENSITIVE("case-insensitive match"),
  /** {@code $1 = ANY(tags)}, {@code a IS NOT DISTINCT FROM $1}: no index serves the operator. */
  NOT_INDEXABLE("operator without an index"),
  /** {@code a.x = $1 OR b.y = $2}: neither table can be searched before they are joined. */
  OR_ACROSS_TABLES("OR across tables"),
  /**
   * The table is read before the condition can be tested: it concerns the side of an outer join
   * that is kept, or the output of a query that is computed as a whole, such as one with LIMIT.
   */
  NOT_PUSHED_DOWN("tested after the table is read"),
  /** {@code a = $1 OR lower(b) = $2}: all rows must be read for the arm that no index serves. */
  OR_WITH_UNINDEXABLE("OR with a condition that no index serves"),
  /** {@code NOT, <>, NOT IN}: nearly all rows fit. */
  NEGATION("negation"),
  /** Compared with something that is not known before the row is read: {@code a = b + 1}. */
  ROW_DEPENDENT("compared with columns of the same table"),
  /** Compared with something that is computed for each row again: {@code a < random()}. */
  VOLATILE("compared with a volatile function"),
  /** {@code name = $1 COLLATE "C"}, {@code owner = current_user}: not the order of the index. */
  COLLATION("compared by another collation"),
  /** Inside an expression of another kind, such as CASE. */
  EXPRESSION("part of an expression");

  private final String words;

  Sargability(String words) {
    this.words = words;
  }

  /**
   * The reason in a few words.
   *
   * @return lower case
   */
  public String words() {
    return words;
  }
}
