package io.github.pgslowlog.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ContainedBy;
import net.sf.jsqlparser.expression.operators.relational.Contains;
import net.sf.jsqlparser.expression.operators.relational.DoubleAnd;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.GreaterThan;
import net.sf.jsqlparser.expression.operators.relational.GreaterThanEquals;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsDistinctExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.JsonOperator;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.Matches;
import net.sf.jsqlparser.expression.operators.relational.MinorThan;
import net.sf.jsqlparser.expression.operators.relational.MinorThanEquals;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.expression.operators.relational.RegExpMatchOperator;
import net.sf.jsqlparser.expression.operators.relational.SimilarToExpression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import org.jspecify.annotations.Nullable;

/**
 * Takes WHERE and ON apart into conditions on columns.
 *
 * <p>Deep chains of AND and OR are flattened without recursion. A condition is conjunctive if every
 * row must satisfy it; below OR and NOT it is not, but columns that every arm of an OR joins in the
 * same way are.
 */
final class ConditionWalker {
  private final Scope scope;
  private final BlockAccumulator block;
  private final ExpressionWalker expressions;
  private final StatementWalker statements;

  ConditionWalker(
      Scope scope,
      BlockAccumulator block,
      ExpressionWalker expressions,
      StatementWalker statements) {
    this.scope = scope;
    this.block = block;
    this.expressions = expressions;
    this.statements = statements;
  }

  void walk(@Nullable Expression condition, boolean conjunctive) {
    if (condition == null) {
      return;
    }
    for (Expression conjunct : flatten(condition, AndExpression.class)) {
      one(conjunct, conjunctive);
    }
  }

  private static List<Expression> flatten(
      Expression condition, Class<? extends BinaryExpression> connective) {
    List<Expression> parts = new ArrayList<>();
    Deque<Expression> open = new ArrayDeque<>();
    open.push(condition);
    while (!open.isEmpty()) {
      Expression next = unwrap(open.pop());
      if (connective.isInstance(next)) {
        BinaryExpression both = (BinaryExpression) next;
        open.push(both.getRightExpression());
        open.push(both.getLeftExpression());
      } else {
        parts.add(next);
      }
    }
    return parts;
  }

  private static Expression unwrap(Expression expression) {
    Expression inner = expression;
    while (inner instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
      inner = list.get(0);
    }
    return inner;
  }

  private void one(Expression condition, boolean conjunctive) {
    if (condition instanceof OrExpression) {
      or(condition, conjunctive);
    } else if (condition instanceof NotExpression not) {
      not(not, conjunctive);
    } else if (condition instanceof EqualsTo equals) {
      equality(equals, conjunctive);
    } else if (condition instanceof InExpression in) {
      in(in, conjunctive);
    } else if (condition instanceof Between between) {
      between(between, conjunctive);
    } else if (condition instanceof IsNullExpression isNull) {
      subject(isNull.getLeftExpression(), Role.IS_NULL, conjunctive && !isNull.isNot());
    } else if (condition instanceof IsBooleanExpression isTrue) {
      subject(isTrue.getLeftExpression(), Role.EQUALITY, conjunctive && !isTrue.isNot());
    } else if (condition instanceof Column column) {
      subject(column, Role.EQUALITY, conjunctive);
    } else if (condition instanceof BinaryExpression binary) {
      binary(binary, conjunctive);
    } else {
      expressions.walk(condition, Role.EXPRESSION);
    }
  }

  private void not(NotExpression not, boolean conjunctive) {
    Expression inner = unwrap(not.getExpression());
    if (inner instanceof Column column) {
      subject(column, Role.EQUALITY, conjunctive);
    } else {
      walk(inner, false);
    }
  }

