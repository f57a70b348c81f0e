package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.postgres.server.PrivateServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/**
 * Indexes that CREATE INDEX CONCURRENTLY left behind when it failed: they cost writes, serve no
 * query, and are in no dump.
 */
final class InvalidIndexes {
  private static final String MARK =
      """
      UPDATE pg_catalog.pg_index SET indisvalid = false
      WHERE indexrelid = (SELECT c.oid
                          FROM pg_catalog.pg_class c
                          JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                          WHERE n.nspname = ? AND c.relname = ? AND c.relkind = 'i')
      """;

  private InvalidIndexes() {}

  /** Creates them as they are; one that cannot be created is left out. */
  static void restore(PrivateServer server, String database, Map<IndexName, String> definitions)
      throws SQLException {
    if (definitions.isEmpty()) {
      return;
    }
    try (Connection planner = server.connectAsPlanner(database);
        Connection superuser = Superuser.connect(server, database);
        LoadSession session = LoadSession.of(planner);
        PreparedStatement mark = superuser.prepareStatement(MARK)) {
      for (Map.Entry<IndexName, String> index : definitions.entrySet()) {
        if (isIndex(index.getValue()) && session.run(index.getValue()) == null) {
          mark.setString(1, index.getKey().schema());
          mark.setString(2, index.getKey().name());
          mark.executeUpdate();
        }
      }
    }
  }

  private static boolean isIndex(String definition) {
    DumpStatement statement = DumpStatement.of(new SourceStatement(definition, 1, true));
    return statement.kind() == DumpStatement.Kind.RUN && statement.title().endsWith(" INDEX");
  }
}
