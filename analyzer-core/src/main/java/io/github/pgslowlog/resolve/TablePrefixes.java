package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a schema where each begins the names of its columns with a prefix of its own, such
 * as {@code l_} for lineitem.
 */
final class TablePrefixes {
  private static final int MIN_TABLES = 3;
  private static final int MIN_COLUMNS = 2;

  private final Map<String, TableName> tables = new TreeMap<>();

  private TablePrefixes() {}

  /** Learns from the columns whose tables are proven, and then from all; may be none. */
  static TablePrefixes learn(Map<String, Set<TableName>> owners, Collection<ColumnRef> columns) {
    TablePrefixes prefixes = new TablePrefixes();
    if (prefixes.learnProven(owners)) {
      prefixes.learnByElimination(candidates(columns));
      return prefixes;
    }
    return new TablePrefixes();
  }

  /** The table whose columns begin as this one does. */
  @Nullable TableName tableOf(String column) {
    return tables.get(prefix(column));
  }

  /** False unless every table with enough proven columns has one prefix and shares it with none. */
  private boolean learnProven(Map<String, Set<TableName>> owners) {
    Map<TableName, List<String>> columnsOf = new TreeMap<>();
    owners.forEach(
        (column, of) ->
            of.forEach(t -> columnsOf.computeIfAbsent(t, k -> new ArrayList<>()).add(column)));
    for (Map.Entry<TableName, List<String>> entry : columnsOf.entrySet()) {
      Set<String> prefixes = new LinkedHashSet<>();
      entry.getValue().forEach(column -> prefixes.add(prefix(column)));
      String prefix = prefixes.iterator().next();
      if (prefixes.size() > 1 || prefix.isEmpty()) {
        return false;
      }
      if (entry.getValue().size() >= MIN_COLUMNS && tables.put(prefix, entry.getKey()) != null) {
        return false;
      }
    }
    return tables.size() >= MIN_TABLES;
  }

  /** A prefix is that of the only table left which has none yet. */
  private void learnByElimination(Map<String, Set<TableName>> candidates) {
    Set<TableName> taken = new HashSet<>(tables.values());
    List<String> prefixes = new ArrayList<>();
    List<Set<TableName>> left = new ArrayList<>();
    Deductions<TableName> deductions = new Deductions<>();
    candidates.forEach(
        (prefix, possible) -> {
          possible.forEach(table -> deductions.dependsOn(prefixes.size(), table));
          prefixes.add(prefix);
          left.add(possible);
        });
    deductions.run(
        i -> {
          left.get(i).removeAll(taken);
          if (left.get(i).size() == 1 && !tables.containsKey(prefixes.get(i))) {
            TableName table = left.get(i).iterator().next();
            tables.put(prefixes.get(i), table);
            taken.add(table);
            deductions.changed(table);
          }
        });
  }

  /** For each prefix the tables that were in scope whenever it was used. */
  private static Map<String, Set<TableName>> candidates(Collection<ColumnRef> columns) {
    Map<String, Set<TableName>> candidates = new TreeMap<>();
    for (ColumnRef column : columns) {
      Set<TableName> tables = new TreeSet<>();
      if (column instanceof ColumnRef.Ambiguous ambiguous) {
        ambiguous.levels().forEach(level -> level.forEach(t -> tables.add(t.table())));
      } else if (column instanceof ColumnRef.Resolved known) {
        tables.add(known.table().table());
      }
      candidates.merge(
          prefix(column.column()),
          tables,
          (all, some) -> {
            all.retainAll(some);
            return all;
          });
    }
    return candidates;
  }

  private static String prefix(String column) {
    int underscore = column.indexOf('_');
    return underscore < 0 ? "" : column.substring(0, underscore);
  }
}
