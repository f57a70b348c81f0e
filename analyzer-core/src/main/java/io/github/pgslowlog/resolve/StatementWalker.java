package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.Catalog;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks the tree of a statement, query by query, keeping account of what names mean. */
final class StatementWalker {
  private final Catalog catalog;
  private final Views views;
  private final PatternSamples samples;
  private final Tables tables;
  private final Budget budget = new Budget();
  private final Twins twins;
  private final List<QueryBlock> blocks = new ArrayList<>();
  private final List<TableName> written = new ArrayList<>();
  private int viewDepth;

  StatementWalker(Catalog catalog, Views views, PatternSamples samples) {
    this.catalog = catalog;
    this.views = views;
    this.samples = samples;
    this.tables = new Tables(catalog);
    this.twins = new Twins(tables::again);
  }

  Catalog catalog() {
    return catalog;
  }

  /** The values of the statement; those inside views have no numbers. */
  PatternSamples samples() {
    return samples;
  }

  Tables tables() {
    return tables;
  }

  List<QueryBlock> blocks() {
    return blocks;
  }

  List<TableName> written() {
    return written;
  }

  void written(TableName table) {
    written.add(table);
  }

  /** Whether nothing was left out. */
  boolean isComplete() {
    return !budget.isExceeded();
  }

  /** Walks a statement of a log. */
  void statement(SqlStatement statement) {
    if (statement instanceof Query query) {
      select(query, null, CommonTables.NONE, true, first -> {});
    } else {
      write(statement, CommonTables.NONE);
    }
  }

  private Outputs write(SqlStatement statement, CommonTables outside) {
    if (statement instanceof Insert insert) {
      CommonTables with = with(insert.with(), insert.recursive(), null, outside);
      return new WriteWalker(with, this).insert(insert);
    }
    if (statement instanceof Update update) {
      CommonTables with = with(update.with(), update.recursive(), null, outside);
      return new WriteWalker(with, this).update(update);
    }
    if (statement instanceof Delete delete) {
      CommonTables with = with(delete.with(), delete.recursive(), null, outside);
      return new WriteWalker(with, this).delete(delete);
    }
    Merge merge = (Merge) statement;
    CommonTables with = with(merge.with(), merge.recursive(), null, outside);
    return new WriteWalker(with, this).merge(merge);
  }

  // --- queries

  /** Walks a query inside an expression; returns its columns as a relation without a name. */
  Relation.Derived select(Query query, Scope scope) {
    return new Relation.Derived("", select(query, scope, scope.with()));
  }

  /** Walks a query that sees something else than the place where it stands. */
  Outputs select(Query query, @Nullable Scope outer, CommonTables with) {
    Outputs outputs = select(query, outer, with, false, first -> {});
    return Barriers.stops(query) ? twins.barred(outputs) : outputs;
  }

  private Outputs select(
      Query query,
      @Nullable Scope outer,
      CommonTables outside,
      boolean returned,
      Consumer<Outputs> first) {
    CommonTables with = with(query.with(), query.recursive(), outer, outside);
    Scope scope = new Scope(outer, with, catalog);
    if (query.body() instanceof QueryBody.Select select) {
      return block(scope, walker -> walker.select(query, select, returned));
    }
    return block(
        scope,
        walker -> {
          Outputs outputs = body(query.body(), outer, with, returned, first, walker);
          walker.end(query, outputs);
          return outputs;
        });
  }

  private Outputs body(
      QueryBody body,
      @Nullable Scope outer,
      CommonTables with,
      boolean returned,
      Consumer<Outputs> first,
      QueryWalker walker) {
    if (body instanceof QueryBody.Nested nested) {
      return select(nested.query(), outer, with, returned, first);
    }
    if (body instanceof QueryBody.SetOperation operation) {
      List<Outputs> parts = new ArrayList<>();
      for (Query part : operation.parts()) {
        parts.add(select(part, outer, with, returned, none -> {}));
        if (parts.size() == 1) {
          first.accept(parts.get(0));
        }
      }
      return twins.merge(parts);
    }
    return values((QueryBody.Values) body, walker);
  }

  private static Outputs values(QueryBody.Values values, QueryWalker walker) {
    List<String> names = new ArrayList<>();
    for (List<Expression> row : values.rows()) {
      row.forEach(walker::value);
      while (names.size() < row.size() && names.size() < Outputs.MAX_COLUMNS) {
        names.add("column" + (names.size() + 1));
      }
    }
    return Outputs.computed(names);
  }

  /** Walks something as a block of its own, which stands before those inside it. */
  Outputs block(Scope scope, Function<QueryWalker, Outputs> walk) {
    int place = blocks.size();
    BlockAccumulator block = new BlockAccumulator(budget, twins);
    Outputs outputs = walk.apply(new QueryWalker(scope, block, this));
    if (!block.isEmpty() && budget.block()) {
      blocks.add(place, block.toBlock());
    }
    return outputs;
  }

  /** Walks a condition that all rows satisfy. */
  void condition(Expression condition, Scope scope, BlockAccumulator block) {
    condition(condition, scope, block, Set.of());
  }

  /** Walks ON of a join that keeps all rows of some tables. */
  void condition(Expression condition, Scope scope, BlockAccumulator block, Set<TableRef> kept) {
    ExpressionWalker expressions = new ExpressionWalker(scope, block, this);
    new ConditionWalker(scope, block, expressions, this).walk(condition, kept);
  }

  // --- WITH and views

  private CommonTables with(
      List<CommonTable> tables, boolean recursive, @Nullable Scope outer, CommonTables outside) {
    return outside.with(
        tables, recursive, (seen, table) -> commonTable(table, recursive, outer, seen));
  }

  private Relation.Derived commonTable(
      CommonTable table, boolean recursive, @Nullable Scope outer, CommonTables seen) {
    if (!(table.statement() instanceof Query query)) {
      return named(table, twins.barred(write(table.statement(), seen)));
    }
    if (!recursive) {
      return named(table, select(query, outer, seen));
    }
    List<Outputs> self = new ArrayList<>();
    Consumer<Outputs> first =
        outputs -> {
          Outputs columns = twins.barred(Barriers.recursive(query, outputs));
          self.add(columns);
          seen.define(table.name(), named(table, columns));
        };
    Outputs all = select(query, outer, seen, false, first);
    boolean refers = seen.refersToItself(table.name()) && !self.isEmpty();
    return named(table, refers ? self.get(0) : Barriers.stops(query) ? twins.barred(all) : all);
  }

  private static Relation.Derived named(CommonTable table, Outputs outputs) {
    return new Relation.Derived(table.name(), outputs.renamed(table.columns()));
  }

  /** The columns of the common table expression that a name means, if it is one. */
  Optional<Outputs> commonTable(FromItem.Table table, CommonTables with) {
    return table.schema().isEmpty()
        ? with.find(table.name())
            .map(found -> twins.again(found.outputs(), tables.use(found.outputs())))
        : Optional.empty();
  }

  /** Walks the query of a view; empty if a name is none of a view. */
  Optional<Outputs> view(FromItem.Table table) {
    Optional<Views.View> view = tables.definition(table).flatMap(views::find);
    if (view.isEmpty() || viewDepth >= Views.MAX_DEPTH || budget.isExceeded()) {
      return Optional.empty();
    }
    viewDepth++;
    Outputs outputs = select(view.get().query(), null, CommonTables.NONE);
    viewDepth--;
    return Optional.of(outputs.renamed(view.get().columns()));
  }
}
