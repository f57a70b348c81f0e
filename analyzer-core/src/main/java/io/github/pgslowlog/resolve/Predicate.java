package io.github.pgslowlog.resolve;

import io.github.pgslowlog.sample.ConstantCounts;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * {@code column operator value}: a condition on one term.
 *
 * @param term what is compared
 * @param role the class of its operator: EQUALITY, IN, RANGE, LIKE, REGEX, IS_NULL, IS_NOT_NULL,
 *     CONTAINS, OVERLAP, DISTANCE, NOT_EQUAL, or EXPRESSION for any other operator
 * @param operator as PostgreSQL writes it, with the term on its left side: {@code $1 < a} has
 *     {@code >}; BETWEEN, IN, {@code = ANY}, IS NULL and so on as such; empty for a boolean column
 *     that stands alone, NOT for its negation
 * @param comparand what it is compared with
 * @param sargability whether an index on the plain column can serve it
 * @param like for LIKE, where the wildcards stand; UNKNOWN otherwise
 * @param constants the values seen in samples, one for each number of {@link Comparand.Values}, one
 *     for a {@link Comparand.ValueList}; else empty
 */
public record Predicate(
    Term term,
    Role role,
    String operator,
    Comparand comparand,
    Sargability sargability,
    LikeForm like,
    List<ConstantCounts> constants) {
  /** Copies the list. */
  public Predicate {
    constants = List.copyOf(constants);
  }

  /**
   * Whether an index on the plain column can serve it.
   *
   * @return true if so
   */
  public boolean isSargable() {
    return sargability == Sargability.SARGABLE;
  }

  /** The same condition, which no index serves for a reason; a reason it has already stays. */
  Predicate because(Sargability reason) {
    return isSargable()
        ? new Predicate(term, role, operator, comparand, reason, like, constants)
        : this;
  }

  Predicate withOperator(String changed) {
    return new Predicate(term, role, changed, comparand, sargability, like, constants);
  }

  Predicate withColumns(UnaryOperator<ColumnRef> change) {
    return new Predicate(
        term.withColumns(change),
        role,
        operator,
        comparand.withColumns(change),
        sargability,
        like,
        constants);
  }
}