  private void binary(BinaryExpression binary, boolean conjunctive) {
    Optional<Role> role = role(binary);
    if (role.isEmpty()) {
      expressions.walk(binary, Role.EXPRESSION);
      return;
    }
    boolean negated = binary instanceof LikeExpression like && like.isNot();
    boolean indexable = role.get() != Role.NOT_EQUAL && !(binary instanceof IsDistinctExpression);
    boolean usable = conjunctive && !negated && indexable;
    comparison(binary, role.get(), usable);
  }

  private static Optional<Role> role(BinaryExpression binary) {
    if (binary instanceof GreaterThan
        || binary instanceof GreaterThanEquals
        || binary instanceof MinorThan
        || binary instanceof MinorThanEquals) {
      return Optional.of(Role.RANGE);
    }
    if (binary instanceof IsDistinctExpression distinct) {
      return Optional.of(distinct.isNot() ? Role.EQUALITY : Role.NOT_EQUAL);
    }
    if (binary instanceof NotEqualsTo) {
      return Optional.of(Role.NOT_EQUAL);
    }
    if (binary instanceof LikeExpression
        || binary instanceof SimilarToExpression
        || binary instanceof RegExpMatchOperator) {
      return Optional.of(Role.LIKE);
    }
    boolean contains =
        binary instanceof JsonOperator
            || binary instanceof Contains
            || binary instanceof ContainedBy
            || binary instanceof DoubleAnd
            || binary instanceof Matches;
    return contains ? Optional.of(Role.CONTAINS) : Optional.empty();
  }

  // --- comparisons

  private void equality(EqualsTo equals, boolean conjunctive) {
    Expression left = unwrap(equals.getLeftExpression());
    Expression right = unwrap(equals.getRightExpression());
    if (isAny(right)) {
      subject(left, Role.IN, conjunctive);
      elements(right);
      return;
    }
    if (left instanceof ExpressionList<?> row && right instanceof ExpressionList<?> values) {
      rows(row, values, Role.EQUALITY, conjunctive);
      return;
    }
    Optional<ColumnRef> leftColumn = column(left);
    Optional<ColumnRef> rightColumn = column(right);
    if (leftColumn.isPresent() && rightColumn.isPresent()) {
      columns(leftColumn.get(), rightColumn.get(), conjunctive);
      return;
    }
    comparison(equals, Role.EQUALITY, conjunctive);
  }

  private static boolean isAny(Expression expression) {
    if (expression instanceof AnyComparisonExpression) {
      return true;
    }
    String name = expression instanceof Function function ? function.getName() : null;
    return name != null && Set.of("any", "some").contains(name.toLowerCase(Locale.ROOT));
  }

  private void columns(ColumnRef left, ColumnRef right, boolean conjunctive) {
    boolean sameTable =
        left instanceof ColumnRef.Resolved l
            && right instanceof ColumnRef.Resolved r
            && l.table().equals(r.table());
    if (sameTable) {
      block.use(left, Role.EQUALITY);
      block.use(right, Role.EQUALITY);
    } else {
      block.join(left, right, conjunctive);
    }
  }

  private void rows(
      ExpressionList<?> left, ExpressionList<?> right, Role role, boolean conjunctive) {
    for (int i = 0; i < left.size(); i++) {
      Optional<ColumnRef> one = column(unwrap(left.get(i)));
      Optional<ColumnRef> other =
          i < right.size() ? column(unwrap(right.get(i))) : Optional.empty();
      if (one.isPresent() && other.isPresent()) {
        columns(one.get(), other.get(), conjunctive);
      } else {
        subject(left.get(i), role, conjunctive);
        if (i < right.size()) {
          expressions.walk(right.get(i), Role.EXPRESSION);
        }
      }
    }
  }

  /** A side that is a column gets the role; the columns of the other are part of an expression. */
  private void comparison(BinaryExpression binary, Role role, boolean conjunctive) {
    Expression left = unwrap(binary.getLeftExpression());
    Expression right = unwrap(binary.getRightExpression());
    boolean both = column(left).isPresent() && column(right).isPresent();
    side(left, right, role, conjunctive && !both);
    side(right, left, role, conjunctive && !both);
  }

