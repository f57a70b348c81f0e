package io.github.pgslowlog.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.catalog.TestCatalog;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How indexes are created, undone and checked. */
final class IndexScriptTest {
  private static final Catalog SHOP =
      TestCatalog.of(
          """
          server 18.6
          table orders [id bigint!, status text, tags text[]]
          table archive.orders [id bigint!, status text]
          partitioned events [id bigint!, day date]
          partition events_2023 of events [id bigint!, day date]
          partitioned empty [day date]
          """);

  private static CandidateIndex index(String table, String... columns) {
    String[] name = table.split("\\.", -1);
    return new CandidateIndex(
        new TableName(name[0], name[1]), List.of(columns).stream().map(IndexKey::of).toList());
  }

  private static IndexScript script(Catalog catalog, CandidateIndex index) {
    return IndexScript.of(catalog, NewIndexNames.of(Advising.of(catalog).context()), index);
  }

  @Test
  void anIndexIsCreatedConcurrently() {
    IndexScript script = script(SHOP, index("public.orders", "status"));

    assertThat(script.statement())
        .isEqualTo("CREATE INDEX CONCURRENTLY orders_status_idx ON public.orders (status);");
    assertThat(script.rollback()).isEqualTo("DROP INDEX CONCURRENTLY public.orders_status_idx;");
    assertThat(script.verification())
        .isEqualTo(
            "SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s"
                + " JOIN pg_index i ON i.indexrelid = s.indexrelid"
                + " WHERE s.schemaname = 'public' AND s.indexrelname = 'orders_status_idx';");
    assertThat(script.caveats())
        .containsExactly(
            "cannot run in a transaction block; if it fails, it leaves an invalid index:"
                + " DROP INDEX CONCURRENTLY public.orders_status_idx;");
  }

  @Test
  void aPartitionedTableGetsItsIndexPartByPart() {
    IndexScript script = script(SHOP, index("public.events", "day"));

    assertThat(script.statement())
        .isEqualTo(
            """
            CREATE INDEX events_day_idx ON ONLY public.events (day);
            CREATE INDEX CONCURRENTLY events_2023_day_idx ON public.events_2023 (day);
            ALTER INDEX public.events_day_idx ATTACH PARTITION public.events_2023_day_idx;\
            """);
    assertThat(script.rollback()).isEqualTo("DROP INDEX public.events_day_idx;");
    assertThat(script.verification())
        .startsWith(
            "SELECT p.relid, i.indisvalid, s.idx_scan"
                + " FROM pg_partition_tree('public.events_day_idx'::regclass) p");
    assertThat(script.caveats())
        .containsExactly(
            "the statements cannot run in a transaction block; one that fails leaves an invalid"
                + " index: drop it before you repeat it",
            "dropping the index of a partitioned table locks the table and all partitions for a"
                + " moment");
  }

  @Test
  void partitionsOfPartitionsAreAttachedFromTheLeavesUp() {
    Catalog nested =
        TestCatalog.of(
            """
            server 18.6
            partitioned t [a date]
            partitioned u [a date]
            partition u1 of u [a date]
            foreigntable t2 of t [a date]
            """);
    Catalog joined =
        TestCatalog.of(
            """
            server 18.6
            partitioned t [a date]
            partitioned t_1 of t [a date]
            partition t_1_1 of t_1 [a date]
            foreigntable t_2 of t [a date]
            """);

    assertThat(script(joined, index("public.t", "a")).statement())
        .isEqualTo(
            """
            CREATE INDEX t_a_idx ON ONLY public.t (a);
            CREATE INDEX t_1_a_idx ON ONLY public.t_1 (a);
            CREATE INDEX CONCURRENTLY t_1_1_a_idx ON public.t_1_1 (a);
            ALTER INDEX public.t_1_a_idx ATTACH PARTITION public.t_1_1_a_idx;
            ALTER INDEX public.t_a_idx ATTACH PARTITION public.t_1_a_idx;\
            """);
    assertThat(script(nested, index("public.t", "a")).caveats())
        .contains(
            "a partition is a foreign table and has no index: the index of the whole table stays"
                + " invalid, those of the partitions are used all the same");
  }

  @Test
  void aPartitionedTableWithoutPartitionsNeedsNoRecipe() {
    assertThat(script(SHOP, index("public.empty", "day")).statement())
        .isEqualTo("CREATE INDEX empty_day_idx ON public.empty (day);");
  }

