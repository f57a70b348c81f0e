package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.ColumnDefinition;
import io.github.pgslowlog.catalog.Table;
import io.github.pgslowlog.syntax.Assignment;
import io.github.pgslowlog.syntax.Delete;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.FromItem;
import io.github.pgslowlog.syntax.Insert;
import io.github.pgslowlog.syntax.Merge;
import io.github.pgslowlog.syntax.Output;
import io.github.pgslowlog.syntax.Query;
import io.github.pgslowlog.syntax.Update;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Walks INSERT, UPDATE, DELETE and MERGE. */
final class WriteWalker {
  /** RETURNING may tell rows as they were and as they are. */
  private static final List<String> VERSIONS = List.of("old", "new");

  private final CommonTables with;
  private final StatementWalker statements;

  WriteWalker(CommonTables with, StatementWalker statements) {
    this.with = with;
    this.statements = statements;
  }

  /** Walks INSERT; it does not search its table. */
  Outputs insert(Insert insert) {
    return statements.block(
        new Scope(null, with, statements.catalog()),
        query -> {
          String target = target(query, insert.target(), false);
          boolean values = insert.source().isPresent();
          inserted(query, target, insert.target(), insert.columns(), values);
          insert.source().ifPresent(source -> source(query, source));
          insert.conflict().ifPresent(conflict -> conflict(query, target, conflict));
          return returning(query, target, insert.returning());
        });
  }

  private void source(QueryWalker query, Query source) {
    statements.select(source, null, with).columns().forEach(query.block()::read);
  }

  private void inserted(
      QueryWalker query, String target, FromItem.Table table, List<String> named, boolean values) {
    List<String> columns = named;
    if (named.isEmpty() && values) {
      columns =
          statements.tables().definition(table).map(Table::columns).orElse(List.of()).stream()
              .map(ColumnDefinition::name)
              .toList();
    }
    columns.forEach(column -> use(query, target, column, Role.INSERTED));
  }

  private void conflict(QueryWalker query, String target, Insert.Conflict conflict) {
    for (Expression key : conflict.target()) {
      query.use(key, key instanceof Expression.ColumnName ? Role.CONFLICT_TARGET : Role.EXPRESSION);
    }
    conflict.targetWhere().ifPresent(where -> query.use(where, Role.EXPRESSION));
    query.scope().qualify("excluded", new Relation.Derived("excluded", Outputs.NONE));
    updated(query, target, conflict.updates());
    conflict.where().ifPresent(query::unless);
  }

  Outputs update(Update update) {
    return change(
        update.target(),
        update.returning(),
        query -> {
          update.from().forEach(query::item);
          updated(query, update.target().qualifier(), update.assignments());
          update.where().ifPresent(query::where);
        });
  }

  Outputs delete(Delete delete) {
    return change(
        delete.target(),
        delete.returning(),
        query -> {
          delete.using().forEach(query::item);
          delete.where().ifPresent(query::where);
        });
  }

  Outputs merge(Merge merge) {
    String target = merge.target().qualifier();
    return change(
        merge.target(),
        merge.returning(),
        query -> {
          query.item(merge.source());
          query.where(merge.on());
          for (Merge.When clause : merge.clauses()) {
            clause.condition().ifPresent(query::unless);
            updated(query, target, clause.updates());
            boolean values = !clause.insertValues().isEmpty();
            inserted(query, target, merge.target(), clause.insertColumns(), values);
            clause.insertValues().forEach(query::value);
          }
        });
  }

  /** A statement that searches a table for rows to change. */
  private Outputs change(
      FromItem.Table table, List<Output> returning, Consumer<QueryWalker> clauses) {
    return statements.block(
        new Scope(null, with, statements.catalog()),
        query -> {
          String target = target(query, table, true);
          clauses.accept(query);
          return returning(query, target, returning);
        });
  }

  /** Starts with the table that is written; a view stands for the tables of its query. */
  private String target(QueryWalker query, FromItem.Table table, boolean searched) {
    Optional<Outputs> view = statements.view(table);
    Relation.Base base = statements.tables().use(table);
    statements.written(base.table().table());
    if (view.isPresent()) {
      query.scope().add(new Relation.Derived(table.qualifier(), view.get()));
      return table.qualifier();
    }
    query.scope().add(base);
    if (searched) {
      query.block().table(base.table());
    }
    return table.qualifier();
  }

  private static void updated(QueryWalker query, String target, List<Assignment> assignments) {
    for (Assignment assignment : assignments) {
      assignment.columns().forEach(column -> use(query, target, column, Role.UPDATED));
      query.value(assignment.value());
    }
  }

  private static void use(QueryWalker query, String target, String column, Role role) {
    query.target(target, column).ifPresent(found -> query.block().use(found, role));
  }

  private static Outputs returning(QueryWalker query, String target, List<Output> returning) {
    query
        .scope()
        .relation("", target)
        .ifPresent(table -> VERSIONS.forEach(version -> query.scope().qualify(version, table)));
    return query.returning(returning);
  }
}
