package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.sample.PatternSamples;
import io.github.pgslowlog.syntax.CommonTable;
import io.github.pgslowlog.syntax.Delete;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.FromItem;
import io.github.pgslowlog.syntax.Insert;
import io.github.pgslowlog.syntax.Merge;
import io.github.pgslowlog.syntax.Query;
import io.github.pgslowlog.syntax.QueryBody;
import io.github.pgslowlog.syntax.SqlStatement;
import io.github.pgslowlog.syntax.Update;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Walks the tree of a statement, query by query, keeping account of what names mean. */
final class StatementWalker {
  private final List<QueryBlock> blocks = new ArrayList<>();
  private final List<TableName> written = new ArrayList<>();
  private final Map<String, Relation.Derived> commonTables = new HashMap<>();
  private int tableCount;

  List<QueryBlock> blocks() {
    return blocks;
  }

  PatternSamples samples() {
    return PatternSamples.NONE;
  }

  List<TableName> written() {
    return written;
  }

  /** Walks a statement. */
  void statement(SqlStatement statement, @Nullable Scope outer) {
    if (statement instanceof Query query) {
      select(query, outer);
    } else if (statement instanceof Insert insert) {
      insert(insert);
    } else if (statement instanceof Update update) {
      update(update);
    } else if (statement instanceof Delete delete) {
      delete(delete);
    } else if (statement instanceof Merge merge) {
      merge(merge);
    }
  }

  // --- SELECT

  /** Walks a query; returns its output columns as a relation without a name. */
  Relation.Derived select(Query query, @Nullable Scope outer) {
    with(query.with(), query.recursive(), outer);
    if (query.body() instanceof QueryBody.Select select) {
      int place = blocks.size();
      QueryWalker walker = new QueryWalker(outer, this);
      Relation.Derived outputs = walker.select(query, select);
      blocks.add(place, walker.toBlock());
      return outputs;
    }
    if (query.body() instanceof QueryBody.Nested nested) {
      return select(nested.query(), outer);
    }
    if (query.body() instanceof QueryBody.SetOperation operation) {
      List<Relation.Derived> parts = new ArrayList<>();
      operation.parts().forEach(part -> parts.add(select(part, outer)));
      return parts.get(0);
    }
    return values((QueryBody.Values) query.body(), outer);
  }

  private Relation.Derived values(QueryBody.Values values, @Nullable Scope outer) {
    QueryWalker walker = new QueryWalker(outer, this);
    int place = blocks.size();
    Map<String, Optional<ColumnRef>> columns = new LinkedHashMap<>();
    for (List<Expression> row : values.rows()) {
      walker.values(row);
      for (int i = 1; i <= row.size(); i++) {
        columns.put("column" + i, Optional.empty());
      }
    }
    if (blocks.size() > place) {
      blocks.add(place, walker.toBlock());
    }
    return new Relation.Derived("", columns, List.of());
  }

  private void with(List<CommonTable> items, boolean recursive, @Nullable Scope outer) {
    for (CommonTable item : items) {
      commonTables.put(item.name(), commonTable(item, recursive, outer));
    }
  }

  private Relation.Derived commonTable(CommonTable item, boolean recursive, @Nullable Scope outer) {
    if (!(item.statement() instanceof Query query)) {
      statement(item.statement(), outer);
      return new Relation.Derived(item.name(), Map.of(), List.of(new Relation.Opaque(item.name())));
    }
    return recursive && query.body() instanceof QueryBody.SetOperation operation
        ? recursiveTable(item, query, operation, outer)
        : select(query, outer).renamed(item.name(), item.columns());
  }

  /** The first part of the UNION gives the columns that the others see under the name. */
  private Relation.Derived recursiveTable(
      CommonTable item, Query query, QueryBody.SetOperation operation, @Nullable Scope outer) {
    with(query.with(), query.recursive(), outer);
    List<Query> parts = operation.parts();
    Relation.Derived self = select(parts.get(0), outer).renamed(item.name(), item.columns());
    commonTables.put(item.name(), self);
    parts.subList(1, parts.size()).forEach(part -> select(part, outer));
    return self;
  }

  /** The common table expression that a table name means, if it is one. */
  Optional<Relation.Derived> commonTable(FromItem.Table table) {
    return table.schema().isEmpty()
        ? Optional.ofNullable(commonTables.get(table.name()))
        : Optional.empty();
  }

  /** A new use of a table. */
  TableRef reference(FromItem.Table table) {
    return new TableRef(name(table), table.qualifier(), tableCount++);
  }

  private static TableName name(FromItem.Table table) {
    return new TableName(table.schema(), table.name());
  }

  // --- statements that write

  private void insert(Insert insert) {
    with(insert.with(), insert.recursive(), null);
    written.add(name(insert.target()));
    insert.source().ifPresent(source -> select(source, null));
    if (insert.conflict().isPresent() && !insert.conflict().get().updates().isEmpty()) {
      QueryWalker query = new QueryWalker(null, this);
      query.target(insert.target(), false);
      query.excluded();
      query.sets(insert.conflict().get().updates());
      blocks.add(query.toBlock());
    }
  }

  private void update(Update update) {
    with(update.with(), update.recursive(), null);
    change(
        update.target(),
        query -> {
          update.from().forEach(query::item);
          query.sets(update.assignments());
          update.where().ifPresent(query::where);
        });
  }

  private void delete(Delete delete) {
    with(delete.with(), delete.recursive(), null);
    change(
        delete.target(),
        query -> {
          delete.using().forEach(query::item);
          delete.where().ifPresent(query::where);
        });
  }

  private void merge(Merge merge) {
    with(merge.with(), merge.recursive(), null);
    change(
        merge.target(),
        query -> {
          query.item(merge.source());
          query.where(merge.on());
          merge.clauses().forEach(clause -> query.sets(clause.updates()));
        });
  }

  /** A statement that searches a table for rows to change. */
  private void change(FromItem.Table table, Consumer<QueryWalker> clauses) {
    written.add(name(table));
    int place = blocks.size();
    QueryWalker query = new QueryWalker(null, this);
    query.target(table, true);
    clauses.accept(query);
    blocks.add(place, query.toBlock());
  }
}
