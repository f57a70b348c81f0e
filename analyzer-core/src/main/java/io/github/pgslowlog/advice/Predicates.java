package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.Condition;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.Term;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at conditions. */
final class Predicates {
  private Predicates() {}

  /** All conditions on single terms, under AND, OR and NOT. */
  static Stream<Predicate> of(Condition condition) {
    if (condition instanceof Condition.AllOf all) {
      return all.conditions().stream().flatMap(Predicates::of);
    }
    if (condition instanceof Condition.AnyOf any) {
      return any.conditions().stream().flatMap(Predicates::of);
    }
    if (condition instanceof Condition.Not not) {
      return of(not.condition());
    }
    if (condition instanceof Condition.RowComparison rows) {
      return rows.keys().stream();
    }
    return condition instanceof Condition.Test test ? Stream.of(test.predicate()) : Stream.empty();
  }

  /** The one table of all columns of a term. */
  static Optional<TableName> table(Term term) {
    Optional<TableName> table = Optional.empty();
    for (ColumnRef column : term.columns()) {
      if (!(column instanceof ColumnRef.Resolved known)) {
        return Optional.empty();
      }
      TableName own = known.table().table();
      if (table.isPresent() && !table.get().equals(own)) {
        return Optional.empty();
      }
      table = Optional.of(own);
    }
    return table;
  }

  static boolean isOn(Term term, Collection<TableName> tables) {
    return table(term).filter(tables::contains).isPresent();
  }

  /** The one column of a term. */
  static Optional<ColumnRef.Resolved> column(Term term) {
    return term.columns().size() == 1 && term.columns().get(0) instanceof ColumnRef.Resolved known
        ? Optional.of(known)
        : Optional.empty();
  }
}
