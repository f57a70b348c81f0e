package io.github.pgslowlog.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.catalog.TestCatalog;
import io.github.pgslowlog.select.Confidence;
import io.github.pgslowlog.select.Recommendation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an index on a cut time is worth it. */
final class DateTruncIndexesTest {
  private static final String CATALOG =
      """
      server 18.6
      table t [id bigint!, ts timestamp with time zone, tw timestamp without time zone]\
       rows 2000000 pages 20000
      column t.ts bounds 2023-01-01,2024-11-25
      column t.tw bounds 2023-01-01,2024-11-25
      """;
  private static final String BY_DAY = "SELECT * FROM t WHERE date_trunc('day', tw) = '2024-05-01'";

  private static List<Recommendation> advice(Advising advising, double cost) {
    return new DateTruncIndexes()
        .advise(
            advising
                .planner(
                    (statement, configuration) ->
                        Advising.planned(
                            Advising.scan(
                                "Seq Scan",
                                "t",
                                configuration.candidates().isEmpty() ? 1000 : cost,
                                1),
                            configuration.candidates()))
                .context());
  }

  private static List<Recommendation> advice(String catalog, String... statements) {
    return advice(Advising.of(TestCatalog.of(catalog), statements), 50);
  }

  @Test
  void anIndexAndAVirtualColumn() {
    List<Recommendation> advice = advice(CATALOG, BY_DAY);

    assertThat(advice).hasSize(1);
    assertThat(advice.get(0).statement())
        .isEqualTo(
            "CREATE INDEX CONCURRENTLY t_date_trunc_day_tw_idx ON public.t"
                + " ((date_trunc('day', tw)));");
    assertThat(advice.get(0).confidence()).isEqualTo(Confidence.PLANNER);
    assertThat(advice.get(0).caveats())
        .contains(
            "keep all statements to the same expression: ALTER TABLE public.t ADD COLUMN tw_day"
                + " timestamp GENERATED ALWAYS AS (date_trunc('day', tw)) VIRTUAL");
  }

  @Test
  void aViewBefore18() {
    assertThat(advice(CATALOG.replace("18.6", "17.6"), BY_DAY).get(0).caveats())
        .contains(
            "keep all statements to the same expression: a view with date_trunc('day', tw) AS"
                + " tw_day");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "date_trunc('month', tw) >= '2024-05-01' | date_trunc('month', tw)",
        "tw::date = '2024-05-01' | tw::date",
        "date_trunc('day', ts, 'UTC') = '2024-05-01' | date_trunc('day', ts, 'UTC')",
      })
  void expressions(String condition, String expression) {
    assertThat(advice(CATALOG, "SELECT * FROM t WHERE " + condition).get(0).statement())
        .endsWith(" ON public.t ((" + expression + "));");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "date_trunc('day', ts) = '2024-05-01'",
        "ts::date = '2024-05-01'",
        "date_trunc('second', tw) = '2024-05-01'",
        "tw = '2024-05-01'",
        "date_trunc('day', tw) <> '2024-05-01'",
      })
  void silent(String condition) {
    assertThat(advice(CATALOG, "SELECT * FROM t WHERE " + condition)).isEmpty();
  }

  @Test
  void aZoneIsImmutableOnlySince18() {
    String zone = "SELECT * FROM t WHERE date_trunc('day', ts, 'UTC') = '2024-05-01'";

    assertThat(advice(CATALOG, zone)).hasSize(1);
    assertThat(advice(CATALOG.replace("18.6", "17.6"), zone)).isEmpty();
  }

  @Test
  void silentWithAnIndexOnTheTime() {
    CandidateIndex chosen =
        new CandidateIndex(new TableName("public", "t"), List.of(IndexKey.of("tw")));

    assertThat(advice(CATALOG + "index i t btree [tw, id]", BY_DAY)).isEmpty();
    assertThat(advice(CATALOG + "index i t btree [(date_trunc('day'::text. tw))]", BY_DAY))
        .isEmpty();
    assertThat(advice(CATALOG + "index i t btree [id, tw]", BY_DAY)).hasSize(1);
    assertThat(advice(Advising.of(TestCatalog.of(CATALOG), BY_DAY).chosen(chosen), 50)).isEmpty();
  }

  @Test
  void silentWhereTheTimeIsUpdated() {
    assertThat(advice(CATALOG, BY_DAY, "UPDATE t SET tw = now() WHERE id = 5")).isEmpty();
    assertThat(advice(CATALOG, BY_DAY, "UPDATE t SET ts = now() WHERE id = 5")).hasSize(1);
  }

  @Test
  void silentWhereNothingIsKnownOfTheValues() {
    assertThat(advice(CATALOG.replace("column t.tw", "column t.id"), BY_DAY)).isEmpty();
    assertThat(advice(CATALOG.replace("rows 2000000", "rows 9999"), BY_DAY)).isEmpty();
  }

  @Test
  void thePlannerHasTheLastWord() {
    assertThat(advice(Advising.of(TestCatalog.of(CATALOG), BY_DAY), 801)).isEmpty();
    assertThat(
            new DateTruncIndexes().advise(Advising.of(TestCatalog.of(CATALOG), BY_DAY).context()))
        .isEmpty();
    assertThat(
            new DateTruncIndexes()
                .advise(
                    Advising.of(TestCatalog.of(CATALOG), BY_DAY)
                        .planner(
                            (statement, configuration) ->
                                Advising.planned(Advising.scan("Seq Scan", "t", 1, 1), Set.of()))
                        .context()))
        .isEmpty();
  }
}
