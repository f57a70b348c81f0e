package io.github.pgslowlog.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.Constraint;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.catalog.TableStatistics;
import io.github.pgslowlog.catalog.TestCatalog;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Recommendation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a hash index can keep long values unique. */
final class LongUniqueValuesTest {
  private static final String LOOKUP = "SELECT * FROM pages WHERE url = 'x'";
  private static final String CATALOG =
      """
      table pages [id bigint!, url text, title text] rows 1000000 pages 60000
      primary pages_pkey pages [id]
      unique pages_url_key pages [url] pages 50000
      column pages.url width 345
      table links [id bigint!, page_id bigint, url text] rows 1000000
      """;

  private static List<Recommendation> advice(String catalog, String... statements) {
    return new LongUniqueValues()
        .advise(Advising.of(TestCatalog.of(catalog), statements).context());
  }

  @Test
  void longValuesOfAUniqueConstraint() {
    List<Recommendation> advice = advice(CATALOG, LOOKUP);

    assertThat(advice).hasSize(1);
    assertThat(advice.get(0).action()).isEqualTo(Action.CONSTRAINT);
    assertThat(advice.get(0).statement())
        .isEqualTo(
            """
            ALTER TABLE public.pages ADD CONSTRAINT pages_url_excl EXCLUDE USING hash (url WITH =);
            ALTER TABLE public.pages DROP CONSTRAINT pages_url_key;\
            """);
    assertThat(advice.get(0).rollback())
        .isEqualTo(
            """
            ALTER TABLE public.pages ADD CONSTRAINT pages_url_key UNIQUE (url);
            ALTER TABLE public.pages DROP CONSTRAINT pages_url_excl;\
            """);
    assertThat(advice.get(0).reasons())
        .containsExactly(
            "pages_url_key takes 391 MB for values of url; a hash index takes about 45 MB");
    assertThat(advice.get(0).caveats())
        .hasSize(4)
        .last()
        .asString()
        .startsWith("instead: CREATE UNIQUE INDEX CONCURRENTLY ON public.pages (md5(url))")
        .contains("never sha256(url::bytea)");
  }

  @Test
  void silentForADeferrableConstraint() {
    Catalog catalog = TestCatalog.of(CATALOG);
    List<Constraint> deferrable =
        catalog.constraints().stream().map(LongUniqueValuesTest::deferrable).toList();
    Map<TableName, TableStatistics> statistics = new TreeMap<>();
    catalog
        .tables()
        .forEach(
            table ->
                catalog
                    .statistics(table.name())
                    .ifPresent(known -> statistics.put(table.name(), known)));
    Catalog other =
        new Catalog(
            catalog.tables(),
            catalog.searchPath(),
            deferrable,
            catalog.indexes(),
            statistics,
            catalog.server());

    assertThat(new LongUniqueValues().advise(Advising.of(catalog, LOOKUP).context())).hasSize(1);
    assertThat(new LongUniqueValues().advise(Advising.of(other, LOOKUP).context())).isEmpty();
  }

  private static Constraint deferrable(Constraint plain) {
    return new Constraint(
        plain.name(),
        plain.table(),
        plain.kind(),
        plain.columns(),
        plain.referenced(),
        plain.referencedColumns(),
        plain.onDelete(),
        plain.onUpdate(),
        true,
        false,
        plain.index(),
        plain.definition() + " DEFERRABLE");
  }

  @Test
  void longValuesOfAUniqueIndex() {
    String index =
        CATALOG.replace(
            "unique pages_url_key pages [url] pages 50000",
            "index pages_url_idx pages btree [url] unique 1 pages 50000");

    assertThat(advice(index, LOOKUP).get(0).statement())
        .endsWith("\nDROP INDEX CONCURRENTLY public.pages_url_idx;");
    assertThat(advice(index, LOOKUP).get(0).rollback())
        .startsWith("CREATE UNIQUE INDEX CONCURRENTLY pages_url_idx ON public.pages USING btree");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "short values | width 345 | width 59",
        "a small index | pages 50000 | pages 11999",
        "a hash index would be no smaller | rows 1000000 pages 60000 | rows 9000000 pages 60000",
        "a primary key | unique pages_url_key pages [url] | primary pages_url_key pages [url]",
        "two columns | [url] | [url, title]",
        "partitioned | table pages | partitioned pages",
        "a partition | table pages [ | partition pages of links [",
        "another type | url text, title | url citext, title",
        "another collation | url text, title | url text COLLATE ci, title",
        "replication | [url] pages 50000 | [url] pages 50000 replica 1",
        "part of another | [url] pages 50000 | [url] pages 50000 parent x",
        "invalid | [url] pages 50000 | [url] pages 50000 invalid 1",
        "size unknown | rows 1000000 pages 60000 | seq 1",
      })
  void silentForSomeTables(String name, String before, String after) {
    assertThat(CATALOG).contains(before);
    assertThat(advice(CATALOG.replace(before, after), LOOKUP)).as(name).isEmpty();
  }

  @Test
  void silentWhereAForeignKeyRefersToIt() {
    assertThat(advice(CATALOG + "foreign f links [url] pages [url]", LOOKUP)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM pages WHERE url > 'x'",
        "SELECT * FROM pages WHERE url LIKE 'x%'",
        "SELECT * FROM pages ORDER BY url",
        "SELECT DISTINCT url FROM pages",
        "SELECT url FROM pages GROUP BY url",
        "SELECT max(url) FROM pages",
        "SELECT * FROM pages p, links l WHERE p.url = l.url",
        "INSERT INTO pages (url) VALUES ('x') ON CONFLICT (url) DO NOTHING",
        "INSERT INTO pages (url) VALUES ('x') ON CONFLICT (id) DO UPDATE SET title = 'y'",
        "UPDATE pages WHERE url = 'x'",
      })
  void silentForSomeStatements(String statement) {
    assertThat(advice(CATALOG, LOOKUP, statement)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO pages (url) VALUES ('x') ON CONFLICT DO NOTHING",
        "UPDATE pages SET title = 'y' WHERE url = 'x'",
        "SELECT * FROM pages ORDER BY title",
        "SELECT * FROM links WHERE url > 'x'",
        "VACUUM pages",
      })
  void otherStatementsDoNotMatter(String statement) {
    assertThat(advice(CATALOG, LOOKUP, statement)).hasSize(1);
  }

  @Test
  void silentForTablesThatTheLogDoesNotShow() {
    assertThat(advice(CATALOG, "SELECT * FROM links")).isEmpty();
  }
}
