package io.github.pgslowlog.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.sample.ConstantCounts;
import io.github.pgslowlog.sample.PatternSamples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a block keeps of its query for the rules of indexes. */
final class QueryBlockTest {
  @Test
  void aConditionUnderAndIsAPredicate() {
    QueryBlock block =
        block(
            """
            SELECT * FROM t WHERE a = 1 AND (b > 2 AND (c IN (1, 2) AND d IS NULL)) AND e LIKE 'x%'
            AND f @> '{}' AND g AND h BETWEEN 1 AND 2
            """);

    assertThat(predicates(block))
        .containsExactly(
            "t.a equality",
            "t.b range",
            "t.c in",
            "t.d isNull",
            "t.e like",
            "t.f contains",
            "t.g equality",
            "t.h range");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "a = 1 OR b = 2",
        "NOT (a = 1)",
        "a <> 1",
        "a NOT IN (1, 2)",
        "a NOT LIKE 'x'",
        "a NOT BETWEEN 1 AND 2",
        "a IS DISTINCT FROM 1",
        "a IS NOT DISTINCT FROM 1",
        "lower(a) = 'x'",
        "a + 1 = 2",
        "a > b",
        "a = b + 1",
        "a BETWEEN b AND c",
        "CASE WHEN a = 1 THEN true ELSE false END"
      })
  void aConditionThatNoIndexOnItsColumnServesIsNotSargable(String condition) {
    QueryBlock block = block("SELECT * FROM t WHERE " + condition);

    assertThat(block.predicates()).noneMatch(Predicate::isSargable);
    assertThat(block.uses()).isNotEmpty();
  }

  @Test
  void aRowComparisonNarrowsByItsFirstColumn() {
    QueryBlock block = block("SELECT * FROM t WHERE (a, b) > (1, 2)");

    assertThat(predicates(block)).containsExactly("t.a range");
  }

  @Test
  void aSubSelectIsConstantForTheQueryAroundIt() {
    QueryBlock block = block("SELECT * FROM t WHERE t.a = (SELECT max(u.b) FROM u)");

    assertThat(predicates(block)).containsExactly("t.a equality");
  }

  @Test
  void equalColumnsOfTwoTablesAreAJoin() {
    QueryBlock block =
        block("SELECT * FROM t, u, v WHERE t.a = u.b AND u.c = v.d AND (t.e = v.f OR t.g = 1)");

    assertThat(joins(block)).containsExactly("t.a = u.b", "u.c = v.d");
  }

  @Test
  void aJoinInEveryArmOfAnOrHoldsForEveryRow() {
    QueryBlock block =
        block(
            """
            SELECT * FROM t, u WHERE (t.a = u.b AND t.c = 1) OR (t.c = 2 AND t.a = u.b)
            """);

    assertThat(joins(block)).containsExactly("t.a = u.b");
    assertThat(block.predicates()).isEmpty();
  }

  @Test
  void aCorrelatedSubSelectJoinsInItsOwnBlock() {
    QueryShape shape =
        Shapes.of(
            """
            SELECT * FROM t WHERE t.a = 1 AND EXISTS (SELECT 1 FROM u WHERE u.b = t.c AND u.d = 2)
            """);

    assertThat(shape.blocks()).hasSize(2);
    assertThat(predicates(shape.blocks().get(0))).containsExactly("t.a equality");
    assertThat(joins(shape.blocks().get(1))).containsExactly("u.b = t.c");
    assertThat(predicates(shape.blocks().get(1))).containsExactly("u.d equality");
  }

  @Test
  void outerBlocksComeFirst() {
    QueryShape shape =
        Shapes.of(
            """
            SELECT * FROM a JOIN (SELECT b.x FROM b WHERE b.y IN (SELECT c.z FROM c)) d ON d.x = a.x
            """);

    assertThat(shape.blocks())
        .extracting(block -> block.tables().get(0).table().name())
        .containsExactly("a", "b", "c");
  }

  @ParameterizedTest(name = "ORDER BY {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a                      | false | DEFAULT
          a ASC                  | false | DEFAULT
          a DESC                 | true  | DEFAULT
          a NULLS FIRST          | false | FIRST
          a ASC NULLS LAST       | false | LAST
          a DESC NULLS LAST      | true  | LAST
          a DESC NULLS FIRST     | true  | FIRST
          """)
  void aSortKeyHasADirectionAndAPlaceForNulls(
      String element, boolean descending, SortKey.Nulls nulls) {
    QueryBlock block = block("SELECT * FROM t ORDER BY " + element);

    assertThat(block.orderBy())
        .singleElement()
        .satisfies(
            key -> {
              assertThat(Shapes.name(key.term())).isEqualTo("t.a");
              assertThat(key.descending()).isEqualTo(descending);
              assertThat(key.nulls()).isEqualTo(nulls);
            });
  }

  @Test
  void anOrderHasExpressionsInTheirPlaces() {
    QueryBlock block = block("SELECT * FROM t ORDER BY a, lower(b) DESC, c");

    assertThat(block.orderBy().stream().map(key -> key.term().plainColumn().isPresent()))
        .containsExactly(true, false, true);
    assertThat(block.orderBy().get(1).descending()).isTrue();
  }

  @Test
  void aGroupingHasExpressionsInTheirPlaces() {
    QueryBlock block = block("SELECT lower(b), a FROM t GROUP BY 1, a");

    assertThat(block.groupBy().stream().map(term -> term.plainColumn().isPresent()))
        .containsExactly(false, true);
  }

  @Test
  void groupingColumnsAreInTheOrderWritten() {
    QueryBlock block = block("SELECT a, b, count(*) FROM t GROUP BY b, a");

    assertThat(block.groupBy().stream().map(Shapes::name)).containsExactly("t.b", "t.a");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "LIMIT 10",
        "LIMIT 10 OFFSET 20",
        "FETCH FIRST 5 ROWS ONLY",
        "FETCH FIRST ROW ONLY",
        "OFFSET 20 ROWS FETCH NEXT 10 ROWS ONLY",
        "OFFSET 20 LIMIT 10"
      })
  void aQueryMayAskForTheFirstRows(String clause) {
    assertThat(block("SELECT * FROM t ORDER BY a " + clause).limit().limited()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"OFFSET 20", "FOR UPDATE", "NULLS LAST"})
  void otherQueriesReadAllRows(String clause) {
    assertThat(block("SELECT * FROM t ORDER BY a " + clause).limit().limited()).isFalse();
  }

  @Test
  void theNumberOfRowsIsWhatSamplesShow() {
    ConstantCounts rows =
        new ConstantCounts(3, 0, List.of(new ConstantCounts.Seen("20", false, 3)));
    PatternSamples samples =
        new PatternSamples(List.of(), List.of(ConstantCounts.NONE, rows), List.of());

    QueryShape shape =
        Shapes.of(
            ShapeResolver.withoutCatalog(),
            "SELECT a FROM t WHERE b = 1 LIMIT 20 OFFSET 40",
            samples);

    assertThat(shape.blocks().get(0).limit()).isEqualTo(new RowLimit(true, true, rows));
  }

  @Test
  void theOrderAndLimitOfAUnionAreABlockOfTheirOwn() {
    QueryShape shape =
        Shapes.of("SELECT a FROM t UNION ALL SELECT b FROM u ORDER BY a DESC LIMIT 5");

    assertThat(shape.blocks()).hasSize(3);
    assertThat(shape.blocks().get(0).tables()).isEmpty();
    assertThat(shape.blocks().get(0).limit().limited()).isTrue();
    assertThat(shape.blocks().get(0).orderBy())
        .singleElement()
        .satisfies(key -> assertThat(Shapes.name(key.term())).isEqualTo("a"));
    assertThat(shape.blocks().get(1).limit()).isEqualTo(RowLimit.NONE);
  }

  @Test
  void aConditionOfHavingWithoutAggregateFiltersLikeWhere() {
    QueryBlock block =
        block("SELECT a FROM t GROUP BY a HAVING a = 1 AND count(*) > 2 AND max(b) < 3");

    assertThat(predicates(block)).containsExactly("t.a equality");
  }

  @Test
  void eachUseOfATableIsATableOfItsOwn() {
    QueryBlock block = block("SELECT * FROM t x JOIN t y ON y.a = x.b WHERE y.c = 1");

    assertThat(block.tables()).extracting(TableRef::alias).containsExactly("x", "y");
    assertThat(block.tables()).extracting(TableRef::number).doesNotHaveDuplicates();
    assertThat(block.predicates().get(0).term().columns().get(0))
        .isEqualTo(new ColumnRef.Resolved(block.tables().get(1), "c", Evidence.STATEMENT));
  }

  @Test
  void aSubSelectThatIsSortedByIsWalkedOnce() {
    String sql = "SELECT max(a) FROM t";
    for (int depth = 0; depth < 12; depth++) {
      sql = "SELECT (" + sql + ") AS s, 1 AS n FROM t GROUP BY s ORDER BY s, 1";
    }

    QueryShape shape = Shapes.of(sql);

    assertThat(shape.blocks()).hasSize(13);
  }

  @Test
  void veryLongChainsOfConditionsAreFlattened() {
    String arms = "a = 1 AND b > 2 AND ".repeat(1_000);

    QueryBlock block = block("SELECT * FROM t WHERE " + arms + "c = 3");

    assertThat(block.predicates()).hasSize(2_001);
  }

  private static QueryBlock block(String sql) {
    return Shapes.of(sql).blocks().get(0);
  }

  private static List<String> predicates(QueryBlock block) {
    return block.predicates().stream()
        .map(p -> Shapes.name(p.term()) + " " + p.role().word())
        .toList();
  }

  private static List<String> joins(QueryBlock block) {
    return block.joins().stream()
        .map(j -> Shapes.name(j.left()) + " = " + Shapes.name(j.right()))
        .toList();
  }
}