  @Test
  void namesAreThoseOfNoOtherRelationOfTheSchema() {
    Catalog catalog =
        TestCatalog.of(
            """
            table t [a text, b text]
            table other.t [a text]
            table t_b_idx [x text]
            index t_a_idx t btree [b]
            """);
    NewIndexNames names = NewIndexNames.of(Advising.of(catalog).context());

    assertThat(names.define(index("public.t", "a")).name()).isEqualTo("t_a_idx1");
    assertThat(names.define(index("public.t", "a")).name()).isEqualTo("t_a_idx1");
    assertThat(names.define(index("public.t", "a").where("b = '1'")).name())
        .isEqualTo("t_a_partial_idx");
    assertThat(names.define(index("public.t", "a").where("b = '2'")).name())
        .isEqualTo("t_a_partial_idx1");
    assertThat(names.define(index("public.t", "b")).name()).isEqualTo("t_b_idx1");
    assertThat(names.define(index("other.t", "a")).name()).isEqualTo("t_a_idx");
  }

  @Test
  void aNumberedNameStaysWithinTheBound() {
    String column = "ü".repeat((63 - "t__idx".length()) / 2);
    CandidateIndex wide = index("public.t", column);
    NewIndexNames names = NewIndexNames.of(Advising.of(Catalog.empty()).context());

    String first = names.define(wide).name();
    String second = names.define(wide.where("true")).name();
    String third = names.define(wide.where("false")).name();

    assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    assertThat(third.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(63);
  }

  @Test
  void namesOfChosenIndexesComeFirst() {
    CandidateIndex chosen = index("public.orders", "status").where("id > 1");
    NewIndexNames names = NewIndexNames.of(Advising.of(SHOP).chosen(chosen).context());

    assertThat(names.define(chosen.where("id > 2")).name()).isEqualTo("orders_status_partial_idx1");
    assertThat(names.define(chosen).name()).isEqualTo("orders_status_partial_idx");
  }

  @Test
  void anExtensionThatTheServerLacksComesFirst() {
    CandidateIndex trigrams =
        new CandidateIndex(
            new TableName("public", "orders"),
            "gin",
            List.of(IndexKey.of("status").withOperatorClass("gin_trgm_ops")),
            List.of(),
            Optional.empty());

    assertThat(script(SHOP, trigrams).statement())
        .isEqualTo(
            """
            CREATE EXTENSION IF NOT EXISTS pg_trgm;
            CREATE INDEX CONCURRENTLY orders_status_gin_idx\
             ON public.orders USING gin (status gin_trgm_ops);\
            """);
    Catalog ready = TestCatalog.of("server 18.6 extensions pg_trgm\ntable orders [status text]");
    assertThat(script(ready, trigrams).statement()).startsWith("CREATE INDEX CONCURRENTLY");
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "gin, status, btree_gin",
    "gist, id, btree_gist",
    "gin, tags, ''",
    "bloom, status, bloom",
    "btree, status, ''"
  })
  void operatorClassesOfExtensions(String method, String column, String extension) {
    CandidateIndex index =
        new CandidateIndex(
            new TableName("public", "orders"),
            method,
            List.of(IndexKey.of(column)),
            List.of(),
            Optional.empty());

    assertThat(String.join(",", NeededExtensions.of(SHOP, index))).isEqualTo(extension);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "14.0, true",
    "14.3, true",
    "14.4, false",
    "14.30, false",
    "15.2, false",
    "13.1, false"
  })
  void someVersionsBuildDamagedIndexes(String version, boolean warned) {
    Catalog catalog = TestCatalog.of("server " + version + "\ntable orders [status text]");

    assertThat(script(catalog, index("public.orders", "status")).caveats().stream())
        .filteredOn(caveat -> caveat.contains("14.4"))
        .hasSize(warned ? 1 : 0);
  }

  @Test
  void chosenIndexesAreRecommendedWithTheirScript() {
    AdviceContext context = Advising.of(SHOP).chosen(index("public.orders", "status")).context();

    assertThat(IndexAdvice.of(context))
        .singleElement()
        .satisfies(
            advice -> {
              assertThat(advice.statement())
                  .isEqualTo(
                      "CREATE INDEX CONCURRENTLY orders_status_idx ON public.orders (status);");
              assertThat(advice.verification()).contains("'orders_status_idx'");
              assertThat(advice.caveats())
                  .contains("needs about 2 MB of free disk space while it is built");
            });
  }
}
