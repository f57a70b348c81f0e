package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.advice.Advice;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Confidence;
import io.github.pgslowlog.select.Recommendation;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Advice as statements for psql. */
class SqlReportTest {
  @Test
  void anIndexStandsBelowItsProof() throws IOException {
    String fingerprint = Advised.index().queries().get(0).pattern().fingerprint().toString();

    assertThat(Advised.sql(Advised.index()))
        .isEqualTo(
            """
            -- Advice of pgslowlog, for psql
            -- Log: postgresql.log, 2026-11-20T09:00:00.100Z to 2026-11-20T09:00:05.000Z
            -- Basis: PostgreSQL 18.6, private server
            -- Read it, then run it outside of a transaction, so without --single-transaction:
            --   psql -X -v ON_ERROR_STOP=1 -d DATABASE -f FILE
            -- Only confirmed indexes and statistics are created; what else is advised stands in comments. An
            -- index whose creation fails stays behind invalid: undo it, remove what has run, and run the rest.

            -- 1. Create an index on public.orders
            --    equality, then the order asked for: 98.4% of execution time, 2 calls
            --    cost 2,469 -> 16.63 (148 times cheaper), size 12.3 MB
            --    saves 50.0% of all cost on its own; without it, 12.3% come back
            --    writes 61 bytes for each inserted row, 120 bytes for each updated key, 1.5 MB a day; updates
            --      of status are no longer heap-only (HOT)
            --    - build it when little is written
            --    FINGERPRINT: 2 calls, cost of one 1,235 -> 8.31 (149 times cheaper)
            --      SELECT * FROM orders WHERE customer_id = $1 ORDER BY created_at
            CREATE INDEX CONCURRENTLY orders_customer_id_created_at_total_partial_idx ON public.orders (customer_id, created_at) INCLUDE (total) WHERE status <> 'done';
            -- Undo:  DROP INDEX CONCURRENTLY public.orders_customer_id_created_at_total_partial_idx;
            -- Check: SELECT idx_scan FROM pg_stat_user_indexes;
            """
                .replace("FINGERPRINT", fingerprint));
  }

  @ParameterizedTest
  @EnumSource(Action.class)
  void onlyWhatAddsToTheDatabaseRuns(Action action) throws IOException {
    String sql = Advised.sql(advised(action, "DO SOMETHING;\nDO MORE;"));

    boolean adds = action == Action.CREATE || action == Action.STATISTICS;
    assertThat(run(sql)).isEqualTo(adds ? List.of("DO SOMETHING;", "DO MORE;") : List.of());
    assertThat(sql)
        .contains(adds ? "\nDO SOMETHING;\nDO MORE;\n" : "-- DO SOMETHING;\n-- DO MORE;");
  }

  /** As one for a foreign key whose searches the log does not show. */
  @Test
  void anIndexThatThePlannerCouldNotConfirmDoesNotRun() throws IOException {
    String statement = "CREATE INDEX CONCURRENTLY i ON orders (id);";
    Analysis analysis = advised(Action.CREATE, statement, Confidence.HEURISTIC);

    assertThat(run(Advised.sql(analysis))).isEmpty();
    assertThat(Advised.sql(analysis))
        .contains("not confirmed by the planner")
        .contains("\n-- " + statement);
    assertThat(Migrations.of(analysis, ReportFormat.FLYWAY)).isEmpty();
  }

  @Test
  void nothingRunsThatNoPlannerHasConfirmed() throws IOException {
    String sql = Advised.sql(Analyses.of(Analyses.SHOP));

    assertThat(run(sql)).isEmpty();
    assertThat(sql)
        .contains("-- Heuristic, from the statements alone, so nothing here runs")
        .contains("\n-- CREATE INDEX CONCURRENTLY orders_customer_id_created_at_idx ON orders ");
  }

  @Test
  void aCommentStaysAComment() throws IOException {
    String sql = Advised.sql(advised(Action.REWRITE, "-- instead of: a\nSELECT b;"));

    assertThat(sql).endsWith("\n-- instead of: a\n-- SELECT b;\n");
  }

  @Test
  void withoutAdviceItSaysSo() throws IOException {
    Analysis nothing = LogAnalyzer.builder().build().analyze();

    assertThat(Advised.sql(nothing))
        .endsWith(
            "-- There is no advice. No duration entry found in 0 log entries; nothing skipped.\n");
    assertThat(Advised.sql(advisedNothing())).endsWith("\n-- There is nothing to do.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\nDROP TABLE orders;",
        "\r\nDROP TABLE orders;",
        "\rDROP TABLE orders;",
        "*/ DROP TABLE orders; /*",
        "\u2028DROP TABLE orders;",
        "\u0085DROP TABLE orders;",
        "\n\\! rm -rf ~",
        "\u001b[2J"
      })
  void textOfOthersStaysInItsComment(String hostile) throws IOException {
    Analysis analysis =
        Advised.of(
            request ->
                new Advice(
                    List.of(
                        Advised.index(request.patterns().get(0).pattern())
                            .reason(hostile)
                            .caveat(hostile)
                            .verification(hostile)
                            .rollback(hostile)
                            .build(),
                        Recommendation.of(Action.SETTING, Advised.ORDERS, hostile)
                            .reason(hostile)
                            .build()),
                    List.of(),
                    List.of(),
                    hostile));

    String sql = Advised.sql(analysis);

    assertThat(run(sql)).singleElement().asString().startsWith("CREATE INDEX CONCURRENTLY ");
    assertThat(sql).doesNotContain("\r", "\u2028", "\u0085", "\u001b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001b[2J", "\u202e", "\r", "\u0000", "\u2028"})
  void aStatementThatNobodyCanReadDoesNotRun(String invisible) throws IOException {
    String sql =
        Advised.sql(advised(Action.CREATE, "CREATE INDEX \"" + invisible + "\" ON t (a);"));

    assertThat(run(sql)).isEmpty();
    assertThat(sql).doesNotContain(invisible);
  }

  @Test
  void aLineBreakInAQuotedNameStays() throws IOException {
    String sql = Advised.sql(advised(Action.CREATE, "CREATE INDEX \"a\nb\" ON t (a);"));

    assertThat(sql).contains("\nCREATE INDEX \"a\nb\" ON t (a);\n");
  }

  private static Analysis advisedNothing() {
    return Advised.by(pattern -> List.of());
  }

  private static Analysis advised(Action action, String statement) {
    return advised(action, statement, Confidence.PLANNER);
  }

  private static Analysis advised(Action action, String statement, Confidence confidence) {
    return Advised.by(
        pattern ->
            List.of(
                Recommendation.of(action, Advised.ORDERS, statement)
                    .reason("because")
                    .confidence(confidence)
                    .build()));
  }

  /** What psql does not pass over. */
  private static List<String> run(String sql) {
    return sql.lines().filter(line -> !line.isEmpty() && !line.startsWith("--")).toList();
  }
}
