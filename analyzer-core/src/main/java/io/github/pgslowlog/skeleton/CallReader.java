package io.github.pgslowlog.skeleton;

import io.github.pgslowlog.skeleton.grammar.SqlSkeleton;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.ConditionContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.GroupContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.InsideContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.InsideWordContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.ItemContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.ListContext;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.SortItem;
import io.github.pgslowlog.syntax.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls of functions and what may follow them, and windows. */
final class CallReader {
  private final PieceCursor cursor;
  private final ExpressionReader expressions;

  CallReader(PieceCursor cursor, ExpressionReader expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
  }

  /** Reads the parentheses of a call, and what follows them. */
  Expression call(List<String> names) {
    if (cursor.isSubquery()) {
      Expression argument =
          new Expression.Subquery(expressions.queries().query(cursor.statement()));
      return call(names, List.of(argument), false, List.of());
    }
    InsideContext inside = cursor.group().inside();
    String name = names.get(names.size() - 1);
    if (names.size() == 1 && name.equals("row")) {
      return new Expression.Row(expressions.inside(inside));
    }
    if (names.size() == 1 && name.equals("cast")) {
      return cast(inside.list(0).item(0));
    }
    boolean distinct = inside.insideWord().stream().anyMatch(word -> word.DISTINCT() != null);
    return call(names, arguments(name, inside), distinct, orderBy(inside));
  }

  private Expression call(
      List<String> names, List<Expression> arguments, boolean distinct, List<SortItem> inner) {
    List<SortItem> orderBy = new ArrayList<>(inner);
    if (cursor.is(SqlSkeleton.WITHIN_GROUP)) {
      cursor.skip();
      if (cursor.is(SqlSkeleton.OPEN)) {
        orderBy.addAll(orderBy(cursor.group().inside()));
      }
    }
    int last = names.size() - 1;
    String schema = last > 0 ? names.get(last - 1) : "";
    Optional<Expression> filter = filter();
    return new Expression.Call(
        schema, names.get(last), arguments, distinct, orderBy, filter, over());
  }

  private Expression cast(ItemContext item) {
    Expression operand = expressions.condition(item.condition(0));
    if (item.condition().size() < 2) {
      return operand;
    }
    ConditionContext type = item.condition(1);
    List<Piece> pieces = Piece.of(type.conjunction(0).predicate(0).piece());
    return new Expression.Cast(operand, new PieceCursor(pieces).type());
  }

  /** Every expression but those behind ORDER BY and the types behind RETURNING. */
  private List<Expression> arguments(String name, InsideContext inside) {
    List<Expression> arguments = new ArrayList<>();
    List<ListContext> lists = inside.list();
    for (int i = 0; i < lists.size(); i++) {
      boolean field = i == 0 && lists.size() > 1 && isField(name, lists.get(0));
      if (!field && isArgument(word(inside, i))) {
        expressions.list(lists.get(i)).forEach(argument -> add(argument, name, arguments));
      }
    }
    return arguments;
  }

  /** {@code extract(year FROM a)}, {@code trim(BOTH FROM a)}. */
  private static boolean isField(String name, ListContext first) {
    return name.equals("extract")
        || name.equals("trim") && Set.of("both", "leading", "trailing").contains(first.getText());
  }

  /** {@code f(name => a)} has the argument a, {@code position(a IN b)} both. */
  private static void add(Expression argument, String name, List<Expression> arguments) {
    if (argument instanceof Expression.Operation named
        && (named.operator().equals("=>") || named.operator().equals(":="))) {
      arguments.add(named.right());
    } else if (argument instanceof Expression.In in && name.equals("position")) {
      arguments.add(in.operand());
      arguments.add(in.set());
    } else {
      arguments.add(argument);
    }
  }

  private static boolean isArgument(Optional<InsideWordContext> word) {
    return word.isEmpty()
        || !isOrderBy(word.get())
            && (word.get().clauseWord() == null || word.get().clauseWord().RETURNING() == null);
  }

  private static boolean isOrderBy(InsideWordContext word) {
    return word.clauseWord() != null && word.clauseWord().ORDER_BY() != null;
  }

  /** The word before a list; none before the first. */
  private static Optional<InsideWordContext> word(InsideContext inside, int list) {
    return list == 0 ? Optional.empty() : Optional.of(inside.insideWord(list - 1));
  }

  private List<SortItem> orderBy(InsideContext inside) {
    List<SortItem> items = new ArrayList<>();
    for (int i = 1; i < inside.list().size(); i++) {
      if (isOrderBy(inside.insideWord(i - 1))) {
        items.addAll(expressions.sorts(inside.list(i)));
      }
    }
    return items;
  }

  private Optional<Expression> filter() {
    if (!cursor.is(SqlSkeleton.FILTER)) {
      return Optional.empty();
    }
    cursor.skip();
    return cursor.is(SqlSkeleton.OPEN)
        ? expressions.inside(cursor.group().inside()).stream().findFirst()
        : Optional.empty();
  }

  private Optional<Window> over() {
    boolean nulls = cursor.isSimpleName(0) && cursor.is(1, SqlSkeleton.KEYWORD, "NULLS");
    if (nulls && cursor.type(2) == SqlSkeleton.OVER) {
      cursor.skip();
      cursor.skip();
    }
    if (!cursor.is(SqlSkeleton.OVER)) {
      return Optional.empty();
    }
    cursor.skip();
    if (cursor.is(SqlSkeleton.OPEN)) {
      return Optional.of(window(cursor.group().inside()));
    }
    return cursor.is(SqlSkeleton.NAME)
        ? Optional.of(new Window(cursor.next().token().names().get(0), List.of(), List.of()))
        : Optional.empty();
  }

  /** {@code (name PARTITION BY a ORDER BY b ROWS ...)}. */
  private Window window(InsideContext inside) {
    List<Expression> partitionBy = new ArrayList<>();
    for (int i = 1; i < inside.list().size(); i++) {
      if (inside.insideWord(i - 1).PARTITION_BY() != null) {
        partitionBy.addAll(expressions.list(inside.list(i)));
      }
    }
    boolean named =
        inside.list(0).getStart() instanceof SkeletonToken first
            && first.getType() == SqlSkeleton.NAME
            && inside.list(0).getStart() == inside.list(0).getStop();
    String name = named ? ((SkeletonToken) inside.list(0).getStart()).names().get(0) : "";
    return new Window(name, partitionBy, orderBy(inside));
  }

  /** The windows of the WINDOW clause. */
  List<Window> windows(ListContext list) {
    List<Window> windows = new ArrayList<>();
    for (ItemContext item : list.item()) {
      if (item.condition().size() > 1
          && item.getStart() instanceof SkeletonToken name
          && !name.names().isEmpty()
          && group(item.condition(1)) instanceof GroupContext group) {
        Window window = window(group.inside());
        windows.add(new Window(name.names().get(0), window.partitionBy(), window.orderBy()));
      }
    }
    return windows;
  }

  private static Object group(ConditionContext condition) {
    List<Piece> pieces = Piece.of(condition.conjunction(0).predicate(0).piece());
    return pieces.isEmpty() ? condition : pieces.get(0).context();
  }
}
