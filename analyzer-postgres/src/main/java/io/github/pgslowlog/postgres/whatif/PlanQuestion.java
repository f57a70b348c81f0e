package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.select.PlannableStatement;
import java.sql.SQLException;

/** How the server is asked for the plan of a statement. */
sealed interface PlanQuestion {
  /** Asks for the plan as JSON. */
  String ask(PlanningConnection connection) throws SQLException;

  /**
   * With EXPLAIN and the statement as it is.
   *
   * @param sql without parameters
   */
  record Plain(String sql) implements PlanQuestion {
    @Override
    public String ask(PlanningConnection connection) throws SQLException {
      return connection.explain(sql);
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
    public String ask(PlanningConnection connection) throws SQLException {
      return connection.explain(sql, values);
    }
  }

  /**
   * For any values.
   *
   * @param sql with parameters
   */
  record Generic(String sql) implements PlanQuestion {
    @Override
    public String ask(PlanningConnection connection) throws SQLException {
      return connection.explainGeneric(sql);
    }
  }

  /**
   * Not at all.
   *
   * @param reason why, one line
   */
  record None(String reason) implements PlanQuestion {
    @Override
    public String ask(PlanningConnection connection) throws SQLException {
      throw new SQLException(reason);
    }
  }

  /**
   * Finds a way: with the values as arguments; where the server cannot tell the type of a
   * parameter, with the values written into the statement; without them if that fails as well.
   */
  static PlanQuestion of(PlannableStatement statement, PlanningConnection connection)
      throws SQLException {
    String sql = statement.sql();
    if (sql.indexOf('\0') >= 0 || !StatementText.isPlanned(sql)) {
      return new None("not a statement that is planned");
    }
    int parameters = StatementText.parameters(sql);
    if (parameters == 0) {
      return firstThatPlans(connection, new Plain(sql));
    }
    Generic generic = new Generic(sql);
    PlanQuestion first = firstThatPlans(connection, generic);
    if (statement.generic() || statement.parameters().size() < parameters) {
      return first;
    }
    Plain literals = new Plain(StatementText.withLiterals(statement));
    if (first instanceof None) {
      return firstThatPlans(connection, literals);
    }
    String values = StatementText.arguments(statement.parameters().subList(0, parameters));
    return firstThatPlans(connection, new Custom(sql, values), literals, generic);
  }

  private static PlanQuestion firstThatPlans(
      PlanningConnection connection, PlanQuestion... questions) throws SQLException {
    String reason = "";
    for (PlanQuestion question : questions) {
      try {
        question.ask(connection);
        return question;
      } catch (SQLException e) {
        if (ServerMessage.isConnectionLost(e)) {
          throw e;
        }
        reason = reason.isEmpty() ? ServerMessage.of(e) : reason;
      }
    }
    return new None(reason);
  }
}
