package io.github.pgslowlog.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.catalog.TestCatalog;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.PlanNode;
import io.github.pgslowlog.select.Recommendation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the planner takes every row for a day of its own. */
final class DateTruncGroupsTest {
  private static final String SHOP =
      """
      server 18.6
      table orders [id bigint!, ts timestamp with time zone, kind text] rows 2000000 pages 20000
      table small [ts timestamp with time zone] rows 9999
      column orders.ts distinct -1 bounds 2023-01-01 00:00:00+00,2024-11-25 00:00:00+00
      """
          .replace("01-01 00", "01-01_00")
          .replace("11-25 00", "11-25_00");
  private static final String BY_DAY =
      "SELECT date_trunc('day', ts), count(*) FROM orders GROUP BY date_trunc('day', ts)";

  private static List<Recommendation> advice(String catalog, String statement, double groups) {
    PlanNode plan =
        Advising.node(
            "Aggregate",
            Optional.empty(),
            Optional.empty(),
            "",
            "",
            180_053,
            groups,
            Advising.scan("Seq Scan", "orders", 50_000, 2_000_000));
    return new DateTruncGroups()
        .advise(Advising.of(TestCatalog.of(catalog), statement).plan(plan).context());
  }

  @Test
  void statisticsOnTheExpression() {
    List<Recommendation> advice = advice(SHOP, BY_DAY, 1_999_984);

    assertThat(advice).hasSize(1);
    assertThat(advice.get(0).action()).isEqualTo(Action.STATISTICS);
    assertThat(advice.get(0).statement())
        .isEqualTo(
            """
            CREATE STATISTICS public.orders_ts_day_stat ON (date_trunc('day', ts))\
             FROM public.orders;
            ANALYZE public.orders;\
            """);
    assertThat(advice.get(0).rollback()).isEqualTo("DROP STATISTICS public.orders_ts_day_stat;");
    assertThat(advice.get(0).verification())
        .isEqualTo(
            "SELECT expr, n_distinct FROM pg_stats_ext_exprs WHERE statistics_schemaname = 'public'"
                + " AND statistics_name = 'orders_ts_day_stat';");
    assertThat(advice.get(0).queries()).hasSize(1);
    assertThat(advice.get(0).reasons())
        .startsWith(
            "the planner expects 1,999,984 groups; the values of ts span about 696 units of one"
                + " day");
    assertThat(advice.get(0).caveats()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "date_trunc('day', ts)      | date_trunc('day'::text, ts)              | 0",
        "date_trunc('day', ts)      | date_trunc('month'::text, ts)            | 1",
        "date_trunc('day', ts, 'Z') | date_trunc('day'::text, ts, 'Z'::text)   | 0",
        "date_trunc('day', ts, 'Z') | date_trunc('day'::text, ts)              | 1",
        "ts::date                   | (ts)::date                               | 0",
        "ts::date                   | date(ts)                                 | 0",
      })
  void statisticsThatAreThereAreNotAdvised(String grouped, String known, int advised) {
    String catalog = SHOP + "statistics orders_stat orders [] " + known + "\n";
    String statement = "SELECT %s, count(*) FROM orders GROUP BY 1".formatted(grouped);

    assertThat(advice(catalog, statement, 1_999_984)).hasSize(advised);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ts::date | (ts::date)",
        "date(ts) | (ts::date)",
        "date_trunc('MONTH', ts) | (date_trunc('month', ts))",
        "date_trunc('hour', ts, 'Europe/Vienna') | (date_trunc('hour', ts, 'Europe/Vienna'))",
      })
  void expressions(String group, String expression) {
    assertThat(advice(SHOP, "SELECT count(*) FROM orders GROUP BY " + group, 1_999_984))
        .extracting(Recommendation::statement)
        .first()
        .asString()
        .contains(" ON " + expression + " FROM ");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "date_trunc('day', ts) | 9999",
        "date_trunc('hour', ts) | 100000",
        "date_trunc('day', ts), kind | 1999984",
        "date_trunc('day', ts, 'a b') | 1999984",
        "date_trunc('fortnight', ts) | 1999984",
        "lower(kind) | 1999984",
        "ts | 1999984",
      })
  void silent(String group, double groups) {
    assertThat(advice(SHOP, "SELECT count(*) FROM orders GROUP BY " + group, groups)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "an old server | server 18.6 | server 13.20",
        "no statistics | column orders.ts | column orders.id",
        "a small table | rows 2000000 | rows 9999",
      })
  void silentFor(String name, String before, String after) {
    assertThat(advice(SHOP.replace(before, after), BY_DAY, 1_999_984)).as(name).isEmpty();
  }

  @Test
  void silentWhereAnIndexHasStatisticsOfTheExpression() {
    String index = "index i orders btree [(date_trunc('day'::text ts))]";

    assertThat(advice(SHOP + index, BY_DAY, 1_999_984)).isEmpty();
  }

  @Test
  void theVersionMatters() {
    assertThat(advice(SHOP.replace("server 18.6\n", ""), BY_DAY, 1_999_984).get(0).caveats())
        .contains("needs PostgreSQL 14 or newer");
  }
}
