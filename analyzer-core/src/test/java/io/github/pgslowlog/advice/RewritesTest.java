package io.github.pgslowlog.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.catalog.TestCatalog;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.PlanNode;
import io.github.pgslowlog.select.Proof;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.Selection;
import io.github.pgslowlog.select.WriteCost;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which conditions are better written otherwise. */
final class RewritesTest {
  private static final Catalog SHOP =
      TestCatalog.of(
          """
          table t [id bigint!, n integer, price numeric, f double precision, v varchar(20),\
           key uuid, ts timestamp with time zone, tw timestamp without time zone, d date,\
           tags text[]] rows 1000000 pages 9000
          table u [id bigint!, t_id bigint!, w text] rows 1000000 pages 9000
          table small [id bigint, ts timestamp with time zone] rows 9999
          index t_ts_idx t btree [ts]
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "(ts)::date | ts | needed only as long as the statement is not rewritten, which is advised,"
            + " too: index t_ts_idx serves it then",
        "(tw)::date | tw | needed only as long as the statement is not rewritten, which is advised,"
            + " too",
        "upper(v) | v | none",
      })
  void anIndexOnTheExpressionIsASecondBest(
      String expression, String column, @Nullable String caveat) {
    AdviceContext context =
        Advising.of(SHOP, "SELECT * FROM t WHERE " + expression + " = '2024-05-01'").context();
    CandidateIndex index =
        new CandidateIndex(
            new TableName("public", "t"), List.of(IndexKey.ofExpression(expression)));
    Selection.SelectedIndex selected =
        new Selection.SelectedIndex(
            index,
            1,
            new Proof(2, 1, 0, 0),
            new WriteCost(0, 0, List.of(), OptionalDouble.empty()),
            Weights.served(context.request().patterns()),
            List.of(),
            List.of());

    assertThat(Rewrites.caveat(context, selected).orElse(null)).as(column).isEqualTo(caveat);
  }

  private static List<Recommendation> advice(Advising advising) {
    return new Rewrites().advise(advising.context());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ts::date = '2024-05-01' | (ts)::date = $1 |" + " ts >= $1::date AND ts < $1::date + 1",
        "date(tw) = '2024-05-01' | date(tw) = $1 | tw >= $1::date AND tw < $1::date + 1",
        "CAST(tw AS date) < '2024-05-01' | (tw)::date < $1 | tw < $1::date",
        "tw::date <= '2024-05-01' | (tw)::date <= $1 | tw < $1::date + 1",
        "tw::date > '2024-05-01' | (tw)::date > $1 | tw >= $1::date + 1",
        "tw::date >= '2024-05-01' | (tw)::date >= $1 | tw >= $1::date",
        "tw::date BETWEEN '2024-05-01' AND '2024-06-01' | (tw)::date BETWEEN $1 AND $2 |"
            + " tw >= $1::date AND tw < $2::date + 1",
        "'2024-05-01' = tw::date | (tw)::date = $1 | tw >= $1::date AND tw < $1::date + 1",
        "tw::date = current_date | (tw)::date = (value) |"
            + " tw >= (value)::date AND tw < (value)::date + 1",
        "tw::date = now() - interval '1 day' | (tw)::date = (value) |"
            + " tw >= (value)::date AND tw < (value)::date + 1",
        "date_trunc('month', tw) = '2024-05-01' | date_trunc('month', tw) = $2 |"
            + " tw >= $2::timestamp AND tw < $2::timestamp + interval '1 month'",
        "date_trunc('DAY', ts) >= '2024-05-01' | date_trunc('day', ts) >= $2 |"
            + " ts >= $2::timestamptz",
        "extract(year from ts) = 2024 | EXTRACT(year FROM ts) = $1 |"
            + " ts >= make_date($1::integer, 1, 1) AND ts < make_date($1::integer + 1, 1, 1)",
        "extract('year' from tw) > 2024 | EXTRACT('year' FROM tw) > $2 |"
            + " tw >= make_date($2::integer + 1, 1, 1)",
        "date_part('year', d) <= 2024 | date_part('year', d) <= $2 |"
            + " d < make_date($2::integer + 1, 1, 1)",
        "extract(YEAR from d) BETWEEN 2020 AND 2024 | EXTRACT(year FROM d) BETWEEN $1 AND $2 |"
            + " d >= make_date($1::integer, 1, 1) AND d < make_date($2::integer + 1, 1, 1)",
        "id::text = '5' | (id)::text = $1 | id = $1::bigint",
        "CAST(id AS varchar) IN ('5', '6') | (id)::character varying IN (...) | id IN (...)",
        "key::text = 'x' | (key)::text = $1 | key = $1::uuid",
        "n = 15.0 | n = $1 (a number with a point) | n = $1::integer",
        "price + 5 > 7 | price + $1 > $2 | price > $2 - $1",
        "n - 5 = 7 | n - $1 = $2 | n = $2 + $1",
        "tw + interval '1 day' > now() | tw + $1::interval > (value) |"
            + " tw > (value) - $1::interval",
        "'x' = ANY (tags) | $1 = ANY (tags) | tags @> ARRAY[$1]::text[]",
      })
  void rewrites(String condition, String instead, String write) {
    List<Recommendation> advice = advice(Advising.of(SHOP, "SELECT * FROM t WHERE " + condition));

    assertThat(advice)
        .extracting(Recommendation::statement)
        .containsExactly("-- instead of: " + instead + "\n-- write:      " + write);
    assertThat(advice.get(0).action()).isEqualTo(Action.REWRITE);
    assertThat(advice.get(0).micros()).isEqualTo(1_000_000);
    assertThat(advice.get(0).reasons()).contains("100.0 % of the time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ts >= '2024-05-01'",
        "d::date = '2024-05-01'",
        "v::date = '2024-05-01'",
        "v::text = 'x'",
        "ts::date <> '2024-05-01'",
        "ts::date IN ('2024-05-01')",
        "date_trunc('fortnight', ts) = '2024-05-01'",
        "date_trunc('day', ts, 'UTC') = '2024-05-01'",
        "extract(month from ts) = 5",
        "extract(year from ts) <> 2024",
        "extract(year from ts) IN (2023, 2024)",
        "extract(year from now() - ts) = 3",
        "date_part('month', d) = 5",
        "f::text = '5'",
        "id::text LIKE '5%'",
        "n = 1.5",
        "n > 15.0",
        "f + 5 > 7",
        "price * 2 > 7",
        "5 - price > 7",
        "price + n > 7",
        "lower(v) = 'x'",
        "v LIKE '%x'",
        "n NOT IN (1, 2)",
        "id NOT IN (SELECT t_id FROM u)",
      })
  void silent(String condition) {
    assertThat(advice(Advising.of(SHOP, "SELECT * FROM t WHERE " + condition))).isEmpty();
  }

  @Test
  void tablesOfAJoinAreNamed() {
    assertThat(
            advice(
                Advising.of(
                    SHOP,
                    "SELECT * FROM t x, u WHERE u.t_id = x.id AND x.ts::date = '2024-05-01'")))
        .extracting(Recommendation::statement)
        .containsExactly(
            "-- instead of: (ts)::date = $1\n"
                + "-- write:      x.ts >= $1::date AND x.ts < $1::date + 1");
  }

  @Test
  void tellsWhichIndexServesItAndWhatDiffers() {
    Recommendation advice =
        advice(Advising.of(SHOP, "SELECT * FROM t WHERE ts::date = '2024-05-01'")).get(0);

    assertThat(advice.reasons())
        .containsExactly(
            "the day is computed for every row; a range of times is found by an index",
            "100.0 % of the time",
            "index t_ts_idx serves it then");
    assertThat(advice.caveats())
        .containsExactly("days begin at midnight of the session's TimeZone, in both forms");
    assertThat(
            advice(Advising.of(SHOP, "SELECT * FROM t WHERE tw::date = '2024-05-01'"))
                .get(0)
                .reasons())
        .contains("an index on tw can serve it then");
  }

  @Test
  void namesAreQuoted() {
    Catalog odd =
        TestCatalog.of("table t [Odd timestamp without time zone] rows 1000000 pages 9000");
    assertThat(advice(Advising.of(odd, "SELECT * FROM t WHERE \"Odd\"::date = '2024-05-01'")))
        .extracting(Recommendation::statement)
        .containsExactly(
            "-- instead of: (\"Odd\")::date = $1\n"
                + "-- write:      \"Odd\" >= $1::date AND \"Odd\" < $1::date + 1");
  }

  @Test
  void patternsWithTheSameConditionCountTogether() {
    List<Recommendation> advice =
        advice(
            Advising.of(
                SHOP,
                "SELECT * FROM t WHERE ts::date = '2024-05-01'",
                "SELECT n FROM t WHERE n = 5 AND ts::date = '2024-05-01'"));

    assertThat(advice).hasSize(1);
    assertThat(advice.get(0).queries()).hasSize(2);
  }

  @Test
  void silentForSmallTables() {
    assertThat(advice(Advising.of(SHOP, "SELECT * FROM small WHERE ts::date = '2024-05-01'")))
        .isEmpty();
  }

  @Test
  void silentForPatternsOfLittleTime() {
    String log =
        """
        2024-05-01 10:00:00.000 UTC [1] app@shop LOG:  duration: 991.000 ms  statement: VACUUM t
        2024-05-01 10:00:00.000 UTC [1] app@shop LOG:  duration: 9.000 ms  statement:\
         SELECT * FROM t WHERE ts::date = '2024-05-01'
        """;

    assertThat(advice(Advising.ofLog(SHOP, log))).isEmpty();
  }

  @Test
  void silentWhereThePlanDoesNotTestTheCondition() {
    String statement = "SELECT * FROM t WHERE ts::date = '2024-05-01'";
    PlanNode found =
        Advising.node(
            "Index Scan", Optional.of("t"), Optional.of("t_x"), "((ts)::date = '...')", "", 8, 1);
    PlanNode tested =
        Advising.node(
            "Seq Scan", Optional.of("t"), Optional.empty(), "", "((ts)::date = '...')", 25000, 1);

    assertThat(advice(Advising.of(SHOP, statement).plan(found))).isEmpty();
    assertThat(advice(Advising.of(SHOP, statement).plan(tested))).hasSize(1);
  }

  // --- clauses

  @Test
  void farPages() {
    List<Recommendation> advice =
        advice(Advising.of(SHOP, "SELECT * FROM t ORDER BY id DESC LIMIT 10 OFFSET 1000"));

    assertThat(advice)
        .extracting(Recommendation::statement)
        .containsExactly(
            "-- instead of: ORDER BY id DESC OFFSET n\n"
                + "-- write:      WHERE id < last seen ORDER BY ... without OFFSET");
    assertThat(advice(Advising.of(SHOP, "SELECT * FROM u ORDER BY t_id, id LIMIT 10 OFFSET 50000")))
        .extracting(Recommendation::statement)
        .containsExactly(
            "-- instead of: ORDER BY t_id, id OFFSET n\n"
                + "-- write:      WHERE (t_id, id) > (last seen) ORDER BY ... without OFFSET");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM t ORDER BY id LIMIT 10 OFFSET 999",
        "SELECT * FROM t ORDER BY id LIMIT 10",
        "SELECT * FROM t ORDER BY n LIMIT 10 OFFSET 5000",
        "SELECT * FROM t ORDER BY lower(v) LIMIT 10 OFFSET 5000",
        "SELECT * FROM u ORDER BY t_id, id DESC LIMIT 10 OFFSET 5000",
        "SELECT * FROM t LIMIT 10 OFFSET 5000",
        "SELECT * FROM small ORDER BY id LIMIT 10 OFFSET 5000",
      })
  void silentForOtherPages(String statement) {
    assertThat(advice(Advising.of(SHOP, statement))).isEmpty();
  }

  @Test
  void orAcrossTables() {
    assertThat(
            advice(
                Advising.of(
                    SHOP, "SELECT * FROM t, u WHERE t.id = u.t_id AND (t.v = 'x' OR u.w = 'y')")))
        .extracting(Recommendation::statement)
        .containsExactly(
            "-- instead of: WHERE t.v = ... OR u.w = ...\n"
                + "-- write:      SELECT ... WHERE t.v = ... UNION SELECT ... WHERE u.w = ...");
    assertThat(
            advice(
                Advising.of(
                    SHOP, "SELECT * FROM t, u WHERE t.id = u.t_id AND (t.v = 'x' OR t.n = 5)")))
        .isEmpty();
  }

  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource({
    "id, (NOT (ANY (id = (SubPlan 1).col1))), true",
    "id, (NOT (ANY (id = (hashed SubPlan 1).col1))), false",
    "n, (NOT (ANY (n = (SubPlan 1).col1))), false",
  })
  void notInThatRunsForEveryRow(String column, String filter, boolean advised) {
    PlanNode plan =
        Advising.node("Seq Scan", Optional.of("t"), Optional.empty(), "", filter, 1e9, 500_000);
    List<Recommendation> advice =
        advice(
            Advising.of(SHOP, "SELECT * FROM t WHERE " + column + " NOT IN (SELECT t_id FROM u)")
                .plan(plan));

    assertThat(advice).hasSize(advised ? 1 : 0);
    assertThat(advice)
        .allSatisfy(
            one ->
                assertThat(one.statement())
                    .isEqualTo(
                        "-- instead of: id NOT IN (SELECT x ...)\n"
                            + "-- write:      NOT EXISTS (SELECT 1 ... WHERE x = id)"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"ts::date, true", "tw::date, false", "lower(v), false"})
  void whatAnIndexServesOnceItIsWrittenOtherwise(String term, boolean served) {
    Advising advising = Advising.of(SHOP, "SELECT * FROM t WHERE " + term + " = '2024-05-01'");

    assertThat(Rewrites.servedThen(advising.context())).hasSize(served ? 1 : 0);
  }
}
