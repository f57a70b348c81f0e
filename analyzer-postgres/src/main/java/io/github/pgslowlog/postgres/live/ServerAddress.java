package io.github.pgslowlog.postgres.live;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a database is: {@code jdbc:postgresql://host/database}, {@code
 * postgresql://user:password@host:port/database?sslmode=require}, or {@code host=... dbname=...}.
 *
 * <p>Source: <a
 * href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING">Connection
 * Strings</a>.
 *
 * @param hosts host or {@code host:port}, more than one with commas between them
 * @param database its name, empty for that of the user
 * @param properties of pgjdbc: user, password, sslmode and so on
 */
record ServerAddress(String hosts, String database, Map<String, String> properties) {
  private static final Pattern URI =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?:(?://(?:([^@/?]*)@)?([^/?]*))?/?([^?]*)(?:\\?(.*))?");
  private static final Pattern PAIR =
      Pattern.compile(
          "\\s*([A-Za-z_]+)\\s*=\\s*(?:'((?:[^'\\\\]|\\\\.)*)'|((?:[^\\s'\\\\]|\\\\.)*))");

  /** Names of libpq that pgjdbc has by another name. */
  private static final Map<String, String> NAMES =
      Map.of(
          "application_name", "ApplicationName",
          "connect_timeout", "connectTimeout",
          "passfile", "passfile",
          "sslrootcert", "sslrootcert");

  static ServerAddress of(String text, Map<String, String> environment) {
    ServerAddress address =
        text.contains("=") && !text.contains(":/") ? ofPairs(text) : ofUri(text);
    address.take("user", environment.get("PGUSER"));
    address.take("password", environment.get("PGPASSWORD"));
    return address;
  }

  private void take(String name, @org.jspecify.annotations.Nullable String value) {
    if (value != null && !value.isEmpty()) {
      properties.putIfAbsent(name, value);
    }
  }

  private static AnalyzerException unreadable() {
    return new AnalyzerException(
        "--url: not an address of a server; write jdbc:postgresql://host:5432/database?user=..., "
            + "postgresql://user@host/database, or 'host=... dbname=... user=...'");
  }

  private static ServerAddress ofUri(String text) {
    Matcher uri = URI.matcher(text.strip());
    if (!uri.matches()) {
      throw unreadable();
    }
    Map<String, String> properties = new LinkedHashMap<>();
    if (uri.group(1) != null) {
      String[] login = uri.group(1).split(":", 2);
      put(properties, "user", decoded(login[0]));
      put(properties, "password", login.length > 1 ? decoded(login[1]) : "");
    }
    String query = uri.group(4) == null ? "" : uri.group(4);
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        put(properties, NAMES.getOrDefault(parts[0], parts[0]), decoded(parts[1]));
      }
    }
    String hosts = uri.group(2) == null || uri.group(2).isEmpty() ? "localhost" : uri.group(2);
    String database = decoded(uri.group(3));
    return new ServerAddress(hosts, database, properties);
  }

  private static ServerAddress ofPairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    Matcher pair = PAIR.matcher(text);
    int at = 0;
    while (at < text.stripTrailing().length()) {
      if (!pair.find(at) || pair.start() != at) {
        throw unreadable();
      }
      String value = pair.group(2) != null ? pair.group(2) : pair.group(3);
      pairs.put(pair.group(1), value.replaceAll("\\\\(.)", "$1"));
      at = pair.end();
    }
    String host = pairs.getOrDefault("host", pairs.getOrDefault("hostaddr", "localhost"));
    String port = pairs.get("port");
    Map<String, String> properties = new LinkedHashMap<>();
    pairs.forEach(
        (name, value) -> {
          if (!java.util.Set.of("host", "hostaddr", "port", "dbname").contains(name)) {
            put(properties, NAMES.getOrDefault(name, name), value);
          }
        });
    return new ServerAddress(
        port == null ? host : host + ":" + port, pairs.getOrDefault("dbname", ""), properties);
  }

  private static void put(Map<String, String> properties, String name, String value) {
    if (!value.isEmpty()) {
      properties.put(name, value);
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
  }

  String url() {
    return "jdbc:postgresql://"
        + hosts
        + "/"
        + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
  }

  Properties toProperties() {
    Properties all = new Properties();
    properties.forEach(all::setProperty);
    return all;
  }

  /** Its name in messages: never with a password. */
  String name() {
    return (database.isEmpty() ? "the default database" : database) + " at " + hosts;
  }

  String user() {
    return properties.getOrDefault("user", System.getProperty("user.name"));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return name();
  }
}
