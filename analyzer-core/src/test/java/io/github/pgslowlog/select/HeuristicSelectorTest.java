package io.github.pgslowlog.select;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.workload.Statements;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which candidates become recommendations. */
final class HeuristicSelectorTest {
  private record Served(CandidateIndex index, ServedPattern pattern) {}

  @Test
  void theIndexWhosePatternsCostMostComesFirst() {
    List<Recommendation> recommendations =
        select(1_000, served("SELECT 1 FROM x", 200, "a"), served("SELECT 2 FROM y", 300, "b"));

    assertThat(columns(recommendations)).containsExactly("b", "a");
    assertThat(recommendations).extracting(Recommendation::micros).containsExactly(300L, 200L);
  }

  @Test
  void aRecommendationNamesItsPatterns() {
    Served cheap = served("SELECT 1 FROM x", 200, "a");
    Served dear = served("SELECT 2 FROM y", 300, "a");

    List<Recommendation> recommendations = select(1_000, cheap, dear);

    assertThat(recommendations)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.queries())
                  .containsExactly(
                      dear.pattern().pattern().fingerprint(),
                      cheap.pattern().pattern().fingerprint());
              assertThat(one.calls()).isEqualTo(2);
              assertThat(one.micros()).isEqualTo(500);
              assertThat(one.reasons()).containsExactly("equality");
              assertThat(one.confidence()).isEqualTo(Confidence.HEURISTIC);
              assertThat(one.statement()).isEqualTo("CREATE INDEX CONCURRENTLY t_a_idx ON t (a);");
              assertThat(one.rollback()).isEqualTo("DROP INDEX CONCURRENTLY t_a_idx;");
            });
  }

  @Test
  void aPatternCountsOnceForAnIndex() {
    Served one = served("SELECT 1 FROM x", 200, "a");

    List<Recommendation> recommendations = select(1_000, one, one);

    assertThat(recommendations.get(0).micros()).isEqualTo(200);
    assertThat(recommendations.get(0).calls()).isEqualTo(1);
  }

  @Test
  void aNarrowIndexFoldsIntoTheWiderOne() {
    List<Recommendation> recommendations =
        select(
            1_000, served("SELECT 1 FROM x", 200, "a"), served("SELECT 2 FROM y", 300, "a", "b"));

    assertThat(columns(recommendations)).containsExactly("a, b");
    assertThat(recommendations.get(0).micros()).isEqualTo(500);
  }

  @Test
  void aWiderIndexThatAddsLittleFoldsIntoTheNarrowOne() {
    List<Recommendation> recommendations =
        select(1_000, served("SELECT 1 FROM x", 900, "a"), served("SELECT 2 FROM y", 89, "a", "b"));

    assertThat(columns(recommendations)).containsExactly("a");
    assertThat(recommendations.get(0).micros()).isEqualTo(989);
  }

  @Test
  void aTenthIsNotLittle() {
    List<Recommendation> recommendations =
        select(1_000, served("SELECT 1 FROM x", 900, "a"), served("SELECT 2 FROM y", 90, "a", "b"));

    assertThat(columns(recommendations)).containsExactly("a, b");
  }

  @Test
  void aChainFoldsIntoOne() {
    List<Recommendation> recommendations =
        select(
            1_000,
            served("SELECT 1 FROM x", 100, "a"),
            served("SELECT 2 FROM y", 100, "a", "b"),
            served("SELECT 3 FROM z", 100, "a", "b", "c"));

    assertThat(columns(recommendations)).containsExactly("a, b, c");
    assertThat(recommendations.get(0).micros()).isEqualTo(300);
  }

  @Test
  void keysInAnotherOrderAreAnotherIndex() {
    List<Recommendation> recommendations =
        select(
            1_000, served("SELECT 1 FROM x", 200, "b"), served("SELECT 2 FROM y", 300, "a", "b"));

    assertThat(columns(recommendations)).containsExactly("a, b", "b");
  }

  @Test
  void lessThanOnePercentOfAllTimeIsLeftOut() {
    List<Recommendation> recommendations =
        select(20_000, served("SELECT 1 FROM x", 199, "a"), served("SELECT 2 FROM y", 200, "b"));

    assertThat(columns(recommendations)).containsExactly("b");
  }

  @Test
  void tenAreEnough() {
    Served[] served =
        Stream.iterate(0, i -> i + 1)
            .limit(12)
            .map(i -> served("SELECT 1 FROM t" + i, 100 + i, "c" + i))
            .toArray(Served[]::new);

    List<Recommendation> recommendations = select(1_000, served);

    assertThat(columns(recommendations))
        .containsExactly("c11", "c10", "c9", "c8", "c7", "c6", "c5", "c4", "c3", "c2");
  }

  @Test
  void namingIsACaveat() {
    Served plain = served("SELECT 1 FROM x", 200, "a");
    ServedPattern byNaming =
        new ServedPattern(Statements.pattern("SELECT 1 FROM z", 100), "equality", true);

    List<Recommendation> recommendations = select(1_000, plain, new Served(index("b"), byNaming));

    assertThat(recommendations.get(0).caveats())
        .containsExactly(
            "no schema given: check that no index, primary key or unique constraint begins with"
                + " the same columns",
            "table size and writes are unknown: a small table needs no index, a busy one pays for"
                + " each");
    assertThat(recommendations.get(1).caveats())
        .contains("the table of a column is inferred from how columns are named");
  }

  @Test
  void withoutCandidatesNothingIsRecommended() {
    assertThat(select(0)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void theOrderOfCandidatesDoesNotMatter(long seed) {
    List<Served> served = new ArrayList<>();
    String[][] keys = {
      {"a"}, {"a", "b"}, {"a", "b", "c"}, {"a", "c"}, {"b"}, {"b", "a"}, {"c", "a", "b"}, {"c"}
    };
    for (int i = 0; i < keys.length; i++) {
      served.add(served("SELECT 1 FROM t" + i, 10 + 37 * (i % 3), keys[i]));
      served.add(served("SELECT 1 FROM u" + i % 2, 50, keys[i]));
    }
    List<Recommendation> inOrder = select(500, served.toArray(Served[]::new));

    Collections.shuffle(served, new Random(seed));

    assertThat(select(500, served.toArray(Served[]::new))).isEqualTo(inOrder);
  }

  private static List<Recommendation> select(long allMicros, Served... served) {
    HeuristicSelector selector = new HeuristicSelector();
    for (Served one : served) {
      selector.add(one.index(), one.pattern());
    }
    return selector.select(allMicros);
  }

  private static Served served(String sql, long micros, String... columns) {
    return new Served(
        index(columns), new ServedPattern(Statements.pattern(sql, micros), "equality", false));
  }

  private static CandidateIndex index(String... columns) {
    return new CandidateIndex(
        new TableName("", "t"), Stream.of(columns).map(IndexKey::of).toList());
  }

  private static List<String> columns(List<Recommendation> recommendations) {
    return recommendations.stream()
        .map(
            r ->
                String.join(
                    ", ", r.index().orElseThrow().keys().stream().map(IndexKey::text).toList()))
        .toList();
  }
}
