package io.github.pgslowlog.select;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.candidate.IndexNeed;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.workload.Statements;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which candidates become recommendations. */
final class HeuristicSelectorTest {

  @Test
  void theIndexWhosePatternsCostMostComesFirst() {
    List<Recommendation> recommendations =
        select(1_000, served("SELECT 1 FROM x", 200, "a"), served("SELECT 2 FROM y", 300, "b"));

    assertThat(columns(recommendations)).containsExactly("b", "a");
    assertThat(recommendations).extracting(Recommendation::micros).containsExactly(300L, 200L);
  }

  @Test
  void aRecommendationNamesItsPatterns() {
    PatternNeeds cheap = served("SELECT 1 FROM x", 200, "a");
    PatternNeeds dear = served("SELECT 2 FROM y", 300, "a");

    List<Recommendation> recommendations = select(1_000, cheap, dear);

    assertThat(recommendations)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.queries())
                  .containsExactly(dear.pattern().fingerprint(), cheap.pattern().fingerprint());
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
    PatternNeeds one = served("SELECT 1 FROM x", 200, "a");
    IndexNeed wider = need("a", "b");

    List<Recommendation> recommendations =
        select(1_000, new PatternNeeds(one.pattern(), List.of(one.needs().get(0), wider), false));

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
        select(1_000, served("SELECT 1 FROM x", 900, "a"), served("SELECT 2 FROM y", 94, "a", "b"));

    assertThat(columns(recommendations)).containsExactly("a");
    assertThat(recommendations.get(0).micros()).isEqualTo(994);
    assertThat(recommendations.get(0).reasons()).containsExactly("equality", "equality, in part");
  }

  /** It saves 900 + 95, the narrow one 900 + 95/2. */
  @Test
  void aTwentiethMoreIsNotLittle() {
    List<Recommendation> recommendations =
        select(1_000, served("SELECT 1 FROM x", 900, "a"), served("SELECT 2 FROM y", 95, "a", "b"));

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
    PatternNeeds[] served =
        Stream.iterate(0, i -> i + 1)
            .limit(12)
            .map(i -> served("SELECT 1 FROM t" + i, 100 + i, "c" + i))
            .toArray(PatternNeeds[]::new);

    List<Recommendation> recommendations = select(1_000, served);

    assertThat(columns(recommendations))
        .containsExactly("c11", "c10", "c9", "c8", "c7", "c6", "c5", "c4", "c3", "c2");
  }

  @Test
  void namingIsACaveat() {
    PatternNeeds plain = served("SELECT 1 FROM x", 200, "a");
    PatternNeeds byNaming =
        new PatternNeeds(Statements.pattern("SELECT 1 FROM z", 100), List.of(need("b")), true);

    List<Recommendation> recommendations = select(1_000, plain, byNaming);

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

  @Test
  void ofVeryManyCandidatesTheCostliestAreWeighed() {
    PatternNeeds[] served =
        Stream.iterate(0, i -> i + 1)
            .limit(HeuristicSelector.MAX_CANDIDATES + 1)
            .map(i -> served("SELECT 1 FROM t" + i, i == 0 ? 1 : 2, "c", "c" + i))
            .toArray(PatternNeeds[]::new);

    assertThat(select(1, served))
        .hasSize(10)
        .noneMatch(r -> r.statement().contains("c0"))
        .filteredOn(r -> r.micros() == 3)
        .hasSize(1);
  }

  @Test
  void theModelTellsWhatIsServed() {
    PatternNeeds one = served("SELECT 1 FROM x", 200, "a");
    PatternNeeds two = served("SELECT 2 FROM y", 300, "b");

    try (CostModel knowsOne = new HeuristicCostModel(List.of(one))) {
      assertThat(columns(new HeuristicSelector(knowsOne, List.of(one, two)).select(1_000)))
          .containsExactly("a");
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void theOrderOfPatternsDoesNotMatter(long seed) {
    List<PatternNeeds> served = new ArrayList<>();
    String[][] keys = {
      {"a"}, {"a", "b"}, {"a", "b", "c"}, {"a", "c"}, {"b"}, {"b", "a"}, {"c", "a", "b"}, {"c"}
    };
    for (int i = 0; i < keys.length; i++) {
      served.add(served("SELECT 1 FROM t" + i, 10 + 37 * (i % 3), keys[i]));
      served.add(served("SELECT 1 FROM u" + i, 50, keys[i]));
    }
    List<Recommendation> inOrder = select(500, served.toArray(PatternNeeds[]::new));

    Collections.shuffle(served, new Random(seed));

    assertThat(inOrder).hasSizeGreaterThan(2);
    assertThat(select(500, served.toArray(PatternNeeds[]::new))).isEqualTo(inOrder);
  }

  private static List<Recommendation> select(long allMicros, PatternNeeds... served) {
    List<PatternNeeds> patterns = List.of(served);
    try (CostModel model = new HeuristicCostModel(patterns)) {
      return new HeuristicSelector(model, patterns).select(allMicros);
    }
  }

  private static PatternNeeds served(String sql, long micros, String... columns) {
    return new PatternNeeds(Statements.pattern(sql, micros), List.of(need(columns)), false);
  }

  private static IndexNeed need(String... columns) {
    return new IndexNeed(index(columns), Set.of(), "equality");
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
