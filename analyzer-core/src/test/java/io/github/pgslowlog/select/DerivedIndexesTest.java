package io.github.pgslowlog.select;

import static io.github.pgslowlog.select.TableOfCosts.TABLE;
import static io.github.pgslowlog.select.TableOfCosts.index;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.TableName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Indexes made from others. */
final class DerivedIndexesTest {
  @Test
  void narrowerOnesAreTheKeysAndTheirPrefixes() {
    assertThat(DerivedIndexes.narrower(index("a", "b").including(List.of("c"))))
        .containsExactly(index("a", "b"), index("a"));
    assertThat(DerivedIndexes.narrower(index("a"))).isEmpty();
  }

  @Test
  void aPrefixKeepsThePredicate() {
    assertThat(DerivedIndexes.narrower(index("a", "b").where("c > 1")))
        .containsExactly(index("a").where("c > 1"));
  }

  @Test
  void aMergedIndexHasTheKeysOfTheFirstThenWhatIsNew() {
    assertThat(DerivedIndexes.merged(index("a", "b"), index("c", "a")))
        .contains(index("a", "b", "c"));
    assertThat(
            DerivedIndexes.merged(
                index("a").including(List.of("b", "x")), index("b").including(List.of("y"))))
        .contains(index("a", "b").including(List.of("x", "y")));
  }

  @Test
  void indexesOfDifferentRowsAreNotMerged() {
    CandidateIndex elsewhere =
        new CandidateIndex(new TableName("public", "u"), List.of(IndexKey.of("b")));
    CandidateIndex gin =
        new CandidateIndex(TABLE, "gin", List.of(IndexKey.of("b")), List.of(), Optional.empty());

    assertThat(DerivedIndexes.merged(index("a"), elsewhere)).isEmpty();
    assertThat(DerivedIndexes.merged(index("a"), gin)).isEmpty();
    assertThat(DerivedIndexes.merged(index("a"), index("b").where("a > 1"))).isEmpty();
    assertThat(DerivedIndexes.narrower(gin)).isEmpty();
  }

  @Test
  void anIndexIsNotMergedToMoreThanSixKeys() {
    assertThat(DerivedIndexes.merged(index("a", "b", "c"), index("d", "e", "f"))).isPresent();
    assertThat(DerivedIndexes.merged(index("a", "b", "c"), index("d", "e", "f", "g"))).isEmpty();
  }

  @Test
  void aWidenedIndexIncludesWhatTheOtherHas() {
    assertThat(
            DerivedIndexes.widened(index("a", "b"), index("a", "d").including(List.of("c", "b"))))
        .contains(index("a", "b").including(List.of("d", "c")));
    assertThat(DerivedIndexes.widened(index("a"), index("b"))).isEmpty();
  }
}
