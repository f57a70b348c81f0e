package io.github.pgslowlog.postgres.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One server for all tests of this JVM, started when first asked for; it ends with the JVM. */
public final class SharedServer {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private SharedServer() {}

  /** The server; not to be closed. */
  public static PrivateServer get() {
    return Holder.SERVER;
  }

  /** Makes an empty database that the role for planning owns, and tells its name. */
  public static String newDatabase() throws SQLException {
    String name = newDatabaseName();
    try (Connection connection = get().connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " OWNER planner");
    }
    return name;
  }

  /** A name that no database has yet, for code that makes the database itself. */
  public static String newDatabaseName() {
    return "test_" + DATABASES.incrementAndGet();
  }

  private static final class Holder {
    static final PrivateServer SERVER = PrivateServer.start(PrivateServerOptions.defaults());
  }
}
