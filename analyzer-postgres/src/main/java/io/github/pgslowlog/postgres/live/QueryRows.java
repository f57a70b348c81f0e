package io.github.pgslowlog.postgres.live;

import io.github.pgslowlog.postgres.schema.SourceStatement;
import io.github.pgslowlog.postgres.schema.StatementSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries whose rows are statements; some rows at once are in memory. */
final class QueryRows implements StatementSource {
  private static final int FETCH_ROWS = 200;
  private static final int MAX_CHARS = 16 << 20;

  private final String name;
  private final Connection connection;
  private final Iterator<String> queries;
  private @Nullable Statement statement;
  private @Nullable ResultSet rows;
  private long count;

  QueryRows(String name, Connection connection, List<String> queries) {
    this.name = name;
    this.connection = connection;
    this.queries = queries.iterator();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public @Nullable SourceStatement next() {
    try {
      String text = text();
      if (text == null) {
        return null;
      }
      count++;
      return text.length() > MAX_CHARS
          ? new SourceStatement(text.substring(0, MAX_CHARS), count, false)
          : new SourceStatement(withoutSemicolon(text), count, true);
    } catch (SQLException e) {
      throw LiveServer.unreadable(name, e);
    }
  }

  /** The next row that has a text: of an object that was just dropped there may be none. */
  private @Nullable String text() throws SQLException {
    while (true) {
      while (rows == null || !rows.next()) {
        close();
        if (!queries.hasNext()) {
          return null;
        }
        open(queries.next());
      }
      String text = rows.getString(1);
      if (text != null) {
        return text;
      }
    }
  }

  private void open(String query) throws SQLException {
    Statement opened = connection.createStatement();
    statement = opened;
    opened.setFetchSize(FETCH_ROWS);
    rows = opened.executeQuery(query);
  }

  private static String withoutSemicolon(String text) {
    String stripped = text.stripTrailing();
    return stripped.endsWith(";") ? stripped.substring(0, stripped.length() - 1) : stripped;
  }

  @Override
  public void close() {
    try {
      if (statement != null) {
        statement.close();
      }
      statement = null;
      rows = null;
    } catch (SQLException e) {
      throw LiveServer.unreadable(name, e);
    }
  }
}
