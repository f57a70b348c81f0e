package io.github.pgslowlog.parse;

import io.github.pgslowlog.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.schema.Column;

/** The columns inside a node that no converter knows. */
final class Parts extends ExpressionVisitorAdapter<Void> {
  private final TreeConverter tree;
  private final List<Expression> parts = new ArrayList<>();

  private Parts(TreeConverter tree) {
    this.tree = tree;
  }

  static List<Expression> of(TreeConverter tree, net.sf.jsqlparser.expression.Expression node) {
    Parts parts = new Parts(tree);
    node.accept(parts, null);
    return parts.parts;
  }

  @Override
  public <S> Void visit(Column column, S context) {
    parts.add(tree.expression(column));
    return null;
  }
}
