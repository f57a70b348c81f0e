package io.github.pgslowlog.resolve;

import static io.github.pgslowlog.resolve.RoleCase.roles;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns inside aggregates, windows and other expressions that are no conditions. */
final class AggregateTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("expressions")
  void columnsHaveTheRoleOfTheirPlace(RoleCase example) {
    example.check();
  }

  @Test
  void subSelectsInOtherClausesAreBlocksOnce() {
    QueryShape shape =
        Shapes.of(
            """
            SELECT (SELECT max(u.a) FROM u) AS m FROM t
            WHERE t.b IN (SELECT v.c FROM v) ORDER BY m, (SELECT w.d FROM w)
            """);

    assertThat(shape.blocks())
        .extracting(block -> block.tables().get(0).table().name())
        .containsExactlyInAnyOrder("t", "u", "v", "w");
  }

  static Stream<RoleCase> expressions() {
    return Stream.of(
        roles(
            "an end of an index is asked for only by min and max of a plain column",
            """
            SELECT min(a), max(b), sum(c), min(d + 1), avg(e) FROM t
            """,
            "t.a aggregate",
            "t.a minMax",
            "t.b aggregate",
            "t.b minMax",
            "t.c aggregate",
            "t.d aggregate",
            "t.e aggregate"),
        roles(
            "not over a window or with a filter",
            """
            SELECT min(a) OVER (), max(b) FILTER (WHERE c > 1) FROM t
            """,
            "t.a aggregate",
            "t.b aggregate",
            "t.c expression"),
        roles(
            "windows group and sort",
            """
            SELECT row_number() OVER (PARTITION BY a, lower(b) ORDER BY c DESC, d + 1) FROM t
            """,
            "t.a groupBy",
            "t.b expression",
            "t.c orderBy",
            "t.d expression"),
        roles(
            "the order of an ordered-set aggregate",
            """
            SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY a), array_agg(b ORDER BY c) FROM t
            """,
            "t.a aggregate",
            "t.b aggregate",
            "t.c aggregate"),
        roles(
            "a function of a schema of its own is no aggregate",
            """
            SELECT app.sum(a), pg_catalog.sum(b) FROM t WHERE app.max(c) = 1
            """,
            "t.b aggregate",
            "t.c expression"),
        roles(
            "sub-selects are walked once, wherever they stand",
            """
            SELECT coalesce((SELECT u.a FROM u WHERE u.b = 1), 0),
              CASE WHEN EXISTS (SELECT 1 FROM v WHERE v.c = 2) THEN 1 END
            FROM t WHERE t.d > (SELECT w.e FROM w WHERE w.f < 3)
            """,
            "u.b equality",
            "v.c equality",
            "t.d range",
            "w.f range"),
        roles(
            "HAVING compares groups",
            """
            SELECT a FROM t GROUP BY a HAVING count(b) > 1 AND max(c) < 5
            """,
            "t.a groupBy",
            "t.b aggregate",
            "t.c aggregate",
            "t.c minMax"));
  }
}
