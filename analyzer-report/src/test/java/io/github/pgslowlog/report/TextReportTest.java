package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person reads. */
class TextReportTest {
  @TempDir Path folder;

  @Test
  void coverageThenPatternsThenColumnsThenIndexes() throws IOException {
    String report = Analyses.text(Analyses.of(Analyses.SHOP));

    assertThat(report)
        .startsWith("pgslowlog report\n================\n\nCoverage\n--------\n")
        .containsSubsequence(
            "postgresql.log: stderr, log_line_prefix '%m [%p] %q%u@%d ' (detected), 8 lines,",
            "2026-11-20T09:00:00.100Z to 2026-11-20T09:00:05.000Z",
            "Understood 99.7 % of logged time; nothing skipped.",
            "SQL parsed: 3 of 3 data patterns, 100.0 % of their time. Columns all resolved:\n",
            "100.0 % of their time; 0 of ",
            " uses ambiguous.\n",
            "! Bare durations have no statement text.",
            "Patterns that cost most time\n",
            "SELECT * FROM orders WHERE customer_id = $1 ORDER BY created_at\n",
            "-- by shop_app in shop\n",
            "Columns in use\n",
            "orders.customer_id",
            "Candidate indexes\n",
            "   CREATE INDEX CONCURRENTLY ");
  }

  @Test
  void whatWasNotUnderstoodIsCounted() throws IOException {
    String report =
        Analyses.text(
            Analyses.of(
                """
                2026-11-20 09:00:01.000 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: SELECT a FROM x, y WHERE b = 1
                2026-11-20 09:00:01.000 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: BEGIN
                2026-11-20 09:00:01.000 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: SELECT total FROM z WHERE c = 'L'
                """
                    .replace("c = 'L'", "c = '" + "x".repeat(20_000) + "'")));

    assertThat(report.replace('\n', ' '))
        .contains(
            "; 1 utility pattern. Columns all resolved: 50.0 % of their time;",
            " ambiguous.", "1 execution with a text so long that its values are not looked at.");
  }

  @Test
  void columnsThatAreOnlyGivenBackAreNotShown() throws IOException {
    String report =
        Analyses.text(
            Analyses.of(
                """
                2026-11-20 09:00:01.000 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: SELECT given FROM orders WHERE searched = 1
                """));

    assertThat(report).contains("orders.searched").doesNotContain("orders.given");
  }

  @Test
  void thePatternsAreATable() throws IOException {
    String report = Analyses.text(Analyses.of(Analyses.SHOP));

    assertThat(report)
        .contains(
            """
              entries               count           time
            """,
            """
              bare                      1         5.0 ms
              executions                4         2.03 s  3 patterns
            """,
            """
              #   time      total    calls      mean       p95       max
              1  98.4%     2.00 s        2    1.00 s    1.10 s    1.10 s
                SELECT * FROM orders WHERE customer_id = $1 ORDER BY created_at
            """);
  }

  @Test
  void furtherPatternsAreOneRow() throws IOException {
    String report = Analyses.text(Analyses.of(Analyses.SHOP, 1));

    assertThat(report)
        .contains(
            """
            SQL parsed: 1 of 1 data pattern, 98.3 % of their time.""",
            """
            ! Kept the first 1 pattern; 2 executions (1.6% of the time) of about 2 further
              patterns are in "other", and count as not parsed; raise --max-patterns.
            """,
            """
              1  98.4%     2.00 s        2    1.00 s    1.10 s    1.10 s
                SELECT * FROM orders WHERE customer_id = $1 ORDER BY created_at
                -- by shop_app in shop
              -   1.6%    33.3 ms        2   16.7 ms   33.3 ms   33.3 ms
                other: about 2 further patterns together
            """);
  }

  @Test
  void aFewPatternsHaveNoOthers() throws IOException {
    assertThat(Analyses.text(Analyses.of(Analyses.SHOP, 3))).doesNotContain("further", "other:");
  }

  @Test
  void cancelledStatementsAreToldWithTheIndexTheyMayLack() throws IOException {
    String report =
        Analyses.text(
            Analyses.of(
                """
                2026-11-20 09:00:01.000 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: SELECT 1
                2026-11-20 09:00:01.000 UTC [41] app@shop ERROR:  canceling statement due to statement timeout
                2026-11-20 09:00:01.000 UTC [41] app@shop CONTEXT:  SQL statement "DELETE FROM ONLY "public"."orders" WHERE $1 OPERATOR(pg_catalog.=) "customer_id""
                2026-11-20 09:00:01.000 UTC [41] app@shop STATEMENT:  DELETE FROM customers WHERE id = 7
                """));

    assertThat(report)
        .contains(
            """
            Cancelled statements
            --------------------
            1 by statement timeout, while rows of public.orders that reference a changed key
              were searched: is there an index on (customer_id)?
            """);
  }

