package io.github.pgslowlog.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the statements of a log prove about columns without qualifier. */
final class ColumnOwnershipTest {
  private static final String AMBIGUOUS =
      """
      SELECT * FROM orders, customers WHERE country = 'NO'
      """;

  /** Three tables whose columns begin with a prefix of their own. */
  private static final List<String> PREFIXED =
      List.of(
          "SELECT * FROM ship WHERE s_id = 1 AND s_flag = 'NO'",
          "SELECT * FROM port WHERE p_id = 1 AND p_name = 'Oslo'",
          "SELECT * FROM voyage WHERE v_id = 1 AND v_left_at > '2024-01-01'");

  @Test
  void aNameThatTwoTablesCouldHaveIsNotGuessed() {
    assertThat(uses(AMBIGUOUS)).containsExactly("customers|orders.country equality");
    assertThat(Shapes.of(AMBIGUOUS).isResolved()).isFalse();
  }

  @Test
  void aQualifiedNameInAnotherStatementProvesTheOwner() {
    SortedSet<String> uses =
        uses(AMBIGUOUS, "SELECT c.country FROM customers c WHERE c.country = 'SE'");

    assertThat(uses).containsExactly("customers.country equality");
  }

  @Test
  void aStatementWithOneTableProvesTheOwner() {
    SortedSet<String> uses = uses(AMBIGUOUS, "UPDATE customers SET country = 'SE' WHERE id = 3");

    assertThat(uses).containsExactly("customers.country equality");
  }

  @Test
  void theProofIsNamed() {
    QueryShape shape = Shapes.ofLog(AMBIGUOUS, "DELETE FROM customers WHERE country = 'SE'").get(0);

    ColumnRef column = shape.blocks().get(0).predicates().get(0).term().columns().get(0);

    assertThat(column)
        .isInstanceOfSatisfying(
            ColumnRef.Resolved.class,
            known -> assertThat(known.evidence()).isEqualTo(Evidence.WORKLOAD));
    assertThat(shape.isResolved()).isTrue();
  }

  @Test
  void whoeverHasANameExcludesTheOthersOfThatQuery() {
    SortedSet<String> uses =
        uses(
            "SELECT * FROM orders, refunds WHERE reason = 'x'",
            "SELECT * FROM customers, orders WHERE reason = 'y'",
            "SELECT * FROM customers WHERE reason = 'z'");

    assertThat(uses).containsExactly("refunds.reason equality");
  }

  @Test
  void eliminationGoesOnUntilNothingNewFollows() {
    SortedSet<String> uses =
        uses(
            "SELECT * FROM d, c WHERE x = 1",
            "SELECT * FROM c, b WHERE x = 1",
            "SELECT * FROM b, a WHERE x = 1",
            "SELECT * FROM a WHERE x = 1");

    assertThat(uses).containsExactly("c.x equality");
    // a has x, so b has not (third), so c has (second), so d has not (first).
  }

  @Test
  void aColumnOfAnotherNameProvesNothing() {
    SortedSet<String> uses = uses(AMBIGUOUS, "SELECT * FROM customers WHERE country_code = 'SE'");

    assertThat(uses).containsExactly("customers|orders.country equality");
  }

  @Test
  void aFunctionInScopeForbidsElimination() {
    SortedSet<String> uses =
        uses(
            "SELECT * FROM orders, customers, json_to_recordset('[]') j WHERE reason = 'x'",
            "SELECT * FROM refunds, customers WHERE reason = 'y'",
            "SELECT * FROM refunds WHERE reason = 'z'");

    assertThat(uses).containsExactly("customers|orders|?.reason equality");
  }

  @Test
  void theInnermostQueryThatHasANameIsMeant() {
    SortedSet<String> uses =
        uses(
            "SELECT * FROM orders WHERE customer_id IN (SELECT id FROM customers WHERE country = 'NO')",
            "SELECT * FROM customers c WHERE c.id = 1 AND c.country = 'NO'",
            "SELECT * FROM orders o WHERE o.id = 1 AND o.country = 'NO'");

    assertThat(uses)
        .containsExactly(
            "customers.country equality", "customers.id join", "orders.customer_id in");
  }

  @Test
  void aNameOfTheOuterQueryIsNotTakenForTheInnerOnes() {
    SortedSet<String> uses =
        uses(
            "SELECT * FROM orders WHERE EXISTS (SELECT 1 FROM bans WHERE bans.who = customer_id)",
            "SELECT * FROM orders o WHERE o.customer_id = 1");

    assertThat(uses).containsExactly("bans.who join", "bans|orders.customer_id join");
  }

