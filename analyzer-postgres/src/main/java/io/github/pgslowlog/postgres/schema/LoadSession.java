package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Runs statements of a dump one by one, as an ordinary role. */
final class LoadSession implements AutoCloseable {
  /** No statement that shapes an empty table takes long; one that does is up to something. */
  private static final String SET_UP =
      """
      SET statement_timeout = '10s';
      SET check_function_bodies = off;
      SET client_min_messages = error;
      """;

  private static final int MAX_TIMEOUTS = 10;
  private static final String CANCELED = "57014";

  private final Connection connection;
  private final Statement statement;
  private String path = "";
  private int timeouts;

  private LoadSession(Connection connection, Statement statement) {
    this.connection = connection;
    this.statement = statement;
  }

  static LoadSession of(Connection planner) throws SQLException {
    Statement statement = planner.createStatement();
    statement.setEscapeProcessing(false);
    statement.execute(SET_UP);
    return new LoadSession(planner, statement);
  }

  /** Runs a statement; null if it worked. */
  @Nullable ServerError run(String sql) throws SQLException {
    try {
      statement.execute(sql);
      return null;
    } catch (SQLException e) {
      ServerError error = ServerError.of(e);
      if (error.isFatal()) {
        throw e;
      }
      if (error.state().equals(CANCELED) && ++timeouts == MAX_TIMEOUTS) {
        throw new AnalyzerException(
            MAX_TIMEOUTS + " statements of the schema did not end in time; is it a schema dump?",
            e);
      }
      return error;
    }
  }

  void searchPath(String wanted) throws SQLException {
    if (wanted.equals(path)) {
      return;
    }
    try (PreparedStatement set =
        connection.prepareStatement("SELECT pg_catalog.set_config('search_path', ?, false)")) {
      set.setString(1, wanted);
      set.execute();
      path = wanted;
    }
  }

  void standardStrings(boolean standard) throws SQLException {
    statement.execute("SET standard_conforming_strings = " + (standard ? "on" : "off"));
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
