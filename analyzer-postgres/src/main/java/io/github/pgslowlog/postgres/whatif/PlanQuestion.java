package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.select.PlannableStatement;
import java.sql.SQLException;
import java.util.List;

/** How the server is asked for the plan of a statement. */
sealed interface PlanQuestion {
  /**
   * Asks for the plan.
   *
   * @param withTables whether to tell the tables as well
   */
  PlanningConnection.Answer ask(PlanningConnection connection, boolean withTables)
      throws SQLException;

  /**
   * With EXPLAIN and the statement as it is.
   *
   * @param sql without parameters
   */
  record Plain(String sql) implements PlanQuestion {
    @Override
    public PlanningConnection.Answer ask(PlanningConnection connection, boolean withTables)
        throws SQLException {
      return connection.explain(sql, withTables);
    }
  }

  /**
   * With EXPLAIN EXECUTE, which plans for the values each time anew.
   *
   * @param sql with parameters
   * @param values as arguments of EXECUTE
   */
  record Custom(String sql, String values) implements PlanQuestion {
    @Override
    public PlanningConnection.Answer ask(PlanningConnection connection, boolean withTables)
        throws SQLException {
      return connection.explain(sql, values, withTables);
    }
  }

  /**
   * For any values.
   *
   * @param sql with parameters
   */
  record Generic(String sql) implements PlanQuestion {
    @Override
    public PlanningConnection.Answer ask(PlanningConnection connection, boolean withTables)
        throws SQLException {
      return connection.explainGeneric(sql, withTables);
    }
  }

  /**
   * The ways to ask, the best first: with the values as arguments; where the server cannot tell the
   * type of a parameter, with the values written into the statement; without them if that fails as
   * well.
   */
  static List<PlanQuestion> of(PlannableStatement statement) {
    String sql = statement.sql();
    int parameters = StatementText.parameters(sql);
    if (parameters == 0) {
      return List.of(new Plain(sql));
    }
    if (statement.generic() || statement.parameters().size() < parameters) {
      return List.of(new Generic(sql));
    }
    String values = StatementText.arguments(statement.parameters().subList(0, parameters));
    return List.of(
        new Custom(sql, values),
        new Plain(StatementText.withLiterals(statement)),
        new Plain(StatementText.withTypedLiterals(statement)),
        new Generic(sql));
  }
}
