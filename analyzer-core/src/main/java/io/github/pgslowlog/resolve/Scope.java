package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.ColumnDefinition;
import io.github.pgslowlog.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What names mean at a place in a statement: the relations of the query, then those of the queries
 * around it.
 *
 * <p>Two lists, as the server has them: what a qualifier can mean, and what a name without
 * qualifier is looked up in. The tables under {@code JOIN ... USING} are in the first alone.
 */
final class Scope {
  private final @Nullable Scope outer;
  private final CommonTables with;
  private final Catalog catalog;
  private final List<Qualifier> qualifiers = new ArrayList<>();
  private final List<Relation> relations = new ArrayList<>();

  /** A name that qualifies columns, and of what. */
  private record Qualifier(String name, Relation relation) {}

  /** How much is in a scope. */
  record Mark(int qualifiers, int relations) {}

  Scope(@Nullable Scope outer, CommonTables with, Catalog catalog) {
    this.outer = outer;
    this.with = with;
    this.catalog = catalog;
  }

  @Nullable Scope outer() {
    return outer;
  }

  CommonTables with() {
    return with;
  }

  void add(Relation relation) {
    qualify(relation.alias(), relation);
    relations.add(relation);
  }

  /** Adds what is seen only by its name: {@code excluded}, {@code old}. */
  void qualify(String name, Relation relation) {
    if (!name.isEmpty()) {
      qualifiers.add(new Qualifier(name, relation));
    }
  }

  List<Relation> relations() {
    return relations;
  }

  // --- joins

  Mark mark() {
    return new Mark(qualifiers.size(), relations.size());
  }

  /** The scope of ON: what was added since, and nothing before it in FROM. */
  Scope since(Mark mark) {
    if (mark.relations() == 0) {
      return this;
    }
    Scope part = new Scope(outer, with, catalog);
    part.qualifiers.addAll(qualifiers.subList(mark.qualifiers(), qualifiers.size()));
    part.relations.addAll(relations.subList(mark.relations(), relations.size()));
    return part;
  }

  /** Puts a join in place of what it joins; with a name it hides the names of that. */
  void join(Mark mark, Relation.Joined join) {
    relations.subList(mark.relations(), relations.size()).clear();
    relations.add(join);
    if (!join.alias().isEmpty()) {
      if (join.merged().isEmpty()) {
        qualifiers.subList(mark.qualifiers(), qualifiers.size()).clear();
      }
      qualify(join.alias(), join);
    }
  }

  // --- answers

  /**
   * The column that a name means. Empty if it is no column of a table: an expression of a
   * sub-select, a column of a function, a whole row, a variable, a system column.
   */
  Optional<ColumnRef> resolve(Expression.ColumnName column) {
    if (column.table().isEmpty()) {
      return ColumnSearch.find(levels(), column.name());
    }
    return relation(column.schema(), column.table())
        .flatMap(relation -> ColumnSearch.in(relation, column.name()));
  }

  /** The column of {@code (t).c}, if t is a whole row and no column itself. */
  Optional<ColumnRef> field(Expression.ColumnName row, String field) {
    return row.table().isEmpty() && resolve(row).isEmpty()
        ? resolve(new Expression.ColumnName("", row.name(), field))
        : Optional.empty();
  }

  /** Whether a relation of this query is known to have a column of a name. */
  boolean hasForCertain(String column) {
    return ColumnSearch.isCertain(relations, column);
  }

  /** What a qualifier means. */
  Optional<Relation> relation(String schema, String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      for (Qualifier qualifier : scope.qualifiers) {
        if (qualifier.name().equals(name) && isOf(schema, qualifier.relation())) {
          return Optional.of(qualifier.relation());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(String schema, Relation relation) {
    if (schema.isEmpty()) {
      return true;
    }
    if (!(relation instanceof Relation.Base base)) {
      return relation instanceof Relation.Derived;
    }
    String own = base.table().table().schema();
    return base.isByItsName() && (own.isEmpty() || own.equals(schema));
  }

  /** The type of a column as the catalog has it; empty if it is not known. */
  String type(ColumnRef column) {
    return column instanceof ColumnRef.Resolved known
        ? catalog
            .find(known.table().table())
            .flatMap(table -> table.column(known.column()))
            .map(ColumnDefinition::type)
            .orElse("")
        : "";
  }

  private List<List<Relation>> levels() {
    List<List<Relation>> levels = new ArrayList<>();
    for (Scope scope = this; scope != null; scope = scope.outer) {
      levels.add(scope.relations);
    }
    return levels;
  }
}
