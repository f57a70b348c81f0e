package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.SortItem;
import io.github.pgslowlog.syntax.Window;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns inside an expression, and its sub-selects.
 *
 * <p>A plain column has the role that is asked for. Of what is computed the columns have the role
 * EXPRESSION, in {@link ColumnUse#within} what is computed; those that are given back, RETURNED;
 * arguments of aggregates, AGGREGATE; operands of distances, DISTANCE. Chains of operators are
 * thousands deep, so without recursion along a chain.
 */
final class ExpressionWalker {
  private final Scope scope;
  private final BlockAccumulator block;
  private final StatementWalker statements;
  private boolean again;

  /** An expression still to be looked at. */
  private record Open(Expression expression, @Nullable Role role, Optional<Term.Computed> within) {}

  ExpressionWalker(Scope scope, BlockAccumulator block, StatementWalker statements) {
    this.scope = scope;
    this.block = block;
    this.statements = statements;
  }

  /** Gives every column in an expression a role; null finds only aggregates and sub-selects. */
  void walk(Expression expression, @Nullable Role role) {
    if (role == null || role == Role.RETURNED || role == Role.AGGREGATE) {
      visit(new Open(expression, role, Optional.empty()));
    } else if (!ColumnFinder.hasColumns(expression)) {
      visit(new Open(expression, null, Optional.empty()));
    } else if (TermReader.of(expression, scope) instanceof Term.Computed computed) {
      visit(new Open(expression, Role.EXPRESSION, Optional.of(computed)));
    } else {
      visit(new Open(expression, role, Optional.empty()));
    }
  }

  /** Gives columns a role in an expression walked before, whose sub-selects are known already. */
  void walkAgain(Expression expression, Role role) {
    again = true;
    walk(expression, role);
    again = false;
  }

  private void visit(Open first) {
    Deque<Open> open = new ArrayDeque<>();
    open.push(first);
    while (!open.isEmpty()) {
      Open next = open.pop();
      if (next.expression() instanceof Expression.ColumnName column) {
        use(column, next);
      } else if (next.expression() instanceof Expression.Field field
          && field.operand() instanceof Expression.ColumnName row
          && scope.field(row, field.name()).isPresent()) {
        use(new Expression.ColumnName("", row.name(), field.name()), next);
      } else if (next.expression() instanceof Expression.Subquery subquery) {
        query(subquery.query()).forEach(block::read);
      } else if (next.expression() instanceof Expression.Exists exists) {
        query(exists.query());
      } else if (next.expression() instanceof Expression.Call call) {
        call(call, next, open);
      } else {
        operands(next, open);
      }
    }
  }

  private void use(Expression.ColumnName column, Open asked) {
    Optional<ColumnRef> known = scope.resolve(column);
    Role role = asked.role();
    if (known.isEmpty()) {
      wholeRow(column);
    } else if (role == null) {
      block.read(known.get());
    } else {
      Optional<Term.Computed> within =
          role == Role.EXPRESSION || role == Role.DISTANCE ? asked.within() : Optional.empty();
      block.use(new ColumnUse(known.get(), role, within, Optional.empty()));
    }
  }

  /** A whole row, which has all columns of its table, goes by the name of the table. */
  private void wholeRow(Expression.ColumnName name) {
    if (name.table().isEmpty()) {
      scope
          .relation("", name.name())
          .ifPresent(row -> new Outputs(row.items()).columns().forEach(block::read));
    }
  }

  /** The columns of tables that a sub-select gives. */
  private List<ColumnRef> query(io.github.pgslowlog.syntax.Query query) {
    return again ? List.of() : statements.select(query, scope).outputs().columns();
  }

  private static void operands(Open whole, Deque<Open> open) {
    boolean distance =
        whole.role() == Role.EXPRESSION
            && whole.expression() instanceof Expression.Operation operation
            && OperatorClass.of(operation.operator()).isDistance();
    List<Expression> parts = Parts.of(whole.expression());
    for (int i = parts.size() - 1; i >= 0; i--) {
      boolean plain = parts.get(i) instanceof Expression.ColumnName;
      Role role = distance && plain ? Role.DISTANCE : whole.role();
      open.push(new Open(parts.get(i), role, whole.within()));
    }
  }

  // --- calls and windows

  private void call(Expression.Call call, Open whole, Deque<Open> open) {
    boolean aggregate = Aggregates.isAggregate(call);
    boolean extreme = Aggregates.isExtreme(call);
    for (int i = call.arguments().size() - 1; i >= 0; i--) {
      Expression argument = call.arguments().get(i);
      open.push(new Open(argument, aggregate ? Role.AGGREGATE : whole.role(), whole.within()));
      if (extreme && argument instanceof Expression.ColumnName column) {
        use(column, new Open(argument, Role.MIN_MAX, Optional.empty()));
      }
    }
    orderBy(call.orderBy(), Role.AGGREGATE);
    call.filter().ifPresent(filter -> walk(filter, Role.EXPRESSION));
    call.over().ifPresent(this::window);
  }

  /** {@code OVER (PARTITION BY ... ORDER BY ...)}, or an element of the WINDOW clause. */
  void window(Window window) {
    window.partitionBy().forEach(expression -> walk(expression, Role.GROUP_BY));
    orderBy(window.orderBy(), Role.ORDER_BY);
  }

  private void orderBy(List<SortItem> elements, Role role) {
    elements.forEach(element -> walk(element.expression(), role));
  }
}
