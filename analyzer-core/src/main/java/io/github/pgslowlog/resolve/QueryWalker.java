package io.github.pgslowlog.resolve;

import io.github.pgslowlog.sample.ConstantCounts;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.FromItem;
import io.github.pgslowlog.syntax.Output;
import io.github.pgslowlog.syntax.Query;
import io.github.pgslowlog.syntax.QueryBody;
import java.util.List;
import java.util.Optional;

/**
 * Walks one query, clause by clause.
 *
 * <p>FROM is {@link FromWalker}'s, the clauses that may name output columns are {@link
 * OutputWalker}'s.
 */
final class QueryWalker {
  private final Scope scope;
  private final BlockAccumulator block;
  private final ExpressionWalker expressions;
  private final FromWalker from;
  private final OutputWalker outputs;
  private final StatementWalker statements;

  QueryWalker(Scope scope, BlockAccumulator block, StatementWalker statements) {
    this.scope = scope;
    this.block = block;
    this.statements = statements;
    this.expressions = new ExpressionWalker(scope, block, statements);
    this.from = new FromWalker(scope, block, expressions, statements);
    this.outputs = new OutputWalker(scope, block, expressions);
  }

  Scope scope() {
    return scope;
  }

  BlockAccumulator block() {
    return block;
  }

  /** Walks a SELECT. */
  Outputs select(Query query, QueryBody.Select select, boolean returned) {
    select.from().forEach(from::item);
    select.where().ifPresent(this::where);
    Outputs columns = outputs.walk(select.outputs());
    select.groupBy().ifPresent(outputs::groupBy);
    select.having().ifPresent(this::having);
    select.windows().forEach(expressions::window);
    if (select.distinct()) {
      outputs.distinct(select.distinctOn());
    }
    if (returned) {
      outputs.returned();
    }
    end(query);
    return columns;
  }

  /** Walks what belongs to the whole of a query whose outputs are known. */
  void end(Query query, Outputs columns) {
    outputs.take(columns);
    end(query);
  }

  private void end(Query query) {
    outputs.orderBy(query.orderBy());
    query.limit().ifPresent(this::value);
    query.offset().ifPresent(this::value);
    block.limit(
        new RowLimit(
            query.limit().isPresent(),
            query.offset().isPresent(),
            query.limit().map(this::rows).orElse(ConstantCounts.NONE)));
  }

  private ConstantCounts rows(Expression limit) {
    Expression number = limit;
    while (number instanceof Expression.Cast cast) {
      number = cast.operand();
    }
    return number instanceof Expression.Value value
        ? statements.samples().value(value.number())
        : ConstantCounts.NONE;
  }

  /** Conditions without aggregates could as well stand in WHERE. */
  private void having(Expression having) {
    List<Expression> conjuncts =
        having instanceof Expression.And and ? and.operands() : List.of(having);
    for (Expression conjunct : conjuncts) {
      if (Aggregates.isIn(conjunct)) {
        expressions.walk(conjunct, Role.EXPRESSION);
      } else {
        where(conjunct);
      }
    }
  }

  void item(FromItem item) {
    from.item(item);
  }

  void where(Expression condition) {
    statements.condition(condition, scope, block);
  }

  /** A condition that decides what is done with a row, but not which rows are read. */
  void unless(Expression condition) {
    new ConditionWalker(scope, block, expressions, statements).unless(condition);
  }

  /** A value that is stored, returned, or counts rows. */
  void value(Expression value) {
    expressions.walk(value, null);
  }

  void use(Expression expression, Role role) {
    expressions.walk(expression, role);
  }

  Outputs returning(List<Output> returning) {
    Outputs columns = outputs.walk(returning);
    outputs.returned();
    return columns;
  }

  Optional<ColumnRef> target(String table, String column) {
    return scope.relation("", table).flatMap(relation -> ColumnSearch.in(relation, column));
  }
}
