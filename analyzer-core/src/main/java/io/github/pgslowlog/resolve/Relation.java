package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something in FROM that columns can come from. */
sealed interface Relation {
  /** The name that qualifies its columns, empty if none does. */
  String alias();

  /** Its columns, as far as they are known. */
  default List<Outputs.Item> items() {
    return List.of(new Outputs.Rest(this));
  }

  /**
   * A table.
   *
   * @param table this use of it
   * @param definition its columns, if the catalog knows it
   */
  record Base(TableRef table, Optional<Table> definition) implements Relation {
    @Override
    public String alias() {
      return table.alias();
    }

    /** Whether it goes by the name of the table itself. */
    boolean isByItsName() {
      return table.alias().equals(table.table().name());
    }

    @Override
    public List<Outputs.Item> items() {
      return definition.isEmpty()
          ? Relation.super.items()
          : definition.get().columns().stream()
              .<Outputs.Item>map(c -> new Outputs.Named(c.name(), Optional.of(column(c.name()))))
              .toList();
    }

    private ColumnRef column(String name) {
      return new ColumnRef.Resolved(table, name, Evidence.CATALOG);
    }
  }

  /**
   * A sub-select, a common table expression, a view, or a function whose columns are known.
   *
   * @param outputs its columns
   */
  record Derived(String alias, Outputs outputs) implements Relation {
    @Override
    public List<Outputs.Item> items() {
      return outputs.items();
    }

    /** The columns that have a name; those that are computed have no reference. */
    Map<String, Optional<ColumnRef>> columns() {
      return outputs.byName();
    }

    Derived renamed(String newAlias, List<String> names) {
      return new Derived(newAlias, outputs.renamed(names));
    }
  }

  /**
   * A join that has columns of its own, or a name.
   *
   * @param merged the columns of USING, and those that a NATURAL join has in common
   * @param parts what it joins
   * @param behind for each NATURAL join of tables that are not known, what could have the same
   *     columns as {@code parts}
   */
  record Joined(
      String alias,
      Map<String, Optional<ColumnRef>> merged,
      List<Relation> parts,
      List<List<Relation>> behind)
      implements Relation {
    @Override
    public List<Outputs.Item> items() {
      List<Outputs.Item> items = new ArrayList<>();
      merged.forEach((name, column) -> items.add(new Outputs.Named(name, column)));
      List<Relation> all = new ArrayList<>(parts);
      behind.forEach(all::addAll);
      for (Relation part : all) {
        for (Outputs.Item item : part.items()) {
          boolean again = item instanceof Outputs.Named named && merged.containsKey(named.name());
          if (!again && items.size() <= Outputs.MAX_COLUMNS) {
            items.add(item);
          }
        }
      }
      return items;
    }
  }

  /** A function or the like, whose columns are not known. */
  record Opaque(String alias) implements Relation {}
}
