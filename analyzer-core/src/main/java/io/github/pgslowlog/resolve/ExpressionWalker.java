package io.github.pgslowlog.resolve;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.AnalyticType;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.WindowDefinition;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns inside an expression, and its sub-selects.
 *
 * <p>The context of the visitor is the role of columns found, null for columns that are only
 * returned.
 */
final class ExpressionWalker extends ExpressionVisitorAdapter<@Nullable Void> {
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
  void walk(@Nullable Expression expression, @Nullable Role role) {
    if (expression != null) {
      expression.accept(this, role);
    }
  }

  /** Gives columns a role in an expression walked before, whose sub-selects are known already. */
  void walkAgain(@Nullable Expression expression, Role role) {
    again = true;
    walk(expression, role);
    again = false;
  }

  private void select(Select select) {
    if (!again) {
      statements.select(select, scope);
    }
  }

  @Override
  public <S> @Nullable Void visit(Column column, S role) {
    if (role instanceof Role known) {
      Names.column(column, scope).ifPresent(found -> block.use(found, known));
    }
    return null;
  }

  @Override
  public <S> @Nullable Void visit(Function function, S role) {
    Object inner = isAggregate(function.getName()) ? Role.AGGREGATE : role;
    super.visit(function, inner);
    if (function.getNamedParameters() != null) {
      function.getNamedParameters().forEach(parameter -> parameter.accept(this, inner));
    }
    return null;
  }

  @Override
  public <S> @Nullable Void visit(AnalyticExpression analytic, S role) {
    boolean window = analytic.getType() == AnalyticType.OVER;
    boolean aggregate = isAggregate(analytic.getName());
    Role argument = aggregate ? Role.AGGREGATE : role instanceof Role known ? known : null;
    walk(analytic.getExpression(), argument);
    walk(analytic.getFilterExpression(), Role.EXPRESSION);
    if (analytic.getPartitionExpressionList() != null) {
      analytic.getPartitionExpressionList().forEach(e -> walk(e, Role.GROUP_BY));
    }
    Role sorted = window ? Role.ORDER_BY : Role.AGGREGATE;
    orderBy(analytic.getOrderByElements(), sorted);
    if (analytic.getWindowDefinition() != null) {
      orderBy(analytic.getWindowDefinition().getOrderByElements(), sorted);
    }
    return null;
  }

  /** {@code WINDOW w AS (PARTITION BY ... ORDER BY ...)}. */
  void window(WindowDefinition window) {
    if (window.getPartitionBy() != null && window.getPartitionExpressionList() != null) {
      for (Object element : window.getPartitionExpressionList()) {
        walk((Expression) element, Role.GROUP_BY);
      }
    }
    orderBy(window.getOrderByElements(), Role.ORDER_BY);
  }

  private void orderBy(@Nullable List<OrderByElement> elements, Role role) {
    if (elements != null) {
      elements.forEach(element -> walk(element.getExpression(), role));
    }
  }

  private static boolean isAggregate(@Nullable String name) {
    return name != null && AGGREGATES.contains(name.toLowerCase(Locale.ROOT).replace("\"", ""));
  }

  @Override
  public <S> @Nullable Void visit(AnyComparisonExpression any, S role) {
    select(any.getSelect());
    return null;
  }

  @Override
  public <S> @Nullable Void visit(ParenthesedSelect select, S role) {
    select(select);
    return null;
  }

  @Override
  public <S> @Nullable Void visit(Select select, S role) {
    select(select);
    return null;
  }
}
