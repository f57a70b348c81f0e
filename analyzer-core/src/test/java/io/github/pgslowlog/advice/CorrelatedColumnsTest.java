package io.github.pgslowlog.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.catalog.TestCatalog;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Recommendation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When auto_explain shows that columns depend on each other. */
final class CorrelatedColumnsTest {
  private static final String CATALOG =
      """
      server 18.6
      table addresses [id bigint!, city text, zip text, street text] rows 1000000 pages 9000
      table other [id bigint, city text] rows 1000000
      """;
  private static final String BOTH = "SELECT * FROM addresses WHERE city = 'x' AND zip = 'y'";
  private static final String SEQ_SCAN = "Seq Scan on addresses";

  private static List<Recommendation> advice(
      String catalog, String statement, String scan, int expected, String actual) {
    String log =
        """
        2024-05-01 10:00:00.000 UTC [1] app@shop LOG:  duration: 280.000 ms  plan:
        \tQuery Text: %s
        \t%s  (cost=0.00..25980.00 rows=%d width=8)%s
        \t  Filter: ((city = 'x'::text) AND (zip = 'y'::text))
        """
            .formatted(
                statement,
                scan,
                expected,
                actual.isEmpty() ? "" : " (actual time=0.1..98.2 rows=" + actual + " loops=1)");
    return new CorrelatedColumns().advise(Advising.ofLog(TestCatalog.of(catalog), log).context());
  }

  @Test
  void farMoreRowsThanExpected() {
    List<Recommendation> advice = advice(CATALOG, BOTH, SEQ_SCAN, 25, "50000");

    assertThat(advice).hasSize(1);
    assertThat(advice.get(0).action()).isEqualTo(Action.STATISTICS);
    assertThat(advice.get(0).statement())
        .isEqualTo(
            """
            CREATE STATISTICS public.addresses_city_zip_stat (dependencies, ndistinct, mcv)\
             ON city, zip FROM public.addresses;
            ANALYZE public.addresses;\
            """);
    assertThat(advice.get(0).verification())
        .isEqualTo(
            "SELECT statistics_name, dependencies FROM pg_stats_ext WHERE statistics_schemaname ="
                + " 'public' AND statistics_name = 'addresses_city_zip_stat';");
    assertThat(advice.get(0).reasons())
        .containsExactly(
            "the planner expected 25 rows of public.addresses, auto_explain counted 50,000");
    assertThat(advice.get(0).caveats())
        .contains("run ANALYZE alone first: statistics that are old look the same");
  }

  @ParameterizedTest(name = "{0}: {1} rows, {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Bitmap Heap Scan on addresses | 25 | 50000 | 1",
        "Index Scan using i on addresses a | 25 | 50000.00 | 1",
        "Parallel Seq Scan on public.addresses | 25 | 50000 | 1",
        "Seq Scan on addresses | 5000 | 50000 | 1",
        "Seq Scan on addresses | 5001 | 50000 | 0",
        "Seq Scan on addresses | 25 | 999 | 0",
        "Seq Scan on addresses | 25 | '' | 0",
        "Seq Scan on other | 25 | 50000 | 0",
      })
  void scans(String scan, int expected, String actual, int advised) {
    assertThat(advice(CATALOG, BOTH, scan, expected, actual)).hasSize(advised);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * FROM addresses WHERE city = 'x'",
        "SELECT * FROM addresses WHERE city = 'x' AND zip > 'y'",
        "SELECT * FROM addresses WHERE city = 'x' AND zip = 'y' AND street LIKE 'z%'",
        "SELECT * FROM addresses WHERE city = 'x' AND lower(zip) = 'y'",
        "SELECT * FROM addresses WHERE city = 'x' OR zip = 'y'",
        "SELECT * FROM addresses a, addresses b WHERE a.city = 'x' AND a.zip = 'y'",
      })
  void silent(String statement) {
    assertThat(advice(CATALOG, statement, SEQ_SCAN, 25, "50000")).isEmpty();
  }

  @Test
  void aJoinMayFindTheRowsByIndex() {
    String joined =
        "SELECT * FROM addresses a, other o WHERE a.id = o.id AND a.city = 'x' AND a.zip = 'y'";

    assertThat(advice(CATALOG, joined, SEQ_SCAN + " a", 25, "50000")).hasSize(1);
    assertThat(advice(CATALOG, joined, "Index Scan using i on addresses a", 25, "50000")).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "9.6.24 | ''",
        "11.22 | (dependencies, ndistinct) ON",
        "12.1 | (dependencies, ndistinct, mcv) ON",
      })
  void theVersionMatters(String version, String kinds) {
    List<Recommendation> advice =
        advice(CATALOG.replace("18.6", version), BOTH, SEQ_SCAN, 25, "50000");

    assertThat(advice).hasSize(kinds.isEmpty() ? 0 : 1);
    assertThat(advice).allSatisfy(one -> assertThat(one.statement()).contains(kinds));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "dependencies mcv [city, zip]  | 0",
        "mcv [city, street, zip]       | 0",
        "ndistinct [city, zip]         | 1",
        "dependencies [city, street]   | 1",
      })
  void statisticsThatAreThereAreNotAdvised(String known, int advised) {
    String catalog = CATALOG + "\nstatistics addresses_stat addresses " + known;

    assertThat(advice(catalog, BOTH, SEQ_SCAN, 25, "50000")).hasSize(advised);
  }

  @Test
  void plansInJson() {
    String log =
        """
        2024-05-01 10:00:00.000 UTC [1] app@shop LOG:  duration: 280.000 ms  plan:
        \t{
        \t  "Query Text": "SELECT * FROM addresses WHERE city = 'x' AND zip = 'y'",
        \t  "Plan": {
        \t    "Node Type": "Seq Scan",
        \t    "Parallel Aware": false,
        \t    "Relation Name": "addresses",
        \t    "Alias": "addresses",
        \t    "Plan Rows": 25,
        \t    "Plan Width": 8,
        \t    "Actual Rows": 50000,
        \t    "Actual Loops": 1
        \t  }
        \t}
        """;

    assertThat(
            new CorrelatedColumns().advise(Advising.ofLog(TestCatalog.of(CATALOG), log).context()))
        .hasSize(1);
  }
}