  private void side(Expression side, Expression other, Role role, boolean conjunctive) {
    if (side instanceof ExpressionList<?> row && role == Role.RANGE && !row.isEmpty()) {
      subject(row.get(0), role, conjunctive);
      row.subList(1, row.size()).forEach(e -> subject(e, role, false));
      return;
    }
    subject(side, role, conjunctive && !ColumnFinder.hasColumns(other));
  }

  private void subject(Expression expression, Role role, boolean conjunctive) {
    Expression inner = unwrap(expression);
    if (inner instanceof Column column && column.getArrayConstructor() == null) {
      Names.column(column, scope).ifPresent(found -> block.predicate(found, role, conjunctive));
    } else {
      expressions.walk(inner, Role.EXPRESSION);
    }
  }

  /** The column that an expression is; an element of an array is none. */
  private Optional<ColumnRef> column(Expression expression) {
    return expression instanceof Column column && column.getArrayConstructor() == null
        ? Names.column(column, scope)
        : Optional.empty();
  }

  // --- IN and BETWEEN

  private void in(InExpression in, boolean conjunctive) {
    Expression left = unwrap(in.getLeftExpression());
    Role role = in.isNot() ? Role.NOT_EQUAL : Role.IN;
    boolean usable = conjunctive && !in.isNot();
    if (left instanceof ExpressionList<?> row) {
      row.forEach(element -> subject(element, role, usable));
    } else {
      subject(left, role, usable);
    }
    elements(in.getRightExpression());
  }

  /** What IN and = ANY compare with: the columns that a sub-select gives are joined. */
  private void elements(Expression elements) {
    Expression inner = elements instanceof AnyComparisonExpression any ? any.getSelect() : elements;
    if (inner instanceof ParenthesedSelect select) {
      statements
          .select(select, scope)
          .columns()
          .values()
          .forEach(output -> output.ifPresent(column -> block.use(column, Role.JOIN)));
    } else {
      expressions.walk(inner, Role.EXPRESSION);
    }
  }

  private void between(Between between, boolean conjunctive) {
    boolean usable =
        conjunctive
            && !between.isNot()
            && !ColumnFinder.hasColumns(between.getBetweenExpressionStart())
            && !ColumnFinder.hasColumns(between.getBetweenExpressionEnd());
    subject(between.getLeftExpression(), Role.RANGE, usable);
    expressions.walk(between.getBetweenExpressionStart(), Role.EXPRESSION);
    expressions.walk(between.getBetweenExpressionEnd(), Role.EXPRESSION);
  }

  // --- OR

  private void or(Expression or, boolean conjunctive) {
    List<Expression> arms = flatten(or, OrExpression.class);
    Set<String> common = commonJoins(arms);
    Set<String> done = new LinkedHashSet<>();
    for (Expression arm : arms) {
      for (Expression conjunct : flatten(arm, AndExpression.class)) {
        String text = conjunct.toString();
        boolean inEveryArm = common.contains(text);
        if (!inEveryArm || done.add(text)) {
          one(conjunct, conjunctive && inEveryArm);
        }
      }
    }
  }

  /** {@code (a.x = b.y AND ...) OR (a.x = b.y AND ...)} joins on x and y whatever arm holds. */
  private static Set<String> commonJoins(List<Expression> arms) {
    Set<String> common = new LinkedHashSet<>(joins(arms.get(0)));
    arms.forEach(arm -> common.retainAll(joins(arm)));
    return common;
  }

  private static Set<String> joins(Expression arm) {
    Set<String> joins = new LinkedHashSet<>();
    for (Expression conjunct : flatten(arm, AndExpression.class)) {
      if (conjunct instanceof EqualsTo equals
          && unwrap(equals.getLeftExpression()) instanceof Column
          && unwrap(equals.getRightExpression()) instanceof Column) {
        joins.add(conjunct.toString());
      }
    }
    return joins;
  }
}
