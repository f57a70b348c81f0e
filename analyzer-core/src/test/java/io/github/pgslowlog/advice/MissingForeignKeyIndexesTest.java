package io.github.pgslowlog.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.catalog.TestCatalog;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Confidence;
import io.github.pgslowlog.select.Recommendation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an index on the columns of a foreign key is recommended, and when nothing is said. */
final class MissingForeignKeyIndexesTest {
  private static final String DELETE = "DELETE FROM customers WHERE id = 950";
  private static final String CREATE =
      "CREATE INDEX CONCURRENTLY orders_customer_id_idx ON public.orders (customer_id);";
  private static final String SHOP =
      """
      server 18.6
      table customers [id bigint!, name text] rows 1000000 pages 9000
      primary customers_pkey customers [id]
      table orders [id bigint!, customer_id bigint, total numeric] rows 1500000 pages 12000
      primary orders_pkey orders [id]
      foreign orders_customer_id_fkey orders [customer_id] customers [id]
      """;

  private static List<Recommendation> advice(Advising advising) {
    return new MissingForeignKeyIndexes().advise(advising.context());
  }

  private static List<String> statements(String catalog, String... log) {
    return advice(Advising.of(TestCatalog.of(catalog), log)).stream()
        .map(Recommendation::statement)
        .toList();
  }

  @Test
  void slowDeletesFromTheOtherTable() {
    List<Recommendation> advice = advice(Advising.of(TestCatalog.of(SHOP), DELETE));

    assertThat(advice).hasSize(1);
    Recommendation only = advice.get(0);
    assertThat(only.action()).isEqualTo(Action.CREATE);
    assertThat(only.statement()).isEqualTo(CREATE);
    assertThat(only.rollback()).isEqualTo("DROP INDEX CONCURRENTLY public.orders_customer_id_idx;");
    assertThat(only.verification()).contains("'orders_customer_id_idx'");
    assertThat(only.confidence()).isEqualTo(Confidence.HEURISTIC);
    assertThat(only.calls()).isEqualTo(1);
    assertThat(only.micros()).isEqualTo(1_000_000);
    assertThat(only.reasons())
        .containsExactly(
            "foreign key orders_customer_id_fkey has no index: for a row that leaves"
                + " public.customers the server searches all of public.orders (1,500,000 rows)",
            "slow statements of the log delete from public.customers or change its key: 1 call,"
                + " 1.0 s");
    assertThat(only.caveats())
        .contains(
            "EXPLAIN of the DELETE does not show the search; EXPLAIN ANALYZE shows it as the time"
                + " of the trigger of orders_customer_id_fkey");
  }

