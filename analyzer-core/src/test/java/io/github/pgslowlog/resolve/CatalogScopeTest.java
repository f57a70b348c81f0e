package io.github.pgslowlog.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.catalog.Catalog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a name means where the tables and views of the database are known. */
final class CatalogScopeTest {
  private static final Catalog SHOP =
      Catalogs.of(
          """
          public.orders id bigint, customer_id bigint, status text, total numeric, tags text[]
          public.customers id bigint, name text, country text, status text
          public.bans customer_id bigint, reason text
          audit.orders id bigint, seen_at timestamp with time zone
          pg_catalog.pg_class oid oid, relname name
          public.open_orders id, who, total AS SELECT o.id, o.customer_id AS who, o.total FROM orders o WHERE o.status = 'open' AND o.total IN (1, 2)
          public.big_orders number, who AS SELECT id, who FROM open_orders WHERE total > 1000
          public.totals who, spent AS SELECT customer_id, sum(total) FROM orders GROUP BY customer_id
          """);

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT 1 FROM orders, customers WHERE country = 'NO'                   | public.customers.country equality
          SELECT 1 FROM orders WHERE customer_id IN (SELECT id FROM customers)   | public.customers.id join, public.orders.customer_id in
          SELECT 1 FROM orders WHERE EXISTS (SELECT 1 FROM bans WHERE total > 5) | public.orders.total range
          SELECT 1 FROM orders, elsewhere WHERE total > 5                        | public.orders.total range
          SELECT 1 FROM orders, elsewhere WHERE reason = 'x'                     | elsewhere.reason equality
          SELECT 1 FROM orders WHERE total > v_limit AND orders.id = 3           | public.orders.id equality, public.orders.total range
          SELECT 1 FROM audit.orders WHERE seen_at > now()                       | audit.orders.seen_at range
          SELECT 1 FROM orders WHERE public.orders.total > 5                     | public.orders.total range
          SELECT 1 FROM orders o WHERE orders.total > 5                          | ``
          SELECT 1 FROM pg_class WHERE relname = 'x'                             | pg_catalog.pg_class.relname equality
          SELECT 1 FROM orders o (n, c) WHERE c = 1 AND status = 'x'             | public.orders.customer_id equality, public.orders.status equality
          SELECT 1 FROM bans NATURAL JOIN orders WHERE customer_id = 3           | public.bans.customer_id equality, public.bans.customer_id join, public.orders.customer_id join
          SELECT 1 FROM orders, unnest(tags) AS t WHERE t = 'x' AND status = 'y' | public.orders.status equality, public.orders.tags expression
          SELECT 1 FROM (SELECT * FROM orders) d, customers WHERE total = 5      | public.orders.total equality
          SELECT 1 FROM (SELECT * FROM orders) d (a, b) WHERE b = 5              | public.orders.customer_id equality
          SELECT * FROM bans ORDER BY 2                                          | public.bans.reason orderBy
          SELECT o.*, name FROM orders o, customers ORDER BY 6                   | public.customers.name orderBy
          SELECT lower(status) AS total FROM orders GROUP BY total               | public.orders.total groupBy
          SELECT lower(status) AS kind FROM orders GROUP BY kind                 | public.orders.status expression
          INSERT INTO bans VALUES (1, 'x')                                       | public.bans.customer_id inserted, public.bans.reason inserted
          INSERT INTO bans SELECT id, name FROM customers WHERE country = 'NO'   | public.bans.customer_id inserted, public.bans.reason inserted, public.customers.country equality
          INSERT INTO bans DEFAULT VALUES                                        | ``
          SELECT 1 FROM totals t WHERE t.who = 3 AND t.spent > 5                 | public.orders.customer_id equality, public.orders.customer_id groupBy, public.orders.total aggregate
          """)
  void everyNameHasOneTable(String sql, String uses) {
    assertThat(String.join(", ", Shapes.uses(Shapes.of(SHOP, sql)))).isEqualTo(uses);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT * FROM bans                                              | public.bans.customer_id, public.bans.reason
          SELECT b.* FROM bans b, orders                                  | public.bans.customer_id, public.bans.reason
          SELECT name AS n, upper(country) FROM customers                 | public.customers.name
          SELECT * FROM (SELECT * FROM bans) x                            | public.bans.customer_id, public.bans.reason
          SELECT 1 FROM (SELECT * FROM bans) x                            | ``
          SELECT reason FROM bans UNION SELECT name FROM customers        | public.bans.reason, public.customers.name
          WITH b AS (SELECT * FROM bans) SELECT reason FROM b             | public.bans.reason
          DELETE FROM bans RETURNING *                                    | public.bans.customer_id, public.bans.reason
          UPDATE bans SET reason = 'x' RETURNING old.reason, customer_id  | public.bans.customer_id, public.bans.reason
          SELECT ctid, reason FROM bans                                   | public.bans.reason
          SELECT b FROM bans b                                            | ``
          SELECT * FROM elsewhere                                         | ``
          SELECT * FROM bans JOIN audit.orders o ON o.id = customer_id    | audit.orders.id, audit.orders.seen_at, public.bans.customer_id, public.bans.reason
          INSERT INTO bans SELECT id, name FROM customers                 | ``
          """)
  void whatIsGivenBackIsTold(String sql, String columns) {
    assertThat(String.join(", ", Shapes.returned(Shapes.of(SHOP, sql))).replace(" returned", ""))
        .isEqualTo(columns);
  }

  @Test
  void theSearchPathDecidesBetweenTablesOfOneName() {
    Catalog catalog =
        Catalogs.of(
            List.of("audit", "public"),
            """
            public.orders id
            audit.orders id
            """);

    assertThat(Shapes.of(catalog, "SELECT id FROM orders").tables())
        .extracting(Object::toString)
        .containsExactly("audit.orders");
  }

  @Test
  void aTableThatIsNotKnownStaysAsWritten() {
    assertThat(Shapes.of(SHOP, "SELECT id FROM elsewhere WHERE id = 3").tables())
        .extracting(Object::toString)
        .containsExactly("elsewhere");
  }

  @Test
  void aCommonTableComesBeforeATable() {
    assertThat(Shapes.of(SHOP, "WITH orders AS (SELECT 1 AS id) SELECT id FROM orders").tables())
        .isEmpty();
  }

  @Test
  void theProofIsNamed() {
    QueryBlock block =
        Shapes.of(SHOP, "SELECT 1 FROM orders o, customers c WHERE country = 'x' AND o.id = 1")
            .blocks()
            .get(0);

    assertThat(block.predicates())
        .extracting(predicate -> predicate.term().columns().get(0))
        .extracting(column -> ((ColumnRef.Resolved) column).evidence())
        .containsExactly(Evidence.CATALOG, Evidence.STATEMENT);
  }

  // --- views

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT who FROM open_orders WHERE id = 3      | public.orders.id equality, public.orders.status equality, public.orders.total in
          SELECT 1 FROM big_orders b WHERE b.number = 3 | public.orders.id equality, public.orders.status equality, public.orders.total in, public.orders.total range
          UPDATE open_orders SET total = 5 WHERE id = 3 | public.orders.id equality, public.orders.status equality, public.orders.total in, public.orders.total updated
          INSERT INTO open_orders (id) VALUES (3)       | public.orders.id inserted, public.orders.status equality, public.orders.total in
          """)
  void theQueryOfAViewStandsInItsPlace(String sql, String uses) {
    assertThat(String.join(", ", Shapes.uses(Shapes.of(SHOP, sql)))).isEqualTo(uses);
  }

  @Test
  void valuesInsideViewsHaveNoNumbers() {
    QueryShape shape = Shapes.of(SHOP, "SELECT 1 FROM open_orders WHERE id = 3");

    assertThat(shape.blocks().get(0).predicates())
        .extracting(Predicate::comparand)
        .containsExactly(new Comparand.Values(List.of(2)));
    assertThat(shape.blocks().get(1).predicates())
        .extracting(Predicate::comparand)
        .allSatisfy(
            comparand ->
                assertThat(((Comparand.Values) comparand).numbers()).allMatch(n -> n == 0));
  }

  @Test
  void aViewThatIsNotUnderstoodIsLikeATable() {
    Catalog catalog = Catalogs.of("public.strange a, b AS UPDATE (");

    assertThat(Shapes.uses(Shapes.of(catalog, "SELECT 1 FROM strange WHERE a = 1")))
        .containsExactly("public.strange.a equality");
  }

  @Test
  void viewsThatMultiplyAreCutOffAndCounted() {
    StringBuilder lines = new StringBuilder("public.t0 x\n");
    for (int i = 1; i <= 14; i++) {
      lines.append(
          "public.t%d x AS SELECT a.x FROM t%d a, t%d b WHERE b.x = 1%n"
              .formatted(i, i - 1, i - 1));
    }

    QueryShape shape = Shapes.of(Catalogs.of(lines.toString()), "SELECT 1 FROM t14 WHERE x = 1");

    assertThat(shape.blocks().size()).isBetween(100, Budget.MAX_BLOCKS);
    assertThat(shape.complete()).isFalse();
    assertThat(shape.isResolved()).isFalse();
  }

  @Test
  void aViewOfItselfEnds() {
    Catalog catalog = Catalogs.of("public.v x AS SELECT x FROM v WHERE x = 1");

    QueryShape shape = Shapes.of(catalog, "SELECT x FROM v");

    assertThat(shape.blocks()).hasSize(1 + Views.MAX_DEPTH);
  }
}
