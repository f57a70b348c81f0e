package io.github.pgslowlog.postgres.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Properties;

/**
 * The roles of a server and their passwords.
 *
 * @param port of 127.0.0.1
 * @param superuserPassword of {@code postgres}
 * @param plannerPassword of {@code planner}
 * @param version the server's, like {@code 18.6}
 */
record Logins(int port, String superuserPassword, String plannerPassword, String version) {
  static final String PLANNER = "planner";

  /** Text of dumps and logs is not trusted: it may neither run for ever nor fill the disk. */
  private static final String SET_UP =
      """
      CREATE ROLE planner LOGIN PASSWORD '%s';
      ALTER ROLE planner SET statement_timeout = '60s';
      ALTER ROLE planner SET temp_file_limit = '256MB';
      """;

  private static final int PASSWORD_BYTES = 24;

  /** Letters, digits, - and _. */
  static String newPassword() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** Connects for the first time and makes the role for planning. */
  static Logins create(int port, String superuserPassword) throws SQLException {
    Logins first = new Logins(port, superuserPassword, newPassword(), "");
    try (Connection connection = first.superuser("postgres", new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute(SET_UP.formatted(first.plannerPassword));
      try (ResultSet row = statement.executeQuery("SHOW server_version")) {
        row.next();
        return new Logins(port, superuserPassword, first.plannerPassword, row.getString(1));
      }
    }
  }

  Connection superuser(String database, Properties properties) throws SQLException {
    return connect(database, Cluster.SUPERUSER, superuserPassword, properties);
  }

  Connection planner(String database, Properties properties) throws SQLException {
    return connect(database, PLANNER, plannerPassword, properties);
  }

  private Connection connect(String database, String user, String password, Properties more)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("sslmode", "disable");
    properties.setProperty("gssEncMode", "disable");
    properties.setProperty("ApplicationName", "pgslowlog");
    properties.setProperty("connectTimeout", "10");
    more.stringPropertyNames()
        .forEach(name -> properties.setProperty(name, more.getProperty(name)));
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    return inUniversalTime(DriverManager.getConnection(url(database), properties));
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:"
        + port
        + "/"
        + URLEncoder.encode(database, StandardCharsets.UTF_8);
  }

  /** The driver sets the zone of this process; plans must not depend on it. */
  private static Connection inUniversalTime(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TIME ZONE 'UTC'");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
