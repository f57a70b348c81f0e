package io.github.pgslowlog.parse;

import io.github.pgslowlog.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/**
 * The expressions inside a node that no converter knows, as far as JSqlParser's own walk finds
 * them: columns, values, calls, sub-selects, operators.
 */
final class PartCollector extends ExpressionVisitorAdapter<@Nullable Void> {
  private final TreeConverter tree;
  private final List<Expression> parts = new ArrayList<>();

  private PartCollector(TreeConverter tree) {
    this.tree = tree;
  }

  static List<Expression> of(TreeConverter tree, net.sf.jsqlparser.expression.Expression node) {
    PartCollector parts = new PartCollector(tree);
    node.accept(parts, null);
    return parts.parts;
  }

  private @Nullable Void add(net.sf.jsqlparser.expression.Expression part) {
    parts.add(tree.expression(part));
    return null;
  }

  @Override
  public <S> @Nullable Void visit(Column part, S context) {
    return add(part);
  }

  @Override
  public <S> @Nullable Void visit(JdbcParameter part, S context) {
    return add(part);
  }

  @Override
  public <S> @Nullable Void visit(Function part, S context) {
    return add(part);
  }

  @Override
  public <S> @Nullable Void visit(AnalyticExpression part, S context) {
    return add(part);
  }

  @Override
  public <S> @Nullable Void visit(CaseExpression part, S context) {
    return add(part);
  }

  @Override
  public <S> @Nullable Void visit(CastExpression part, S context) {
    return add(part);
  }

  @Override
  public <S> @Nullable Void visit(ParenthesedSelect part, S context) {
    return add(part);
  }

  @Override
  public <S> @Nullable Void visit(Select part, S context) {
    return add(part);
  }

  @Override
  protected <S> @Nullable Void visitBinaryExpression(BinaryExpression part, S context) {
    return add(part);
  }
}
