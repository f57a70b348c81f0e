package io.github.pgslowlog.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pgslowlog.candidate.CandidateGenerator;
import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.Shapes;
import io.github.pgslowlog.workload.Statements;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a log alone tells of the cost of statements. Each was logged with 600 µs. */
final class HeuristicCostModelTest {
  private static final String JOIN =
      "SELECT 1 FROM t JOIN u ON u.t_id = t.id WHERE t.a = 1 AND t.b = 2";

  @ParameterizedTest(name = "{0} with {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT 1 FROM t WHERE a = 1 AND b = 2           |               | 600 |
          SELECT 1 FROM t WHERE a = 1 AND b = 2           | t(a,b)        | 0   | t(a,b)
          SELECT 1 FROM t WHERE a = 1 AND b = 2           | t(b,a,c)      | 0   | t(b,a,c)
          SELECT 1 FROM t WHERE a = 1 AND b = 2           | t(a)          | 300 | t(a)
          SELECT 1 FROM t WHERE a = 1 AND b = 2           | t(c,a)        | 600 |
          SELECT 1 FROM t WHERE a = 1 AND b = 2           | u(a,b)        | 600 |
          SELECT 1 FROM t WHERE a = 1 AND b = 2           | t(a) t(a,b)   | 0   | t(a,b)
          SELECT 1 FROM t WHERE a = 1                     | t(a,c) t(a)   | 0   | t(a)
          SELECT 1 FROM t WHERE a = 1                     | t(a,c) t(a,b) | 0   | t(a,b)
          SELECT 1 FROM t WHERE a = 1 AND b = 2 AND c > 3 | t(a,b)        | 200 | t(a,b)
          SELECT 1 FROM t WHERE a = 1 AND b = 2 AND c > 3 | t(a,c)        | 400 | t(a,c)
          SELECT 1 FROM t WHERE id = 1                    | t(id)         | 600 |
          """)
  void costsWhatIsNotServedOfTheTimeLogged(
      String sql, @Nullable String indexes, double cost, @Nullable String used) {
    PatternNeeds pattern = pattern(sql);

    PlanResult.Planned plan = plan(pattern, indexes);

    assertThat(plan.cost()).isCloseTo(cost, within(1e-6));
    assertThat(plan.candidates()).isEqualTo(indexes(used));
    assertThat(plan.existing()).isEmpty();
  }

  @Test
  void tablesShareTheTimeAlike() {
    PatternNeeds pattern = pattern(JOIN);

    assertThat(plan(pattern, "u(t_id)").cost()).isEqualTo(300);
    assertThat(plan(pattern, "t(a,b)").cost()).isEqualTo(300);
    assertThat(plan(pattern, "t(a)").cost()).isEqualTo(450);
    assertThat(plan(pattern, "t(a,b) u(t_id)").cost()).isZero();
  }

  @Test
  void thePlanTellsNothingThatIsNotKnown() {
    PlanNode plan = plan(pattern(JOIN), "t(a,b)").plan();

    assertThat(plan.type()).isEqualTo("Unknown");
    assertThat(plan.children()).isEmpty();
    assertThat(plan.rows()).isZero();
  }

  @Test
  void noSizeIsMadeUp() {
    CandidateIndex index = index("t(a)");
    CandidateIndex partial = index.where("b > 1");

    try (CostModel model = new HeuristicCostModel(List.of())) {
      assertThat(model.offer(List.of(index, partial)))
          .isEqualTo(
              Map.of(
                  index,
                  new Offer.Unmeasured(),
                  partial,
                  new Offer.Refused("without a schema only B-trees of all rows can be weighed")));
      assertThat(model.confidence()).isEqualTo(Confidence.HEURISTIC);
      assertThat(model.description()).isEqualTo("heuristic: no schema given");
    }
  }

  /** Who weighs indexes against their size cannot do it by this model. */
  @Test
  void theSelectorByPlannerChoosesNothingByIt() {
    PatternNeeds pattern = pattern("SELECT 1 FROM t WHERE a = 1");
    CandidateIndex index = index("t(a)");

    try (CostModel model = new HeuristicCostModel(List.of(pattern))) {
      OfferedIndexes offered = new OfferedIndexes(model);

      assertThat(offered.offer(List.of(index))).isEqualTo(IndexSet.EMPTY);
      assertThat(offered.refused()).containsEntry(index, "nothing tells how large it would be");
    }
  }

  @Test
  void whatTheLogDoesNotTellIsUnplanned() {
    PatternNeeds pattern = pattern("SELECT 1 FROM t WHERE a = 1");

    try (CostModel model = new HeuristicCostModel(List.of(pattern))) {
      assertThat(model.plan(pattern("SELECT 1 FROM u").statement(), Configuration.AS_IS))
          .isEqualTo(new PlanResult.Unplanned("not a statement of the log"));
      assertThat(
              List.of(
                  new Configuration(Set.of(), Set.of(new IndexName("public", "i")), Map.of()),
                  new Configuration(Set.of(), Set.of(), Map.of("work_mem", "64MB"))))
          .allSatisfy(
              unknown ->
                  assertThat(model.plan(pattern.statement(), unknown))
                      .isEqualTo(
                          new PlanResult.Unplanned(
                              "without a schema no index and no setting is known")));
    }
  }

  private static PatternNeeds pattern(String sql) {
    return new PatternNeeds(
        Statements.pattern(sql, 600),
        new CandidateGenerator((table, column) -> 0).needs(Shapes.of(sql)),
        false);
  }

  private static PlanResult.Planned plan(PatternNeeds pattern, @Nullable String indexes) {
    try (CostModel model = new HeuristicCostModel(List.of(pattern))) {
      return (PlanResult.Planned)
          model.plan(pattern.statement(), Configuration.with(indexes(indexes)));
    }
  }

  private static Set<CandidateIndex> indexes(@Nullable String written) {
    return written == null
        ? Set.of()
        : Arrays.stream(written.split(" ", -1))
            .map(HeuristicCostModelTest::index)
            .collect(Collectors.toSet());
  }

  private static CandidateIndex index(String written) {
    String[] parts = written.split("[(,)]", 0);
    return new CandidateIndex(
        new TableName("", parts[0]), Arrays.stream(parts).skip(1).map(IndexKey::of).toList());
  }
}
