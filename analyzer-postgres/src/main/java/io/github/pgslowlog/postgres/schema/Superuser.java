package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.postgres.server.PrivateServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Connections of the superuser to a database with objects of a dump. Names are looked up among
 * those of the system alone: a function of the dump of the same name, which would fit better, would
 * run with all rights.
 *
 * <p>Source: <a
 * href="https://www.postgresql.org/docs/18/sql-createfunction.html#SQL-CREATEFUNCTION-SECURITY">Writing
 * SECURITY DEFINER Functions Safely</a>.
 */
final class Superuser {
  private Superuser() {}

  static Connection connect(PrivateServer server, String database) throws SQLException {
    Connection connection = server.connect(database);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = pg_catalog, pg_temp");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
