package io.github.pgslowlog.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsCallTest {
  @Test
  void asPgDumpWritesIt() {
    String sql =
        """
        SELECT * FROM pg_catalog.pg_restore_attribute_stats(
        \t'version', '180006'::integer,
        \t'schemaname', 'public',
        \t'relname', 'it''s',
        \t'attname', 'a b',
        \t'inherited', 'f'::boolean,
        \t'null_frac', '0'::real,
        \t'most_common_vals', E'{"a\\\\\\\\b",NULL}'::text,
        \t'most_common_freqs', '{0.5,0.25}'::real[]
        )""";

    assertThat(StatisticsCall.parse(sql))
        .hasValue(
            new StatisticsCall(
                StatisticsTarget.ATTRIBUTE,
                Map.of(
                    "version", "180006",
                    "schemaname", "public",
                    "relname", "it's",
                    "attname", "a b",
                    "inherited", "f",
                    "null_frac", "0",
                    "most_common_vals", "{\"a\\\\b\",NULL}",
                    "most_common_freqs", "{0.5,0.25}")));
  }

  @Test
  void onOneLineWithBareNumbers() {
    String sql =
        "select pg_restore_relation_stats('schemaname','s','relname','t','relpages',-1::int,"
            + "'reltuples',1.5e+06::real,'relallvisible',null)";

    assertThat(StatisticsCall.parse(sql))
        .hasValue(
            new StatisticsCall(
                StatisticsTarget.RELATION,
                Map.of(
                    "schemaname", "s", "relname", "t", "relpages", "-1", "reltuples", "1.5e+06")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT pg_sleep(10)",
        "DROP TABLE t",
        "SELECT pg_restore_relation_stats('schemaname', 'a'), pg_sleep(1)",
        "SELECT pg_restore_relation_stats('schemaname', pg_sleep(1)::text)",
        "SELECT pg_restore_relation_stats('schemaname', 'a' || 'b')",
        "SELECT pg_restore_relation_stats('schemaname', (SELECT 1))",
        "SELECT pg_restore_relation_stats('schemaname')",
        "SELECT pg_restore_relation_stats('schemaname', 'a') FROM t",
        "SELECT evil.pg_restore_relation_stats('schemaname', 'a')",
        "SELECT pg_clear_relation_stats('schemaname', 'a')",
        "SELECT",
        "",
      })
  void nothingElseIsACall(String sql) {
    assertThat(StatisticsCall.parse(sql)).isEmpty();
  }
}
