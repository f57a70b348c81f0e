package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.SortItem;
import io.github.pgslowlog.syntax.Window;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the columns inside an expression, and its sub-selects. */
final class ExpressionWalker {
  private static final Set<String> AGGREGATES =
      Set.of(
          ("sum count avg min max stddev stddev_pop stddev_samp variance var_pop var_samp array_agg"
                  + " string_agg json_agg jsonb_agg json_object_agg jsonb_object_agg bool_and"
                  + " bool_or every bit_and bit_or bit_xor corr covar_pop covar_samp regr_slope"
                  + " regr_intercept regr_r2 regr_count mode percentile_cont percentile_disc"
                  + " range_agg xmlagg any_value")
              .split(" "));

  private final Scope scope;
  private final BlockAccumulator block;
  private final StatementWalker statements;
  private boolean again;

  ExpressionWalker(Scope scope, BlockAccumulator block, StatementWalker statements) {
    this.scope = scope;
    this.block = block;
    this.statements = statements;
  }

  /** Gives every column in an expression a role; null finds only aggregates and sub-selects. */
  void walk(Expression expression, @Nullable Role role) {
    if (expression instanceof Expression.ColumnName column) {
      if (role != null) {
        scope.resolve(column).ifPresent(found -> block.use(found, role));
      }
    } else if (expression instanceof Expression.Subquery subquery) {
      if (!again) {
        statements.select(subquery.query(), scope);
      }
    } else if (expression instanceof Expression.Exists exists) {
      if (!again) {
        statements.select(exists.query(), scope);
      }
    } else if (expression instanceof Expression.Call call) {
      call(call, role);
    } else {
      Parts.of(expression).forEach(part -> walk(part, role));
    }
  }

  /** Gives columns a role in an expression walked before, whose sub-selects are known already. */
  void walkAgain(Expression expression, Role role) {
    again = true;
    walk(expression, role);
    again = false;
  }

  private void call(Expression.Call call, @Nullable Role role) {
    Role inner = isAggregate(call) ? Role.AGGREGATE : role;
    call.arguments().forEach(argument -> walk(argument, inner));
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

  /** Whether a call is an aggregate, over a window or not. */
  static boolean isAggregate(Expression.Call call) {
    return AGGREGATES.contains(call.name());
  }
}
