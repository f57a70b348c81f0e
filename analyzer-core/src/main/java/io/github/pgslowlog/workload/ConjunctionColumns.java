package io.github.pgslowlog.workload;

import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.Condition;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.TableRef;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** For each use of a table the columns that a conjunction has conditions on, and their roles. */
final class ConjunctionColumns {
  private final Map<TableRef, SortedMap<String, Set<Role>>> columns = new LinkedHashMap<>();

  private ConjunctionColumns() {}

  static Map<TableRef, SortedMap<String, Set<Role>>> of(List<Condition> conjunction) {
    ConjunctionColumns found = new ConjunctionColumns();
    conjunction.forEach(found::add);
    return found.columns;
  }

  private void add(Condition condition) {
    if (condition instanceof Condition.Test test) {
      Role role = test.predicate().role();
      test.predicate().term().plainColumn().ifPresent(column -> add(column, role));
    } else if (condition instanceof Condition.Joined joined) {
      add(joined.join().left(), Role.JOIN);
      add(joined.join().right(), Role.JOIN);
    }
  }

  private void add(ColumnRef column, Role role) {
    if (column instanceof ColumnRef.Resolved known) {
      columns
          .computeIfAbsent(known.table(), t -> new TreeMap<>())
          .computeIfAbsent(known.column(), c -> EnumSet.noneOf(Role.class))
          .add(role);
    }
  }
}
