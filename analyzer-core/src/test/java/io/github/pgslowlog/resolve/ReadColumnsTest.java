package io.github.pgslowlog.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.catalog.Catalog;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which columns a statement needs, in whatever role: what an index must have to cover it. */
final class ReadColumnsTest {
  private static final Catalog CATALOG =
      Catalogs.of(
          """
          public.t a bigint, b bigint, c bigint
          public.u a bigint, d bigint
          public.v a bigint, b bigint AS SELECT t.a, t.b FROM public.t
          """);

  @ParameterizedTest(name = "{0}")
  @MethodSource("statements")
  void needs(String sql, String columns) {
    TreeSet<String> read =
        Shapes.of(CATALOG, sql).blocks().stream()
            .flatMap(block -> block.read().stream())
            .map(Shapes::name)
            .map(name -> name.replace("public.", ""))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(String.join(" ", read)).isEqualTo(columns);
  }

  static Stream<Arguments> statements() {
    return Stream.of(
        Arguments.of("SELECT a FROM t WHERE b = 1", "t.a t.b"),
        Arguments.of("SELECT a * 2, count(c) FROM t", "t.a t.c"),
        Arguments.of("SELECT * FROM t", "t.a t.b t.c"),
        Arguments.of("SELECT t FROM t", "t.a t.b t.c"),
        Arguments.of("SELECT count(t) FROM t", "t.a t.b t.c"),
        Arguments.of("SELECT count(*) FROM t", ""),
        Arguments.of("SELECT a FROM (SELECT a, b, c FROM t) x", "t.a"),
        Arguments.of("SELECT n FROM (SELECT a, b + c AS n FROM t) x", "t.b t.c"),
        Arguments.of("SELECT b FROM v", "t.b"),
        Arguments.of("SELECT 1 FROM u WHERE EXISTS (SELECT * FROM t WHERE t.b = u.d)", "t.b u.d"),
        Arguments.of("SELECT 1 FROM u WHERE d IN (SELECT c FROM t)", "t.c u.d"),
        Arguments.of("SELECT (SELECT c FROM t WHERE b = 1) FROM u", "t.b t.c"),
        Arguments.of("INSERT INTO u (a) SELECT c FROM t", "t.c u.a"),
        Arguments.of("UPDATE t SET a = b + 1 WHERE c = 1", "t.a t.b t.c"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a = 1, false",
    "a = '1'::bigint, false",
    "a = 1 + 1, true",
    "a = abs(1), true",
    "a BETWEEN 1 AND 2, false",
    "a BETWEEN 1 AND 2 * 3, true"
  })
  void whatIsComputedOfValuesIsNoValue(String condition, boolean computed) {
    List<QueryBlock> blocks = Shapes.of(CATALOG, "SELECT c FROM t WHERE " + condition).blocks();

    assertThat(blocks.get(0).predicates())
        .singleElement()
        .extracting(Predicate::comparand)
        .isInstanceOfSatisfying(
            Comparand.Values.class, values -> assertThat(values.computed()).isEqualTo(computed));
  }

  @Test
  void aColumnOfTwoTablesIsReadOnceItsTableIsKnown() {
    QueryShape shape = Shapes.ofLog("SELECT x FROM t, u", "SELECT t.x FROM t").get(0);

    assertThat(shape.blocks().get(0).read()).extracting(Shapes::name).containsExactly("t.x");
    assertThat(Optional.of(shape.blocks().get(0).read().get(0)))
        .containsInstanceOf(ColumnRef.Resolved.class);
  }
}