  @Test
  void aLogWithoutCancelledStatementsSaysNothingOfThem() throws IOException {
    assertThat(Analyses.text(Analyses.of(Analyses.SHOP))).doesNotContain("Cancelled");
  }

  @Test
  void bareDurationsThatWereJoinedNeedNoHint() throws IOException {
    String joined =
        """
        2026-11-20 09:00:01.000 UTC [41] app@shop LOG:  statement: SELECT 1
        2026-11-20 09:00:01.000 UTC [41] app@shop LOG:  duration: 1.000 ms
        """;
    String bare = "2026-11-20 09:00:01.000 UTC [42] app@shop LOG:  duration: 2.000 ms\n";

    assertThat(Analyses.text(Analyses.of(joined))).doesNotContain("no statement text");
    assertThat(Analyses.text(Analyses.of(joined + bare)))
        .contains("! Some bare durations have no statement text.");
  }

  @Test
  void noLiteralOfAStatementIsShown() throws IOException {
    String report = Analyses.text(Analyses.of(Analyses.SHOP));

    assertThat(report).doesNotContain("A-1", "12.50", "'17'");
  }

  @Test
  void aLogWithoutDurationsSaysWhatToSet() throws IOException {
    String log =
        """
        2026-11-20 09:00:00.100 UTC [41] LOG:  checkpoint starting: time
        2026-11-20 09:00:02.100 UTC [41] LOG:  checkpoint complete
        """;

    String report = Analyses.text(Analyses.of(log));

    assertThat(report)
        .contains(
            """
            No duration entry found in 2 log entries; nothing skipped.
            ! Set log_min_duration_statement on the server, so that it logs slow statements.
            """)
        .doesNotContain("100.0 %");
  }

  @Test
  void anEmptyAnalysisIsAWholeReport() throws IOException {
    Analysis analysis = LogAnalyzer.builder().build().analyze();

    String report = Analyses.text(analysis);

    assertThat(report)
        .isEqualTo(
            """
            pgslowlog report
            ================

            Coverage
            --------
            No duration entry found in 0 log entries; nothing skipped.

            Patterns that cost most time
            ----------------------------
            (none)

            Columns in use
            --------------
            (none)

            Candidate indexes
            -----------------
            (none)
            """);
  }

  @Test
  void equalLogsGiveEqualText() throws IOException {
    Path log = Files.writeString(folder.resolve("postgresql.log"), Analyses.SHOP);

    String first = Analyses.text(LogAnalyzer.builder().path(log).build().analyze());
    String second = Analyses.text(LogAnalyzer.builder().path(log).build().analyze());

    assertThat(second).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[2J\u001b]0;owned\u0007",
        "\u009b31m",
        "\u202egnissim\u2066",
        "a\u2028b\u2029c",
        "\"quoted\" 'text' \\ <b>&amp;</b>",
        "\uD83D\uDE00 \uFEFF"
      })
  void hostileTextDoesNoHarm(String hostile) throws IOException {
    String log =
        """
        2026-11-20 09:00:00.100 UTC [41] H@H LOG:  duration: 5.000 ms  statement: SELECT "H" FROM "t" WHERE "H" = 1 /* H */
        2026-11-20 09:00:00.200 UTC [41] H@H LOG:  duration: 5.000 ms  statement: H
        """
            .replace("H", hostile);

    String report = Analyses.text(Analyses.named(hostile + ".log", log));

    assertThat(report.codePoints()).noneMatch(c -> c != '\n' && PlainText.isActive(c));
    assertThat(report.lines())
        .filteredOn(line -> !line.startsWith("   CREATE INDEX"))
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void onlyStatementsToCopyAreWiderThanTheTerminal() throws IOException {
    String name = "n".repeat(63);
    String log =
        """
        2026-11-20 09:00:00.100 UTC [41] N@N LOG:  duration: 99999999999.999 ms  statement: SELECT N FROM N WHERE N.N = 1 AND N.Nb = 2
        """
            .replace("N", name);

    String report = Analyses.text(Analyses.named(name.repeat(3), log));

    assertThat(report.lines())
        .filteredOn(line -> line.length() > 80)
        .allMatch(line -> line.startsWith("   CREATE INDEX "));
  }
}
