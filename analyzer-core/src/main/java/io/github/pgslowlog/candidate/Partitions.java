package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where the rows of a partitioned table are. */
final class Partitions {
  private Partitions() {}

  /** The partitions of a table that hold rows themselves; of an ordinary table the table. */
  static List<Table> leaves(Catalog catalog, Table table) {
    List<Table> leaves = new ArrayList<>();
    Set<Table> seen = new HashSet<>();
    Deque<Table> open = new ArrayDeque<>(List.of(table));
    while (!open.isEmpty()) {
      Table next = open.pop();
      if (next.kind() != Table.Kind.PARTITIONED) {
        leaves.add(next);
      } else if (seen.add(next)) {
        open.addAll(catalog.partitions(next.name()));
      }
    }
    return leaves;
  }
}
