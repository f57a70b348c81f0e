package io.github.pgslowlog.select;

import static io.github.pgslowlog.select.TableOfCosts.TABLE;
import static io.github.pgslowlog.select.TableOfCosts.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pgslowlog.candidate.Candidate;
import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.select.Selection.SelectedIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which indexes are chosen for a workload. */
final class IndexSelectorTest {
  private static final long SECOND = 1_000_000;
  private static final CandidateIndex A = index("a");
  private static final CandidateIndex B = index("b");
  private static final CandidateIndex C = index("c");
  private static final CandidateIndex AB = index("a", "b");
  private static final CandidateIndex BC = index("b", "c");

  private final TableOfCosts model = new TableOfCosts();

  @Test
  void anIndexThatSavesIsChosenWithItsProof() {
    model.cost("q1", 1_000).cost("q1", 100, A).cost("q2", 3_000);

    Selection selection = select(limits(10), query("q1", SECOND, A, B), query("q2", SECOND, B));

    SelectedIndex chosen = selection.indexes().get(0);
    assertThat(indexes(selection)).containsExactly(A);
    assertThat(chosen.bytes()).isEqualTo(1_000_000);
    assertThat(chosen.proof().costBefore()).isEqualTo(1_000);
    assertThat(chosen.proof().costAfter()).isEqualTo(100);
    assertThat(chosen.proof().marginalGain()).isCloseTo(900.0 / 4_000, within(1e-9));
    assertThat(chosen.proof().standaloneGain()).isCloseTo(900.0 / 4_000, within(1e-9));
    assertThat(chosen.reasons()).containsExactly("for q1");
    assertThat(chosen.served())
        .containsExactly(
            new ServedQuery(
                name("q1"), 1, SECOND, OptionalDouble.of(1_000), OptionalDouble.of(100)));
    assertThat(selection.queries().get(name("q2")))
        .isInstanceOfSatisfying(
            Selection.Planned.class,
            planned -> {
              assertThat(planned.costBefore()).isEqualTo(3_000);
              assertThat(planned.costAfter()).isEqualTo(3_000);
              assertThat(planned.used()).isEmpty();
            });
    assertThat(selection.exhausted()).isFalse();
    assertThat(selection.plans()).isEqualTo(model.asked());
  }

  @Test
  void anIndexThatIsReadInPlaceOfTheTableMustSaveHalf() {
    model.cost("q1", 1_000).wholeRead("q1", 600, A);
    model.cost("q2", 1_000).wholeRead("q2", 400, B);

    assertThat(indexes(select(limits(10), query("q1", SECOND, A)))).isEmpty();
    assertThat(indexes(select(limits(10), query("q2", SECOND, B)))).containsExactly(B);
  }

  @Test
  void indexesThatHelpOnlyTogetherAreFound() {
    model.cost("q", 1_000).cost("q", 10, A, B).cost("q", 500, C);

    assertThat(indexes(select(limits(10), query("q", SECOND, A, B, C)))).containsExactly(A, B);
  }

  @Test
  void anIndexProposedForOnePatternServesAnother() {
    model.cost("q1", 1_000).cost("q1", 10, A).cost("q2", 1_000).cost("q2", 10, A);

    Selection selection = select(limits(10), query("q1", SECOND, A), query("q2", SECOND));

    assertThat(selection.indexes().get(0).served()).hasSize(2);
  }

  @Test
  void underABudgetSmallIndexesReplaceALargeOne() {
    CandidateIndex large = index("a").including(List.of("x", "y"));
    model.bytes(large, 200).bytes(A, 60).bytes(B, 60);
    model.cost("q1", 1_000).cost("q1", 5, large).cost("q1", 20, A);
    model.cost("q2", 1_000).cost("q2", 20, B);

    Selection selection =
        select(budget(210), query("q1", SECOND, large, A), query("q2", SECOND, B));

    assertThat(indexes(selection)).containsExactlyInAnyOrder(A, B);
  }

  @Test
  void aPatternWithNearlyAllTheTimeDoesNotHideTheOthers() {
    model.cost("huge", 1e9).cost("huge", 1e3, A).cost("small", 1_000).cost("small", 100, B);

    Selection selection =
        select(limits(10), query("huge", 100_000 * SECOND, A), query("small", SECOND, B));

    assertThat(indexes(selection)).containsExactly(A, B);
  }

