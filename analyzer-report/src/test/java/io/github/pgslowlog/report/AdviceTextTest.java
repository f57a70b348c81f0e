package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.advice.Advice;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Confidence;
import io.github.pgslowlog.select.Proof;
import io.github.pgslowlog.select.Recommendation;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Advice that a planner has confirmed, for a terminal. */
class AdviceTextTest {
  @Test
  void anIndexWithItsProof() throws IOException {
    assertThat(advice(Advised.index()))
        .isEqualTo(
            """
            Advice
            ------
            Basis: PostgreSQL 18.6, private server
            Costs are the planner's, of all calls together.

            Indexes to create
            -----------------
            1. equality, then the order asked for: 98.4% of execution time, 2 calls, pattern
               #1
               CREATE INDEX CONCURRENTLY orders_customer_id_created_at_total_partial_idx
                 ON public.orders (customer_id, created_at) INCLUDE (total)
                 WHERE status <> 'done';
               cost 2,469 -> 16.63 (148 times cheaper), size 12.3 MB
               saves 50.0% of all cost on its own; without it, 12.3% come back
               writes 61 bytes for each inserted row, 120 bytes for each updated key, 1.5 MB
                 a day; updates of status are no longer heap-only (HOT)
               - build it when little is written

            Slow, but no index will help
            ----------------------------
            #2 1.6%     half of all rows are read
            """);
  }

  @Test
  void whatHoldsForAllIndexesIsToldOnce() throws IOException {
    Analysis analysis =
        Advised.by(
            pattern ->
                List.of(
                    Advised.index(pattern).rollback("UNDO a;").caveat("if not: UNDO a;").build(),
                    Advised.index(pattern)
                        .rollback("UNDO b;")
                        .caveat("if not: UNDO b;")
                        .caveat("is large")
                        .build()));

    String advice = advice(analysis);

    assertThat(advice)
        .doesNotContain("UNDO")
        .contains(
            "-----\n- build it when little is written\n- if not\n\n1. equality",
            "\n   - is large\n");
    assertThat(advice.split("build it when", -1)).hasSize(2);
  }

  @Test
  void problemsOfAdviceAreToldWithThoseOfTheLog() throws IOException {
    assertThat(Analyses.text(Advised.index())).contains("! 1 of 5 patterns could not be planned\n");
  }

  @Test
  void otherAdviceIsGroupedAndKeepsItsNumber() throws IOException {
    Analysis analysis =
        Advised.by(
            pattern ->
                List.of(
                    other(Action.SETTING, "ALTER ROLE report SET constraint_exclusion = on;"),
                    other(Action.DROP, "DROP INDEX CONCURRENTLY a;\nDROP INDEX CONCURRENTLY b;"),
                    other(Action.REWRITE, "SELECT 1;"),
                    other(Action.DROP, "DROP INDEX CONCURRENTLY c;")));

    assertThat(advice(analysis))
        .contains(
            """

            Indexes to create
            -----------------
            (none is worth its cost)

            Indexes to drop
            ---------------
            2. because
               DROP INDEX CONCURRENTLY a;
               DROP INDEX CONCURRENTLY b;

            4. because
               DROP INDEX CONCURRENTLY c;

            Settings to change
            ------------------
            1. because
               ALTER ROLE report SET constraint_exclusion = on;

            Statements to rewrite
            ---------------------
            3. because
               SELECT 1;
            """);
  }

  @Test
  void whatThePlannerWasNotAskedIsMarked() throws IOException {
    Analysis analysis =
        Advised.by(
            pattern -> List.of(Advised.index(pattern).confidence(Confidence.HEURISTIC).build()));

    assertThat(advice(analysis)).contains("   not confirmed by the planner\n");
  }

  @Test
  void withoutPlannerItSaysHowToAskOne() throws IOException {
    assertThat(advice(Analyses.of(Analyses.SHOP)))
        .startsWith("Candidate indexes\n")
        .contains("let PostgreSQL's own planner confirm them: give --schema and --stats.\n");
  }

  @Test
  void hostileTextStaysInItsLine() throws IOException {
    Analysis analysis =
        Advised.of(
            request ->
                new Advice(
                    List.of(
                        other(Action.DROP, "DROP INDEX \"\u001b[2J\u202e\";"),
                        other(Action.DROP, "DROP INDEX \"a\nb\r\";")),
                    List.of(),
                    List.of(),
                    "x\n\u001b[2J"));

    assertThat(advice(analysis))
        .contains(
            "Basis: x??[2J\n", "   DROP INDEX \"?[2J?\";\n", "   DROP INDEX \"a\n   b\n   \";");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          100    | 50    | cost 100 -> 50.00 (2.0 times cheaper)
          100    | 100   | cost 100 -> 100 (the same)
          50     | 100   | cost 50.00 -> 100 (2.0 times costlier)
          100    | 0     | cost 100 -> 0.00
          0      | 0     | cost 0.00 -> 0.00
          1e9    | 0.5   | cost 1,000,000,000 -> 0.50 (2,000,000,000 times cheaper)
          """)
  void costs(double before, double after, String expected) {
    assertThat(AdviceWords.cost(new Proof(before, after, 0, 0))).isEqualTo(expected);
  }

  private static Recommendation other(Action action, String statement) {
    return Recommendation.of(action, Advised.ORDERS, statement)
        .confidence(Confidence.PLANNER)
        .reason("because")
        .build();
  }

  private static String advice(Analysis analysis) throws IOException {
    String text = Analyses.text(analysis);
    int start = text.indexOf("\nAdvice\n");
    return text.substring((start < 0 ? text.indexOf("\nCandidate indexes\n") : start) + 1);
  }
}
