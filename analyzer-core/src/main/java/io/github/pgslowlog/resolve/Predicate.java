package io.github.pgslowlog.resolve;

import io.github.pgslowlog.sample.ConstantCounts;
import java.util.LinkedHashSet;
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

  /** Columns whose tables become known may turn out to be of the same row. */
  Predicate withColumns(UnaryOperator<ColumnRef> change) {
    Term changed = term.withColumns(change);
    Comparand other = comparand.withColumns(change);
    Predicate same = new Predicate(changed, role, operator, other, sargability, like, constants);
    boolean sameRow =
        other instanceof Comparand.Columns columns
            && new Dependence(new LinkedHashSet<>(columns.term().columns())).isOnTableOf(changed);
    return sameRow ? same.because(Sargability.ROW_DEPENDENT) : same;
  }
}
