package io.github.pgslowlog.postgres.schema;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of a query, one by one. */
final class Queries {
  /** A row may have the statistics of a column: a megabyte of values. */
  private static final int FETCH_ROWS = 50;

  private Queries() {}

  /** Takes a row. */
  interface RowConsumer {
    void accept(ResultSet row) throws SQLException;
  }

  /** Makes something of a row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Rows of a query; some at once are in memory, for which the driver needs a transaction. */
  static void each(Connection connection, String sql, RowConsumer rows, Object... parameters)
      throws SQLException {
    boolean alone = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try {
      read(connection, sql, rows, parameters);
    } catch (SQLException e) {
      if (alone) {
        end(connection, e);
      }
      throw e;
    }
    connection.setAutoCommit(alone);
  }

  /** Ends the transaction of a query that failed; why it did is what counts. */
  private static void end(Connection connection, SQLException reason) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  private static void read(
      Connection connection, String sql, RowConsumer rows, Object... parameters)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setFetchSize(FETCH_ROWS);
      for (int i = 0; i < parameters.length; i++) {
        query.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          rows.accept(row);
        }
      }
    }
  }

  static <T> List<T> list(
      Connection connection, String sql, RowReader<T> reader, Object... parameters)
      throws SQLException {
    List<T> all = new ArrayList<>();
    each(connection, sql, row -> all.add(reader.read(row)), parameters);
    return all;
  }

  /** An array of texts, without elements that are NULL; empty for NULL. */
  static List<String> texts(ResultSet row, int column) throws SQLException {
    Array array = row.getArray(column);
    return array == null
        ? List.of()
        : Arrays.stream((String[]) array.getArray()).filter(text -> text != null).toList();
  }

  /** An array of numbers; empty for NULL. */
  static List<Double> numbers(ResultSet row, int column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : Arrays.asList((Double[]) array.getArray());
  }
}
