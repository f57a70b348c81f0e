package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes WHERE and ON apart into conditions on columns.
 *
 * <p>A condition is conjunctive if every row must satisfy it; below OR and NOT it is not, but
 * columns that every arm of an OR joins in the same way are.
 */
final class ConditionWalker {
  private static final Set<String> RANGES = Set.of("<", "<=", ">", ">=");
  private static final Set<String> PATTERNS = Set.of("~", "~*", "!~", "!~*");
  private static final Set<String> CONTAINMENTS =
      Set.of("@>", "<@", "?", "?|", "?&", "&&", "@@", "@@@", "@?");

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

  void walk(Expression condition, boolean conjunctive) {
    conjuncts(condition).forEach(conjunct -> one(conjunct, conjunctive));
  }

  private static List<Expression> conjuncts(Expression condition) {
    return condition instanceof Expression.And and ? and.operands() : List.of(condition);
  }

  private void one(Expression condition, boolean conjunctive) {
    if (condition instanceof Expression.And) {
      walk(condition, conjunctive);
    } else if (condition instanceof Expression.Or or) {
      or(or, conjunctive);
    } else if (condition instanceof Expression.Not not) {
      not(not, conjunctive);
    } else if (condition instanceof Expression.In in) {
      in(in, conjunctive);
    } else if (condition instanceof Expression.Between between) {
      between(between, conjunctive);
    } else if (condition instanceof Expression.Is is) {
      Role role = is.test().equals("NULL") ? Role.IS_NULL : Role.EQUALITY;
      subject(is.operand(), role, conjunctive && !is.negated());
    } else if (condition instanceof Expression.ColumnName column) {
      subject(column, Role.EQUALITY, conjunctive);
    } else {
      compared(condition, conjunctive);
    }
  }

  private void compared(Expression condition, boolean conjunctive) {
    if (condition instanceof Expression.Quantified quantified) {
      quantified(quantified, conjunctive);
    } else if (condition instanceof Expression.Like like) {
      comparison(like.operand(), like.pattern(), Role.LIKE, conjunctive && !like.negated());
    } else if (condition instanceof Expression.Operation operation
        && operation.left().isPresent()) {
      operation(operation, operation.left().get(), conjunctive);
    } else {
      expressions.walk(condition, Role.EXPRESSION);
    }
  }

  private void not(Expression.Not not, boolean conjunctive) {
    if (not.operand() instanceof Expression.ColumnName column) {
      subject(column, Role.EQUALITY, conjunctive);
    } else {
      walk(not.operand(), false);
    }
  }

  // --- comparisons

  private void operation(Expression.Operation operation, Expression left, boolean conjunctive) {
    if (operation.operator().equals("=")) {
      equality(left, operation.right(), conjunctive);
      return;
    }
    Optional<Role> role = role(operation.operator());
    if (role.isEmpty()) {
      expressions.walk(operation, Role.EXPRESSION);
      return;
    }
    boolean indexable = role.get() != Role.NOT_EQUAL && role.get() != Role.EQUALITY;
    comparison(left, operation.right(), role.get(), conjunctive && indexable);
  }

  private static Optional<Role> role(String operator) {
    if (RANGES.contains(operator)) {
      return Optional.of(Role.RANGE);
    }
    if (PATTERNS.contains(operator)) {
      return Optional.of(Role.LIKE);
    }
    if (CONTAINMENTS.contains(operator)) {
      return Optional.of(Role.CONTAINS);
    }
    return switch (operator) {
      case "=", "IS NOT DISTINCT FROM" -> Optional.of(Role.EQUALITY);
      case "<>", "IS DISTINCT FROM" -> Optional.of(Role.NOT_EQUAL);
      case "LIKE", "ILIKE", "NOT LIKE", "NOT ILIKE" -> Optional.of(Role.LIKE);
      default -> Optional.empty();
    };
  }

  private void quantified(Expression.Quantified quantified, boolean conjunctive) {
    if (quantified.operator().equals("=") && !quantified.all()) {
      subject(quantified.operand(), Role.IN, conjunctive);
      elements(quantified.set());
      return;
    }
    Optional<Role> role = role(quantified.operator());
    boolean usable = conjunctive && role.isPresent() && role.get() != Role.NOT_EQUAL;
    comparison(quantified.operand(), quantified.set(), role.orElse(Role.EXPRESSION), usable);
  }

