package io.github.pgslowlog.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.postgres.schema.DumpStatement.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DumpStatementTest {
  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "TABLE             | CREATE TABLE public.t (a int DEFAULT ('x' || (SELECT 1 AS b)))",
        "TABLE             | CREATE UNLOGGED TABLE t (a int)",
        "TABLE             | CREATE TABLE p PARTITION OF t FOR VALUES IN (1)",
        "DATA              | CREATE TABLE t AS SELECT 1",
        "DATA              | CREATE TABLE t (a) WITH (fillfactor = 70) AS SELECT 1",
        "UNKNOWN           | CREATE TEMP TABLE t (a int)",
        "FOREIGN_TABLE     | CREATE FOREIGN TABLE t (a int) SERVER s",
        "MATERIALIZED_VIEW | CREATE MATERIALIZED VIEW v AS SELECT 1",
        "RUN               | CREATE VIEW \"owner to\" AS SELECT 1",
        "RUN               | CREATE UNIQUE INDEX i ON ONLY t USING btree (a)",
        "RUN               | CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "RUN               | ALTER TABLE ONLY t ADD CONSTRAINT \"drop default\" CHECK (a > 0)",
        "RUN               | ALTER TABLE ONLY t ATTACH PARTITION p DEFAULT",
        "RUN               | ALTER TABLE t REPLICA IDENTITY USING INDEX i",
        "PASS_OVER         | ALTER TABLE public.t OWNER TO bob",
        "PASS_OVER         | ALTER TABLE t ENABLE ROW LEVEL SECURITY",
        "PASS_OVER         | ALTER TABLE t CLUSTER ON i",
        "PASS_OVER         | ALTER TABLE IF EXISTS t DROP CONSTRAINT c",
        "PASS_OVER         | ALTER DEFAULT PRIVILEGES FOR ROLE bob GRANT ALL ON TABLES TO eve",
        "PASS_OVER         | GRANT ALL ON t TO bob",
        "PASS_OVER         | CREATE ROLE bob SUPERUSER",
        "PASS_OVER         | CREATE TRIGGER tr BEFORE INSERT ON t EXECUTE FUNCTION f()",
        "PASS_OVER         | CREATE POLICY p ON t",
        "PASS_OVER         | CREATE PUBLICATION p FOR ALL TABLES",
        "PASS_OVER         | CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f()",
        "PASS_OVER         | CREATE SERVER s FOREIGN DATA WRAPPER w",
        "PASS_OVER         | SET default_tablespace = fast",
        "PASS_OVER         | SET statement_timeout = 0",
        "PASS_OVER         | DROP TABLE t",
        "PASS_OVER         | SELECT pg_catalog.setval('s', 1)",
        "SEARCH_PATH       | SELECT pg_catalog.set_config('search_path', '', false)",
        "SEARCH_PATH       | SET search_path = a, pg_catalog",
        "EXTENSION         | CREATE EXTENSION IF NOT EXISTS hstore WITH SCHEMA public",
        "DATA              | COPY t FROM PROGRAM 'id'",
        "DATA              | INSERT INTO t VALUES (1)",
        "UNKNOWN           | SELECT pg_read_file('/etc/passwd')",
        "UNKNOWN           | DO $$ BEGIN END $$",
        "PASS_OVER         | ALTER SYSTEM SET work_mem = '1GB'",
        "PASS_OVER         | ALTER ROLE planner SUPERUSER",
        "UNKNOWN           | LOAD 'x'",
        "UNKNOWN           | WITH a AS (DELETE FROM t RETURNING 1) SELECT 1",
      })
  void onlyWhatShapesTablesIsRun(Kind kind, String sql) {
    assertThat(DumpStatement.of(new SourceStatement(sql, 1, true)).kind()).isEqualTo(kind);
  }
}
