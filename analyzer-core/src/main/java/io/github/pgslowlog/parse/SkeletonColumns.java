package io.github.pgslowlog.parse;

import io.github.pgslowlog.parse.grammar.SqlSkeleton;
import io.github.pgslowlog.parse.grammar.SqlSkeleton.InsideContext;
import io.github.pgslowlog.parse.grammar.SqlSkeleton.ItemContext;
import io.github.pgslowlog.parse.grammar.SqlSkeleton.ListContext;
import io.github.pgslowlog.parse.grammar.SqlSkeleton.PieceContext;
import io.github.pgslowlog.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that JSON_TABLE, XMLTABLE and GRAPH_TABLE name themselves.
 *
 * @param arguments what stands before COLUMNS
 * @param names the names of the columns, folded
 */
record SkeletonColumns(List<Expression> arguments, List<String> names) {
  private static final Set<String> FUNCTIONS = Set.of("json_table", "xmltable", "graph_table");

  SkeletonColumns {
    arguments = List.copyOf(arguments);
    names = List.copyOf(names);
  }

  /** The columns of a function's arguments; empty if it is another function. */
  static Optional<SkeletonColumns> of(
      String function, InsideContext inside, SkeletonExpressions expressions) {
    if (!FUNCTIONS.contains(function)) {
      return Optional.empty();
    }
    List<Expression> arguments = new ArrayList<>();
    List<String> names = new ArrayList<>();
    boolean columns = false;
    for (ListContext list : inside.list()) {
      for (ItemContext item : list.item()) {
        if (columns) {
          SkeletonFrom.first(item).ifPresent(names::add);
        } else {
          columns = item(item, expressions, arguments, names);
        }
      }
    }
    return Optional.of(new SkeletonColumns(arguments, names));
  }

  /** Reads an element; returns whether columns without parentheses start in it. */
  private static boolean item(
      ItemContext item,
      SkeletonExpressions expressions,
      List<Expression> arguments,
      List<String> names) {
    List<PieceContext> all = item.condition(0).conjunction(0).predicate(0).piece();
    List<SkeletonPiece> pieces = SkeletonPiece.of(all);
    SkeletonCursor cursor = new SkeletonCursor(pieces);
    int before = 0;
    while (!cursor.atEnd() && !cursor.is(0, SqlSkeleton.NAME, "columns")) {
      cursor.skip();
      before++;
    }
    if (cursor.atEnd()) {
      arguments.add(expressions.item(item));
      return false;
    }
    arguments.add(expressions.pieces(pieces.subList(0, before)));
    cursor.skip();
    if (cursor.is(SqlSkeleton.NAME)) {
      names.add(cursor.token().names().get(0));
      return true;
    }
    if (cursor.is(SqlSkeleton.OPEN)) {
      cursor.group().inside().list(0).item().stream()
          .flatMap(column -> SkeletonFrom.first(column).stream())
          .forEach(names::add);
    }
    return false;
  }
}
