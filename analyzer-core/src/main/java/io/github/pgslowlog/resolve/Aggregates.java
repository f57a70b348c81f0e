package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * PostgreSQL's own aggregates.
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/current/functions-aggregate.html">Aggregate
 * Functions</a>.
 */
final class Aggregates {
  private static final Set<String> NAMES =
      Set.of(
          ("any_value array_agg avg bit_and bit_or bit_xor bool_and bool_or corr count covar_pop"
                  + " covar_samp cume_dist dense_rank every json_agg json_agg_strict json_arrayagg"
                  + " json_object_agg json_object_agg_strict json_object_agg_unique"
                  + " json_object_agg_unique_strict json_objectagg jsonb_agg jsonb_agg_strict"
                  + " jsonb_object_agg jsonb_object_agg_strict jsonb_object_agg_unique"
                  + " jsonb_object_agg_unique_strict max min mode percent_rank percentile_cont"
                  + " percentile_disc range_agg range_intersect_agg rank regr_avgx regr_avgy"
                  + " regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy stddev"
                  + " stddev_pop stddev_samp string_agg sum var_pop var_samp variance xmlagg")
              .split(" "));

  private static final Set<String> EXTREMES = Set.of("min", "max");

  private Aggregates() {}

  /** Whether a call is an aggregate, over a window or not. */
  static boolean isAggregate(Expression.Call call) {
    boolean builtIn = call.schema().isEmpty() || call.schema().equals("pg_catalog");
    return builtIn && NAMES.contains(call.name());
  }

  /** Whether an expression is made of aggregates, those of sub-selects aside. */
  static boolean isIn(Expression expression) {
    Deque<Expression> open = new ArrayDeque<>(List.of(expression));
    while (!open.isEmpty()) {
      Expression next = open.pop();
      if (next instanceof Expression.Call call && isAggregate(call)) {
        return true;
      }
      Parts.of(next).forEach(open::push);
    }
    return false;
  }

  /** Whether a call is {@code min} or {@code max} of all rows, which are the ends of an index. */
  static boolean isExtreme(Expression.Call call) {
    return isAggregate(call)
        && EXTREMES.contains(call.name())
        && call.over().isEmpty()
        && call.filter().isEmpty();
  }
}
