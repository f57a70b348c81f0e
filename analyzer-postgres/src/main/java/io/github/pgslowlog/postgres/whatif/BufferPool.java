package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.postgres.server.PrivateServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The pages that the server holds in memory. They have to go before files are changed behind its
 * back, or it would not see the change.
 */
final class BufferPool implements AutoCloseable {
  private final Connection connection;
  private final boolean evictable;

  /** Connects to a database of the server's own: extensions there are in nobody's way. */
  BufferPool(PrivateServer server) throws SQLException {
    connection = server.connect("postgres");
    evictable = createExtension();
  }

  private boolean createExtension() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET client_min_messages = error");
      statement.execute("CREATE EXTENSION IF NOT EXISTS pg_buffercache");
      return true;
    } catch (SQLException e) {
      if (ServerMessage.isConnectionLost(e)) {
        throw e;
      }
      return false;
    }
  }

  /**
   * Writes all pages to their files and forgets them.
   *
   * @return false if the server cannot forget
   */
  boolean flush() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
      if (evictable) {
        statement.execute("SELECT * FROM pg_buffercache_evict_all()");
      }
    }
    return evictable;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
