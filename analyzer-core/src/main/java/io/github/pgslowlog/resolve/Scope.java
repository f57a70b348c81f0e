package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What names mean at a place in a statement: the relations of the query, then those of the queries
 * around it.
 */
final class Scope {
  private final @Nullable Scope outer;
  private final List<Relation> relations = new ArrayList<>();

  Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  @Nullable Scope outer() {
    return outer;
  }

  void add(Relation relation) {
    relations.add(relation);
  }

  List<Relation> relations() {
    return relations;
  }

  /**
   * The column that a name means. Empty if it is no column of a table: an expression of a
   * sub-select, a column of a function, or a whole row.
   */
  Optional<ColumnRef> resolve(Expression.ColumnName column) {
    return column.table().isEmpty()
        ? unqualified(column.name())
        : qualified(column.table(), column.name());
  }

  Optional<ColumnRef> qualified(String qualifier, String column) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      for (Relation relation : scope.relations) {
        if (relation.alias().equals(qualifier)) {
          return in(relation, column);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<ColumnRef> in(Relation relation, String column) {
    if (relation instanceof Relation.Base base) {
      return Optional.of(new ColumnRef.Resolved(base.table(), column, Evidence.STATEMENT));
    }
    if (relation instanceof Relation.Derived derived) {
      return derived.columns().containsKey(column)
          ? derived.columns().getOrDefault(column, Optional.empty())
          : search(List.of(derived.stars()), column);
    }
    return Optional.empty();
  }

  /** The type of a column as the catalog has it; empty if it is not known. */
  String type(ColumnRef column) {
    return "";
  }

  Optional<ColumnRef> unqualified(String column) {
    List<List<Relation>> levels = new ArrayList<>();
    for (Scope scope = this; scope != null; scope = scope.outer) {
      levels.add(scope.relations);
    }
    return search(levels, column);
  }

  private static Optional<ColumnRef> search(List<List<Relation>> levels, String column) {
    List<List<TableRef>> candidates = new ArrayList<>();
    boolean open = false;
    for (List<Relation> level : levels) {
      Level found = new Level();
      for (Relation relation : level) {
        if (relation.alias().equals(column)) {
          return Optional.empty();
        }
        if (found.decidedBy(relation, column)) {
          return found.decision;
        }
      }
      open |= found.open;
      if (!found.tables.isEmpty()) {
        candidates.add(found.tables);
      }
    }
    return choose(candidates, column, open);
  }

  private static Optional<ColumnRef> choose(
      List<List<TableRef>> candidates, String column, boolean open) {
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    if (candidates.size() == 1 && candidates.get(0).size() == 1 && !open) {
      TableRef only = candidates.get(0).get(0);
      return Optional.of(new ColumnRef.Resolved(only, column, Evidence.STATEMENT));
    }
    return Optional.of(new ColumnRef.Ambiguous(column, candidates, open));
  }

  /** The tables of one query that could have a column. */
  private static final class Level {
    private final List<TableRef> tables = new ArrayList<>();
    private boolean open;
    private Optional<ColumnRef> decision = Optional.empty();

    /** Takes a relation into account; true if it has the column for certain. */
    boolean decidedBy(Relation relation, String column) {
      if (relation instanceof Relation.Base base) {
        tables.add(base.table());
        return false;
      }
      if (!(relation instanceof Relation.Derived derived)) {
        open = true;
        return false;
      }
      if (derived.columns().containsKey(column)) {
        decision = derived.columns().getOrDefault(column, Optional.empty());
        return true;
      }
      return derived.stars().stream().anyMatch(star -> decidedBy(star, column));
    }
  }
}
