package io.github.pgslowlog.syntax;

import java.util.List;
import java.util.Optional;

/**
 * An expression. Parentheses are gone; chains of AND and of OR are flat.
 *
 * <p>Operators have PostgreSQL's precedence, whatever parser read them.
 */
public sealed interface Expression {
  /**
   * A column, or a row of a table, or a variable of the server: what it is depends on the scope.
   *
   * @param schema schema of its table, folded, empty if not written
   * @param table alias or table, folded, empty if not written
   * @param name its name, folded
   */
  record ColumnName(String schema, String table, String name) implements Expression {}

  /**
   * {@code *} or {@code t.*}.
   *
   * @param schema schema of the table, empty if not written
   * @param table alias or table, empty for all
   */
  record Star(String schema, String table) implements Expression {}

  /**
   * A value: {@code $n} of canonical text.
   *
   * @param number n, from 1; 0 if it is not known
   */
  record Value(int number) implements Expression {}

  /**
   * A folded list of values: {@code ...} of canonical text. It stands alone in a {@link Row} or an
   * {@link ArrayOf}.
   *
   * @param number which {@code ...} of the text, from 1; 0 if it is not known
   */
  record ValueList(int number) implements Expression {}

  /**
   * An integer of ORDER BY or GROUP BY, which names an output column.
   *
   * @param position from 1
   */
  record Ordinal(int position) implements Expression {}

  /**
   * A constant that canonical text does not mask, or a function without parentheses: {@code
   * current_date}, {@code DEFAULT}, {@code NULL}.
   *
   * @param word as in canonical text, lower case
   */
  record Constant(String word) implements Expression {}

  /**
   * A function, an aggregate or a window function; also EXTRACT, COALESCE, GREATEST and their like.
   *
   * @param schema its schema, folded, empty if not written
   * @param name its name, folded
   * @param arguments its arguments; {@code count(*)} has a {@link Star}
   * @param distinct DISTINCT before the arguments
   * @param orderBy ORDER BY behind the arguments, or of WITHIN GROUP
   * @param filter FILTER
   * @param over OVER
   */
  record Call(
      String schema,
      String name,
      List<Expression> arguments,
      boolean distinct,
      List<SortItem> orderBy,
      Optional<Expression> filter,
      Optional<Window> over)
      implements Expression {
    /** Copies the lists. */
    public Call {
      arguments = List.copyOf(arguments);
      orderBy = List.copyOf(orderBy);
    }

    /**
     * A plain call.
     *
     * @param name its name, folded
     * @param arguments its arguments
     * @return the call
     */
    public static Call of(String name, List<Expression> arguments) {
      return new Call("", name, arguments, false, List.of(), Optional.empty(), Optional.empty());
    }
  }

  /**
   * An operator and its operands, comparisons included.
   *
   * @param left left operand, empty for a prefix operator
   * @param operator as PostgreSQL writes it, without schema: {@code =}, {@code <>} (also for {@code
   *     !=}), {@code ->>}, {@code IS DISTINCT FROM}, {@code IS NOT DISTINCT FROM}, {@code AT TIME
   *     ZONE}, {@code OVERLAPS}
   * @param right right operand
   */
  record Operation(Optional<Expression> left, String operator, Expression right)
      implements Expression {}

  /**
   * AND.
   *
   * @param operands at least two, none of them an And
   */
  record And(List<Expression> operands) implements Expression {
    /** Copies the list. */
    public And {
      operands = List.copyOf(operands);
    }
  }

  /**
   * OR.
   *
   * @param operands at least two, none of them an Or
   */
  record Or(List<Expression> operands) implements Expression {
    /** Copies the list. */
    public Or {
      operands = List.copyOf(operands);
    }
  }

  /**
   * NOT.
   *
   * @param operand what is negated
   */
  record Not(Expression operand) implements Expression {}

  /**
   * {@code operand IS [NOT] test}.
   *
   * @param operand what is tested
   * @param test NULL, TRUE, FALSE, UNKNOWN, JSON, NORMALIZED and their like, upper case
   * @param negated IS NOT
   */
  record Is(Expression operand, String test, boolean negated) implements Expression {}

