package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.Output;
import io.github.pgslowlog.syntax.Query;
import io.github.pgslowlog.syntax.QueryBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Queries in FROM and WITH that are computed as a whole before their outputs are tested. */
final class Barriers {
  private Barriers() {}

  /**
   * Whether conditions on the outputs of a query stay above it: it has LIMIT, OFFSET, DISTINCT ON,
   * grouping sets or window functions.
   */
  static boolean stops(Query query) {
    if (query.limit().isPresent() || query.offset().isPresent() || query.locking()) {
      return true;
    }
    if (query.body() instanceof QueryBody.Nested nested) {
      return stops(nested.query());
    }
    return query.body() instanceof QueryBody.Select select && stops(select);
  }

  private static boolean stops(QueryBody.Select select) {
    return !select.distinctOn().isEmpty()
        || select.groupBy().filter(group -> !group.sets().isEmpty()).isPresent()
        || select.outputs().stream().anyMatch(output -> isWindow(output.expression()));
  }

  private static boolean isWindow(Expression output) {
    return output instanceof Expression.Call call && call.over().isPresent();
  }

  /**
   * The columns of a recursive query. Those that its recursive part computes, as in {@code SELECT n
   * + 1 FROM t}, are no columns of a table, whatever its first part gives.
   */
  static Outputs recursive(Query query, Outputs first) {
    List<Output> next =
        query.body() instanceof QueryBody.SetOperation all ? second(all) : List.of();
    List<Outputs.Item> items = new ArrayList<>(first.items());
    for (int i = 0; i < items.size() && i < next.size(); i++) {
      Expression expression = next.get(i).expression();
      if (expression instanceof Expression.Star) {
        break;
      }
      boolean computed = !(expression instanceof Expression.ColumnName);
      if (computed && items.get(i) instanceof Outputs.Named named) {
        items.set(i, new Outputs.Named(named.name(), Optional.empty()));
      }
    }
    return new Outputs(items);
  }

  private static List<Output> second(QueryBody.SetOperation all) {
    return all.parts().get(1).body() instanceof QueryBody.Select select
        ? select.outputs()
        : List.of();
  }
}
