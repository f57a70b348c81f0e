package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.ColumnUse;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.QueryBlock;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.TableRef;
import io.github.pgslowlog.resolve.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads from the shape of a statement what it does with each use of a table.
 *
 * <p>What an outer query asks of a column that a sub-select in FROM, a view or a common table
 * expression gives is asked of the table inside.
 */
final class ScanReader {
  /** A statement of more tables is one of a machine; what is said of the first is enough. */
  static final int MAX_TABLES = 64;

  private final Catalog catalog;
  private final ColumnOrder order;
  private final Map<TableRef, TableRef> shared;
  private final Map<TableRef, ScanAccumulator> scans = new LinkedHashMap<>();
  private final Map<TableName, Optional<TableFacts>> facts = new LinkedHashMap<>();
  private final QueryShape shape;
  private final SampleConstants constants;

  private ScanReader(
      Catalog catalog, ColumnOrder order, QueryShape shape, SampleConstants constants) {
    this.catalog = catalog;
    this.order = order;
    this.shape = shape;
    this.constants = constants;
    this.shared = sharedTables(shape);
  }

  /** The uses of tables that may get an index, in the order of the statement. */
  static List<TableScan> scans(
      Catalog catalog, ColumnOrder order, QueryShape shape, SampleConstants constants) {
    return new ScanReader(catalog, order, shape, constants).read();
  }

  private List<TableScan> read() {
    shape.blocks().stream().flatMap(block -> block.tables().stream()).forEach(this::scan);
    shape.blocks().forEach(this::read);
    return scans.values().stream().map(scan -> scan.toScan(shape.written(), constants)).toList();
  }

  /**
   * The second and further references to a common table expression are uses of its tables of their
   * own, which no FROM has. The table in FROM stands for them, if there is one.
   */
  private static Map<TableRef, TableRef> sharedTables(QueryShape shape) {
    Map<TableName, List<TableRef>> byName =
        shape.blocks().stream()
            .flatMap(block -> block.tables().stream())
            .collect(Collectors.groupingBy(TableRef::table));
    Map<TableRef, TableRef> shared = new LinkedHashMap<>();
    for (QueryBlock block : shape.blocks()) {
      for (ColumnRef column : block.read()) {
        if (column instanceof ColumnRef.Resolved known) {
          List<TableRef> all = byName.getOrDefault(known.table().table(), List.of());
          if (!all.isEmpty() && !all.contains(known.table())) {
            shared.put(known.table(), all.get(0));
          }
        }
      }
    }
    return shared;
  }

  private Optional<ScanAccumulator> scan(TableRef table) {
    TableRef own = shared.getOrDefault(table, table);
    if (!scans.containsKey(own) && scans.size() < MAX_TABLES) {
      facts
          .computeIfAbsent(own.table(), name -> TableFacts.of(catalog, name))
          .ifPresent(found -> scans.put(own, new ScanAccumulator(found, order)));
    }
    return Optional.ofNullable(scans.get(own));
  }

  // --- what a query says of its tables

  private void read(QueryBlock block) {
    block.predicates().forEach(this::predicate);
    block.uses().forEach(use -> use(use, block.limit().limited()));
    block.read().forEach(column -> resolved(column).ifPresent(known -> read(known)));
    new BlockOrders(block, this::scan).read();
    new Alternatives(this::scan).read(block.condition());
  }

  private void predicate(Predicate predicate) {
    table(predicate.term()).flatMap(this::scan).ifPresent(scan -> scan.predicate(predicate));
  }

  private void read(ColumnRef.Resolved column) {
    scan(column.table()).ifPresent(scan -> scan.column(column.column()));
  }

  private void use(ColumnUse use, boolean limited) {
    resolved(use.column())
        .ifPresent(known -> scan(known.table()).ifPresent(scan -> use(scan, known, use)));
    if (use.role() == Role.DISTANCE && limited) {
      resolved(use.column())
          .ifPresent(known -> scan(known.table()).ifPresent(s -> s.distance(known.column())));
    }
  }

  private void use(ScanAccumulator scan, ColumnRef.Resolved column, ColumnUse use) {
    if (use.role() == Role.JOIN) {
      String partner =
          use.partner()
              .flatMap(ScanReader::resolved)
              .map(other -> Integer.toString(other.table().number()))
              .orElse("");
      scan.join(partner, column.column());
    } else if (use.role() == Role.MIN_MAX) {
      scan.extreme(column.column());
    } else {
      scan.role(use.role(), column.column());
    }
  }

  // --- columns

  static Optional<ColumnRef.Resolved> resolved(ColumnRef column) {
    return column instanceof ColumnRef.Resolved known ? Optional.of(known) : Optional.empty();
  }

  /** The one table that a term is made of, empty if it is made of several or of none. */
  static Optional<TableRef> table(Term term) {
    List<TableRef> tables = new ArrayList<>();
    for (ColumnRef column : term.columns()) {
      Optional<ColumnRef.Resolved> known = resolved(column);
      if (known.isEmpty()) {
        return Optional.empty();
      }
      tables.add(known.get().table());
    }
    return Set.copyOf(tables).size() == 1 ? Optional.of(tables.get(0)) : Optional.empty();
  }
}
