package io.github.pgslowlog.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.Index;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.catalog.TestCatalog;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Confidence;
import io.github.pgslowlog.select.Configuration;
import io.github.pgslowlog.select.PlanResult;
import io.github.pgslowlog.select.Recommendation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which indexes another one makes superfluous. */
final class RedundantIndexesTest {
  private static final String TABLE =
      """
      table t [a int, b int, c text] rows 1000000 pages 9000
      table u [a int] rows 1000
      partitioned p [a int]
      """;

  private static List<Recommendation> advice(Advising advising) {
    return new RedundantIndexes().advise(advising.context());
  }

  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "the same keys | index x t btree [a] | index y t btree [a] | y",
        "the first keys | index x t btree [a] | index y t btree [a, b] | x",
        "the used one stays | index x t btree [a] scans 1 | index y t btree [a] scans 5 | x",
        "a constraint stays | index x t btree [a] | unique y t [a] | x",
        "first keys of a constraint | index x t btree [a] | primary y t [a, b] | x",
        "included columns | index x t btree [a] include b | index y t btree [a, b] | x",
        "fewer included columns | index x t btree [a] | index y t btree [a] include b | x",
        "unique twice | index x t btree [a] unique 1 | unique y t [a] | x",
        "the same expression | index x t btree [(lower(c))] | index y t btree [(lower(c)), a] | x",
        "the same rows | index x t btree [a] where b > 1 | index y t btree [a, c] where b > 1 | x",
        "the same GIN | index x t gin [c] | index y t gin [c] | y",
        "the same direction | index x t btree [a DESC] | index y t btree [a DESC, b] | x",
      })
  void redundant(String name, String one, String other, String dropped) {
    List<Recommendation> advice = advice(Advising.of(TestCatalog.of(TABLE + one + "\n" + other)));

    assertThat(advice)
        .as(name)
        .extracting(Recommendation::statement)
        .containsExactly("DROP INDEX CONCURRENTLY public." + dropped + ";");
    assertThat(advice.get(0).action()).isEqualTo(Action.DROP);
    assertThat(advice.get(0).confidence()).isEqualTo(Confidence.HEURISTIC);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "other keys | index x t btree [a] | index y t btree [b, a]",
        "another table | index x t btree [a] | index y u btree [a]",
        "another method | index x t hash [a] | index y t btree [a]",
        "another direction | index x t btree [a] | index y t btree [a DESC, b]",
        "another operator class | index x t btree [c] | index y t btree [c text_pattern_ops]",
        "other rows | index x t btree [a] where b > 1 | index y t btree [a, b] where b > 2",
        "fewer rows | index x t btree [a] | index y t btree [a, b] where b > 2",
        "a wider GIN | index x t gin [a] | index y t gin [a, b]",
        "more included columns | index x t btree [a] include c | index y t btree [a, b]",
        "keeps values unique | index x t btree [a] unique 1 | index y t btree [a, b] unique 1",
        "a constraint | unique x t [a] | unique y t [a, b]",
        "two constraints | unique x t [a] | unique y t [a]",
        "replication | index x t btree [a] unique 1 replica 1 | unique y t [a]",
        "part of another | index x t btree [a] parent z | index y t btree [a, b]",
        "invalid | index x t btree [a] | index y t btree [a, b] invalid 1",
        "invalid itself | index x t btree [a] invalid 1 | index y t btree [a, b]",
      })
  void silent(String name, String one, String other) {
    assertThat(advice(Advising.of(TestCatalog.of(TABLE + one + "\n" + other)))).as(name).isEmpty();
  }

  @Test
  void oneOfTwoUniqueIndexesMayCarryAForeignKey() {
    String twice = "index x t btree [a, b] unique 1\nindex y t btree [a, b] unique 1";

    assertThat(advice(Advising.of(TestCatalog.of(TABLE + twice)))).hasSize(1);
    assertThat(
            advice(
                Advising.of(TestCatalog.of(TABLE + twice + "\nforeign u_fkey u [a, b] t [b, a]"))))
        .isEmpty();
  }

  @Test
  void otherOptionsMakeAnotherIndex() {
    Catalog same = TestCatalog.of(TABLE + "index x t brin [a]\nindex y t brin [a]");
    Index fine =
        same.indexes().stream()
            .filter(index -> index.name().name().equals("y"))
            .map(RedundantIndexesTest::ofFewPages)
            .findFirst()
            .orElseThrow();
    Catalog other =
        new Catalog(
            same.tables(),
            same.searchPath(),
            List.of(),
            List.of(same.indexes().get(0), fine),
            Map.of(),
            same.server());

    assertThat(advice(Advising.of(same))).hasSize(1);
    assertThat(advice(Advising.of(other))).isEmpty();
  }

  private static Index ofFewPages(Index index) {
    return new Index(
        index.name(),
        index.table(),
        index.accessMethod(),
        index.keys(),
        index.included(),
        index.predicate(),
        false,
        false,
        true,
        Optional.empty(),
        false,
        Optional.empty(),
        index.definition() + " WITH (pages_per_range='4')",
        0,
        Optional.empty());
  }

  @Test
  void whatAForeignKeyRestsOnStays() {
    String foreign = "foreign u_fkey u [a] t [a] index x\n";
    String twice = "index x t btree [a] unique 1\nunique y t [a]";

    assertThat(advice(Advising.of(TestCatalog.of(TABLE + twice)))).hasSize(1);
    assertThat(advice(Advising.of(TestCatalog.of(TABLE + foreign + twice)))).isEmpty();
  }

  @Test
  void tellsSizeAndHowToGoBack() {
    Recommendation advice =
        advice(
                Advising.of(
                    TestCatalog.of(
                        TABLE
                            + "index x t btree [a] pages 100 where b > 1\n"
                            + "index y t btree [a, c] where b > 1")))
            .get(0);

    assertThat(advice.bytes()).hasValue(819_200);
    assertThat(advice.rollback())
        .isEqualTo("CREATE INDEX CONCURRENTLY x ON public.t USING btree (a) WHERE b > 1;");
    assertThat(advice.verification())
        .isEqualTo(
            "SELECT indexrelname, idx_scan FROM pg_stat_user_indexes WHERE schemaname = 'public'"
                + " AND relname = 't' ORDER BY indexrelname;");
    assertThat(advice.reasons()).containsExactly("y begins with its keys and has all its columns");
    assertThat(advice.caveats())
        .containsExactly("it is narrower than y: scans of it read fewer pages");
  }

  @Test
  void theIndexOfAPartitionedTableGoesWithThoseOfItsPartitions() {
    Recommendation advice =
        advice(
                Advising.of(
                    TestCatalog.of(
                        TABLE
                            + """
                            partition p1 of p [a int] rows 5
                            index x p btree [a]
                            index x1 p1 btree [a] parent x pages 10
                            index y p btree [a]
                            """)))
            .get(0);

    assertThat(advice.statement()).isEqualTo("DROP INDEX public.y;");
    assertThat(advice.rollback()).isEqualTo("CREATE INDEX y ON public.p USING btree (a);");
  }

  @Test
  void thePlansOfPartitionsHaveTheIndexesOfPartitions() {
    Advising advising =
        Advising.of(
            TestCatalog.of(
                TABLE
                    + """
                    partition p1 of p [a int] rows 5
                    index x p btree [a]
                    index x1 p1 btree [a] parent x pages 10
                    index y p btree [a, b]
                    """),
            "SELECT * FROM p WHERE a = 1");

    assertThat(advice(advising.planner((s, without) -> withoutX(without, 10)))).hasSize(1);
    assertThat(advice(advising.planner((s, without) -> withoutX(without, 12)))).isEmpty();
  }

  /** Costs 10, or more where the index of the partition is hidden. */
  private static PlanResult withoutX(Configuration configuration, double cost) {
    IndexName part = new IndexName("public", "x1");
    return configuration.hidden().contains(part)
        ? Advising.planned(Advising.scan("Seq Scan", "p1", cost, 1), Set.of())
        : Advising.planned(Advising.scan("Index Scan", "p1", 10, 1), Set.of(), part);
  }

  @Test
  void ofThreeOneStays() {
    assertThat(
            advice(
                Advising.of(
                    TestCatalog.of(
                        TABLE
                            + "index x t btree [a]\nindex y t btree [a]\nindex z t btree [a, b]"))))
        .extracting(Recommendation::statement)
        .containsExactly("DROP INDEX CONCURRENTLY public.x;", "DROP INDEX CONCURRENTLY public.y;");
  }

  @Test
  void aChosenIndexMakesAnExistingOneSuperfluous() {
    CandidateIndex chosen =
        new CandidateIndex(
            new TableName("public", "t"), List.of(IndexKey.of("a"), IndexKey.of("b")));
    List<Recommendation> advice =
        advice(Advising.of(TestCatalog.of(TABLE + "index x t btree [a]")).chosen(chosen));

    assertThat(advice)
        .extracting(Recommendation::statement)
        .containsExactly("DROP INDEX CONCURRENTLY public.x;");
    assertThat(advice.get(0).caveats())
        .contains("create t_a_b_idx first, and see that it is valid");
    assertThat(
            advice(
                Advising.of(TestCatalog.of(TABLE + "index x t btree [a] unique 1")).chosen(chosen)))
        .isEmpty();
  }

  @ParameterizedTest(name = "from 100 to {0}: {1}")
  @CsvSource({"109, true", "111, false"})
  void thePlannerHasTheLastWord(double without, boolean dropped) {
    String both = TABLE + "index x t btree [a]\nindex y t btree [a, b]";
    IndexName narrow = new IndexName("public", "x");
    Advising advising =
        Advising.of(TestCatalog.of(both), "SELECT * FROM t WHERE a = 5")
            .planner(
                (statement, configuration) ->
                    configuration.hidden().contains(narrow)
                        ? Advising.planned(Advising.scan("Index Scan", "t", without, 1), Set.of())
                        : Advising.planned(
                            Advising.scan("Index Scan", "t", 100, 1), Set.of(), narrow));

    List<Recommendation> advice = advice(advising);

    assertThat(advice).hasSize(dropped ? 1 : 0);
    assertThat(advice)
        .allSatisfy(one -> assertThat(one.confidence()).isEqualTo(Confidence.PLANNER));
  }
}
