package io.github.pgslowlog.parse;

import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.Expression.Call;
import io.github.pgslowlog.syntax.Expression.Star;
import io.github.pgslowlog.syntax.SortItem;
import io.github.pgslowlog.syntax.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.AnalyticType;
import net.sf.jsqlparser.expression.FilterOverImpl;
import net.sf.jsqlparser.expression.WindowDefinition;
import org.jspecify.annotations.Nullable;

/** CallConverter with FILTER, WITHIN GROUP or OVER, and the WINDOW clause. */
final class WindowConverter {
  private WindowConverter() {}

  static Expression call(TreeConverter tree, AnalyticExpression node) {
    List<String> names = tree.names().path(node.getName());
    AnalyticType type = node.getType();
    boolean group = type == AnalyticType.WITHIN_GROUP || type == AnalyticType.WITHIN_GROUP_OVER;
    boolean over = type == AnalyticType.OVER || type == AnalyticType.WITHIN_GROUP_OVER;
    List<SortItem> orderBy = new ArrayList<>(SortConverter.of(tree, node.getFuncOrderBy()));
    if (group) {
      orderBy.addAll(SortConverter.of(tree, node.getOrderByElements()));
    }
    return new Call(
        names.size() == 1 ? "" : names.get(names.size() - 2),
        names.get(names.size() - 1),
        arguments(tree, node),
        node.isDistinct(),
        orderBy,
        tree.optional(node.getFilterExpression()),
        over ? Optional.of(over(tree, node, group)) : Optional.empty());
  }

  private static List<Expression> arguments(TreeConverter tree, AnalyticExpression node) {
    List<Expression> arguments = new ArrayList<>();
    if (node.isAllColumns()) {
      arguments.add(new Star("", ""));
    }
    tree.optional(node.getExpression()).ifPresent(arguments::add);
    tree.optional(node.getOffset()).ifPresent(arguments::add);
    tree.optional(node.getDefaultValue()).ifPresent(arguments::add);
    return arguments;
  }

  /** OVER of an aggregate that makes JSON. */
  static Optional<Window> over(TreeConverter tree, FilterOverImpl node) {
    if (node.getAnalyticType() != AnalyticType.OVER) {
      return Optional.empty();
    }
    return Optional.of(
        new Window(
            "",
            tree.expressions(node.getPartitionExpressionList()),
            SortConverter.of(tree, node.getOrderByElements())));
  }

  private static Window over(TreeConverter tree, AnalyticExpression node, boolean group) {
    WindowDefinition definition = node.getWindowDefinition();
    String name = node.getWindowName();
    if (name != null || definition == null) {
      return new Window(tree.names().fold(name), List.of(), List.of());
    }
    Window window = window(tree, definition);
    return group ? new Window(window.name(), window.partitionBy(), List.of()) : window;
  }

  private static Window window(TreeConverter tree, WindowDefinition definition) {
    return new Window(
        tree.names().fold(definition.getWindowName()),
        partition(tree, definition),
        SortConverter.of(tree, definition.getOrderByElements()));
  }

  private static List<Expression> partition(TreeConverter tree, WindowDefinition definition) {
    return definition.getPartitionBy() == null
        ? List.of()
        : tree.expressions(definition.getPartitionBy());
  }

  /** The WINDOW clause. */
  static List<Window> named(TreeConverter tree, @Nullable List<WindowDefinition> definitions) {
    return definitions == null
        ? List.of()
        : definitions.stream().map(definition -> window(tree, definition)).toList();
  }
}