  private void equality(Expression left, Expression right, boolean conjunctive) {
    if (left instanceof Expression.Row row && right instanceof Expression.Row values) {
      rows(row.elements(), values.elements(), conjunctive);
      return;
    }
    Optional<ColumnRef> leftColumn = column(left);
    Optional<ColumnRef> rightColumn = column(right);
    if (leftColumn.isPresent() && rightColumn.isPresent()) {
      columns(leftColumn.get(), rightColumn.get(), conjunctive);
      return;
    }
    comparison(left, right, Role.EQUALITY, conjunctive);
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

  private void rows(List<Expression> left, List<Expression> right, boolean conjunctive) {
    for (int i = 0; i < left.size(); i++) {
      Optional<ColumnRef> one = column(left.get(i));
      Optional<ColumnRef> other = i < right.size() ? column(right.get(i)) : Optional.empty();
      if (one.isPresent() && other.isPresent()) {
        columns(one.get(), other.get(), conjunctive);
      } else {
        subject(left.get(i), Role.EQUALITY, conjunctive);
        if (i < right.size()) {
          expressions.walk(right.get(i), Role.EXPRESSION);
        }
      }
    }
  }

  /** A side that is a column gets the role; the columns of the other are part of an expression. */
  private void comparison(Expression left, Expression right, Role role, boolean conjunctive) {
    boolean both = column(left).isPresent() && column(right).isPresent();
    side(left, right, role, conjunctive && !both);
    side(right, left, role, conjunctive && !both);
  }

  private void side(Expression side, Expression other, Role role, boolean conjunctive) {
    if (side instanceof Expression.Row row && role == Role.RANGE && !row.elements().isEmpty()) {
      subject(row.elements().get(0), role, conjunctive);
      row.elements().subList(1, row.elements().size()).forEach(e -> subject(e, role, false));
      return;
    }
    subject(side, role, conjunctive && !ColumnFinder.hasColumns(other));
  }

  private void subject(Expression expression, Role role, boolean conjunctive) {
    if (expression instanceof Expression.ColumnName column) {
      scope.resolve(column).ifPresent(found -> block.predicate(found, role, conjunctive));
    } else {
      expressions.walk(expression, Role.EXPRESSION);
    }
  }

  private Optional<ColumnRef> column(Expression expression) {
    return expression instanceof Expression.ColumnName column
        ? scope.resolve(column)
        : Optional.empty();
  }

  // --- IN and BETWEEN

  private void in(Expression.In in, boolean conjunctive) {
    Role role = in.negated() ? Role.NOT_EQUAL : Role.IN;
    boolean usable = conjunctive && !in.negated();
    if (in.operand() instanceof Expression.Row row) {
      row.elements().forEach(element -> subject(element, role, usable));
    } else {
      subject(in.operand(), role, usable);
    }
    elements(in.set());
  }

  /** What IN and = ANY compare with: the columns that a sub-select gives are joined. */
  private void elements(Expression elements) {
    if (elements instanceof Expression.Subquery subquery) {
      statements
          .select(subquery.query(), scope)
          .columns()
          .values()
          .forEach(output -> output.ifPresent(column -> block.use(column, Role.JOIN)));
    } else {
      expressions.walk(elements, Role.EXPRESSION);
    }
  }

  private void between(Expression.Between between, boolean conjunctive) {
    boolean usable =
        conjunctive
            && !between.negated()
            && !ColumnFinder.hasColumns(between.low())
            && !ColumnFinder.hasColumns(between.high());
    subject(between.operand(), Role.RANGE, usable);
    expressions.walk(between.low(), Role.EXPRESSION);
    expressions.walk(between.high(), Role.EXPRESSION);
  }

  // --- OR

  private void or(Expression.Or or, boolean conjunctive) {
    Set<Expression> common = commonJoins(or.operands());
    Set<Expression> done = new LinkedHashSet<>();
    for (Expression arm : or.operands()) {
      for (Expression conjunct : conjuncts(arm)) {
        boolean inEveryArm = common.contains(conjunct);
        if (!inEveryArm || done.add(conjunct)) {
          one(conjunct, conjunctive && inEveryArm);
        }
      }
    }
  }

  /** {@code (a.x = b.y AND ...) OR (a.x = b.y AND ...)} joins on x and y whatever arm holds. */
  private static Set<Expression> commonJoins(List<Expression> arms) {
    Set<Expression> common = joins(arms.get(0));
    arms.forEach(arm -> common.retainAll(joins(arm)));
    return common;
  }

  private static Set<Expression> joins(Expression arm) {
    Set<Expression> joins = new LinkedHashSet<>();
    for (Expression conjunct : conjuncts(arm)) {
      if (conjunct instanceof Expression.Operation equals
          && equals.operator().equals("=")
          && equals.left().isPresent()
          && equals.left().get() instanceof Expression.ColumnName
          && equals.right() instanceof Expression.ColumnName) {
        joins.add(conjunct);
      }
    }
    return joins;
  }
}
