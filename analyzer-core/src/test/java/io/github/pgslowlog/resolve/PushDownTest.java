package io.github.pgslowlog.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions that outer joins, and queries computed as a whole, keep away from the tables. */
final class PushDownTest {
  private static List<String> conditions(String sql) {
    return Shapes.of(sql).blocks().stream()
        .flatMap(block -> block.predicates().stream())
        .flatMap(PushDownTest::words)
        .toList();
  }

  private static Stream<String> words(Predicate predicate) {
    String mark = predicate.isSargable() ? "" : " " + predicate.sargability();
    return predicate.term().columns().stream()
        .map(column -> Shapes.name(column) + " " + predicate.operator() + mark);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "a LEFT JOIN b ON b.i = a.i AND a.x = 1 ; a.x = NOT_PUSHED_DOWN",
        "a LEFT JOIN b ON b.i = a.i AND b.x = 1 ; b.x =",
        "a RIGHT JOIN b ON b.i = a.i AND a.x = 1 ; a.x =",
        "a RIGHT JOIN b ON b.i = a.i AND b.x = 1 ; b.x = NOT_PUSHED_DOWN",
        "a FULL JOIN b ON b.i = a.i AND b.x = 1 ; b.x = NOT_PUSHED_DOWN",
        "a JOIN b ON b.i = a.i AND a.x = 1 ; a.x =",
        "a LEFT JOIN b ON b.i = a.i WHERE a.x = 1 ; a.x =",
        "a LEFT JOIN b ON b.i = a.i LEFT JOIN c ON c.i = a.i AND b.x = 1"
            + " ; b.x = NOT_PUSHED_DOWN",
        "a LEFT JOIN b ON b.i = a.i JOIN c ON c.i = a.i AND b.x = 1 ; b.x ="
      })
  void onDecidesAboutRowsOfTheSideThatIsNotKept(String from, String expected) {
    assertThat(conditions("SELECT * FROM " + from)).containsExactly(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "b.x IS NULL ; b.x IS NULL NOT_PUSHED_DOWN",
        "b.x = 1 ; b.x =",
        "b.x IS NOT NULL ; b.x IS NOT NULL",
        "a.x IS NULL ; a.x IS NULL"
      })
  void nullsOfAnOuterJoinAreFoundByNoIndex(String where, String expected) {
    assertThat(conditions("SELECT * FROM a LEFT JOIN b ON b.i = a.i WHERE " + where))
        .containsExactly(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT * FROM a FULL JOIN b USING (i) WHERE i < 5"
            + " ; a.i < NOT_PUSHED_DOWN, b.i < NOT_PUSHED_DOWN",
        "SELECT * FROM a LEFT JOIN b USING (i) WHERE i < 5 ; a.i <",
        "SELECT * FROM (SELECT x FROM a LIMIT 5) q WHERE q.x = 1 ; a.x = NOT_PUSHED_DOWN",
        "SELECT * FROM (SELECT * FROM a OFFSET 5) q WHERE q.x = 1 ; a.x = NOT_PUSHED_DOWN",
        "SELECT * FROM (SELECT x FROM a ORDER BY x) q WHERE q.x = 1 ; a.x =",
        "SELECT * FROM (SELECT x, rank() OVER (ORDER BY y) FROM a) q WHERE q.x = 1"
            + " ; a.x = NOT_PUSHED_DOWN",
        "WITH q AS (DELETE FROM a RETURNING x) SELECT * FROM q WHERE q.x = 1"
            + " ; a.x = NOT_PUSHED_DOWN",
        "SELECT * FROM (SELECT x FROM a UNION ALL SELECT y FROM b) q WHERE q.x = 1"
            + " ; a.x =, b.y =",
        "WITH RECURSIVE q(n, k) AS (SELECT x, y FROM a UNION ALL SELECT n + 1, k FROM q)"
            + " SELECT * FROM q WHERE n < 5 AND k > 2 ; a.y > NOT_PUSHED_DOWN"
      })
  void conditionsOnOutputsAreThoseOfTheQueryInside(String sql, String expected) {
    assertThat(conditions(sql)).containsExactly(expected.split(", "));
  }

  @Test
  void outputsOfSeveralQueriesAreNotSortedByTheTableOfTheFirst() {
    QueryBlock whole =
        Shapes.of("SELECT x FROM a UNION ALL SELECT y FROM b ORDER BY x").blocks().get(0);

    assertThat(whole.orderBy().get(0).term()).isInstanceOf(Term.Computed.class);
  }
}
