package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.Table;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.syntax.FromItem;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts the uses of tables in a statement, and finds them in the catalog. */
final class Tables {
  private final Catalog catalog;
  private final Set<Outputs> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private int count;

  Tables(Catalog catalog) {
    this.catalog = catalog;
  }

  /** What the catalog knows of a table that a statement names. */
  Optional<Table> definition(FromItem.Table written) {
    return catalog.find(new TableName(written.schema(), written.name()));
  }

  /** A new use of a table; a name without schema gets the one it is found in. */
  Relation.Base use(FromItem.Table written) {
    Optional<Table> definition = definition(written);
    TableName name =
        definition.map(Table::name).orElse(new TableName(written.schema(), written.name()));
    return new Relation.Base(new TableRef(name, written.qualifier(), count++), definition);
  }

  /** Another use of a table. */
  TableRef again(TableRef table) {
    return new TableRef(table.table(), table.alias(), count++);
  }

  /**
   * The columns of a common table expression. From the second reference on they are of other uses
   * of their tables, as if its query stood there.
   */
  Outputs use(Outputs shared) {
    return seen.add(shared) ? shared : again(shared);
  }

  private Outputs again(Outputs outputs) {
    Map<TableRef, TableRef> renewed = new HashMap<>();
    return new Outputs(outputs.items().stream().map(item -> again(item, renewed)).toList());
  }

  private Outputs.Item again(Outputs.Item item, Map<TableRef, TableRef> renewed) {
    if (item instanceof Outputs.Rest rest && rest.relation() instanceof Relation.Base base) {
      TableRef table = renewed.computeIfAbsent(base.table(), this::again);
      return new Outputs.Rest(new Relation.Base(table, base.definition()));
    }
    if (item instanceof Outputs.Named named
        && named.column().isPresent()
        && named.column().get() instanceof ColumnRef.Resolved known) {
      TableRef table = renewed.computeIfAbsent(known.table(), this::again);
      ColumnRef column = new ColumnRef.Resolved(table, known.column(), known.evidence());
      return new Outputs.Named(named.name(), Optional.of(column));
    }
    return item;
  }

  /** {@code FROM t AS x (a, b)}: without the columns of t in the catalog, a and b can be any. */
  static Relation renamed(Relation.Base table, List<String> names) {
    return names.isEmpty()
        ? table
        : new Relation.Derived(table.alias(), new Outputs(table.items()).renamed(names));
  }
}
