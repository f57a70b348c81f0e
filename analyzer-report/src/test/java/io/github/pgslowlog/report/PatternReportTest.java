package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.source.StreamSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One pattern in full, for a terminal. */
class PatternReportTest {
  @Test
  void adviceHasItsProofForThisPatternAndForAllItServes() throws IOException {
    String text = text(Advised.index(), 0, new ReportOptions(20, false, 100, false));

    assertThat(text.substring(text.indexOf("Advice\n")))
        .startsWith(
            """
            Advice
            ------
            Basis: PostgreSQL 18.6, private server

            Create an index on public.orders: equality, then the order asked for: 98.4% of execution time, 2
              calls, pattern #1
            """)
        .contains(
            """
              a call of this pattern: cost 1,235 -> 8.31 (149 times cheaper)
              cost 2,469 -> 16.63 (148 times cheaper), size 12.3 MB
              saves 50.0% of all cost on its own; without it, 12.3% come back
            """)
        .contains("  - build it when little is written\n")
        .contains("  to undo it:\n    DROP INDEX CONCURRENTLY ")
        .endsWith(
            "  to see whether it is of use:\n    SELECT idx_scan FROM pg_stat_user_indexes;\n");
  }

  @Test
  void whyNothingHelpsIsTold() throws IOException {
    assertThat(text(Advised.index(), 1, ReportOptions.DEFAULT))
        .endsWith("\nNo index will help: half of all rows are read\n");
  }

  private static final String PLANNED =
      """
      2026-11-21 16:26:36.762 UTC [8660] LOG:  duration: 474.085 ms  plan:
      \tQuery Text: select * from orders where total > 12.5 and mail = 'a@example.com'
      \tLimit  (cost=0.42..8.44 rows=10 width=40)
      \t  ->  Index Scan using orders_mail_idx on orders  (cost=0.42..8.44 rows=1 width=40)
      \t        Index Cond: (mail = 'a@example.com'::text)
      """;

  private static final String PLANNED_IN_JSON =
      """
      2026-11-21 16:26:37.762 UTC [8660] LOG:  duration: 74.085 ms  plan:
      \t{
      \t  "Query Text": "select * from items where sku = 'x-17'",
      \t  "Plan": {
      \t    "Node Type": "Seq Scan",
      \t    "Relation Name": "items",
      \t    "Alias": "items",
      \t    "Startup Cost": 0.00,
      \t    "Total Cost": 1234.50,
      \t    "Plan Rows": 5,
      \t    "Plan Width": 44,
      \t    "Filter": "(sku = 'x-17'::text)"
      \t  }
      \t}
      """;

  @Test
  void thePlanIsShownWithoutValuesUnlessTheyAreAskedFor() throws IOException {
    Analysis analysis = stderr(PLANNED + PLANNED_IN_JSON);

    assertThat(text(analysis, 0, new ReportOptions(20, false, 60, false)))
        .contains(
            """

            Plan of the slowest execution that has one (auto_explain)
            ---------------------------------------------------------
            474.1 ms at 2026-11-21T16:26:36.762Z
              Limit  (cost=0.42..8.44 rows=10 width=40)
                ->  Index Scan using orders_mail_idx on orders
                    (cost=0.42..8.44 rows=1 width=40)
                      Index Cond: (mail = ?::text)
            """);
    assertThat(text(analysis, 1, ReportOptions.DEFAULT))
        .contains(
            """
            74.1 ms at 2026-11-21T16:26:37.762Z
              Seq Scan on items  (cost=0.00..1234.50 rows=5 width=44)
                Filter: (sku = ?::text)
            """);
    assertThat(text(analysis, 1, new ReportOptions(20, true, 80, false)))
        .contains("    Filter: (sku = 'x-17'::text)\n");
  }

  @Test
  void aDeepPlanHasNoEmptyLinesAndHoldsTheWidth() throws IOException {
    StringBuilder log =
        new StringBuilder(
            """
            2026-11-21 16:26:36.762 UTC [8660] LOG:  duration: 474.085 ms  plan:
            \tQuery Text: select * from orders
            \tNested Loop  (cost=0.4..8.4 rows=1)
            """);
    for (int i = 0; i < 20; i++) {
      log.append('\t').append(" ".repeat(6 * i + 2)).append("->  Nested Loop  (cost=0.4..8.4)\n");
    }

    String text = text(stderr(log.toString()), 0, new ReportOptions(20, false, 40, false));

    String plan = text.substring(text.indexOf("474.1 ms at "));
    assertThat(plan.lines().takeWhile(line -> !line.equals("Advice")))
        .hasSizeGreaterThan(22)
        .allMatch(line -> line.length() <= 40)
        .contains("                [20] ->  Nested Loop");
    assertThat(plan.lines().filter(String::isBlank)).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void samplesKeepTheirIndentation() throws IOException {
    Analysis analysis =
        stderr(
            """
            2026-11-21 16:26:36.762 UTC [1] LOG:  duration: 9.085 ms  statement: SELECT *
            \t\tFROM a
            \t\t\tWHERE b = 7
            """);

    assertThat(text(analysis, 0, new ReportOptions(20, true, 80, false)))
        .contains(
            """
                SELECT *
                    FROM a
                        WHERE b = 7
            """);
  }

  private static Analysis stderr(String log) {
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    return LogAnalyzer.builder()
        .source(new StreamSource("postgresql.log", new ByteArrayInputStream(bytes)))
        .build()
        .analyze();
  }

  static Stream<Analysis> all() {
    return SampleAnalyses.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void whateverALogHoldsNoLineMovesTheCursorOrNamesAValue(Analysis analysis) throws IOException {
    for (int i = 0; i < analysis.queries().size(); i++) {
      String text = text(analysis, i, new ReportOptions(20, true, 40, false));

      assertThat(text.codePoints().filter(c -> c != '\n').anyMatch(PlainText::isActive)).isFalse();
      assertThat(text(analysis, i, ReportOptions.DEFAULT)).doesNotContain("parameters:");
    }
  }

  private static String text(Analysis analysis, int index, ReportOptions options)
      throws IOException {
    StringBuilder out = new StringBuilder();
    PatternReport.write(analysis, analysis.queries().get(index), options, out);
    return out.toString();
  }
}