  /**
   * {@code operand [NOT] BETWEEN low AND high}.
   *
   * @param operand what is compared
   * @param low lower bound
   * @param high upper bound
   * @param negated NOT BETWEEN
   */
  record Between(Expression operand, Expression low, Expression high, boolean negated)
      implements Expression {}

  /**
   * {@code operand [NOT] IN (...)}.
   *
   * @param operand what is searched, a {@link Row} for several columns
   * @param set a {@link Row} of the elements, or a {@link Subquery}
   * @param negated NOT IN
   */
  record In(Expression operand, Expression set, boolean negated) implements Expression {}

  /**
   * {@code operand operator ANY|ALL (set)}.
   *
   * @param operand left side
   * @param operator a comparison, also LIKE, ILIKE and their negations, upper case
   * @param all ALL instead of ANY or SOME
   * @param set an array, or a {@link Subquery}
   */
  record Quantified(Expression operand, String operator, boolean all, Expression set)
      implements Expression {}

  /**
   * {@code operand [NOT] LIKE pattern}; also the operators {@code ~~}, {@code !~~*} and so on.
   *
   * @param operand what is matched
   * @param word LIKE, ILIKE or SIMILAR TO
   * @param pattern the pattern
   * @param negated NOT LIKE
   */
  record Like(Expression operand, String word, Expression pattern, boolean negated)
      implements Expression {}

  /**
   * A cast: {@code a::type}, CAST, or a typed literal.
   *
   * @param operand what is cast
   * @param type the type, lower case, with its modifier and brackets: {@code numeric($1)[]} is
   *     {@code numeric[]}
   */
  record Cast(Expression operand, String type) implements Expression {}

  /**
   * COLLATE.
   *
   * @param operand what is compared
   * @param collation its name, folded
   */
  record Collate(Expression operand, String collation) implements Expression {}

  /**
   * {@code (a, b)} or {@code ROW(a, b)}; the elements of IN.
   *
   * @param elements its elements
   */
  record Row(List<Expression> elements) implements Expression {
    /** Copies the list. */
    public Row {
      elements = List.copyOf(elements);
    }
  }

  /**
   * {@code ARRAY[a, b]}.
   *
   * @param elements its elements
   */
  record ArrayOf(List<Expression> elements) implements Expression {
    /** Copies the list. */
    public ArrayOf {
      elements = List.copyOf(elements);
    }
  }

  /**
   * {@code a[1]}, {@code a[1:2]}.
   *
   * @param operand the array
   * @param indexes the subscripts
   */
  record Subscript(Expression operand, List<Expression> indexes) implements Expression {
    /** Copies the list. */
    public Subscript {
      indexes = List.copyOf(indexes);
    }
  }

  /**
   * {@code (a).field}.
   *
   * @param operand a row
   * @param name the field, folded
   */
  record Field(Expression operand, String name) implements Expression {}

  /**
   * A query used as a value, or {@code ARRAY(query)}.
   *
   * @param query the query
   */
  record Subquery(Query query) implements Expression {}

  /**
   * EXISTS.
   *
   * @param query the query
   */
  record Exists(Query query) implements Expression {}

  /**
   * CASE.
   *
   * @param operand what is compared, empty for {@code CASE WHEN condition}
   * @param arms WHEN, THEN, WHEN, THEN and so on
   * @param otherwise ELSE
   */
  record Case(Optional<Expression> operand, List<Expression> arms, Optional<Expression> otherwise)
      implements Expression {
    /** Copies the list. */
    public Case {
      arms = List.copyOf(arms);
    }
  }

  /**
   * Anything else, of which only the parts are known: constructors of XML and JSON, or what a
   * parser passed over.
   *
   * @param parts the expressions inside, in order
   */
  record Other(List<Expression> parts) implements Expression {
    /** Copies the list. */
    public Other {
      parts = List.copyOf(parts);
    }
  }
}
