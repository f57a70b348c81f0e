package io.github.pgslowlog.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
  private final Set<TableRef> barred = new HashSet<>();

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

  /**
   * The outputs of a query that is computed as a whole: conditions on them are tested afterwards,
   * not in its tables.
   */
  Outputs barred(Outputs outputs) {
    Map<TableRef, TableRef> tables = new HashMap<>();
    return new Outputs(outputs.items().stream().map(item -> barred(item, tables)).toList());
  }

  private Outputs.Item barred(Outputs.Item item, Map<TableRef, TableRef> tables) {
    if (item instanceof Outputs.Rest rest && rest.relation() instanceof Relation.Base base) {
      TableRef table = barred(base.table(), tables);
      return new Outputs.Rest(new Relation.Base(table, base.definition()));
    }
    if (item instanceof Outputs.Named named
        && named.column().isPresent()
        && named.column().get() instanceof ColumnRef.Resolved known) {
      TableRef table = barred(known.table(), tables);
      ColumnRef column = new ColumnRef.Resolved(table, known.column(), known.evidence());
      again(known, column);
      return new Outputs.Named(named.name(), Optional.of(column));
    }
    return item;
  }

  private TableRef barred(TableRef table, Map<TableRef, TableRef> tables) {
    TableRef other = tables.computeIfAbsent(table, again);
    barred.add(other);
    return other;
  }

  /** One column for several, as COALESCE of them: no condition on it is one on a table. */
  ColumnRef merged(List<ColumnRef> all) {
    if (!(all.get(0) instanceof ColumnRef.Resolved first)) {
      return all.get(0);
    }
    TableRef table = barred(first.table(), new HashMap<>());
    ColumnRef leader = new ColumnRef.Resolved(table, first.column(), first.evidence());
    columns.put(leader, new LinkedHashSet<>(all));
    return leader;
  }

  /** Outputs that are those of a query once more, as other uses of its tables. */
  Outputs again(Outputs outputs, Outputs renewed) {
    for (int i = 0; i < renewed.items().size(); i++) {
      if (outputs.items().get(i) instanceof Outputs.Named from
          && renewed.items().get(i) instanceof Outputs.Named to
          && from.column().isPresent()
          && to.column().isPresent()) {
        again(from.column().get(), to.column().get());
      }
    }
    return renewed;
  }

  private void again(ColumnRef from, ColumnRef to) {
    Set<ColumnRef> all = columns.get(from);
    if (all != null && !from.equals(to)) {
      columns.put(to, all);
    }
    if (isBarred(from) && to instanceof ColumnRef.Resolved known) {
      barred.add(known.table());
    }
  }

  /** Whether conditions on a column are tested after its table is read. */
  boolean isBarred(ColumnRef column) {
    return column instanceof ColumnRef.Resolved known && barred.contains(known.table());
  }

  /** A condition, with the reason if it is not one on a table. */
  Predicate marked(Predicate predicate) {
    return predicate.term().columns().stream().anyMatch(this::isBarred)
        ? predicate.because(Sargability.NOT_PUSHED_DOWN)
        : predicate;
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
