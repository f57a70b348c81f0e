package io.github.pgslowlog.parse;

import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.GroupBy;
import io.github.pgslowlog.syntax.Output;
import io.github.pgslowlog.syntax.QueryBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.statement.select.Distinct;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SelectItem;
import org.jspecify.annotations.Nullable;

/** SELECT without what may follow any query. */
final class SelectConverter {
  private SelectConverter() {}

  static QueryBody convert(TreeConverter tree, PlainSelect select) {
    Distinct distinct = select.getDistinct();
    return new QueryBody.Select(
        distinct != null,
        distinct == null || distinct.getOnSelectItems() == null
            ? List.of()
            : distinct.getOnSelectItems().stream()
                .map(item -> SortConverter.orOrdinal(tree, item.getExpression()))
                .toList(),
        outputs(tree, select.getSelectItems()),
        FromConverter.list(tree, select.getFromItem(), select.getJoins()),
        tree.optional(select.getWhere()),
        groupBy(tree, select.getGroupBy()),
        tree.optional(select.getHaving()),
        WindowConverter.named(tree, select.getWindowDefinitions()));
  }

  /** SELECT lists and RETURNING; NULL alone is the rewriter's stand-in for no output at all. */
  static List<Output> outputs(TreeConverter tree, @Nullable List<SelectItem<?>> items) {
    if (items == null) {
      return List.of();
    }
    List<Output> outputs = new ArrayList<>();
    for (SelectItem<?> item : items) {
      if (!(item.getExpression() instanceof NullValue) || items.size() > 1) {
        String alias = item.getAlias() == null ? "" : tree.names().fold(item.getAlias().getName());
        outputs.add(
            new Output(
                tree.expression(item.getExpression()),
                alias.isEmpty() ? Optional.empty() : Optional.of(alias)));
      }
    }
    return outputs;
  }

  private static Optional<GroupBy> groupBy(TreeConverter tree, @Nullable GroupByElement node) {
    if (node == null) {
      return Optional.empty();
    }
    List<Expression> elements = new ArrayList<>();
    List<Expression> sets = new ArrayList<>();
    if (node.getGroupByExpressionList() != null) {
      for (net.sf.jsqlparser.expression.Expression element : node.getGroupByExpressionList()) {
        boolean set = element instanceof Function call && isSet(call);
        addSet(tree, List.of(element), set ? sets : elements);
      }
    }
    if (node.getGroupingSets() != null) {
      node.getGroupingSets().forEach(set -> addSet(tree, set, sets));
    }
    return Optional.of(new GroupBy(elements, sets));
  }

  private static boolean isSet(Function call) {
    return call.getName().equalsIgnoreCase("rollup") || call.getName().equalsIgnoreCase("cube");
  }

  /** The expressions, also those in parentheses. */
  private static void addSet(
      TreeConverter tree,
      @Nullable List<? extends net.sf.jsqlparser.expression.Expression> set,
      List<Expression> to) {
    for (net.sf.jsqlparser.expression.Expression element :
        set == null ? List.<net.sf.jsqlparser.expression.Expression>of() : set) {
      if (element instanceof ParenthesedExpressionList<?> list) {
        addSet(tree, list, to);
      } else if (element instanceof Function call && isSet(call)) {
        addSet(tree, call.getParameters(), to);
      } else {
        to.add(SortConverter.orOrdinal(tree, element));
      }
    }
  }
}