  @Test
  void ofTooManyIndexesThoseAreChosenThatSaveMost() {
    model.cost("q1", 1_000).cost("q1", 500, A);
    model.cost("q2", 1_000).cost("q2", 10, B);
    model.cost("q3", 1_000).cost("q3", 100, C);

    Selection selection =
        select(limits(2), query("q1", SECOND, A), query("q2", SECOND, B), query("q3", SECOND, C));

    assertThat(indexes(selection)).containsExactly(B, C);
  }

  @Test
  void whatSavesLessThanTheLeastGainIsLeftOut() {
    model.cost("q1", 1_000).cost("q1", 905, A).cost("q2", 1_000).cost("q2", 895, B);

    Selection selection = select(limits(10), query("q1", SECOND, A), query("q2", SECOND, B));

    assertThat(indexes(selection)).containsExactly(B);
  }

  @Test
  void whatCostsNextToNothingNeedsNoIndex() {
    model.cost("q", 9).cost("q", 0.5, A);

    assertThat(indexes(select(limits(10), query("q", SECOND, A)))).isEmpty();
  }

  @Test
  void anIndexThatMakesAnotherPatternCostlierIsLeftOut() {
    model.cost("q1", 1_000).cost("q1", 500, A).cost("q1", 600, B);
    model.cost("q2", 1_000).cost("q2", 1_200, A);

    Selection selection = select(limits(10), query("q1", SECOND, A, B), query("q2", SECOND));

    assertThat(indexes(selection)).containsExactly(B);
  }

  @Test
  void aWiderIndexDoesTheWorkOfItsPrefix() {
    model.cost("q1", 1_000).cost("q1", 10, A).cost("q1", 10.5, AB);
    model.cost("q2", 1_000).cost("q2", 10, AB).cost("q2", 200, A);

    Selection selection = select(limits(10), query("q1", SECOND, A), query("q2", SECOND, AB));

    assertThat(indexes(selection)).containsExactly(AB);
  }

  @Test
  void columnsThatSaveLittleAreNotIncluded() {
    CandidateIndex covering = A.including(List.of("x"));
    model.cost("q", 1_000).cost("q", 90, covering).cost("q", 100, A);

    assertThat(indexes(select(limits(10), query("q", SECOND, covering)))).containsExactly(A);
  }

  @Test
  void columnsThatSaveMuchAreIncluded() {
    CandidateIndex covering = A.including(List.of("x"));
    model.cost("q", 1_000).cost("q", 60, covering).cost("q", 100, A);

    assertThat(indexes(select(limits(10), query("q", SECOND, covering)))).containsExactly(covering);
  }

  @Test
  void aLastKeyThatSavesNextToNothingIsLeftOut() {
    model.cost("q1", 1_000).cost("q1", 96, AB).cost("q1", 100, A);
    model.cost("q2", 1_000).cost("q2", 90, BC).cost("q2", 100, B);

    assertThat(indexes(select(limits(10), query("q1", SECOND, AB)))).containsExactly(A);
    assertThat(indexes(select(limits(10), query("q2", SECOND, BC)))).containsExactly(BC);
  }

  @Test
  void ofTheSameColumnsTheOrderStaysThatWasProposedFirst() {
    CandidateIndex reversed = index("b", "a");
    model.cost("q1", 1_000).cost("q1", 50, AB).cost("q1", 49.5, reversed);
    model.cost("q2", 1_000).cost("q2", 50, AB).cost("q2", 40, reversed);

    assertThat(indexes(select(limits(10), query("q1", SECOND, AB, reversed)))).containsExactly(AB);
    assertThat(indexes(select(limits(10), query("q2", SECOND, AB, reversed))))
        .containsExactly(reversed);
  }

  @Test
  void anIndexThatTheLoggedWritesPayForIsLeftOut() {
    model.cost("q", 1_000).cost("q", 10, A);
    WriteCostModel few =
        new WriteCostModel(Catalog.empty(), List.of(), List.of(new LoggedInsert(TABLE, 1_000)));
    WriteCostModel many =
        new WriteCostModel(Catalog.empty(), List.of(), List.of(new LoggedInsert(TABLE, 1_000_000)));

    List<WeightedQuery> queries = List.of(query("q", SECOND, A));

    assertThat(indexes(new IndexSelector(model, limits(10), few).select(queries)))
        .containsExactly(A);
    assertThat(indexes(new IndexSelector(model, limits(10), many).select(queries))).isEmpty();
  }

