package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.Table;
import io.github.pgslowlog.catalog.TableActivity;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.catalog.TableStatistics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/** How large tables are and how they are used, partitions added up. */
final class Sizes {
  /** Bytes of a page. */
  static final long PAGE = 8192;

  /** 10,000 rows: reading fewer takes a millisecond or so. */
  static final double SMALL = 10_000;

  private static final int MAX_TABLES = 100_000;

  private final Catalog catalog;
  private final Map<TableName, List<TableName>> partitions = new HashMap<>();

  Sizes(Catalog catalog) {
    this.catalog = catalog;
    for (Table table : catalog.tables()) {
      table
          .partitionOf()
          .ifPresent(
              whole ->
                  partitions.computeIfAbsent(whole, name -> new ArrayList<>()).add(table.name()));
    }
  }

  /** Its rows; empty if the table was never analyzed or is not known. */
  OptionalDouble rows(TableName table) {
    List<TableStatistics> known =
        leaves(table).stream()
            .flatMap(leaf -> catalog.statistics(leaf).stream())
            .filter(statistics -> statistics.rows() >= 0)
            .toList();
    return known.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(known.stream().mapToDouble(TableStatistics::rows).sum());
  }

  boolean isLarge(TableName table) {
    return rows(table).orElse(0) >= SMALL;
  }

  boolean isSmall(TableName table) {
    return rows(table).orElse(SMALL) < SMALL;
  }

  long pages(TableName table) {
    return leaves(table).stream()
        .flatMap(leaf -> catalog.statistics(leaf).stream())
        .mapToLong(TableStatistics::pages)
        .sum();
  }

  /** A count of activity; empty if no activity is known. */
  Optional<Long> activity(TableName table, ToLongFunction<TableActivity> count) {
    List<TableActivity> known =
        leaves(table).stream()
            .flatMap(leaf -> catalog.statistics(leaf).stream())
            .flatMap(statistics -> statistics.activity().stream())
            .toList();
    return known.isEmpty() ? Optional.empty() : Optional.of(known.stream().mapToLong(count).sum());
  }

  /** The table, or what it is made of. */
  List<TableName> leaves(TableName table) {
    List<TableName> leaves = new ArrayList<>();
    List<TableName> open = new ArrayList<>(List.of(table));
    for (int i = 0; i < open.size() && i < MAX_TABLES; i++) {
      List<TableName> parts = partitions.getOrDefault(open.get(i), List.of());
      open.addAll(parts);
      if (parts.isEmpty()) {
        leaves.add(open.get(i));
      }
    }
    return leaves;
  }
}
