package io.github.pgslowlog.candidate;

import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.ColumnUse;
import io.github.pgslowlog.resolve.QueryBlock;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.SortKey;
import io.github.pgslowlog.resolve.TableRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which orders of which tables a query asks for: ORDER BY, GROUP BY, DISTINCT and windows. */
final class BlockOrders {
  private final QueryBlock block;
  private final Function<TableRef, Optional<ScanAccumulator>> scans;

  BlockOrders(QueryBlock block, Function<TableRef, Optional<ScanAccumulator>> scans) {
    this.block = block;
    this.scans = scans;
  }

  void read() {
    orderBy();
    grouping(block.groupBy().stream().flatMap(term -> term.plainColumn().stream()));
    grouping(used(Role.DISTINCT));
    Set<ColumnRef> window = new LinkedHashSet<>();
    used(Role.GROUP_BY).forEach(window::add);
    used(Role.ORDER_BY).forEach(window::add);
    boolean windows = block.groupBy().isEmpty() && used(Role.GROUP_BY).findAny().isPresent();
    if (windows) {
      grouping(window.stream());
    }
  }

  /** The first elements of ORDER BY that are on one table; the rest is sorted within these. */
  private void orderBy() {
    if (block.orderBy().isEmpty()) {
      return;
    }
    Optional<TableRef> table = ScanReader.table(block.orderBy().get(0).term());
    List<SortKey> keys =
        block.orderBy().stream()
            .takeWhile(key -> table.isPresent() && ScanReader.table(key.term()).equals(table))
            .toList();
    if (!keys.isEmpty()) {
      table.flatMap(scans).ifPresent(scan -> scan.order(keys, block.limit().limited()));
    }
  }

  private Stream<ColumnRef> used(Role role) {
    return block.uses().stream().filter(use -> use.role() == role).map(ColumnUse::column);
  }

  private void grouping(Stream<ColumnRef> columns) {
    Map<TableRef, List<String>> byTable = new LinkedHashMap<>();
    columns
        .flatMap(column -> ScanReader.resolved(column).stream())
        .forEach(
            column ->
                byTable
                    .computeIfAbsent(column.table(), table -> new ArrayList<>())
                    .add(column.column()));
    byTable.forEach((table, keys) -> scans.apply(table).ifPresent(scan -> scan.grouping(keys)));
  }
}
