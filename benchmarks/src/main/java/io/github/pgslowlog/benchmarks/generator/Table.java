package io.github.pgslowlog.benchmarks.generator;

import java.util.List;

/** A table; its first column is the key. */
record Table(String name, String singular, List<Column> columns) {
  Table {
    columns = List.copyOf(columns);
  }

  String alias() {
    return name.substring(0, 1);
  }

  List<Column> references() {
    return columns.stream().filter(Column::isReference).toList();
  }

  /** Columns that a condition may ask for. */
  List<Column> searched() {
    return columns.stream()
        .filter(c -> c.value() != Value.JSON && c.value() != Value.NOTE)
        .toList();
  }
}
