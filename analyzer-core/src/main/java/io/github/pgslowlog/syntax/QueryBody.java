package io.github.pgslowlog.syntax;

import java.util.List;
import java.util.Optional;

/** What gives the rows of a query. */
public sealed interface QueryBody {
  /**
   * SELECT.
   *
   * @param distinct DISTINCT, also with ON
   * @param distinctOn the expressions of DISTINCT ON
   * @param outputs what is selected; may be empty; {@code TABLE t} is {@code SELECT * FROM t}
   * @param from the elements of FROM, between commas
   * @param where WHERE
   * @param groupBy GROUP BY, empty if there is none
   * @param having HAVING
   * @param windows the WINDOW clause
   */
  record Select(
      boolean distinct,
      List<Expression> distinctOn,
      List<Output> outputs,
      List<FromItem> from,
      Optional<Expression> where,
      Optional<GroupBy> groupBy,
      Optional<Expression> having,
      List<Window> windows)
      implements QueryBody {
    /** Copies the lists. */
    public Select {
      distinctOn = List.copyOf(distinctOn);
      outputs = List.copyOf(outputs);
      from = List.copyOf(from);
      windows = List.copyOf(windows);
    }
  }

  /**
   * UNION, INTERSECT and EXCEPT.
   *
   * @param parts the queries, left to right, at least two; the first names the outputs
   * @param distinct whether duplicates are removed: false only if every operator is UNION ALL
   */
  record SetOperation(List<Query> parts, boolean distinct) implements QueryBody {
    /** Copies the list. */
    public SetOperation {
      parts = List.copyOf(parts);
    }
  }

  /**
   * VALUES. Its columns are called column1, column2 and so on.
   *
   * @param rows the rows, those that repeat the first left out
   */
  record Values(List<List<Expression>> rows) implements QueryBody {
    /** Copies the lists. */
    public Values {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A query in parentheses that has clauses of its own, as in {@code (SELECT ... LIMIT 5) ORDER BY
   * 1}.
   *
   * @param query what is inside
   */
  record Nested(Query query) implements QueryBody {}
}
