package io.github.pgslowlog.advice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannedPartTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          COPY (SELECT * FROM orders WHERE id = 7) TO STDOUT WITH (FORMAT csv)  | SELECT * FROM orders WHERE id = 7
          copy/* all */(select (1)) to '/dev/null';                             | select (1)
          EXPLAIN SELECT 1                                                      | SELECT 1
          EXPLAIN ANALYZE VERBOSE SELECT 1;                                     | SELECT 1
          EXPLAIN (ANALYZE, FORMAT json) UPDATE t SET a = 1                     | UPDATE t SET a = 1
          EXPLAIN (SELECT 1) UNION SELECT 2                                     | (SELECT 1) UNION SELECT 2
          explain analyze create table x as select a from t with no data       | select a from t
          CREATE TEMP TABLE x (a, b) WITH (fillfactor = 70) AS TABLE t          | TABLE t
          CREATE UNLOGGED TABLE IF NOT EXISTS x AS WITH w AS (SELECT 1) SELECT * FROM w WITH DATA | WITH w AS (SELECT 1) SELECT * FROM w
          CREATE MATERIALIZED VIEW v AS SELECT data FROM t WITH NO DATA         | SELECT data FROM t
          CREATE MATERIALIZED VIEW v AS SELECT data                             | SELECT data
          PREPARE p (int) AS SELECT $1                                          | SELECT $1
          DECLARE "c for" NO SCROLL CURSOR WITH HOLD FOR SELECT 'for' AS x      | SELECT 'for' AS x
          """)
  void findsTheQueryWithin(String command, String query) {
    assertThat(PlannedPart.of(command)).isEqualTo(query);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1 ;",
        "  -- a comment\n SELECT 1",
        "COPY orders TO STDOUT",
        "COPY orders (id, total) FROM STDIN",
        "CREATE TABLE x (a int GENERATED ALWAYS AS (b * 2) STORED)",
        "CREATE VIEW v AS SELECT 1",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "COPY (SELECT 1",
        "COPY (",
        "COPY",
        "EXPLAIN",
        "EXPLAIN (ANALYZE",
        "PREPARE p",
        "DECLARE c CURSOR",
        "CREATE TABLE x AS",
        "\"copy\" (SELECT 1)",
        "'explain' SELECT 1",
        ""
      })
  void leavesAnythingElseAsItIs(String command) {
    assertThat(PlannedPart.of(command)).isEqualTo(command);
  }
}
