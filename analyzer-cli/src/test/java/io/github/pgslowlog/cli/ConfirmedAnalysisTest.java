package io.github.pgslowlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.postgres.server.PrivateServer;
import io.github.pgslowlog.postgres.server.PrivateServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code pgslowlog analyze --schema}: on a private server of each run. */
@Timeout(300)
class ConfirmedAnalysisTest {
  private static final String SCHEMA =
      """
      CREATE TABLE public.items (
          id bigint NOT NULL,
          sku text NOT NULL,
          price numeric(10,2)
      );
      """;

  private static final String STATISTICS =
      """
      SELECT * FROM pg_catalog.pg_restore_relation_stats(
          'version', '180006'::integer,
          'schemaname', 'public'::text,
          'relname', 'items'::text,
          'relpages', '20000'::integer,
          'reltuples', '2000000'::real,
          'relallvisible', '20000'::integer
      );

      SELECT * FROM pg_catalog.pg_restore_attribute_stats(
          'version', '180006'::integer,
          'schemaname', 'public'::text,
          'relname', 'items'::text,
          'attname', 'sku'::text,
          'inherited', 'f'::boolean,
          'null_frac', '0'::real,
          'avg_width', '12'::integer,
          'n_distinct', '-1'::real
      );
      """;

  private @TempDir Path folder;
  private Path log;
  private Path schema;
  private Path statistics;

  @BeforeEach
  void writeFiles() throws IOException {
    log = file("a.log", Logs.ONE_UPDATE);
    schema = file("schema.sql", SCHEMA);
    statistics = file("stats.sql", STATISTICS);
  }

  @Test
  void theBasisIsTold() {
    CommandRun run =
        analyze("--schema", schema, "--stats", statistics, "--set", "RANDOM_PAGE_COST = 1.1");

    assertThat(run.err())
        .isEqualTo(
            "pgslowlog: "
                + schema
                + ": planner settings of the server are not known: max_parallel_workers_per_gather"
                + " 0 assumed; give --set, or statistics by pgslowlog catalog\n");
    assertThat(run.code()).isZero();
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "Basis: PostgreSQL 18.6, private server; schema of "
                + schema
                + ", statistics of "
                + statistics
                + ", random_page_cost=1.1 ")
        .doesNotContain("Heuristic, from the statements alone");
  }

  @Test
  void aSettingThatCostsDoNotDependOnIsANotice() throws IOException {
    statistics =
        file(
            "stats.sql", "-- pgslowlog: {\"fact\":\"server\",\"version\":\"18.1\"}\n" + STATISTICS);

    CommandRun run = analyze("--schema", schema, "--stats", statistics, "--set", "jit=off");

    assertThat(run.err())
        .isEqualTo("pgslowlog: --set jit=off is not used: no cost depends on it\n");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("! --set jit=off is not used: no cost depends on it\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --schema FOLDER/missing.sql            | FOLDER/missing.sql: no such file
          --schema FOLDER                        | FOLDER: not an ordinary file that can be read; write a dump to one, and name it
          --schema /dev/zero                     | /dev/zero: not an ordinary file that can be read; write a dump to one, and name it
          --schema FOLDER/a.log                  | FOLDER/a.log: no table
          --schema FOLDER/schema.sql --stats FOLDER/missing.sql | FOLDER/missing.sql: no such file
          --schema FOLDER/schema.sql --stats FOLDER/other.sql   | FOLDER/other.sql: none of its 2 statistics fits the schema
          --schema FOLDER/schema.sql --set work_mem=many        | --set work_mem=many: invalid value for parameter
          """)
  void whatCannotBeLoadedCostsTheConfirmationOnly(String options, String message)
      throws IOException {
    file("other.sql", STATISTICS.replace("items", "articles"));

    CommandRun run =
        analyze((Object[]) options.replace("FOLDER", folder.toString()).split(" ", -1));

    assertThat(run.code()).isEqualTo(ExitCode.DAMAGED);
    assertThat(run.err())
        .startsWith("pgslowlog: " + message.replace("FOLDER", folder.toString()))
        .endsWith("; so no planner has confirmed the indexes\n")
        .hasLineCount(1);
    assertThat(run.out())
        .contains("CREATE INDEX CONCURRENTLY items_sku_idx ON items (sku);\n", "Heuristic");
  }

  @Test
  void withoutHypoPgTheAdviceIsHeuristic() throws SQLException {
    try (PrivateServer live = PrivateServer.start(PrivateServerOptions.defaults());
        Connection connection = live.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE app LOGIN PASSWORD 'secret'");
      String url = connection.getMetaData().getURL().replaceFirst("[?].*", "");

      CommandRun run = analyze("--what-if", "hypopg", "--url", url + "?user=app&password=secret");

      assertThat(run.code()).isEqualTo(ExitCode.DAMAGED);
      assertThat(run.err())
          .isEqualTo(
              "pgslowlog: the database postgres does not have the extension hypopg; run CREATE"
                  + " EXTENSION hypopg there, or leave --what-if out for a private server; so no"
                  + " planner has confirmed the indexes\n");
      assertThat(run.out())
          .contains("CREATE INDEX CONCURRENTLY items_sku_idx ON items (sku);\n", "Heuristic");
    }
  }

  private CommandRun analyze(Object... options) {
    List<String> arguments = new ArrayList<>(List.of("analyze", log.toString()));
    for (Object option : options) {
      arguments.add(option.toString());
    }
    return CommandRun.of(arguments.toArray(new String[0]));
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
