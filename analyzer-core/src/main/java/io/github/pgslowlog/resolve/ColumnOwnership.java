package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which table has which column, learned from all statements of a log together.
 *
 * <p>A qualified name proves that its table has the column. A name without qualifier that ran
 * without error belongs to exactly one table of the innermost query that has it, so:
 *
 * <ul>
 *   <li>if one table in scope is known to have it, the others of that query do not;
 *   <li>if all tables in scope but one are known not to have it, that one has it.
 * </ul>
 *
 * <p>Applied until nothing new follows. Where the columns proven so far show that every table has a
 * prefix of its own ({@code l_} for lineitem), the same reasoning is applied to prefixes; what
 * follows from that is marked as {@link Evidence#NAMING}.
 */
public final class ColumnOwnership {
  private static final int MIN_TABLES_FOR_NAMING = 3;
  private static final int MIN_COLUMNS_FOR_NAMING = 2;

  private final Map<String, Set<TableName>> owners = new TreeMap<>();
  private final Map<String, Set<TableName>> others = new TreeMap<>();
  private final Map<String, TableName> tableOfPrefix = new TreeMap<>();

  private ColumnOwnership() {}

  /**
   * Resolves what can be resolved in the shapes of a workload.
   *
   * @param shapes all shapes, in any order
   * @param <K> what names a shape
   * @return the same shapes with fewer ambiguous columns
   */
  public static <K> Map<K, QueryShape> resolve(Map<K, QueryShape> shapes) {
    ColumnOwnership ownership = new ColumnOwnership();
    List<ColumnRef> columns = columns(shapes.values());
    ownership.learn(columns);
    ownership.learnPrefixes(columns);
    Map<K, QueryShape> resolved = new LinkedHashMap<>();
    shapes.forEach((key, shape) -> resolved.put(key, shape.withColumns(ownership::resolve)));
    return resolved;
  }

  private static List<ColumnRef> columns(Collection<QueryShape> shapes) {
    return shapes.stream()
        .flatMap(shape -> shape.blocks().stream())
        .flatMap(block -> block.uses().stream())
        .map(ColumnUse::column)
        .distinct()
        .toList();
  }

  private void learn(List<ColumnRef> columns) {
    for (ColumnRef column : columns) {
      if (column instanceof ColumnRef.Resolved known) {
        has(known.table().table(), known.column());
      }
    }
    boolean learned = true;
    while (learned) {
      learned = false;
      for (ColumnRef column : columns) {
        if (column instanceof ColumnRef.Ambiguous ambiguous) {
          learned |= learn(ambiguous);
        }
      }
    }
  }

  private boolean learn(ColumnRef.Ambiguous column) {
    for (List<TableRef> level : column.levels()) {
      Optional<TableRef> owner =
          level.stream().filter(t -> isOwner(t, column.column())).findFirst();
      if (owner.isPresent()) {
        return excludeOthers(level, owner.get(), column.column());
      }
      if (!level.stream().allMatch(t -> isNoOwner(t, column.column()))) {
        return learnByElimination(column);
      }
    }
    return false;
  }

  private boolean excludeOthers(List<TableRef> level, TableRef owner, String column) {
    boolean learned = false;
    for (TableRef table : level) {
      if (!table.table().equals(owner.table())) {
        learned |= others.computeIfAbsent(column, c -> new TreeSet<>()).add(table.table());
      }
    }
    return learned;
  }

  private boolean learnByElimination(ColumnRef.Ambiguous column) {
    if (column.open()) {
      return false;
    }
    List<TableName> left =
        column.levels().stream()
            .flatMap(List::stream)
            .filter(t -> !isNoOwner(t, column.column()))
            .map(TableRef::table)
            .distinct()
            .toList();
    return left.size() == 1 && has(left.get(0), column.column());
  }

  private boolean has(TableName table, String column) {
    return owners.computeIfAbsent(column, c -> new TreeSet<>()).add(table);
  }

  private boolean isOwner(TableRef table, String column) {
    return owners.getOrDefault(column, Set.of()).contains(table.table());
  }

  private boolean isNoOwner(TableRef table, String column) {
    return others.getOrDefault(column, Set.of()).contains(table.table());
  }

  // --- naming

  private void learnPrefixes(List<ColumnRef> columns) {
    if (!learnProvenPrefixes()) {
      tableOfPrefix.clear();
      return;
    }
    boolean learned = true;
    while (learned) {
      learned = false;
      for (Map.Entry<String, Set<TableName>> entry : candidates(columns).entrySet()) {
        Set<TableName> left = new TreeSet<>(entry.getValue());
        left.removeAll(tableOfPrefix.values());
        if (left.size() == 1 && !tableOfPrefix.containsKey(entry.getKey())) {
          tableOfPrefix.put(entry.getKey(), left.iterator().next());
          learned = true;
        }
      }
    }
  }

  /** False unless every table with enough proven columns has one prefix and shares it with none. */
  private boolean learnProvenPrefixes() {
    Map<TableName, List<String>> columnsOf = new TreeMap<>();
    owners.forEach(
        (column, tables) ->
            tables.forEach(t -> columnsOf.computeIfAbsent(t, k -> new ArrayList<>()).add(column)));
    for (Map.Entry<TableName, List<String>> entry : columnsOf.entrySet()) {
      Set<String> prefixes = new LinkedHashSet<>();
      entry.getValue().forEach(column -> prefixes.add(prefix(column)));
      String prefix = prefixes.iterator().next();
      if (prefixes.size() > 1 || prefix.isEmpty()) {
        return false;
      }
      if (entry.getValue().size() >= MIN_COLUMNS_FOR_NAMING
          && tableOfPrefix.put(prefix, entry.getKey()) != null) {
        return false;
      }
    }
    return tableOfPrefix.size() >= MIN_TABLES_FOR_NAMING;
  }

  /** For each prefix the tables that were in scope whenever it was used. */
  private static Map<String, Set<TableName>> candidates(List<ColumnRef> columns) {
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

  // --- answers

  private ColumnRef resolve(ColumnRef column) {
    if (!(column instanceof ColumnRef.Ambiguous ambiguous)) {
      return column;
    }
    for (List<TableRef> level : ambiguous.levels()) {
      for (TableRef table : level) {
        if (isOwner(table, column.column())) {
          return new ColumnRef.Resolved(table, column.column(), Evidence.WORKLOAD);
        }
      }
      if (!level.stream().allMatch(t -> isNoOwner(t, column.column()))) {
        break;
      }
    }
    return byNaming(ambiguous);
  }

  private ColumnRef byNaming(ColumnRef.Ambiguous column) {
    TableName owner = tableOfPrefix.get(prefix(column.column()));
    for (List<TableRef> level : column.levels()) {
      for (TableRef table : level) {
        if (table.table().equals(owner)) {
          return new ColumnRef.Resolved(table, column.column(), Evidence.NAMING);
        }
      }
    }
    return column;
  }
}
