package io.github.pgslowlog.samples.generator;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection of one application, for the workloads: reads what a statement returns to its end, as
 * an application would, and mostly forgets it.
 */
final class ShopSession implements AutoCloseable {

  private final Connection connection;

  ShopSession(Connection connection) {
    this.connection = connection;
  }

  /** Sends a text as it is, without parameters and unprepared. */
  void run(String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (statement.execute(text)) {
        firstColumn(statement.getResultSet());
      }
    }
  }

  /** Prepares and executes a statement and returns the first column of what comes back. */
  List<Object> query(String sql, @Nullable Object... parameters) throws SQLException {
    return queryInSteps(0, sql, parameters);
  }

  /** Like {@link #query}, but within a transaction fetches only so many rows at a time. */
  List<Object> queryInSteps(int rows, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(rows);
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.execute() ? firstColumn(statement.getResultSet()) : List.of();
    }
  }

  /** Like {@link #query}, for a statement that returns one row with a number. */
  long number(String sql, @Nullable Object... parameters) throws SQLException {
    return ((Number) query(sql, parameters).get(0)).longValue();
  }

  /** Executes a statement that must fail with the given SQLSTATE. */
  void fail(String sqlState, String sql, @Nullable Object... parameters) throws SQLException {
    try {
      query(sql, parameters);
    } catch (SQLException e) {
      if (sqlState.equals(e.getSQLState())) {
        return;
      }
      throw e;
    }
    throw new IllegalStateException("Did not fail with " + sqlState + ": " + sql);
  }

  /** Starts a transaction: the driver sends BEGIN before the next statement. */
  void begin() throws SQLException {
    connection.setAutoCommit(false);
  }

  void commit() throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  void rollBack() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static List<Object> firstColumn(ResultSet rows) throws SQLException {
    try (rows) {
      List<Object> values = new ArrayList<>();
      while (rows.next()) {
        Object value = rows.getObject(1);
        if (value != null) {
          values.add(value);
        }
      }
      return values;
    }
  }
}