  @Test
  void columnsBelongToTablesByTheirPrefix() {
    List<String> log = new ArrayList<>(PREFIXED);
    log.add(0, "SELECT * FROM voyage, ship, port WHERE v_ship = s_number AND p_country = 'NO'");

    QueryShape shape = Shapes.ofLog(log).get(0);

    assertThat(Shapes.uses(shape))
        .containsExactly("port.p_country equality", "ship.s_number join", "voyage.v_ship join");
    assertThat(shape.blocks().get(0).uses())
        .allSatisfy(
            use ->
                assertThat(use.column())
                    .isInstanceOfSatisfying(
                        ColumnRef.Resolved.class,
                        known -> assertThat(known.evidence()).isEqualTo(Evidence.NAMING)));
  }

  @Test
  void aFourthTableGetsThePrefixThatIsLeft() {
    List<String> log = new ArrayList<>(PREFIXED);
    log.add(0, "SELECT * FROM crew, ship WHERE c_ship = s_id AND c_rank = 'mate'");

    assertThat(Shapes.uses(Shapes.ofLog(log).get(0)))
        .containsExactly("crew.c_rank equality", "crew.c_ship join", "ship.s_id join");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "SELECT * FROM port WHERE country = 'NO' AND p_id = 3",
        "SELECT * FROM port WHERE s_city = 'NO' AND p_id = 3",
        "SELECT * FROM dock WHERE p_id = 1 AND p_name = 'A'"
      })
  void oneExceptionForbidsNamingAltogether(String exception) {
    List<String> log = new ArrayList<>(PREFIXED);
    log.add(exception);
    log.add(0, "SELECT * FROM voyage, ship WHERE v_cargo = 'coal'");

    assertThat(Shapes.uses(Shapes.ofLog(log).get(0)))
        .containsExactly("ship|voyage.v_cargo equality");
  }

  @Test
  void twoTablesAreNoConvention() {
    List<String> log = new ArrayList<>(PREFIXED.subList(1, 3));
    log.add(0, "SELECT * FROM voyage, port WHERE v_cargo = 'coal'");

    assertThat(Shapes.uses(Shapes.ofLog(log).get(0)))
        .containsExactly("port|voyage.v_cargo equality");
  }

  @Test
  void aSelfJoinLeavesTheUseOpenButNotTheTable() {
    SortedSet<String> uses =
        uses("SELECT * FROM nodes a, nodes b WHERE a.id = b.parent AND kind = 'x'");

    assertThat(uses).containsExactly("nodes.id join", "nodes.kind equality", "nodes.parent join");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theOrderOfTheLogDoesNotMatter(long seed) {
    List<String> log = new ArrayList<>(PREFIXED);
    log.add("SELECT * FROM voyage, ship, port WHERE v_ship = s_number AND p_country = 'NO'");
    log.add("SELECT * FROM crew, ship WHERE c_ship = s_id AND c_rank = 'mate'");
    log.add("SELECT * FROM crew, voyage WHERE crew.c_id = 1 AND v_mate = c_id");
    log.add("SELECT * FROM port WHERE p_id IN (SELECT v_port FROM voyage WHERE v_ship = 3)");
    Map<String, SortedSet<String>> inOrder = usesBySql(log);

    Collections.shuffle(log, new Random(seed));

    assertThat(usesBySql(log)).isEqualTo(inOrder);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theOrderOfProofsDoesNotMatter(long seed) {
    List<String> log = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      log.add("SELECT * FROM t%d, t%d WHERE x = 1".formatted(i, i + 1));
    }
    log.add("SELECT * FROM t7 WHERE x = 1");
    Map<String, SortedSet<String>> inOrder = usesBySql(log);

    Collections.shuffle(log, new Random(seed));

    assertThat(usesBySql(log)).isEqualTo(inOrder);
    assertThat(inOrder.get("SELECT * FROM t0, t1 WHERE x = 1")).containsExactly("t1.x equality");
  }

  /** The columns of the first statement of a log. */
  private static SortedSet<String> uses(String... log) {
    return Shapes.uses(Shapes.ofLog(log).get(0));
  }

  private static Map<String, SortedSet<String>> usesBySql(List<String> log) {
    List<QueryShape> shapes = Shapes.ofLog(log);
    Map<String, SortedSet<String>> uses = new HashMap<>();
    for (int i = 0; i < log.size(); i++) {
      uses.put(log.get(i), Shapes.uses(shapes.get(i)));
    }
    return uses;
  }
}
