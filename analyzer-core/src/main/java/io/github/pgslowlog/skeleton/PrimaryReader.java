package io.github.pgslowlog.skeleton;

import io.github.pgslowlog.skeleton.grammar.SqlSkeleton;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.CaseWhenContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.GroupContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.SubscriptContext;
import io.github.pgslowlog.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Operands: columns, values, calls, casts, sub-selects; of anything else the parts.
 *
 * <p>Where operands follow each other without an operator between, their words belong to syntax
 * that is not known: names between operands are then no columns.
 */
final class PrimaryReader {
  /** Words that are no columns when an operand stands beside them. */
  private static final Set<String> SYNTAX =
      Set.of(
          ("variadic both leading trailing symmetric asymmetric setof name passing keys error empty"
                  + " absent format value document content standalone version preserve strip"
                  + " whitespace ordinality zone preceding following unbounded current exclude ties"
                  + " others placing escape uescape without unique year month day hour minute second"
                  + " to of prior path columns ignore respect")
              .split(" "));

  /** Types whose names have several words. */
  private static final Set<String> LONG_TYPES = Set.of("double", "timestamp", "time", "character");

  private static final Set<Integer> OPERATORS =
      Set.of(
          Integer.valueOf(SqlSkeleton.OPERATOR),
          SqlSkeleton.EQUALS,
          SqlSkeleton.IS,
          SqlSkeleton.IN,
          SqlSkeleton.LIKE,
          SqlSkeleton.BETWEEN);

  /** What can follow an operand as part of it. */
  private static final Set<Integer> POSTFIXES =
      Set.of(
          Integer.valueOf(SqlSkeleton.TYPE_CAST),
          SqlSkeleton.LEFT_BRACKET,
          SqlSkeleton.DOT,
          SqlSkeleton.COLLATE);

  private static final int LONGEST_TYPE = 4;

  private final PieceCursor cursor;
  private final ExpressionReader expressions;

  PrimaryReader(PieceCursor cursor, ExpressionReader expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
  }

  /** Reads an operand, and all that follow it without an operator between. */
  Expression read() {
    if (cursor.is(0, SqlSkeleton.KEYWORD, "WITH") && cursor.type(1) == SqlSkeleton.OPEN) {
      cursor.skip();
      cursor.skip();
    }
    List<Expression> kept = new ArrayList<>();
    boolean first = true;
    while (!atOperator()) {
      boolean syntax = isSyntax(first);
      if (!first && cursor.is(0, SqlSkeleton.NAME, "escape")) {
        cursor.skip();
        syntax = true;
        if (atOperator()) {
          break;
        }
      }
      Expression operand = one();
      if (!syntax && !operand.equals(ExpressionReader.NOTHING)) {
        kept.add(operand);
      }
      first = false;
    }
    return kept.size() == 1 ? kept.get(0) : new Expression.Other(kept);
  }

  /** The elements behind IN. */
  Expression set() {
    if (!cursor.is(SqlSkeleton.OPEN)) {
      return read();
    }
    return new Expression.Row(expressions.inside(cursor.group().inside()));
  }

  private boolean atOperator() {
    return cursor.atEnd() || isOperator(0);
  }

  private boolean isOperator(int offset) {
    boolean negation =
        cursor.type(offset) == SqlSkeleton.NOT
            && (cursor.type(offset + 1) == SqlSkeleton.IN
                || cursor.type(offset + 1) == SqlSkeleton.LIKE
                || cursor.type(offset + 1) == SqlSkeleton.BETWEEN);
    boolean nullTest =
        cursor.is(offset, SqlSkeleton.NAME, "isnull")
            || cursor.is(offset, SqlSkeleton.NAME, "notnull");
    return OPERATORS.contains(cursor.type(offset)) || negation || nullTest;
  }

  private boolean isSyntax(boolean first) {
    int next = cursor.type(1);
    if (!cursor.isSimpleName(0) || next == SqlSkeleton.OPEN || next == SqlSkeleton.QUERY_OPEN) {
      return false;
    }
    boolean last = cursor.type(1) == -1 || isOperator(1);
    boolean known = SYNTAX.contains(cursor.token().getText());
    if (first) {
      return known && !last && !POSTFIXES.contains(next);
    }
    return known || !last || !cursor.isSimpleName(-1);
  }

  /** One operand with casts and subscripts behind it. */
  private Expression one() {
    Expression operand = primary();
    while (true) {
      switch (cursor.type(0)) {
        case SqlSkeleton.TYPE_CAST -> {
          cursor.skip();
          operand = new Expression.Cast(operand, cursor.type());
        }
        case SqlSkeleton.LEFT_BRACKET -> operand = subscript(operand);
        case SqlSkeleton.DOT -> operand = field(operand);
        case SqlSkeleton.COLLATE -> operand = collate(operand);
        default -> {
          return operand;
        }
      }
    }
  }

