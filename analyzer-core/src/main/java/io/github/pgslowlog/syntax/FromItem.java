package io.github.pgslowlog.syntax;

import java.util.List;
import java.util.Optional;

/** What can stand in FROM. */
public sealed interface FromItem {
  /**
   * A table, a view or a common table expression.
   *
   * @param schema its schema, folded, empty if none is written
   * @param name its name, folded
   * @param alias its alias
   */
  record Table(String schema, String name, Alias alias) implements FromItem {
    /**
     * The name that qualifies its columns.
     *
     * @return the alias, or else the name
     */
    public String qualifier() {
      return alias.name().isEmpty() ? name : alias.name();
    }
  }

  /**
   * A sub-select, or VALUES.
   *
   * @param query the query
   * @param lateral whether it sees the items before it
   * @param alias its alias
   */
  record Derived(Query query, boolean lateral, Alias alias) implements FromItem {}

  /**
   * A function, ROWS FROM, JSON_TABLE or XMLTABLE. Functions always see the items before them.
   *
   * @param arguments the calls, or what is known to be evaluated
   * @param alias its alias; JSON_TABLE and XMLTABLE name their columns there, too
   */
  record Function(List<Expression> arguments, Alias alias) implements FromItem {
    /** Copies the list. */
    public Function {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * A join.
   *
   * @param left left side
   * @param right right side
   * @param kind how
   * @param natural NATURAL
   * @param on ON
   * @param using the columns of USING
   * @param alias {@code (a JOIN b ...) AS x}, or {@code USING (...) AS x}
   */
  record Join(
      FromItem left,
      FromItem right,
      JoinKind kind,
      boolean natural,
      Optional<Expression> on,
      List<String> using,
      Alias alias)
      implements FromItem {
    /** Copies the list. */
    public Join {
      using = List.copyOf(using);
    }
  }

  /** Kinds of joins. */
  enum JoinKind {
    /** CROSS JOIN; commas are separate items. */
    CROSS,
    /** JOIN. */
    INNER,
    /** LEFT JOIN. */
    LEFT,
    /** RIGHT JOIN. */
    RIGHT,
    /** FULL JOIN. */
    FULL
  }
}
