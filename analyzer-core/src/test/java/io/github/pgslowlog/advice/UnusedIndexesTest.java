package io.github.pgslowlog.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.TestCatalog;
import io.github.pgslowlog.select.Recommendation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which indexes nobody reads. */
final class UnusedIndexesTest {
  private static final String SERVER = "server 18.6 observed 30\n";
  private static final String TABLE =
      """
      table t [a int, b int, c text] rows 1000000 pages 9000
      table u [a int] rows 999
      """;
  private static final String UNUSED = "index x t btree [a] scans 0 pages 100";

  private static List<Recommendation> advice(String lines) {
    return advice(Advising.of(TestCatalog.of(lines), "SELECT * FROM t WHERE a = 5"));
  }

  private static List<Recommendation> advice(Advising advising) {
    return new UnusedIndexes().advise(advising.context());
  }

  @Test
  void anIndexThatIsNeverRead() {
    List<Recommendation> advice = advice(SERVER + TABLE + UNUSED);

    assertThat(advice).hasSize(1);
    assertThat(advice.get(0).statement()).isEqualTo("DROP INDEX CONCURRENTLY public.x;");
    assertThat(advice.get(0).rollback())
        .isEqualTo("CREATE INDEX CONCURRENTLY x ON public.t USING btree (a);");
    assertThat(advice.get(0).bytes()).hasValue(819_200);
    assertThat(advice.get(0).reasons())
        .containsExactly("not used once in 30 days", "in no plan of the statements of the log");
    assertThat(advice.get(0).caveats())
        .containsExactly(
            "each server counts for itself: look at idx_scan in pg_stat_user_indexes on every"
                + " standby, too",
            "an index that was created during these days has had less time to be used",
            "work that is done once a quarter or a year may lie outside of these days");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "read once | index x t btree [a] scans 1",
        "not known | index x t btree [a]",
        "keeps values unique | index x t btree [a] unique 1 scans 0",
        "a constraint | unique x t [a] scans 0",
        "a primary key | primary x t [a] scans 0",
        "replication | index x t btree [a] replica 1 scans 0",
        "an expression has statistics | index x t btree [(lower(c))] scans 0",
        "part of the index of the whole table | index x t btree [a] parent z scans 0",
        "a small table | index x u btree [a] scans 0",
      })
  void silent(String name, String index) {
    assertThat(advice(SERVER + TABLE + index)).as(name).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"server 18.6 observed 29", "server 18.6"})
  void silentForAShortTime(String server) {
    assertThat(advice(server + "\n" + TABLE + UNUSED)).isEmpty();
  }

  @Test
  void silentWhereItServesAForeignKey() {
    assertThat(advice(SERVER + TABLE + UNUSED + "\nforeign f t [a] u [a]")).isEmpty();
    assertThat(advice(SERVER + TABLE + UNUSED + "\nforeign f t [b] u [a]")).hasSize(1);
  }

  @Test
  void silentWhereAPlanHasIt() {
    Advising advising =
        Advising.of(TestCatalog.of(SERVER + TABLE + UNUSED), "SELECT * FROM t WHERE a = 5");

    assertThat(
            advice(
                advising.plan(
                    Advising.node(
                        "Index Scan", Optional.of("t"), Optional.of("x"), "(a = 5)", "", 8, 1))))
        .isEmpty();
  }

  @Test
  void silentWhereAnotherRuleDropsIt() {
    assertThat(advice(SERVER + TABLE + UNUSED + "\nindex y t btree [a, b] scans 5")).isEmpty();
  }

  @Test
  void whatDoesTheWorkOfADroppedIndexStays() {
    String narrow = "index a t btree [a] scans 500\n";
    String wide = "index ab t btree [a, b] scans 0\n";

    assertThat(advice(SERVER + TABLE + wide)).hasSize(1);
    assertThat(advice(SERVER + TABLE + narrow + wide)).isEmpty();
  }

  @Test
  void whatServesARewrittenStatementStays() {
    Catalog catalog = TestCatalog.of(SERVER + TABLE.replace("int", "integer") + UNUSED);

    assertThat(advice(Advising.of(catalog, "SELECT * FROM t WHERE b + 1 = 5"))).hasSize(1);
    assertThat(advice(Advising.of(catalog, "SELECT * FROM t WHERE a + 1 = 5"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "(a IS NOT NULL) AND (b IS NOT NULL), 0",
    "b IS NOT NULL, 0",
    "(a IS NOT NULL), 0",
    "(a IS NOT NULL) AND (c IS NOT NULL), 1",
    "(a IS NOT NULL) OR (b IS NOT NULL), 1",
    "a > 5, 1"
  })
  void aPartialIndexServesAForeignKeyIfItLeavesOutNothingButNulls(String where, int dropped) {
    String index =
        "index x t btree [b, a] scans 0 where " + where + "\nforeign f t [a, b] u [a, b]";

    assertThat(advice(SERVER + TABLE + index)).hasSize(dropped);
  }

  @Test
  void thoseOfPartitionsCountTogether() {
    String parts =
        SERVER
            + """
            partitioned p [a int]
            partition p1 of p [a int] rows 50000
            partition p2 of p [a int] rows 50000
            index x p btree [a]
            index x1 p1 btree [a] parent x scans 0 pages 10
            index x2 p2 btree [a] parent x scans 0 pages 20
            """;

    assertThat(advice(parts))
        .extracting(Recommendation::statement)
        .containsExactly("DROP INDEX public.x;");
    assertThat(advice(parts).get(0).bytes()).hasValue(30 * 8192);
    assertThat(advice(parts.replace("scans 0 pages 20", "scans 1 pages 20"))).isEmpty();
  }

  @Test
  void anIndexThatWasNeverCompleted() {
    List<Recommendation> advice = advice(TABLE + "index x t btree [a] invalid 1 pages 5");

    assertThat(advice).hasSize(1);
    assertThat(advice.get(0).statement()).isEqualTo("DROP INDEX CONCURRENTLY public.x;");
    assertThat(advice.get(0).reasons().get(0)).startsWith("invalid: left behind by");
    assertThat(advice.get(0).caveats())
        .containsExactly("see in pg_stat_progress_create_index that it is not just being built");
  }

  @Test
  void theIndexOfAPartitionedTableMayWaitForItsParts() {
    assertThat(advice("partitioned p [a int]\nindex x p btree [a] invalid 1")).isEmpty();
  }
}
