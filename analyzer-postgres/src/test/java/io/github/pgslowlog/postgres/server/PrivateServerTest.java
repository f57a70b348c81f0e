package io.github.pgslowlog.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateServerTest {
  private static final PrivateServerOptions DEFAULTS = PrivateServerOptions.defaults();

  @TempDir private Path temporary;

  @Test
  void isTheReleaseOfTheJar() throws SQLException {
    assertThat(SharedServer.get().version()).isEqualTo("18.6");
    assertThat(superuser("SHOW server_version")).isEqualTo("18.6");
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, off",
    "autovacuum, off",
    "jit, off",
    "TimeZone, UTC",
    "server_encoding, UTF8",
    "listen_addresses, 127.0.0.1",
    "unix_socket_directories, ''",
    "log_min_error_statement, panic",
    "data_checksums, off",
    "random_page_cost, 4",
    "effective_cache_size, 4GB",
    "statement_timeout, 0"
  })
  void settings(String name, String value) throws SQLException {
    assertThat(superuser("SHOW " + name)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SHOW statement_timeout | 1min",
        "SHOW TimeZone | UTC",
        "SELECT current_user | planner",
        "SELECT rolsuper FROM pg_roles WHERE rolname = current_user | f",
        "SELECT rolcreatedb FROM pg_roles WHERE rolname = current_user | f",
        "SELECT count(*) FROM pg_auth_members WHERE member = 'planner'::regrole | 0"
      })
  void plannerIsAnOrdinaryRole(String query, String value) throws SQLException {
    try (Connection connection = SharedServer.get().connectAsPlanner("postgres")) {
      assertThat(one(connection, query)).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY (SELECT 1) TO PROGRAM 'true'",
        "COPY (SELECT 1) TO '/tmp/x'",
        "SELECT pg_read_file('postgresql.conf')",
        "SET temp_file_limit = -1",
        "CREATE TABLE public.t ()",
        "CREATE DATABASE d",
        "SET SESSION AUTHORIZATION postgres"
      })
  void plannerMayNot(String statement) throws SQLException {
    try (Connection connection = SharedServer.get().connectAsPlanner("postgres")) {
      assertThatThrownBy(() -> execute(connection, statement))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void plannerMayDoWhatItLikesInItsDatabases() throws SQLException {
    String database = SharedServer.newDatabase();

    try (Connection connection = SharedServer.get().connectAsPlanner(database)) {
      execute(
          connection,
          """
          CREATE SCHEMA s; CREATE EXTENSION pg_trgm; CREATE TABLE s.t (a int PRIMARY KEY, b text);
          CREATE INDEX ON s.t USING gin (b gin_trgm_ops)
          """);
      assertThat(one(connection, "SELECT count(*) FROM pg_indexes WHERE schemaname = 's'"))
          .isEqualTo("2");
    }
  }

  /** As with en_US.UTF-8, which most databases have. */
  @Test
  void plainIndexesOnTextDoNotServeLike() throws SQLException {
    try (Connection connection = SharedServer.get().connect(SharedServer.newDatabase())) {
      execute(
          connection,
          """
          CREATE TABLE t (a text, b text COLLATE "C");
          CREATE INDEX ON t (a); CREATE INDEX ON t (b); SET enable_seqscan = off
          """);
      assertThat(one(connection, "EXPLAIN (COSTS OFF) SELECT * FROM t WHERE b LIKE 'x%'"))
          .isEqualTo("Bitmap Heap Scan on t");
      assertThat(one(connection, "EXPLAIN (COSTS OFF) SELECT * FROM t WHERE a LIKE 'x%'"))
          .isEqualTo("Seq Scan on t");
      assertThat(one(connection, "SELECT 'a' < 'B' AND 'é' < 'f'")).isEqualTo("t");
    }
  }

  @Test
  void propertiesOfTheDriverAreTaken() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("preferQueryMode", "simple");

    try (Connection connection = SharedServer.get().connectAsPlanner("postgres", properties)) {
      assertThat(one(connection, "EXPLAIN (GENERIC_PLAN, COSTS OFF) SELECT $1::int"))
          .isEqualTo("Result");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"per cent % / ? &", "Größe \"x\"", "a+b"})
  void namesOfDatabasesAreTakenAsTheyAre(String name) throws SQLException {
    String quoted = '"' + name.replace("\"", "\"\"") + '"';
    try (Connection connection = SharedServer.get().connect("postgres")) {
      execute(connection, "CREATE DATABASE " + quoted);
    }

    try (Connection connection = SharedServer.get().connect(name)) {
      assertThat(one(connection, "SELECT current_database()")).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @CsvSource({"postgres, ''", "postgres, postgres", "planner, planner"})
  void nobodyComesInWithoutThePassword(String user, String password) throws SQLException {
    String url;
    try (Connection connection = SharedServer.get().connect("postgres")) {
      url = connection.getMetaData().getURL();
    }

    assertThatThrownBy(() -> DriverManager.getConnection(url, user, password).close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password");
  }

  @Test
  void filesBelongToTheOwnerAlone() throws Exception {
    Path data = SharedServer.get().dataDirectory();
    String permissions =
        PosixFilePermissions.toString(Files.getPosixFilePermissions(data.getParent()));

    assertThat(permissions).startsWith("rwx").doesNotContainPattern("....*[rw]");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
        .isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(data.getParent())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("password"));
    }
  }

  /** As whoever extends the files of tables has to. */
  @Test
  void filesMadeInTheDataDirectoryCanBeHandedOver() throws Exception {
    Path file = SharedServer.get().dataDirectory().resolve("made-here");
    Files.writeString(file, "read by the server");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    SharedServer.get().handOver(file);

    assertThat(superuser("SELECT pg_read_file('made-here')")).isEqualTo("read by the server");
  }

  @Test
  void nothingOfTheUsersEnvironmentGetsIn() throws SQLException {
    try (Connection connection = SharedServer.get().connect("postgres")) {
      execute(
          connection,
          """
          CREATE TEMP TABLE environment (variable text);
          COPY environment FROM PROGRAM 'env | cut -d= -f1 | sort'
          """);
      String variables =
          one(
              connection,
              """
              SELECT string_agg(variable, ' ' ORDER BY variable) FROM environment
              WHERE variable NOT IN ('_', 'OLDPWD', 'PWD', 'SHLVL')
                AND variable NOT IN ('PGDATA', 'PGLOCALEDIR', 'PGSYSCONFDIR', 'PG_GRANDPARENT_PID')
                AND variable NOT LIKE 'LC_%'
              """);
      assertThat(variables).isEqualTo("HOME PATH TZ");
    }
  }

  @Test
  void foldersMayHaveAnyNameAndSettingsOfTheCallerWin() throws Exception {
    Path folder =
        Files.createDirectory(temporary.resolve("it's a \"new\" $folder; \\ 'x'" + letters()));
    PrivateServerOptions options =
        in(folder).withSetting("max_connections", "7").withSetting("cluster_name", "it's \\ here");

    try (PrivateServer server = PrivateServer.start(options);
        Connection connection = server.connect("postgres")) {
      assertThat(one(connection, "SHOW data_directory"))
          .isEqualTo(server.dataDirectory().toString());
      assertThat(one(connection, "SHOW max_connections")).isEqualTo("7");
      assertThat(one(connection, "SHOW cluster_name")).isEqualTo("it's \\ here");
    }

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void tellsWhatTheServerSaidWhenItDoesNotStart() {
    PrivateServerOptions options = in(temporary).withSetting("shared_buffers", "plenty");

    assertThatThrownBy(() -> PrivateServer.start(options))
        .isInstanceOf(AnalyzerException.class)
        .hasMessageMatching(
            """
            cannot start the private PostgreSQL server: it ended with exit code 1 in \\S+
              .*invalid value for parameter "shared_buffers": "plenty"
              .*FATAL: .* contains errors""");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void givesUpWhenTimeIsOver() {
    PrivateServerOptions options =
        new PrivateServerOptions(temporary, DEFAULTS.cacheFolder(), Duration.ofMillis(1), Map.of());

    assertThatThrownBy(() -> PrivateServer.start(options))
        .isInstanceOf(AnalyzerException.class)
        .hasMessageMatching(
            "(?s)cannot start the private PostgreSQL server:"
                + " (initdb|postgres) did not end within 0.001 s.*");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void givesUpWhenInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> PrivateServer.start(in(temporary)))
        .isInstanceOf(AnalyzerException.class)
        .hasMessage("cannot start the private PostgreSQL server: interrupted");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void tellsThatTheFolderIsMissing() {
    Path missing = temporary.resolve("missing");

    assertThatThrownBy(() -> PrivateServer.start(in(missing)))
        .isInstanceOf(AnalyzerException.class)
        .hasMessage(
            "cannot start the private PostgreSQL server: to make a folder in "
                + missing
                + " failed (NoSuchFileException: "
                + missing
                + "); it has to exist, to be writable and to have room for some 100 MB;"
                + " choose another with -Djava.io.tmpdir=FOLDER");
  }

  /** File names have no such letters where the JVM was started in the locale C. */
  private static String letters() {
    String letters = "äß漢";
    String encoding = System.getProperty("sun.jnu.encoding");
    return Charset.forName(encoding).newEncoder().canEncode(letters) ? letters : "";
  }

  private static PrivateServerOptions in(Path temporary) {
    return new PrivateServerOptions(
        temporary, DEFAULTS.cacheFolder(), DEFAULTS.startTimeout(), DEFAULTS.settings());
  }

  private static String superuser(String query) throws SQLException {
    try (Connection connection = SharedServer.get().connect("postgres")) {
      return one(connection, query);
    }
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private static void execute(Connection connection, String statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }
}
