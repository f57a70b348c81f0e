package io.github.pgslowlog.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Columns that one output of UNION, INTERSECT or EXCEPT stands for: what is asked of the output is
 * asked of each of them.
 *
 * <p>The output goes by the first of them, in a use of its table that nothing else refers to.
 */
final class Twins {
  private final UnaryOperator<TableRef> again;
  private final Map<ColumnRef, Set<ColumnRef>> columns = new HashMap<>();

  /**
   * Starts with none.
   *
   * @param again makes another use of a table
   */
  Twins(UnaryOperator<TableRef> again) {
    this.again = again;
  }

  /** The outputs of a set operation, made of those of its parts. */
  Outputs merge(List<Outputs> parts) {
    Map<TableRef, TableRef> tables = new HashMap<>();
    List<Outputs.Item> merged = new ArrayList<>();
    for (Outputs.Item item : parts.get(0).items()) {
      int position = merged.size() + 1;
      Optional<Outputs.Named> first = parts.get(0).at(position);
      merged.add(
          first.isEmpty()
              ? item
              : new Outputs.Named(first.get().name(), leader(columns(parts, position), tables)));
    }
    return new Outputs(merged);
  }

  private static Set<ColumnRef> columns(List<Outputs> parts, int position) {
    Set<ColumnRef> columns = new LinkedHashSet<>();
    for (Outputs part : parts) {
      part.at(position).flatMap(Outputs.Named::column).ifPresent(columns::add);
    }
    return columns;
  }

  private Optional<ColumnRef> leader(Set<ColumnRef> all, Map<TableRef, TableRef> tables) {
    if (all.size() < 2) {
      return all.stream().findFirst();
    }
    ColumnRef first = all.iterator().next();
    ColumnRef leader =
        first instanceof ColumnRef.Resolved known
            ? new ColumnRef.Resolved(
                tables.computeIfAbsent(known.table(), again), known.column(), known.evidence())
            : first;
    columns.computeIfAbsent(leader, key -> new LinkedHashSet<>()).addAll(all);
    return Optional.of(leader);
  }

  /** The columns that a column stands for, most often itself. */
  List<ColumnRef> of(ColumnRef column) {
    if (!columns.containsKey(column)) {
      return List.of(column);
    }
    Set<ColumnRef> found = new LinkedHashSet<>();
    collect(column, found, new LinkedHashSet<>());
    return List.copyOf(found);
  }

  /** A column that is a leader itself comes from a set operation in a set operation. */
  private void collect(ColumnRef column, Set<ColumnRef> found, Set<ColumnRef> seen) {
    Set<ColumnRef> inside = columns.get(column);
    if (inside == null || !seen.add(column)) {
      found.add(column);
      return;
    }
    inside.forEach(one -> collect(one, found, seen));
  }
}
