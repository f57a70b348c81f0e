package io.github.pgslowlog.skeleton;

import io.github.pgslowlog.skeleton.grammar.SqlSkeleton;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.InsideContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.ItemContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.ListContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.PieceContext;
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
record ColumnReader(List<Expression> arguments, List<String> names) {
  private static final Set<String> FUNCTIONS = Set.of("json_table", "xmltable", "graph_table");

  ColumnReader {
    arguments = List.copyOf(arguments);
    names = List.copyOf(names);
  }

  /** The columns of a function's arguments; empty if it is another function. */
  static Optional<ColumnReader> of(
      String function, InsideContext inside, ExpressionReader expressions) {
    if (!FUNCTIONS.contains(function)) {
      return Optional.empty();
    }
    List<Expression> arguments = new ArrayList<>();
    List<String> names = new ArrayList<>();
    boolean columns = false;
    for (ListContext list : inside.list()) {
      for (ItemContext item : list.item()) {
        if (columns) {
          FromReader.first(item).ifPresent(names::add);
        } else {
          columns = item(item, expressions, arguments, names);
        }
      }
    }
    return Optional.of(new ColumnReader(arguments, names));
  }

  /** Reads an element; returns whether columns without parentheses start in it. */
  private static boolean item(
      ItemContext item,
      ExpressionReader expressions,
      List<Expression> arguments,
      List<String> names) {
    boolean open = false;
    for (int i = 0; i < item.condition().size(); i++) {
      List<PieceContext> all = item.condition(i).conjunction(0).predicate(0).piece();
      List<Piece> pieces = Piece.of(all);
      int before = beforeColumns(pieces);
      if (i == 0) {
        arguments.add(
            before < pieces.size()
                ? expressions.pieces(pieces.subList(0, before))
                : expressions.item(item));
      }
      PieceCursor cursor =
          new PieceCursor(pieces.subList(Math.min(before + 1, pieces.size()), pieces.size()));
      if (cursor.is(SqlSkeleton.OPEN)) {
        cursor.group().inside().list(0).item().stream()
            .flatMap(column -> FromReader.first(column).stream())
            .forEach(names::add);
      } else if (cursor.is(SqlSkeleton.NAME)) {
        names.add(cursor.token().names().get(0));
        open = true;
      }
    }
    return open;
  }

  private static int beforeColumns(List<Piece> pieces) {
    int before = 0;
    while (before < pieces.size() && !pieces.get(before).is(SqlSkeleton.NAME, "columns")) {
      before++;
    }
    return before;
  }
}
