package io.github.pgslowlog.postgres.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.postgres.schema.CatalogReader;
import io.github.pgslowlog.postgres.schema.ShadowDatabase;
import io.github.pgslowlog.postgres.server.PrivateServer;
import io.github.pgslowlog.postgres.server.PrivateServerOptions;
import io.github.pgslowlog.postgres.server.SharedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LiveServerTest {
  private static final String PASSWORD = "pass'word";

  private static final String[] SCHEMA = {
    "CREATE SCHEMA \"We ird\"",
    "CREATE EXTENSION pg_trgm",
    "CREATE TYPE mood AS ENUM ('sad', 'o''k', 'a,b')",
    "CREATE DOMAIN email AS text CHECK (value ~ '@')",
    "CREATE TYPE pair AS (a int, b text)",
    "CREATE FUNCTION imm(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower($1)'",
    """
    CREATE TABLE "We ird"."Ta'ble\\
    x" (id int PRIMARY KEY, "a""b\\" text, m mood, e email, p pair, tags text[], r int4range,
        g int GENERATED ALWAYS AS (id + 1) STORED)
    """,
    """
    INSERT INTO "We ird"."Ta'ble\\
    x" SELECT i, E'v''\\\\al' || chr(10) || i % 7, (ARRAY['sad','o''k','a,b'])[i % 3 + 1]::mood,
              'a@' || i % 9, ROW(i % 4, '"')::pair, ARRAY['t' || i % 5, ',"'],
              int4range(i, i + 10)
       FROM generate_series(1, 1000) i
    """,
    """
    CREATE INDEX ex ON "We ird"."Ta'ble\\
    x" (imm("a""b\\"), (id + 1) DESC) WHERE id > 5
    """,
    "CREATE INDEX trg ON \"We ird\".\"Ta'ble\\\nx\" USING gin (\"a\"\"b\\\" gin_trgm_ops)",
    "CREATE TABLE part (d date NOT NULL, v text, PRIMARY KEY (d)) PARTITION BY RANGE (d)",
    "CREATE TABLE part_1 PARTITION OF part FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')",
    "CREATE INDEX part_v ON part (v)",
    "INSERT INTO part SELECT date '2020-01-01' + i, i % 3 FROM generate_series(1, 300) i",
    "CREATE TABLE fk (d date REFERENCES part ON DELETE CASCADE, x int CHECK (x > 0))",
    "CREATE TABLE kid (y int) INHERITS (fk)",
    "CREATE VIEW v AS SELECT d FROM fk",
    "CREATE MATERIALIZED VIEW mv AS SELECT v FROM part",
    "ANALYZE"
  };

  /** Everything but statistics is equal, these up to how they are spread over lists. */
  @Test
  void theShadowIsLikeTheLiveDatabase() throws SQLException {
    String live = liveDatabase(SharedServer.get());

    try (LiveServer server = LiveServer.connect(address(SharedServer.get(), live))) {
      ShadowDatabase shadow =
          ShadowDatabase.load(SharedServer.get(), SharedServer.newDatabaseName(), server, Map.of());
      Catalog expected;
      try (Connection connection = SharedServer.get().connect(live)) {
        expected = CatalogReader.read(connection);
      }

      Catalog catalog = shadow.catalog();
      assertThat(shadow.problems()).isEmpty();
      assertThat(catalog.tables()).isEqualTo(expected.tables());
      assertThat(catalog.constraints()).isEqualTo(expected.constraints());
      assertThat(catalog.indexes())
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("activity", "pages")
          .isEqualTo(expected.indexes());
      expected
          .tables()
          .forEach(
              table ->
                  assertThat(catalog.statistics(table.name()).map(s -> s.columns()))
                      .isEqualTo(expected.statistics(table.name()).map(s -> s.columns())));
      assertThat(catalog.server().version()).isEqualTo(SharedServer.get().version());
    }
  }

  @Test
  void nothingIsSentButReadsOfTheCatalog() throws SQLException, IOException {
    try (PrivateServer live =
        PrivateServer.start(
            PrivateServerOptions.defaults()
                .withSetting("log_line_prefix", "<%u> ")
                .withSetting("log_min_messages", "log")
                .withSetting("log_statement", "all"))) {
      try (Statement statement = live.connect("postgres").createStatement()) {
        statement.execute("CREATE DATABASE live");
        statement.getConnection().close();
      }
      fill(live, "live");

      try (LiveServer server = LiveServer.connect(address(live, "live"))) {
        ShadowDatabase.load(SharedServer.get(), SharedServer.newDatabaseName(), server, Map.of());
      }

      List<String> sent = sent(live);
      assertThat(sent).hasSizeGreaterThan(20);
      assertThat(sent)
          .allMatch(
              sql -> sql.matches("(SET |SHOW |BEGIN READ ONLY|BEGIN|ROLLBACK|SELECT |select ).*"));
      assertThat(sent)
          .filteredOn(sql -> sql.toUpperCase(java.util.Locale.ROOT).startsWith("SELECT"))
          .noneMatch(sql -> sql.contains("set_config") || sql.matches(".*FROM (part|fk|v)\\b.*"));
    }
  }

  private static List<String> sent(PrivateServer live) throws IOException {
    Path folder = live.dataDirectory().getParent();
    try (Stream<Path> files = Files.list(folder)) {
      Path log =
          files
              .filter(file -> file.getFileName().toString().matches("server.*log"))
              .findFirst()
              .orElseThrow();
      return Files.readAllLines(log).stream()
          .filter(line -> line.startsWith("<reader> "))
          .map(line -> line.replaceFirst("<reader> LOG: +(statement|execute [^:]*): ", ""))
          .toList();
    }
  }

  @Test
  void failuresSayWhatAndWhereAndNoPassword() throws SQLException {
    String live = liveDatabase(SharedServer.get());
    String good = address(SharedServer.get(), live);

    assertThatThrownBy(() -> LiveServer.connect(good.replace("pass%27word", "geheim")))
        .isInstanceOf(AnalyzerException.class)
        .hasMessageContaining(live + " at 127.0.0.1:")
        .hasMessageContaining("the password of user reader is wrong")
        .hasMessageNotContaining("geheim");
    assertThatThrownBy(() -> LiveServer.connect(good.replace("/" + live, "/nosuch")))
        .isInstanceOf(AnalyzerException.class)
        .hasMessageContaining("nosuch at 127.0.0.1:")
        .hasMessageContaining("there is no such database");
    assertThatThrownBy(() -> LiveServer.connect("postgresql://reader:geheim@127.0.0.1:1/" + live))
        .isInstanceOf(AnalyzerException.class)
        .hasMessageStartingWith(live + " at 127.0.0.1:1: it cannot be reached;")
        .hasMessageNotContaining("geheim");
  }

  @Test
  void everyVersionHasItsQueries() {
    assertThat(Set.of(SchemaQueries.all(9).size(), SchemaQueries.all(10).size()))
        .containsExactlyInAnyOrder(12, 14);
    assertThat(SchemaQueries.all(18)).hasSize(15).noneMatch(sql -> sql.contains("proisagg"));
    assertThat(SchemaQueries.all(9)).noneMatch(sql -> sql.contains("USER_OBJECT"));
  }

  private static String liveDatabase(PrivateServer server) throws SQLException {
    String name = SharedServer.newDatabase();
    fill(server, name);
    return name;
  }

  private static void fill(PrivateServer server, String database) throws SQLException {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String sql : SCHEMA) {
        statement.execute(sql);
      }
      statement.execute(
          "DO $$ BEGIN CREATE ROLE reader LOGIN PASSWORD 'pass''word' IN ROLE pg_read_all_data;"
              + " EXCEPTION WHEN duplicate_object THEN END $$");
    }
  }

  private static String address(PrivateServer server, String database) throws SQLException {
    try (Connection connection = server.connect(database)) {
      String url = connection.getMetaData().getURL();
      String hosts = url.replaceFirst("jdbc:postgresql://([^/]*)/.*", "$1");
      return "postgresql://reader:" + PASSWORD.replace("'", "%27") + "@" + hosts + "/" + database;
    }
  }
}
