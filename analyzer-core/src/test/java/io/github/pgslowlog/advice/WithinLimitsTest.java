package io.github.pgslowlog.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.SelectionLimits;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Indexes of all kinds of advice share one budget. */
final class WithinLimitsTest {
  private static final TableName TABLE = new TableName("public", "t");

  @Test
  void theBudgetIsForAllIndexes() {
    WithinLimits within = new WithinLimits(limits(20, OptionalLong.of(100)));

    List.of(index("a", 60), index("b", 41), index("c", 40)).forEach(within::add);

    assertThat(within.kept()).extracting(Recommendation::statement).containsExactly("a", "c");
    assertThat(within.problem())
        .hasValue(
            Problem.notice(
                "1 index is left out, as there would be too many or too large ones; the first is:"
                    + " b"));
  }

  @Test
  void theNumberIsForAllIndexes() {
    WithinLimits within = new WithinLimits(limits(1, OptionalLong.empty()));

    List.of(index("a", 1), index("b", 1), drop("c"), index("d", 1)).forEach(within::add);

    assertThat(within.kept()).extracting(Recommendation::statement).containsExactly("a", "c");
    assertThat(within.problem().orElseThrow().message()).startsWith("2 indexes are left out");
  }

  @Test
  void nothingIsToldWhereAllFit() {
    WithinLimits within = new WithinLimits(limits(2, OptionalLong.of(10)));

    List.of(index("a", 5), index("b", 5)).forEach(within::add);

    assertThat(within.kept()).hasSize(2);
    assertThat(within.problem()).isEmpty();
  }

  private static SelectionLimits limits(int indexes, OptionalLong budget) {
    return new SelectionLimits(indexes, budget, 0.1, 0.1, 100);
  }

  private static Recommendation index(String statement, long bytes) {
    return Recommendation.of(Action.CREATE, TABLE, statement)
        .index(new CandidateIndex(TABLE, List.of(IndexKey.of("a"))))
        .bytes(bytes)
        .build();
  }

  private static Recommendation drop(String statement) {
    return Recommendation.of(Action.DROP, TABLE, statement).bytes(1_000).build();
  }
}
