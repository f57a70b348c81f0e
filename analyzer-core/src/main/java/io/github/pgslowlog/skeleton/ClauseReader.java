package io.github.pgslowlog.skeleton;

import io.github.pgslowlog.skeleton.grammar.SqlSkeleton;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.ClauseContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.ItemContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.ListContext;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.FromItem;
import io.github.pgslowlog.syntax.GroupBy;
import io.github.pgslowlog.syntax.Output;
import io.github.pgslowlog.syntax.SortItem;
import io.github.pgslowlog.syntax.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The clauses of a query or a command, in whatever order they stand. Mutable. */
final class ClauseReader {
  private static final Set<String> SETS = Set.of("rollup", "cube", "grouping sets");

  private final ExpressionReader expressions;
  private final List<FromItem> from = new ArrayList<>();
  private final List<Window> windows = new ArrayList<>();
  private final List<SortItem> orderBy = new ArrayList<>();
  private final List<Output> returning = new ArrayList<>();
  private Optional<Expression> where = Optional.empty();
  private Optional<Expression> having = Optional.empty();
  private Optional<Expression> limit = Optional.empty();
  private Optional<Expression> offset = Optional.empty();
  private Optional<GroupBy> groupBy = Optional.empty();
  private boolean locking;

  private ClauseReader(ExpressionReader expressions) {
    this.expressions = expressions;
  }

  static ClauseReader of(List<ClauseContext> clauses, ExpressionReader expressions) {
    ClauseReader read = new ClauseReader(expressions);
    clauses.forEach(read::clause);
    return read;
  }

  private void clause(ClauseContext clause) {
    if (clause.FROM() != null) {
      from.addAll(expressions.queries().from(clause.fromList()));
      return;
    }
    ListContext list = clause.list();
    switch (clause.getStart().getType()) {
      case SqlSkeleton.WHERE -> where = isCursor(list) ? Optional.empty() : expressions.one(list);
      case SqlSkeleton.HAVING -> having = expressions.one(list);
      case SqlSkeleton.GROUP_BY -> groupBy = Optional.of(groupBy(list));
      case SqlSkeleton.ORDER_BY -> orderBy.addAll(expressions.sorts(list));
      case SqlSkeleton.WINDOW ->
          windows.addAll(new CallReader(new PieceCursor(List.of()), expressions).windows(list));
      case SqlSkeleton.LIMIT -> limit(list);
      case SqlSkeleton.FETCH -> limit = Optional.of(count(list));
      case SqlSkeleton.OFFSET -> offset = Optional.of(count(list));
      case SqlSkeleton.RETURNING -> returning.addAll(expressions.outputs(list));
      case SqlSkeleton.FOR -> locking = true;
      default -> {
        return;
      }
    }
  }

  private static boolean isCursor(ListContext list) {
    return list.getText().startsWith("currentof");
  }

  private void limit(ListContext list) {
    boolean all = list.getText().equals("ALL");
    limit = all ? Optional.empty() : Optional.of(count(list));
  }

  /** {@code FIRST $1 ROWS ONLY}, {@code $1}. */
  private Expression count(ListContext list) {
    List<Expression> counts = expressions.list(list);
    return counts.isEmpty() ? ExpressionReader.NOTHING : counts.get(0);
  }

  private GroupBy groupBy(ListContext list) {
    List<Expression> elements = new ArrayList<>();
    List<Expression> sets = new ArrayList<>();
    for (ItemContext item : list.item()) {
      Expression element = expressions.item(item);
      if (isSets(element)) {
        flatten(element, sets);
      } else {
        flatten(element, elements);
      }
    }
    return new GroupBy(elements, sets);
  }

  private static boolean isSets(Expression element) {
    return element instanceof Expression.Call call && SETS.contains(call.name());
  }

  private static void flatten(Expression element, List<Expression> flat) {
    if (element instanceof Expression.Row row) {
      row.elements().forEach(inner -> flatten(inner, flat));
    } else if (element instanceof Expression.Call call && SETS.contains(call.name())) {
      call.arguments().forEach(inner -> flatten(inner, flat));
    } else if (!element.equals(ExpressionReader.NOTHING)) {
      flat.add(element);
    }
  }

  List<FromItem> from() {
    return from;
  }

  Optional<Expression> where() {
    return where;
  }

  Optional<GroupBy> groupBy() {
    return groupBy;
  }

  Optional<Expression> having() {
    return having;
  }

  List<Window> windows() {
    return windows;
  }

  List<SortItem> orderBy() {
    return orderBy;
  }

  Optional<Expression> limit() {
    return limit;
  }

  Optional<Expression> offset() {
    return offset;
  }

  boolean locking() {
    return locking;
  }

  List<Output> returning() {
    return returning;
  }
}
