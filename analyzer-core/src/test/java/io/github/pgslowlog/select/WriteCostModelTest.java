package io.github.pgslowlog.select;

import static io.github.pgslowlog.select.TableOfCosts.TABLE;
import static io.github.pgslowlog.select.TableOfCosts.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.ColumnDefinition;
import io.github.pgslowlog.catalog.ColumnStatistics;
import io.github.pgslowlog.catalog.Index;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.catalog.ServerFacts;
import io.github.pgslowlog.catalog.Table;
import io.github.pgslowlog.catalog.TableActivity;
import io.github.pgslowlog.catalog.TableStatistics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What indexes cost when rows are written: {@code t (id, a, b, c)}, a primary key on id. */
final class WriteCostModelTest {
  private static final double ID_ENTRY = 78;
  private static final double ENTRY = 74;
  private static final List<LoggedUpdate> SETS_B =
      List.of(new LoggedUpdate(TABLE, Set.of("b"), 3), new LoggedUpdate(TABLE, Set.of("c"), 1));

  @Test
  void anEntryTakesItsColumnsAndWhatIsAroundThem() {
    WriteCostModel model = model(Optional.empty(), List.of());

    assertThat(model.cost(index("a"), 1).bytesPerInsert()).isEqualTo(ENTRY);
    assertThat(model.cost(index("a", "b"), 1).bytesPerInsert()).isEqualTo(ENTRY + 4);
    assertThat(model.cost(index("a").including(List.of("c")), 1).bytesPerInsert())
        .isEqualTo(ENTRY + 32);
    assertThat(model.cost(of("hash", "c", ""), 1).bytesPerInsert()).isEqualTo(70);
    assertThat(model.cost(of("brin", "a", ""), 1).bytesPerInsert()).isZero();
    assertThat(model.cost(of("gin", "c", "gin_trgm_ops"), 1).bytesPerInsert())
        .isCloseTo(1_566, within(50.0));
  }

  @Test
  void aColumnThatUpdatesSetEndsHeapOnlyUpdates() {
    WriteCostModel model = model(Optional.empty(), SETS_B);

    WriteCost cost = model.cost(index("b"), 1);

    assertThat(cost.hotColumns()).containsExactly("b");
    assertThat(cost.bytesPerUpdate()).isEqualTo(ENTRY + ID_ENTRY);
  }

  @Test
  void soDoesOneInIncludeOrInThePredicateOrInAnExpression() {
    WriteCostModel model = model(Optional.empty(), SETS_B);

    assertThat(model.cost(index("a").including(List.of("b")), 1).hotColumns()).containsExactly("b");
    assertThat(model.cost(index("a").where("(b > 50)"), 1).hotColumns()).containsExactly("b");
    assertThat(
            model
                .cost(new CandidateIndex(TABLE, List.of(IndexKey.ofExpression("b / 10"))), 1)
                .hotColumns())
        .containsExactly("b");
    assertThat(model.cost(index("a"), 1).hotColumns()).isEmpty();
    assertThat(model.cost(of("brin", "b", ""), 1).hotColumns()).isEmpty();
  }

  @Test
  void aColumnThatAnIndexHasAlreadyChangesNothing() {
    WriteCostModel model =
        model(Optional.empty(), List.of(new LoggedUpdate(TABLE, Set.of("id"), 1)));

    WriteCost cost = model.cost(index("id"), 1);

    assertThat(cost.hotColumns()).isEmpty();
    assertThat(cost.bytesPerUpdate()).isEqualTo(ID_ENTRY);
  }

  @Test
  void withoutCountersOfTheTableWritesAreUnknown() {
    assertThat(model(Optional.empty(), SETS_B).cost(index("b"), 1).bytesPerDay())
        .isEqualTo(OptionalDouble.empty());
    assertThat(WriteCostModel.unknown().cost(index("b"), 1).bytesPerDay()).isEmpty();
    assertThat(WriteCostModel.unknown().shareOfWrites(index("b"), 1)).isZero();
  }

  @Test
  void writesOfADayFollowFromTheCounters() {
    TableActivity tenDays = new TableActivity(0, 0, 0, 1_000, 500, 0, 400);
    WriteCostModel model = model(Optional.of(tenDays), SETS_B);

    double inserts = 1_000 * ENTRY;
    double others = 100 * ENTRY;
    double noLongerHot = 400 * 0.75 * (ENTRY + ID_ENTRY);
    assertThat(model.cost(index("b"), 1).bytesPerDay().orElseThrow())
        .isCloseTo((inserts + others + noLongerHot) / 10, within(1e-6));
    assertThat(model.cost(index("a"), 1).bytesPerDay().orElseThrow())
        .isCloseTo((inserts + others) / 10, within(1e-6));
    assertThat(model.shareOfWrites(index("b"), 1))
        .isGreaterThan(model.shareOfWrites(index("a"), 1))
        .isLessThan(1);
  }

