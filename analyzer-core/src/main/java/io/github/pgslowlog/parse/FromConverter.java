package io.github.pgslowlog.parse;

import io.github.pgslowlog.syntax.Alias;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.FromItem;
import io.github.pgslowlog.syntax.FromItem.Derived;
import io.github.pgslowlog.syntax.FromItem.JoinKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.TableFunction;
import org.jspecify.annotations.Nullable;

/**
 * FROM: JSqlParser's first item and its flat list of joins become items with trees of joins.
 *
 * <p>{@code a, b JOIN c ON x} are two items. {@code a JOIN b JOIN c ON x ON y} is {@code a JOIN (b
 * JOIN c ON x) ON y}: JSqlParser gives the last join both conditions.
 */
final class FromConverter {
  private final TreeConverter tree;
  private final List<FromItem> items = new ArrayList<>();
  private final Deque<FromItem> sides = new ArrayDeque<>();
  private final Deque<Join> open = new ArrayDeque<>();

  private FromConverter(TreeConverter tree) {
    this.tree = tree;
  }

  static List<FromItem> list(
      TreeConverter tree,
      net.sf.jsqlparser.statement.select.@Nullable FromItem first,
      @Nullable List<Join> joins) {
    if (first == null) {
      return List.of();
    }
    FromConverter from = new FromConverter(tree);
    from.sides.push(from.item(first));
    for (Join join : joins == null ? List.<Join>of() : joins) {
      from.add(join);
    }
    from.finishItem();
    return from.items;
  }

  static FromItem of(TreeConverter tree, net.sf.jsqlparser.statement.select.FromItem node) {
    return new FromConverter(tree).item(node);
  }

  private void add(Join join) {
    FromItem right = item(join.getFromItem());
    if (join.isSimple()) {
      finishItem();
      sides.push(right);
      return;
    }
    sides.push(right);
    open.push(join);
    if (join.isCross() || join.isNatural()) {
      close(Optional.empty(), List.of());
    }
    if (join.getUsingColumns() != null && !join.getUsingColumns().isEmpty()) {
      close(Optional.empty(), columns(join.getUsingColumns()));
    }
    Collection<net.sf.jsqlparser.expression.Expression> conditions = join.getOnExpressions();
    for (Expression condition : tree.expressions(conditions)) {
      close(Optional.of(condition), List.of());
    }
  }

  private void finishItem() {
    while (!open.isEmpty()) {
      close(Optional.empty(), List.of());
    }
    items.add(sides.pop());
  }

  /** Gives the innermost open join its condition. */
  private void close(Optional<Expression> on, List<String> using) {
    if (open.isEmpty()) {
      return;
    }
    Join join = open.pop();
    FromItem right = sides.pop();
    FromItem left = sides.pop();
    sides.push(new FromItem.Join(left, right, kind(join), join.isNatural(), on, using, Alias.NONE));
  }

  private static JoinKind kind(Join join) {
    if (join.isCross()) {
      return JoinKind.CROSS;
    }
    if (join.isLeft()) {
      return JoinKind.LEFT;
    }
    if (join.isRight()) {
      return JoinKind.RIGHT;
    }
    return join.isFull() ? JoinKind.FULL : JoinKind.INNER;
  }

  private List<String> columns(List<Column> columns) {
    return columns.stream().map(column -> tree.names().fold(column.getColumnName())).toList();
  }

  private FromItem item(net.sf.jsqlparser.statement.select.FromItem node) {
    Alias alias = alias(tree, node.getAlias());
    if (node instanceof Table table) {
      return isConstant(table)
          ? new FromItem.Function(List.of(OperandConverter.constant(table.getName())), alias)
          : table(tree, table);
    }
    if (node instanceof ParenthesedFromItem nested) {
      return nested(nested, alias);
    }
    if (node instanceof LateralSubSelect lateral) {
      return new Derived(tree.query(lateral), true, alias);
    }
    if (node instanceof Select select) {
      return new Derived(tree.query(select), false, alias);
    }
    if (node instanceof TableFunction function) {
      return TableFunctionConverter.convert(tree, function, alias);
    }
    return new FromItem.Function(List.of(), alias);
  }

  private FromItem nested(ParenthesedFromItem node, Alias alias) {
    if (node.getFromItem() instanceof Table table && isTableCommand(table)) {
      return new Derived(QueryConverter.table(tree, table.getAlias().getName()), false, alias);
    }
    FromItem inside =
        list(tree, node.getFromItem(), node.getJoins()).stream()
            .reduce(FromConverter::cross)
            .orElseThrow();
    if (alias.name().isEmpty()) {
      return inside;
    }
    if (inside instanceof FromItem.Join join) {
      return new FromItem.Join(
          join.left(), join.right(), join.kind(), join.natural(), join.on(), join.using(), alias);
    }
    return inside instanceof Derived derived
        ? new Derived(derived.query(), derived.lateral(), alias)
        : inside;
  }

  /** {@code FROM current_date}: a function without parentheses. */
  private static boolean isConstant(Table table) {
    return table.getSchemaName() == null && OperandConverter.isConstant(table.getName());
  }

  /** {@code (TABLE t)}: JSqlParser takes it for a table of that name with an alias. */
  private static boolean isTableCommand(Table table) {
    return "table".equalsIgnoreCase(table.getName()) && table.getAlias() != null;
  }

  private static FromItem cross(FromItem left, FromItem right) {
    return new FromItem.Join(
        left, right, JoinKind.CROSS, false, Optional.empty(), List.of(), Alias.NONE);
  }

  static FromItem.Table table(TreeConverter tree, Table table) {
    return new FromItem.Table(
        tree.names().fold(table.getSchemaName()),
        tree.names().fold(table.getName()),
        alias(tree, table.getAlias()));
  }

  private static Alias alias(
      TreeConverter tree, net.sf.jsqlparser.expression.@Nullable Alias alias) {
    if (alias == null) {
      return Alias.NONE;
    }
    List<String> columns =
        alias.getAliasColumns() == null
            ? List.of()
            : alias.getAliasColumns().stream()
                .map(column -> tree.names().fold(column.name))
                .toList();
    return new Alias(tree.names().fold(alias.getName()), columns);
  }
}
