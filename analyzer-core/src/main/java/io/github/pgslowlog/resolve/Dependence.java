package io.github.pgslowlog.resolve;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the value of a condition depends on.
 *
 * @param columns the columns in it, also those that its sub-selects take from outside
 */
record Dependence(Set<ColumnRef> columns) {
  /** A value that does not change from row to row. */
  static final Dependence NONE = new Dependence(Set.of());

  Dependence {
    columns = Collections.unmodifiableSet(new LinkedHashSet<>(columns));
  }

  /** Whether it is not known before the row of a term is read. */
  boolean isOnTableOf(Term term) {
    return share(term.columns(), columns);
  }

  private static boolean share(List<ColumnRef> some, Set<ColumnRef> others) {
    return some.stream().anyMatch(one -> others.stream().anyMatch(other -> sameTable(one, other)));
  }

  /** Whether two columns are known to be of the same row. */
  static boolean sameTable(ColumnRef one, ColumnRef other) {
    return one instanceof ColumnRef.Resolved first
        && other instanceof ColumnRef.Resolved second
        && first.table().equals(second.table());
  }
}
