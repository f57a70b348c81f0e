package io.github.pgslowlog.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.catalog.TestCatalog;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.PlanNode;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.Selection;
import io.github.pgslowlog.select.ServedQuery;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why nothing helps a slow pattern. */
final class UnhelpedPatternsTest {
  private static final Catalog SHOP =
      TestCatalog.of(
          """
          table users [id bigint!, email text, name text, tags text[]] rows 1000000 pages 9000
          primary users_pkey users [id]
          table orders [id bigint!, user_id bigint, total numeric] rows 1500000 pages 9000
          primary orders_pkey orders [id]
          index orders_user_id_idx orders btree [user_id]
          table kinds [id int!, word text] rows 40 pages 1
          partitioned events [id bigint!, word text]
          partition events_1 of events [id bigint!, word text] rows 500000
          """);

  private static List<String> causes(Advising advising) {
    return UnhelpedPatterns.of(advising.context(), List.of()).stream()
        .map(Unhelped::cause)
        .toList();
  }

  private static PlanNode seqScan(String table, String filter, double rows) {
    return Advising.node(
        "Seq Scan", Optional.of(table), Optional.empty(), "", filter, 25_000, rows);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "VACUUM users | a utility command: VACUUM",
        "UPDATE users WHERE id = 5 | its text is not understood",
        "INSERT INTO orders (id) VALUES (1) | only writes rows: the time goes into public.orders,"
            + " its 2 indexes, its triggers and foreign keys, or waiting for locks",
        "SELECT * FROM users WHERE id = 1; SELECT 2 | could not be planned: several statements in"
            + " one, or none that is complete",
      })
  void whatTheStatementIs(String statement, String cause) {
    assertThat(causes(Advising.of(SHOP, statement))).containsExactly(cause);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * FROM users WHERE lower(email) = 'x' | 5000 |"
            + " reads all of public.users (1,000,000 rows): function on column, lower(email) =",
        "SELECT * FROM users WHERE name LIKE '%x' | 5000 |"
            + " reads all of public.users (1,000,000 rows): leading wildcard, name LIKE",
        "SELECT * FROM users WHERE id::text = '5' | 5000 |"
            + " reads all of public.users (1,000,000 rows): cast of column, (id)::text =",
        "SELECT * FROM users WHERE 'x' = ANY (tags) | 5000 |"
            + " reads all of public.users (1,000,000 rows): operator without an index, tags = ANY",
        "SELECT * FROM users WHERE id > random() * 50 | 5000 |"
            + " reads all of public.users (1,000,000 rows): compared with a volatile function,"
            + " id >",
        "SELECT * FROM users u, orders o WHERE u.id = o.user_id AND (u.email = 'x' OR o.total = 5)"
            + " | 5000 | reads all of public.users (1,000,000 rows): OR across tables, email =",
        "SELECT * FROM users WHERE id > 5 | 700000 | selects about 70 % of public.users"
            + " (1,000,000 rows): to read all of it is cheaper than by an index",
        "SELECT * FROM users WHERE id > 5 OFFSET 10 LIMIT 5 | 700000 | OFFSET: the rows that are"
            + " passed over are read all the same; ask for the rows behind the last one seen",
        "SELECT * FROM users WHERE email = 'x' | 5000 |"
            + " no index that was tried makes it cheaper by 10 % (cost 25,000)",
        "SELECT * FROM kinds WHERE word = 'x' | 5000 |"
            + " its tables are small: public.kinds, the largest, has 40 rows",
      })
  void whatItsPlanSays(String statement, double rows, String cause) {
    assertThat(causes(Advising.of(SHOP, statement).plan(seqScan("users", "(x)", rows))))
        .containsExactly(cause);
  }

  @Test
  void allOfATable() {
    PlanNode scan = seqScan("users", "", 1_000_000);
    PlanNode count =
        Advising.node("Aggregate", Optional.empty(), Optional.empty(), "", "", 27_000, 1, scan);

    assertThat(causes(Advising.of(SHOP, "SELECT * FROM users").plan(scan)))
        .containsExactly("needs all of public.users (1,000,000 rows)");
    assertThat(causes(Advising.of(SHOP, "SELECT count(*) FROM users").plan(count)))
        .containsExactly("aggregates over all of public.users (1,000,000 rows)");
  }

  @Test
  void rowsOfWorkersCountTogether() {
    PlanNode gather =
        Advising.node(
            "Gather",
            Optional.empty(),
            Optional.empty(),
            "",
            "",
            27_000,
            1,
            seqScan("users", "(id > 5)", 100_000));

    assertThat(causes(Advising.of(SHOP, "SELECT * FROM users WHERE id > 5").plan(gather)))
        .containsExactly(
            "selects about 24 % of public.users (1,000,000 rows): to read all of it is cheaper than"
                + " by an index");
  }

  @Test
  void aBitmapOfAnIndexIsOneThatIsUsed() {
    PlanNode bitmap =
        Advising.node(
            "Bitmap Index Scan",
            Optional.empty(),
            Optional.of("orders_user_id_idx"),
            "(user_id = 5)",
            "",
            100,
            4_000);
    PlanNode heap =
        Advising.node(
            "Bitmap Heap Scan",
            Optional.of("orders"),
            Optional.empty(),
            "(user_id = 5)",
            "",
            5_000,
            4_000,
            bitmap);

    assertThat(causes(Advising.of(SHOP, "SELECT * FROM orders WHERE user_id = 5").plan(heap)))
        .containsExactly(
            "already reads public.orders by index orders_user_id_idx: it needs about 4,000 rows of"
                + " it");
  }

  @Test
  void aRowThatIsFoundAtOnce() {
    PlanNode scan =
        Advising.node(
            "Index Scan",
            Optional.of("orders"),
            Optional.of("orders_user_id_idx"),
            "(user_id = 5)",
            "",
            5_000,
            1);

    assertThat(causes(Advising.of(SHOP, "SELECT * FROM orders WHERE user_id = 5").plan(scan)))
        .containsExactly(
            "finds its row of public.orders by index orders_user_id_idx: the time goes elsewhere, as"
                + " into locks, triggers, foreign keys or a slow disk");
  }

  @Test
  void anIndexThatIsUsedAlready() {
    PlanNode scan =
        Advising.node(
            "Index Scan",
            Optional.of("orders"),
            Optional.of("orders_user_id_idx"),
            "(user_id = 5)",
            "",
            5_000,
            4_000);

    assertThat(causes(Advising.of(SHOP, "SELECT * FROM orders WHERE user_id = 5").plan(scan)))
        .containsExactly(
            "already reads public.orders by index orders_user_id_idx: it needs about 4,000 rows of"
                + " it");
  }

  @Test
  void theTimeGoesElsewhere() {
    PlanNode scan =
        Advising.node(
            "Index Scan", Optional.of("users"), Optional.of("users_pkey"), "(id = 5)", "", 8.44, 1);
    String cause =
        "cheap by its plan (cost 8.4, by index users_pkey), but a call takes 1.0 s: the time goes"
            + " into waiting for locks, triggers, foreign keys, the disk or the client";

    assertThat(causes(Advising.of(SHOP, "UPDATE users SET name = 'x' WHERE id = 5").plan(scan)))
        .containsExactly(cause);
    String lockTimeout =
        """
        2024-05-01 10:00:00.000 UTC [1] app@shop LOG:  duration: 1000.000 ms  statement:\
         SELECT * FROM users WHERE id = 5
        2024-05-01 10:00:00.000 UTC [1] app@shop ERROR:  canceling statement due to lock timeout
        2024-05-01 10:00:00.000 UTC [1] app@shop STATEMENT:  DELETE FROM users WHERE id = 5
        """;
    assertThat(causes(Advising.ofLog(SHOP, lockTimeout).plan(scan)))
        .contains(cause + "; lock_timeout ended 1 statements of the log");
  }

  @Test
  void conditionsOnATableAreThoseOfItsPartitions() {
    assertThat(
            causes(
                Advising.of(SHOP, "SELECT * FROM events WHERE upper(word) = 'X'")
                    .plan(seqScan("events_1", "(upper(word) = 'X')", 2500))))
        .containsExactly(
            "reads all of public.events_1 (500,000 rows): function on column, upper(word) =");
  }

  @Test
  void whatCouldNotBePlanned() {
    assertThat(
            causes(
                Advising.of(SHOP, "SELECT * FROM users WHERE id = 5")
                    .outcome(new Selection.Failed("relation \"users\" does not exist"))))
        .containsExactly("could not be planned: relation \"users\" does not exist");
  }

  @ParameterizedTest(name = "from 100 to {0}")
  @CsvSource({"90, 0", "91, 1"})
  void silentForWhatGetsCheaper(double after, int unhelped) {
    PlanNode scan = seqScan("users", "(x)", 5000);

    assertThat(
            causes(
                Advising.of(SHOP, "SELECT * FROM users WHERE email = 'x'")
                    .outcome(new Selection.Planned(100, after, Set.of(), scan, scan))))
        .hasSize(unhelped);
  }

  @Test
  void silentForWhatIsRecommendedOtherwise() {
    Advising advising =
        Advising.of(SHOP, "SELECT * FROM users WHERE lower(email) = 'x'")
            .plan(seqScan("users", "(x)", 5000));
    AdviceContext context = advising.context();
    ServedQuery served = ServedQuery.of(context.request().workload().patterns().get(0));
    ServedQuery notHelped =
        new ServedQuery(served.fingerprint(), 1, 1, OptionalDouble.of(100), OptionalDouble.of(95));

    assertThat(UnhelpedPatterns.of(context, List.of(rewrite(served)))).isEmpty();
    assertThat(UnhelpedPatterns.of(context, List.of(rewrite(notHelped)))).hasSize(1);
  }

  private static Recommendation rewrite(ServedQuery served) {
    return Recommendation.of(Action.REWRITE, new TableName("public", "users"), "-- x")
        .served(List.of(served))
        .build();
  }

  @Test
  void silentForPatternsOfLittleTime() {
    String log =
        """
        2024-05-01 10:00:00.000 UTC [1] app@shop LOG:  duration: 991.000 ms  statement: VACUUM users
        2024-05-01 10:00:00.000 UTC [1] app@shop LOG:  duration: 9.000 ms  statement: ANALYZE users
        """;

    assertThat(causes(Advising.ofLog(SHOP, log))).containsExactly("a utility command: VACUUM");
  }
}
