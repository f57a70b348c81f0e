package io.github.pgslowlog.resolve;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A column in a role.
 *
 * @param column which
 * @param role how it is used; EXPRESSION if it is part of an expression that is compared, grouped
 *     or sorted by
 * @param within that expression, empty for the plain column
 * @param partner the column it equals, for the role JOIN
 */
public record ColumnUse(
    ColumnRef column, Role role, Optional<Term.Computed> within, Optional<ColumnRef> partner) {
  /**
   * A plain column in a role.
   *
   * @param column which
   * @param role how it is used
   * @return the use
   */
  public static ColumnUse of(ColumnRef column, Role role) {
    return new ColumnUse(column, role, Optional.empty(), Optional.empty());
  }

  /** Columns that turn out to be of the same row are no longer joined. */
  ColumnUse withColumns(UnaryOperator<ColumnRef> change) {
    ColumnRef changed = change.apply(column);
    boolean sameRow =
        partner.map(change).filter(other -> Dependence.sameTable(changed, other)).isPresent();
    if (role == Role.JOIN && sameRow) {
      return ColumnUse.of(changed, Role.EQUALITY);
    }
    return new ColumnUse(
        changed,
        role,
        within.map(term -> (Term.Computed) term.withColumns(change)),
        partner.map(change));
  }
}
