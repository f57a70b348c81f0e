package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
  private final Map<String, Set<TableName>> owners = new TreeMap<>();
  private final Map<String, Set<TableName>> others = new TreeMap<>();
  private final TablePrefixes prefixes;

  private ColumnOwnership(List<ColumnRef> columns) {
    learn(columns);
    prefixes = TablePrefixes.learn(owners, columns);
  }

  /**
   * Learns from the shapes of a workload.
   *
   * @param shapes all shapes, in any order
   * @return what they prove together
   */
  public static ColumnOwnership of(Collection<QueryShape> shapes) {
    return new ColumnOwnership(columns(shapes));
  }

  /**
   * Resolves what can be resolved in a shape.
   *
   * @param shape one of the shapes
   * @return the same with fewer ambiguous columns
   */
  public QueryShape resolve(QueryShape shape) {
    return shape.withColumns(this::resolve);
  }

  private static List<ColumnRef> columns(Collection<QueryShape> shapes) {
    Set<ColumnRef> columns = new LinkedHashSet<>();
    for (QueryShape shape : shapes) {
      for (QueryBlock block : shape.blocks()) {
        block.uses().forEach(use -> columns.add(use.column()));
      }
    }
    return List.copyOf(columns);
  }

  /** What is learned of a name says nothing about others: so each name is a problem of its own. */
  private void learn(List<ColumnRef> columns) {
    Map<String, List<ColumnRef.Ambiguous>> ambiguous = new TreeMap<>();
    for (ColumnRef column : columns) {
      if (column instanceof ColumnRef.Resolved known) {
        has(known.table().table(), known.column());
      } else if (column instanceof ColumnRef.Ambiguous open) {
        ambiguous.computeIfAbsent(open.column(), c -> new ArrayList<>()).add(open);
      }
    }
    ambiguous.values().forEach(this::learnName);
  }

  private void learnName(List<ColumnRef.Ambiguous> columns) {
    Deductions<TableName> deductions = new Deductions<>();
    for (int i = 0; i < columns.size(); i++) {
      for (List<TableRef> level : columns.get(i).levels()) {
        for (TableRef table : level) {
          deductions.dependsOn(i, table.table());
        }
      }
    }
    deductions.run(i -> learn(columns.get(i), deductions::changed));
  }

  private void learn(ColumnRef.Ambiguous column, Consumer<TableName> learned) {
    for (List<TableRef> level : column.levels()) {
      TableRef owner = owner(level, column.column());
      if (owner != null) {
        excludeOthers(level, owner, column.column(), learned);
        return;
      }
      if (!isExcluded(level, column.column())) {
        learnByElimination(column, learned);
        return;
      }
    }
  }

  private void excludeOthers(
      List<TableRef> level, TableRef owner, String column, Consumer<TableName> learned) {
    for (TableRef table : level) {
      TableName name = table.table();
      if (!name.equals(owner.table())
          && others.computeIfAbsent(column, c -> new TreeSet<>()).add(name)) {
        learned.accept(name);
      }
    }
  }

  private void learnByElimination(ColumnRef.Ambiguous column, Consumer<TableName> learned) {
    if (column.open()) {
      return;
    }
    TableName left = null;
    for (List<TableRef> level : column.levels()) {
      for (TableRef table : level) {
        if (isNoOwner(table, column.column()) || table.table().equals(left)) {
          continue;
        }
        if (left != null) {
          return;
        }
        left = table.table();
      }
    }
    if (left != null && has(left, column.column())) {
      learned.accept(left);
    }
  }

  private boolean has(TableName table, String column) {
    return owners.computeIfAbsent(column, c -> new TreeSet<>()).add(table);
  }

  private @Nullable TableRef owner(List<TableRef> level, String column) {
    for (TableRef table : level) {
      if (isOwner(table, column)) {
        return table;
      }
    }
    return null;
  }

  private boolean isExcluded(List<TableRef> level, String column) {
    for (TableRef table : level) {
      if (!isNoOwner(table, column)) {
        return false;
      }
    }
    return true;
  }

  private boolean isOwner(TableRef table, String column) {
    return owners.getOrDefault(column, Set.of()).contains(table.table());
  }

  private boolean isNoOwner(TableRef table, String column) {
    return others.getOrDefault(column, Set.of()).contains(table.table());
  }

  // --- answers

  private ColumnRef resolve(ColumnRef column) {
    if (!(column instanceof ColumnRef.Ambiguous ambiguous)) {
      return column;
    }
    for (List<TableRef> level : ambiguous.levels()) {
      TableRef owner = owner(level, column.column());
      if (owner != null) {
        return new ColumnRef.Resolved(owner, column.column(), Evidence.WORKLOAD);
      }
      if (!isExcluded(level, column.column())) {
        break;
      }
    }
    return byNaming(ambiguous);
  }

  private ColumnRef byNaming(ColumnRef.Ambiguous column) {
    TableName owner = prefixes.tableOf(column.column());
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
