package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.postgres.server.SharedServer;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Databases of the shared server for tests. */
public final class Shadows {
  private Shadows() {}

  /** The statements of a text, as if it were a file {@code schema.sql}. */
  public static StatementSource text(String name, String sql) {
    StatementScanner scanner = new StatementScanner(new StringReader(sql));
    return new StatementSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public @Nullable SourceStatement next() {
        try {
          return scanner.next();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public void close() {}
    };
  }

  /** Loads a schema into a database. */
  public static LoadedSchema load(String database, String sql) {
    return SchemaLoader.load(SharedServer.get(), database, text("schema.sql", sql));
  }

  /** The rows of a query, columns joined by a bar. */
  public static List<String> rows(String database, String sql) throws SQLException {
    try (Connection connection = SharedServer.get().connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          columns.add(String.valueOf(row.getString(i)));
        }
        rows.add(String.join("|", columns));
      }
      return rows;
    }
  }
}