  @Test
  void aChangeOfTheKeyOfTheOtherTable() {
    assertThat(statements(SHOP, "UPDATE customers SET id = 7 WHERE id = 8"))
        .containsExactly(CREATE);
    assertThat(statements(SHOP, "UPDATE customers SET name = 'x' WHERE id = 8")).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "statement timeout | customer_id | true",
        "user request | customer_id | true",
        "statement timeout | total | false",
        "lock timeout | customer_id | false",
      })
  void aCancelledStatementProvesIt(String reason, String column, boolean advised) {
    String log =
        """
        2024-05-01 10:00:00.000 UTC [1] app@shop ERROR:  canceling statement due to %s
        2024-05-01 10:00:00.000 UTC [1] app@shop CONTEXT:  SQL statement "SELECT 1 FROM ONLY\
         "public"."orders" x WHERE $1 OPERATOR(pg_catalog.=) "%s" FOR KEY SHARE OF x"
        2024-05-01 10:00:00.000 UTC [1] app@shop STATEMENT:  TRUNCATE elsewhere
        """
            .formatted(reason, column);

    List<Recommendation> advice = advice(Advising.ofLog(TestCatalog.of(SHOP), log));

    assertThat(advice).hasSize(advised ? 1 : 0);
    assertThat(advice)
        .allSatisfy(
            one ->
                assertThat(one.reasons())
                    .contains(
                        "1 statement was cancelled while the server searched public.orders for"
                            + " referencing rows"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Trigger for constraint orders_customer_id_fkey: time=279.851 calls=1 | true",
        "Trigger for constraint orders_customer_id_fkey: time=27.851 calls=1000 | false",
        "Trigger for constraint other_fkey: time=279.851 calls=1 | false",
      })
  void autoExplainProvesIt(String trigger, boolean proven) {
    String log =
        """
        2024-05-01 10:00:00.000 UTC [1] app@shop LOG:  duration: 280.000 ms  plan:
        \tQuery Text: DELETE FROM customers WHERE id = 950
        \tDelete on customers  (cost=0.43..8.45 rows=0 width=0) (actual time=0.1..0.1 rows=0 loops=1)
        \t%s
        """
            .formatted(trigger);

    List<Recommendation> advice = advice(Advising.ofLog(TestCatalog.of(SHOP), log));

    assertThat(advice).hasSize(1);
    assertThat(advice.get(0).reasons())
        .filteredOn(
            reason ->
                reason.equals(
                    "auto_explain saw the trigger of orders_customer_id_fkey take 279.9 ms per row"))
        .hasSize(proven ? 1 : 0);
  }

  @Test
  void triggerTimesOfPlansInJson() {
    String plan =
        """
        {"Triggers": [{"Trigger Name": "RI_ConstraintTrigger_a_16404",
          "Constraint Name": "orders_customer_id_fkey",
          "Relation": "customers", "Time": 279.851, "Calls": 2}]}
        """;

    assertThat(TriggerTimes.find(plan, "orders_customer_id_fkey"))
        .contains(new TriggerTimes.TriggerTime(279.851, 2));
    assertThat(TriggerTimes.find(plan, "orders_customer_id")).isEmpty();
  }

  @Test
  void rowsOfTheOtherTableWereDeleted() {
    String catalog = SHOP.replace("pages 9000", "pages 9000 deleted 12345");
    List<Recommendation> advice = advice(Advising.of(TestCatalog.of(catalog), "SELECT 1"));

    assertThat(advice).extracting(Recommendation::statement).containsExactly(CREATE);
    assertThat(advice.get(0).reasons()).contains("12,345 rows of public.customers were deleted");
    assertThat(advice.get(0).caveats().get(0))
        .startsWith("the log does not show how often the search takes place");
  }

  @Test
  void aTableThatIsReadWholeAgainAndAgain() {
    String scanned = "rows 1500000 pages 12000 seq 500 seqrows 700000000";
    String known = SHOP.replace("rows 1500000 pages 12000", scanned);

    assertThat(statements(known, "SELECT 1")).containsExactly(CREATE);
    assertThat(statements(known.replace("seq 500", "seq 99"), "SELECT 1")).isEmpty();
    assertThat(statements(known.replace("700000000", "7000000"), "SELECT 1")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "the columns first in an index | index i orders btree [customer_id, total]",
        "a hash index | index i orders hash [customer_id]",
        "all but NULLs | index i orders btree [customer_id] where (customer_id IS NOT NULL)",
        "a unique constraint | unique u orders [customer_id, id]",
      })
  void silentWithAnIndex(String name, String line) {
    assertThat(statements(SHOP + line, DELETE)).as(name).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "not the first column | index i orders btree [total, customer_id]",
        "invalid | index i orders btree [customer_id] invalid 1",
        "some rows only | index i orders btree [customer_id] where (total > 5)",
        "an expression | index i orders btree [(abs(customer_id))]",
        "BRIN | index i orders brin [customer_id]",
      })
  void someIndexesDoNotServe(String name, String line) {
    assertThat(statements(SHOP + line, DELETE)).as(name).containsExactly(CREATE);
  }

  @Test
  void columnsInAnyOrder() {
    String pair =
        """
        table a [x int!, y int!] rows 1000000
        primary a_pkey a [x, y]
        table b [x int, y int, z int] rows 1000000
        foreign b_fkey b [x, y] a [x, y]
        """;

    assertThat(statements(pair, "DELETE FROM a WHERE x = 1"))
        .containsExactly("CREATE INDEX CONCURRENTLY b_x_y_idx ON public.b (x, y);");
    assertThat(statements(pair + "index i b btree [y, x, z]", "DELETE FROM a WHERE x = 1"))
        .isEmpty();
    assertThat(statements(pair + "index i b btree [x, z, y]", "DELETE FROM a WHERE x = 1"))
        .hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "nothing shows a search | rows 1500000 | rows 1500000 | SELECT * FROM orders",
        "no deletion | rows 1000000 | rows 1000000 deleted 0 updated 5 | SELECT * FROM orders",
        "a small table | rows 1500000 | rows 9999 | DELETE FROM customers WHERE id = 950",
        "size unknown | rows 1500000 pages 12000 | seq 3 | SELECT * FROM orders",
      })
  void silent(String name, String before, String after, String statement) {
    assertThat(statements(SHOP.replace(before, after), statement)).as(name).isEmpty();
  }

  @Test
  void silentForTablesOfUnknownSizeWithoutProof() {
    assertThat(statements(SHOP.replace("rows 1500000 pages 12000", ""), DELETE)).isEmpty();
  }

  @Test
  void silentForFewValues() {
    assertThat(statements(SHOP + "column orders.customer_id distinct 19", DELETE)).isEmpty();
    assertThat(statements(SHOP + "column orders.customer_id distinct 20", DELETE)).hasSize(1);
  }

  @Test
  void columnsThatAreMostlyNullGetAPartialIndex() {
    assertThat(statements(SHOP + "column orders.customer_id distinct 5000 nulls 0.5", DELETE))
        .containsExactly(
            "CREATE INDEX CONCURRENTLY orders_customer_id_partial_idx ON public.orders"
                + " (customer_id) WHERE customer_id IS NOT NULL;");
  }

  @Test
  void silentWhereAChosenIndexServes() {
    CandidateIndex chosen =
        new CandidateIndex(
            new TableName("public", "orders"),
            List.of(IndexKey.of("customer_id"), IndexKey.of("total")));

    assertThat(advice(Advising.of(TestCatalog.of(SHOP), DELETE).chosen(chosen))).isEmpty();
  }

  @Test
  void updatedColumnsLoseHeapOnlyUpdates() {
    List<Recommendation> advice =
        advice(
            Advising.of(
                TestCatalog.of(SHOP), DELETE, "UPDATE orders SET customer_id = 5 WHERE id = 3"));

    assertThat(advice.get(0).caveats())
        .contains(
            "statements of the log update its columns: such updates are no longer heap-only (HOT)");
  }

  @Test
  void twoForeignKeysOfTheSameColumnsNeedOneIndex() {
    assertThat(
            statements(
                SHOP + "foreign orders_other_fkey orders [customer_id] customers [id]", DELETE))
        .containsExactly(CREATE);
  }

  @Test
  void theForeignKeyOfAPartitionIsThatOfItsTable() {
    Catalog catalog =
        TestCatalog.of(
            """
            table a [id int!] rows 100000
            partitioned b [a_id int, day date]
            partition b_1 of b [a_id int, day date] rows 700000
            foreign b_a_id_fkey b [a_id] a [id]
            foreign b_1_a_id_fkey b_1 [a_id] a [id] inherited true
            """);

    assertThat(advice(Advising.of(catalog, "DELETE FROM a WHERE id = 1")))
        .extracting(Recommendation::statement)
        .containsExactly(
            """
            CREATE INDEX b_a_id_idx ON ONLY public.b (a_id);
            CREATE INDEX CONCURRENTLY b_1_a_id_idx ON public.b_1 (a_id);
            ALTER INDEX public.b_a_id_idx ATTACH PARTITION public.b_1_a_id_idx;""");
  }

  @ParameterizedTest(name = "from {0} to {1}, used: {2}")
  @CsvSource({
    "1000, 50, true, true",
    "1000, 810, true, false",
    "1000, 50, false, false",
    "100, 5, true, false"
  })
  void aPlannerHasTheLastWord(double before, double cost, boolean used, boolean advised) {
    Advising advising =
        Advising.of(TestCatalog.of(SHOP), DELETE)
            .planner(
                (statement, configuration) -> {
                  assertThat(statement.generic()).isTrue();
                  assertThat(statement.sql())
                      .isEqualTo(
                          "SELECT 1 FROM ONLY public.orders x WHERE x.customer_id = $1"
                              + " FOR KEY SHARE OF x");
                  boolean with = !configuration.candidates().isEmpty();
                  return Advising.planned(
                      Advising.scan("Seq Scan", "orders", with ? cost : before, 1),
                      used ? configuration.candidates() : Set.of());
                });

    List<Recommendation> advice = advice(advising);

    assertThat(advice).hasSize(advised ? 1 : 0);
    assertThat(advice)
        .allSatisfy(
            one -> {
              assertThat(one.confidence()).isEqualTo(Confidence.PLANNER);
              assertThat(one.proof().orElseThrow().costBefore()).isEqualTo(1000);
              assertThat(one.proof().orElseThrow().costAfter()).isEqualTo(50);
              assertThat(one.proof().orElseThrow().marginalGain()).isEqualTo(0.95);
              assertThat(one.bytes()).hasValue(4 << 20);
            });
  }
}