  @Test
  void twoIndexesAreMergedIntoOne() {
    model.cost("q1", 1_000).cost("q1", 10, A).cost("q1", 10, AB);
    model.cost("q2", 1_000).cost("q2", 500, B).cost("q2", 20, AB);

    Selection selection = select(limits(10), query("q1", SECOND, A), query("q2", SECOND, B));

    assertThat(indexes(selection)).containsExactly(AB);
    assertThat(selection.indexes().get(0).reasons()).contains("for q1");
  }

  @Test
  void whatCannotBeHadIsRecorded() {
    model.cost("q", 1_000).cost("q", 10, A).cost("q", 100, B).refuse(A, "no operator class");

    Selection selection = select(limits(10), query("q", SECOND, A, B));

    assertThat(indexes(selection)).containsExactly(B);
    assertThat(selection.refused()).containsExactly(java.util.Map.entry(A, "no operator class"));
  }

  @Test
  void aPatternThatCannotBePlannedHasAReason() {
    Selection selection = select(limits(10), query("unknown", SECOND, A));

    assertThat(selection.queries())
        .containsEntry(name("unknown"), new Selection.Failed("no such statement"));
    assertThat(selection.indexes()).isEmpty();
  }

  @Test
  void theCostOfAPatternIsTheMeanOfItsSamples() {
    model.cost("s1", 1_000).cost("s1", 100, A).cost("s2", 3_000).cost("s2", 3_000, A);

    Selection selection =
        select(limits(10), query(name("q"), List.of("s1", "s2"), SECOND, List.of(A)));

    assertThat(selection.indexes().get(0).served())
        .extracting(ServedQuery::costBefore, ServedQuery::costAfter)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                OptionalDouble.of(2_000), OptionalDouble.of(1_550)));
  }

  @Test
  void noMorePlansAreMadeThanAllowed() {
    List<WeightedQuery> queries = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      model.cost("q" + i, 1_000).cost("q" + i, 10, index("c" + i));
      queries.add(query("q" + i, SECOND, index("c" + i)));
    }
    SelectionLimits few = new SelectionLimits(10, OptionalLong.empty(), 0.1, 0.1, 100);

    Selection selection = new IndexSelector(model, few).select(queries);

    assertThat(model.asked()).isLessThanOrEqualTo(100);
    assertThat(selection.plans()).isEqualTo(model.asked());
    assertThat(selection.exhausted()).isTrue();
  }

  @Test
  void theOrderOfPatternsDoesNotMatter() {
    List<WeightedQuery> queries = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 30; i++) {
      CandidateIndex one = index("c" + random.nextInt(12));
      CandidateIndex two = index("c" + random.nextInt(12), "d");
      model.cost("q" + i, 1_000).cost("q" + i, 300, one).cost("q" + i, 50, one, two);
      queries.add(query("q" + i, SECOND, one, two));
    }
    Selection selection = new IndexSelector(model, budget(8_000_000)).select(queries);
    List<WeightedQuery> shuffled = new ArrayList<>(queries);
    Collections.shuffle(shuffled, random);

    assertThat(new IndexSelector(model, budget(8_000_000)).select(shuffled)).isEqualTo(selection);
    assertThat(selection.indexes()).hasSize(8);
  }

  private Selection select(SelectionLimits limits, WeightedQuery... queries) {
    return new IndexSelector(model, limits).select(List.of(queries));
  }

  private static SelectionLimits limits(int maxIndexes) {
    return new SelectionLimits(maxIndexes, OptionalLong.empty(), 0.1, 0.1, 10_000);
  }

  private static SelectionLimits budget(long bytes) {
    return new SelectionLimits(20, OptionalLong.of(bytes), 0.1, 0.1, 10_000);
  }

  private static WeightedQuery query(String sql, long micros, CandidateIndex... candidates) {
    return query(name(sql), List.of(sql), micros, Arrays.asList(candidates));
  }

  private static WeightedQuery query(
      Fingerprint name, List<String> samples, long micros, List<CandidateIndex> candidates) {
    return new WeightedQuery(
        name,
        samples.stream().map(sql -> new PlannableStatement(sql, List.of(), false)).toList(),
        1,
        micros,
        List.of(TABLE),
        candidates.stream().map(index -> new Candidate(index, "for " + samples.get(0))).toList());
  }

  private static Fingerprint name(String sql) {
    return new Fingerprint(sql.hashCode(), sql.length());
  }

  private static List<CandidateIndex> indexes(Selection selection) {
    return selection.indexes().stream().map(SelectedIndex::index).toList();
  }
}
