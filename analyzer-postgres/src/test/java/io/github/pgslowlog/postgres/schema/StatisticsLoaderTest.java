package io.github.pgslowlog.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.postgres.server.SharedServer;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StatisticsLoaderTest {
  private static final String TABLE =
      "CREATE TABLE public.\"T'\" (id int PRIMARY KEY, \"a b\" text, d date);"
          + "CREATE INDEX low ON public.\"T'\" (lower(\"a b\"));";

  private static final String FORMATS =
      """
      -- Statistics for Name: T'; Type: STATISTICS DATA
      SET client_encoding = 'UTF8';
      SELECT pg_catalog.set_config('search_path', '', false);
      SELECT * FROM pg_catalog.pg_restore_relation_stats(
      	'version', '180006'::integer,
      	'schemaname', 'public',
      	'relname', 'T''',
      	'relpages', '1000'::integer,
      	'reltuples', '50000'::real,
      	'relallvisible', '900'::integer,
      	'relallfrozen', '0'::integer
      );
      SELECT * FROM pg_catalog.pg_restore_attribute_stats(
      	'version', '180006'::integer,
      	'schemaname', 'public', 'relname', 'low', 'attnum', '1'::smallint,
      	'inherited', 'f'::boolean,
      	'null_frac', '0.25'::real, 'avg_width', '7'::integer, 'n_distinct', '-0.5'::real
      );
      select pg_restore_attribute_stats('schemaname','public','relname','T''','attname','a b',\
      'inherited','f'::bool,'null_frac','0'::real,'avg_width','9'::int,'n_distinct','3'::real,\
      'most_common_vals',E'{"x\\\\\\\\y","a,b"}'::text,'most_common_freqs','{0.5,0.25}'::real[]);
      """;

  @Test
  void bothFormatsAreRead() throws SQLException {
    String database = SharedServer.newDatabase();
    Shadows.load(database, TABLE);

    LoadedStatistics loaded = load(database, FORMATS);

    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.relations()).isEqualTo(1);
    assertThat(loaded.columns()).isEqualTo(2);
    assertThat(
            Shadows.rows(
                database,
                "SELECT relpages, reltuples, relallvisible FROM pg_class WHERE relname = 'T'''"))
        .containsExactly("1000|50000|900");
    assertThat(
            Shadows.rows(
                database,
                "SELECT tablename, attname, null_frac, avg_width, n_distinct, most_common_vals"
                    + " FROM pg_stats WHERE schemaname = 'public' ORDER BY 1"))
        .containsExactly("T'|a b|0|9|3|{\"x\\\\y\",\"a,b\"}", "low|lower|0.25|7|-0.5|null");
  }

  @Test
  void whatDoesNotFitIsCounted() throws SQLException {
    String database = SharedServer.newDatabase();
    Shadows.load(database, TABLE);

    LoadedStatistics loaded =
        load(
            database,
            FORMATS
                + """
                SELECT pg_restore_relation_stats('schemaname','public','relname','gone','relpages',1);
                SELECT pg_restore_attribute_stats('schemaname','public','relname','T''',\
                'attname','gone','inherited',false,'null_frac',0::real);
                SELECT pg_restore_relation_stats('schemaname','public','relname','low','relpages','x');
                SELECT pg_restore_attribute_stats('schemaname','public','relname','T''','attname','d',\
                'inherited',false,'null_frac',0::real,'avg_width',4,'n_distinct',1::real,\
                'most_common_vals','{no date}','most_common_freqs','{1}');
                SELECT pg_sleep(100);
                """);

    assertThat(loaded.problems())
        .containsExactly(
            Problem.damage(
                "stats.sql: 2 of 7 statistics are of tables or columns that the schema does not"
                    + " have, such as public.gone"),
            Problem.damage(
                "stats.sql:22: public.low: invalid input syntax for type integer: \"x\";"
                    + " 2 statistics were refused or used in part"),
            Problem.notice("stats.sql:24: 1 statements are no statistics and were passed over"));
  }

  @Test
  void statisticsOfAnotherDatabaseAreRefused() throws SQLException {
    String database = SharedServer.newDatabase();
    Shadows.load(database, "CREATE TABLE public.other (a int);");

    assertThatThrownBy(() -> load(database, FORMATS))
        .hasMessage(
            "stats.sql: none of its 3 statistics fits the schema (the first is of public.T');"
                + " are they of the same database?");
  }

  @Test
  void namesWithLineEndsDoNotBreakMessages() throws SQLException {
    String database = SharedServer.newDatabase();
    Shadows.load(database, TABLE);

    assertThatThrownBy(
            () ->
                load(
                    database,
                    "SELECT pg_restore_relation_stats('schemaname','a','relname','b\nc');"))
        .hasMessage(
            "stats.sql: none of its 1 statistics fits the schema (the first is of a.b c);"
                + " are they of the same database?");
  }

  @Test
  void aFileWithoutStatisticsSaysHowToMakeThem() throws SQLException {
    String database = SharedServer.newDatabase();

    assertThatThrownBy(() -> load(database, "SELECT 1;"))
        .hasMessage(
            "stats.sql: no statistics in it; make them with pg_dump --statistics-only (18) or with"
                + " the query that 'pgslowlog catalog' prints: psql -XAtq -f catalog.sql -o"
                + " stats.sql");
  }

  private static LoadedStatistics load(String database, String text) {
    return StatisticsLoader.load(SharedServer.get(), database, Shadows.text("stats.sql", text));
  }
}