  @Test
  void countersOfAPartOfADayGiveCountsAndNoRate() {
    TableActivity counted = new TableActivity(0, 0, 0, 1_000, 500, 0, 400);
    WriteCostModel young = model(Optional.of(counted), SETS_B, Duration.ofMinutes(90));
    WriteCostModel old = model(Optional.of(counted), SETS_B, Duration.ofDays(1));

    assertThat(young.cost(index("b"), 1).bytesPerDay()).isEmpty();
    assertThat(young.unknown(TABLE))
        .contains(
            "write cost a day unknown: the server has counted for 90 min only, in which 1,000 rows"
                + " of the table were inserted and 500 updated");
    assertThat(model(Optional.of(counted), SETS_B, Duration.ofSeconds(33)).unknown(TABLE).get())
        .contains("has counted for 33 s only");
    assertThat(model(Optional.of(counted), SETS_B, Duration.ofHours(23)).unknown(TABLE).get())
        .contains("has counted for 23 h only");
    assertThat(old.cost(index("b"), 1).bytesPerDay()).isPresent();
    assertThat(old.unknown(TABLE)).isEmpty();
    assertThat(young.shareOfWrites(index("b"), 1)).isEqualTo(old.shareOfWrites(index("b"), 1));
  }

  @Test
  void whatTheLogHasIsTheLeastThatIsWritten() {
    WriteCostModel model =
        new WriteCostModel(
            Catalog.empty(),
            SETS_B,
            List.of(new LoggedInsert(TABLE, 10), new LoggedInsert(TABLE, 5)));
    double insert = model.cost(index("a"), 1).bytesPerInsert();
    double noLongerHot = model.cost(index("b"), 1).bytesPerUpdate();

    assertThat(model.loggedMicros(index("a"), 1)).isCloseTo(15 * insert * 0.05, within(1e-9));
    assertThat(model.loggedMicros(index("b"), 1))
        .isCloseTo((15 * insert + 3 * noLongerHot) * 0.05, within(1e-9));
    assertThat(model.loggedMicros(of("brin", "b", ""), 1)).isZero();
    assertThat(WriteCostModel.unknown().loggedMicros(index("a"), 1)).isZero();
  }

  @Test
  void aPartialIndexHasEntriesOfSomeRows() {
    WriteCostModel model = model(Optional.empty(), List.of());

    double share = model.cost(index("a").where("c = 'x'"), 16_000).bytesPerInsert() / ENTRY;

    assertThat(share).isCloseTo(0.1, within(1e-9));
  }

  private static WriteCostModel model(Optional<TableActivity> activity, List<LoggedUpdate> sets) {
    return model(activity, sets, Duration.ofDays(10));
  }

  private static WriteCostModel model(
      Optional<TableActivity> activity, List<LoggedUpdate> sets, Duration observed) {
    Table table =
        new Table(
            TABLE,
            Table.Kind.TABLE,
            List.of(
                new ColumnDefinition("id", "bigint", true),
                new ColumnDefinition("a", "integer", false),
                new ColumnDefinition("b", "integer", false),
                new ColumnDefinition("c", "text", false)),
            Optional.empty());
    TableStatistics statistics =
        new TableStatistics(
            10_000,
            100,
            100,
            Map.of("id", width(8), "a", width(4), "b", width(4), "c", width(32)),
            activity);
    ServerFacts server =
        new ServerFacts("18.1", Map.of(), Set.of(), Set.of(), Optional.of(observed));
    return new WriteCostModel(
        new Catalog(
            List.of(table),
            Catalog.DEFAULT_SEARCH_PATH,
            List.of(),
            List.of(primaryKey()),
            Map.of(TABLE, statistics),
            server),
        sets);
  }

  private static Index primaryKey() {
    return new Index(
        new IndexName("public", "t_pkey"),
        TABLE,
        "btree",
        List.of(IndexKey.of("id")),
        List.of(),
        Optional.empty(),
        true,
        false,
        true,
        Optional.of("t_pkey"),
        false,
        Optional.empty(),
        "CREATE UNIQUE INDEX t_pkey ON public.t USING btree (id)",
        30,
        Optional.empty());
  }

  private static ColumnStatistics width(int bytes) {
    return new ColumnStatistics(
        0,
        bytes,
        -1,
        List.of(),
        List.of(),
        List.of(),
        OptionalDouble.empty(),
        List.of(),
        List.of());
  }

  private static CandidateIndex of(String accessMethod, String column, String operatorClass) {
    return new CandidateIndex(
        TABLE,
        accessMethod,
        List.of(IndexKey.of(column).withOperatorClass(operatorClass)),
        List.of(),
        Optional.empty());
  }
}
