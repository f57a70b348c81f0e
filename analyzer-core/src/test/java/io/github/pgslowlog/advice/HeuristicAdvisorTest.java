package io.github.pgslowlog.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.source.StreamSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Advice without a schema: plans in the log tell of indexes that are there. */
class HeuristicAdvisorTest {
  private static final String NODE =
      "Index Scan using orders_mail_idx on orders  (cost=0.42..8.44 rows=1 width=40)";

  @Test
  void anIndexThatAPlanSearchesIsNotProposed() {
    Analysis analysis =
        planned(
            "select * from orders where mail = 'a'", NODE + "\n\t  Index Cond: (mail = 'a'::text)");

    assertThat(analysis.recommendations()).isEmpty();
    assertThat(analysis.advice().problems())
        .extracting(Problem::message)
        .containsExactly(
            "not proposed, as plans in the log search such indexes: orders_mail_idx on orders");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          select * from orders where mail = 'a' and state = 'b' | Index Cond: (mail = 'a'::text)
          select * from orders where mail = 'a'                 | Index Cond: (lower(mail) = 'a'::text)
          select * from orders where mail = 'a'                 | Filter: (mail = 'a'::text)
          select * from orders where mail = 'a'                 | Index Cond: (id > 7)
          """)
  void anyOtherIndexIs(String statement, String condition) {
    Analysis analysis = planned(statement, NODE + "\n\t  " + condition);

    assertThat(analysis.recommendations()).hasSize(1);
    assertThat(analysis.advice().problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ((mail)::text = 'a'::text)                        | select * from orders where mail = 'a'
          ((state = 'x') AND (mail = 'a'::text))            | select * from orders where mail = 'a' and state = 'x'
          ((mail >= 'a'::text) AND (mail < 'b'::text))      | select * from orders where mail between 'a' and 'b'
          (mail = c.mail)                                   | select * from orders where mail = 'a'
          """)
  void conditionsAreReadAsTheServerWritesThem(String condition, String statement) {
    assertThat(planned(statement, NODE + "\n\t  Index Cond: " + condition).recommendations())
        .isEmpty();
  }

  @Test
  void bitmapsAndJsonAreRead() {
    Analysis bitmap =
        planned(
            "select * from orders where mail = 'a'",
            """
            Bitmap Heap Scan on public.orders o  (cost=4.45..24.12 rows=5 width=40)
            \t  Recheck Cond: (mail = 'a'::text)
            \t  ->  Bitmap Index Scan on "Odd idx"  (cost=0.00..4.45 rows=5 width=0)
            \t        Index Cond: (mail = 'a'::text)\
            """);
    Analysis json =
        analysis(
            """
            2026-11-21 16:26:37.762 UTC [8660] LOG:  duration: 74.085 ms  plan:
            \t{
            \t  "Query Text": "select * from orders where mail = 'a'",
            \t  "Plan": {
            \t    "Node Type": "Index Scan",
            \t    "Index Name": "orders_mail_idx",
            \t    "Relation Name": "orders",
            \t    "Index Cond": "(mail = 'a'::text)"
            \t  }
            \t}
            """);

    assertThat(bitmap.recommendations()).isEmpty();
    assertThat(bitmap.advice().problems().get(0).message()).endsWith(": \"Odd idx\" on orders");
    assertThat(json.recommendations()).isEmpty();
  }

  @Test
  void withoutPlansNothingIsKnown() {
    Analysis analysis =
        analysis(
            "2026-11-21 16:26:36.762 UTC [1] LOG:  duration: 4.085 ms  statement:"
                + " select * from orders where mail = 'a'\n");

    assertThat(analysis.recommendations())
        .extracting(Recommendation::statement)
        .containsExactly("CREATE INDEX CONCURRENTLY orders_mail_idx ON orders (mail);");
  }

  private static Analysis planned(String statement, String plan) {
    return analysis(
        "2026-11-21 16:26:36.762 UTC [8660] LOG:  duration: 474.085 ms  plan:\n\tQuery Text: "
            + statement
            + "\n\t"
            + plan
            + "\n");
  }

  private static Analysis analysis(String log) {
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    return LogAnalyzer.builder()
        .source(new StreamSource("postgresql.log", new ByteArrayInputStream(bytes)))
        .build()
        .analyze();
  }
}