  private Expression subscript(Expression operand) {
    List<Expression> indexes = new ArrayList<>();
    while (cursor.is(SqlSkeleton.LEFT_BRACKET)) {
      for (Expression index : brackets()) {
        indexes.addAll(index instanceof Expression.Other slice ? slice.parts() : List.of(index));
      }
    }
    return new Expression.Subscript(operand, indexes);
  }

  private List<Expression> brackets() {
    return expressions.inside(((SubscriptContext) cursor.next().context()).inside());
  }

  private Expression field(Expression operand) {
    cursor.skip();
    if (cursor.is(0, SqlSkeleton.OPERATOR, "*")) {
      cursor.skip();
      return new Expression.Field(operand, "*");
    }
    if (!cursor.is(SqlSkeleton.NAME)) {
      return operand;
    }
    Expression field = operand;
    for (String name : cursor.next().token().names()) {
      field = new Expression.Field(field, name);
    }
    return field;
  }

  private Expression collate(Expression operand) {
    cursor.skip();
    if (!cursor.is(SqlSkeleton.NAME)) {
      return operand;
    }
    List<String> names = cursor.next().token().names();
    return new Expression.Collate(operand, names.get(names.size() - 1));
  }

  private Expression primary() {
    return switch (cursor.type(0)) {
      case SqlSkeleton.NAME -> name();
      case SqlSkeleton.STAR -> star(cursor.next().token().names());
      case SqlSkeleton.VALUE -> new Expression.Value(cursor.next().token().number());
      case SqlSkeleton.LIST -> new Expression.ValueList(cursor.next().token().number());
      case SqlSkeleton.NUMBER -> new Expression.Ordinal(cursor.next().token().number());
      case SqlSkeleton.CONSTANT ->
          new Expression.Constant(cursor.next().token().getText().toLowerCase(Locale.ROOT));
      case SqlSkeleton.OPEN -> parentheses(cursor.group());
      case SqlSkeleton.QUERY_OPEN, SqlSkeleton.CTE_OPEN -> subquery();
      case SqlSkeleton.CASE -> expressions.caseWhen((CaseWhenContext) cursor.next().context());
      case SqlSkeleton.LEFT_BRACKET -> new Expression.ArrayOf(brackets());
      case SqlSkeleton.ARRAY, SqlSkeleton.EXISTS -> wordBeforeParentheses();
      case SqlSkeleton.TYPE_CAST, SqlSkeleton.DOT, SqlSkeleton.COLLATE -> ExpressionReader.NOTHING;
      default -> {
        cursor.skip();
        yield ExpressionReader.NOTHING;
      }
    };
  }

  private Expression wordBeforeParentheses() {
    boolean exists = cursor.next().is(SqlSkeleton.EXISTS);
    if (cursor.is(SqlSkeleton.LEFT_BRACKET)) {
      return new Expression.ArrayOf(brackets());
    }
    if (!cursor.isSubquery()) {
      return ExpressionReader.NOTHING;
    }
    return exists
        ? new Expression.Exists(expressions.queries().query(cursor.statement()))
        : subquery();
  }

  private Expression subquery() {
    return new Expression.Subquery(expressions.queries().query(cursor.statement()));
  }

  private Expression parentheses(GroupContext group) {
    List<Expression> elements = expressions.inside(group.inside());
    if (elements.size() == 1) {
      return elements.get(0);
    }
    boolean row = group.inside().insideWord().isEmpty() && !elements.isEmpty();
    return row ? new Expression.Row(elements) : new Expression.Other(elements);
  }

  // --- names

  private Expression name() {
    Optional<Expression> literal = typedLiteral();
    if (literal.isPresent()) {
      return literal.get();
    }
    List<String> names = cursor.next().token().names();
    return cursor.is(SqlSkeleton.OPEN) || cursor.isSubquery()
        ? new CallReader(cursor, expressions).call(names)
        : column(names);
  }

  private static Expression column(List<String> names) {
    int last = names.size() - 1;
    String schema = last > 1 ? names.get(last - 2) : "";
    String table = last > 0 ? names.get(last - 1) : "";
    return new Expression.ColumnName(schema, table, names.get(last));
  }

  private static Expression star(List<String> names) {
    int last = names.size() - 1;
    return new Expression.Star(last > 0 ? names.get(last - 1) : "", names.get(last));
  }

  /** {@code inet $1}, {@code double precision $1}, {@code interval($1) $2}. */
  private Optional<Expression> typedLiteral() {
    boolean simple = cursor.isSimpleName(0);
    int words = 1;
    if (simple && LONG_TYPES.contains(cursor.token().getText())) {
      while (words <= LONGEST_TYPE
          && (cursor.type(words) == SqlSkeleton.NAME
              || cursor.type(words) == SqlSkeleton.KEYWORD)) {
        words++;
      }
    }
    boolean type = !simple || !SYNTAX.contains(cursor.token().getText());
    if (!type || cursor.type(words) != SqlSkeleton.VALUE) {
      return Optional.empty();
    }
    String name = cursor.type();
    while (!cursor.is(SqlSkeleton.VALUE)) {
      cursor.skip();
    }
    return Optional.of(
        new Expression.Cast(new Expression.Value(cursor.next().token().number()), name));
  }
}
