package io.github.pgslowlog.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trees that conditions become; see {@link TreeText} for how they are printed. */
final class ConditionTreeTest {
  private static String tree(String from, String condition) {
    QueryShape shape = Shapes.of("SELECT * FROM " + from + " WHERE " + condition);
    return TreeText.of(shape.blocks().get(0).condition());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "a = 1 AND (b = 2 AND c = 3) ; (a = $1 AND b = $2 AND c = $3)",
        "a = 1 OR b > 2 ; (a = $1 OR b > $2)",
        "a = 1 AND (b = 2 OR c = 3) ; (a = $1 AND (b = $2 OR c = $3))",
        "5 < a ; a > $1",
        "'{}' <@ a ; a @> $1",
        "NOT (a = 1 AND b < 2) ; (a <> $1 {negation} OR b >= $2"
            + " {OR with a condition that no index serves})",
        "NOT (a = 1 OR b LIKE 'x') ; (a <> $1 {negation} AND b NOT LIKE $2 {negation})",
        "NOT NOT (a = 1) ; a = $1",
        "NOT (a IS NULL) ; a IS NOT NULL",
        "NOT (a IN (1, 2)) ; a NOT IN ...1 {negation}",
        "NOT (a BETWEEN 1 AND 2) ; a NOT BETWEEN $1,$2 {negation}",
        "NOT (a @> '{}') ; NOT a @> $1 {negation}",
        "NOT (a @> '{}' AND b = 2) ; (NOT a @> $1 {negation} OR b <> $2 {negation})",
        "NOT a ; a NOT",
        "a ; a",
        "a AND NOT b ; (a AND b NOT)",
        "a IS TRUE ; a IS TRUE",
        "a IS NOT TRUE ; a IS NOT TRUE {negation}",
        "a BETWEEN 1 AND 9 ; a BETWEEN $1,$2",
        "5 BETWEEN a AND b ; (a <= $1 AND b >= $1)",
        "a BETWEEN 1 AND b ; (a >= $1 AND a <= b {compared with columns of the same table})",
        "(a, b) = (1, 2) ; (a = $1 AND b = $2)",
        "(a, b) <> (1, 2) ; (a <> $1 {negation} OR b <> $2 {negation})",
        "(a, b) > (1, 2) ; <a > $1, b > $2>",
        "(1, 2) > (a, b) ; <a < $1, b < $2>",
        "(a, lower(b)) >= (1, 'x') ; <a >= $1, lower(b) >= $2 {function on column}>",
        "(a, b) IN ((1, 2), (3, 4)) ; (a IN $1 AND b IN $2)",
        "(a, b) IS NULL ; (a IS NULL AND b IS NULL)",
        "a IN (1, 2) ; a IN ...1",
        "5 IN (a, b) ; (a = $1 OR b = $1)",
        "a = ANY ('{1,2}') ; a = ANY $1",
        "a = ANY (ARRAY[1, 2]) ; a = ANY ...1",
        "a <> ALL (ARRAY[1, 2]) ; a <> ALL ...1 {negation}",
        "NOT (a = ANY ('{1}')) ; a <> ALL $1 {negation}",
        "a > ANY ('{1}') ; a > ANY $1",
        "a > ALL ('{1}') ; a > ALL $1 {operator without an index}",
        "a LIKE ANY ('{x}') ; a LIKE ANY $1",
        "1 = ANY (a) ; a = ANY $1 {operator without an index}",
        "a IN (SELECT x FROM u) ; a IN (SELECT)",
        "a = (SELECT max(x) FROM u) ; a = (SELECT)",
        "EXISTS (SELECT 1 FROM u WHERE u.x = t.a) ; ?(x, a)",
        "1 = 1 ; ?()",
        "is_open(a, 1) ; ?(a)",
        "NOT is_open(a, 1) ; NOT ?(a)",
        "starts_with(a, 'x') ; a ^@ $1",
        "a > now() - interval '1 day' ; a > $1",
        "a < current_date ; a <",
        "a = b ; a = b {compared with columns of the same table}",
        "a > b + 1 ; a > b + $1 {compared with columns of the same table}",
        "a = 1 OR lower(b) = 'x' ; (a = $1 {OR with a condition that no index serves}"
            + " OR lower(b) = $2 {function on column})",
        "a = 1 OR (b = 2 AND lower(c) = 'x') ; (a = $1 OR (b = $2 AND lower(c) = $3 {function on"
            + " column}))",
        "a = 1 OR $1 IS NULL ; (a = $1 OR ?())",
        "a = 1 OR is_open(b) ; (a = $1 {OR with a condition that no index serves} OR ?(b))",
        "(lower(a), b) > ('x', 1) ; <lower(a) > $1 {function on column},"
            + " b > $2 {function on column}>",
        "a IS NULL OR a > 5 ; (a IS NULL OR a > $1)",
        "(a = 1 AND c IS NULL) OR (b = 2 AND c IS NULL) ; (c IS NULL AND (a = $1 OR b = $2))",
        "(c IS NULL AND a = 1) OR c IS NULL ; c IS NULL"
      })
  void conditionsOnOneTable(String condition, String expected) {
    assertThat(tree("t", condition)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "t.a = u.b AND u.c = 1 ; (a = b AND c = $1)",
        "t.a < u.b ; (a < b AND b > a)",
        "t.a BETWEEN u.b AND u.c ; (a >= b AND b <= a AND a <= c AND c >= a)",
        "t.a = u.b + 1 ; (a = b + $1 AND b + $1 = a {operator on column})",
        "t.a = ANY (u.b) ; (a = ANY b AND b = ANY a {operator without an index})",
        "t.a = 1 OR u.b = 2 ; (a = $1 {OR across tables} OR b = $2 {OR across tables})",
        "t.a = 1 OR t.a = 2 ; (a = $1 OR a = $2)",
        "(t.a = u.b AND t.c = 1) OR (t.a = u.b AND t.c = 2) ; (a = b AND (c = $1 OR c = $2))",
        "(t.a = 1 AND u.b = 1) OR (t.a = 2 AND u.b = 2)"
            + " ; ((a = $1 AND b = $2) OR (a = $3 AND b = $4))",
        "(t.a = 1 AND u.b = 1) OR t.a = 2 ; ((a = $1 AND b = $2 {OR across tables}) OR a = $3)",
        "t.a = 1 OR EXISTS (SELECT 1 FROM v WHERE v.x = u.b)"
            + " ; (a = $1 {OR across tables} OR ?(x, b))",
        "t.a = 1 OR t.a IN (SELECT v.x FROM v)"
            + " ; (a = $1 {OR across tables} OR a IN (SELECT) {OR across tables})",
        "t.a = 1 OR t.a = (SELECT max(v.x) FROM v) ; (a = $1 OR a = (SELECT))",
        "t.a = (SELECT max(v.x) FROM v WHERE v.y = t.b)"
            + " ; a = (SELECT) {compared with columns of the same table}",
        "t.a = (SELECT max(v.x) FROM v WHERE v.y = u.b) ; a = (SELECT)"
      })
  void conditionsOnTwoTables(String condition, String expected) {
    assertThat(tree("t, u", condition)).isEqualTo(expected);
  }

  @Test
  void theFirstColumnOfARowComparisonIsARangeByItself() {
    QueryShape shape = Shapes.of("SELECT * FROM t WHERE (a, b) < (1, 2) AND (c, d) >= (3, 4)");

    assertThat(shape.blocks().get(0).predicates().stream().map(TreeText::of))
        .containsExactly("a <= $1", "c >= $3");
  }

  @Test
  void predicatesAreWhatHoldsForEveryRow() {
    QueryShape shape =
        Shapes.of(
            """
            SELECT * FROM t JOIN u ON t.a = u.a AND u.k = 1
            WHERE t.b = 2 AND (t.c = 3 OR t.d = 4) AND t.e <> 5 AND lower(t.f) = 'x'
            """);

    assertThat(shape.blocks().get(0).predicates().stream().map(TreeText::of))
        .containsExactly(
            "k = $1", "b = $2", "e <> $5 {negation}", "lower(f) = $6 {function on column}");
    assertThat(shape.blocks().get(0).joins()).hasSize(1);
  }

  @Test
  void columnsThatTurnOutToBeOfOneTableAreNotJoined() {
    List<QueryShape> log =
        Shapes.ofLog(
            "SELECT t.a, t.b, u.c FROM t, u WHERE t.a = t.b AND u.c = u.d",
            "SELECT * FROM t, u WHERE a = b AND b > a AND (a = 1 OR c = 2) AND a = c");

    QueryBlock block = log.get(1).blocks().get(0);
    assertThat(TreeText.of(block.condition()))
        .isEqualTo(
            "(a = b {compared with columns of the same table}"
                + " AND b > a {compared with columns of the same table}"
                + " AND a < b {compared with columns of the same table}"
                + " AND (a = $1 {OR across tables} OR c = $2 {OR across tables})"
                + " AND a = c)");
    assertThat(block.joins()).hasSize(1);
    assertThat(block.predicates()).noneMatch(Predicate::isSargable);
  }

  @Test
  void thousandsOfConditionsAreOneTree() {
    String condition = String.join(" OR ", Collections.nCopies(2000, "a = 1 AND b = 2"));

    QueryShape shape = Shapes.of("SELECT * FROM t WHERE " + condition);

    assertThat(shape.blocks().get(0).condition())
        .isInstanceOfSatisfying(
            Condition.AnyOf.class, or -> assertThat(or.conditions()).hasSize(2000));
  }
}
