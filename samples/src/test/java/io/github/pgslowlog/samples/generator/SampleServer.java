package io.github.pgslowlog.samples.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of our own, for the generator: lives in a temporary folder, holds an empty
 * database {@code shop}, and gives its log away when it stops.
 *
 * <p>PostgreSQL refuses to run as root; the library that starts it then puts it into a user
 * namespace of its own, so that this works for root as well as for an ordinary user.
 */
final class SampleServer implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(60);
  private static final String LAST_MESSAGE = "database system is shut down";

  /** Without a socket folder no path gets into the log; statistics stay as ANALYZE left them. */
  private static final Map<String, String> COMMON_SETTINGS =
      Map.of(
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "",
          "autovacuum", "off",
          "logging_collector", "on",
          "log_directory", "log",
          "log_filename", "postgresql.log",
          "log_timezone", "UTC",
          "log_statement", "none",
          "log_min_duration_statement", "-1");

  /** The library's default, off, would keep VACUUM from seeing what was loaded just before. */
  private static final String SYNCHRONOUS_COMMIT = "on";

  private final Path dataFolder;
  private final EmbeddedPostgres postgres;

  private SampleServer(Path dataFolder, EmbeddedPostgres postgres) {
    this.dataFolder = dataFolder;
    this.postgres = postgres;
  }

  /** Starts a server with the given {@code log_line_prefix} that logs no durations yet. */
  static SampleServer start(String logLinePrefix) throws IOException, SQLException {
    Map<String, String> settings = new TreeMap<>(COMMON_SETTINGS);
    settings.put("log_line_prefix", logLinePrefix);
    Path dataFolder = Files.createTempDirectory("sample-server");
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(dataFolder)
            .setCleanDataDirectory(false)
            .setLocaleConfig("locale", "C")
            .setServerConfig("synchronous_commit", SYNCHRONOUS_COMMIT)
            .setDataDirectoryCustomizer(folder -> configure(folder.toPath(), settings))
            .setPGStartupWait(LONGEST_START)
            .start();
    SampleServer server = new SampleServer(dataFolder, postgres);
    server.createDatabase();
    return server;
  }

  private static void configure(Path dataFolder, Map<String, String> settings) {
    List<String> lines =
        settings.entrySet().stream()
            .map(setting -> "%s = '%s'".formatted(setting.getKey(), setting.getValue()))
            .toList();
    try {
      Files.write(dataFolder.resolve("postgresql.conf"), lines, APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void createDatabase() throws SQLException {
    try (ShopSession session = connect("postgres", "postgres", Map.of())) {
      session.run("create database shop");
    }
  }

  /** Opens a session of the superuser, which sends each text in one piece. */
  ShopSession connectAsSuperuser() throws SQLException {
    return connect("shop", "postgres", Map.of("preferQueryMode", "simple"));
  }

  /** Opens a session of a user of the shop, with properties of the PostgreSQL JDBC driver. */
  ShopSession connect(String user, Map<String, String> properties) throws SQLException {
    return connect("shop", user, properties);
  }

  private ShopSession connect(String database, String user, Map<String, String> properties)
      throws SQLException {
    ShopSession session =
        new ShopSession(postgres.getDatabase(user, database, properties).getConnection());
    session.run("SET TIME ZONE 'UTC'");
    return session;
  }

  /** Sessions opened from now on log what takes at least this long; 0 logs every statement. */
  void logStatementsFrom(Duration duration) throws SQLException {
    try (ShopSession session = connectAsSuperuser()) {
      session.run(
          "alter database shop set log_min_duration_statement = %s".formatted(duration.toMillis()));
    }
  }

  /** Stops the server and returns all it has logged. */
  String stop() throws IOException, InterruptedException {
    postgres.close();
    Path log = dataFolder.resolve("log").resolve("postgresql.log");
    long deadline = System.nanoTime() + LONGEST_STOP.toNanos();
    String text = Files.readString(log, UTF_8);
    // The log collector is a process of its own and may end a little after the server.
    while (!text.contains(LAST_MESSAGE) && System.nanoTime() < deadline) {
      Thread.sleep(100);
      text = Files.readString(log, UTF_8);
    }
    return text;
  }

  @Override
  public void close() throws IOException {
    postgres.close();
    try (Stream<Path> files = Files.walk(dataFolder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
