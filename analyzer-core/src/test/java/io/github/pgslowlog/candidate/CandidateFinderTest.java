package io.github.pgslowlog.candidate;

import static io.github.pgslowlog.candidate.TestDatabase.name;
import static io.github.pgslowlog.candidate.TestDatabase.statistics;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.catalog.ColumnDefinition;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proposed for whole statements, and for which tables and indexes nothing is. */
final class CandidateFinderTest {
  private static final String BY_CUSTOMER = "SELECT * FROM orders WHERE customer_id = 7";

  private static TestDatabase shop() {
    return TestDatabase.of(
        """
        orders 1000/10: id bigint, customer_id bigint, status text, created_at date
        items 20000000/300000: order_id bigint, product_id bigint, amount integer
        """);
  }

  private static final List<ColumnDefinition> COLUMNS =
      List.of(
          new ColumnDefinition("id", "bigint", true),
          new ColumnDefinition("customer_id", "bigint", true),
          new ColumnDefinition("note", "text", true));

  // --- statements

  @Test
  void theBestOfEachTableComesFirst() {
    assertThat(
            shop()
                .texts(
                    """
                    SELECT o.status, i.amount FROM orders o JOIN items i ON i.order_id = o.id
                    WHERE o.customer_id = 7 AND i.product_id = 3
                    """))
        .startsWith("orders (customer_id)", "items (product_id)", "orders (id)");
  }

  @Test
  void whatIsAskedOfAViewIsAskedOfItsTable() {
    TestDatabase database = shop();
    database.table(
        new Table(
            name("recent"),
            Table.Kind.VIEW,
            COLUMNS,
            Optional.of(
                "SELECT o.id, o.customer_id, o.status AS note FROM orders o WHERE o.status = 'open'::text")));

    assertThat(database.texts("SELECT id FROM recent WHERE customer_id = 7"))
        .startsWith("orders (customer_id, status)", "orders (customer_id)", "orders (status)");
  }

  @Test
  void whatIsAskedOfACommonTableExpressionIsAskedOfItsTable() {
    assertThat(
            shop()
                .texts(
                    """
                    WITH o AS (SELECT * FROM orders WHERE status = 'open')
                    SELECT a.id FROM o a WHERE a.customer_id = 7
                    """))
        .startsWith("orders (customer_id, status)");
  }

  @Test
  void whatIsAskedOfGroupsIsAskedOfTheTableByItsGroupingColumns() {
    assertThat(
            shop()
                .texts(
                    """
                    SELECT * FROM (SELECT order_id, sum(amount) AS n FROM items GROUP BY order_id) i
                    WHERE i.order_id = 5 AND i.n > 3
                    """))
        .contains("items (order_id)")
        .noneMatch(text -> text.startsWith("items (order_id, n"));
  }

  @Test
  void theNumberIsBounded() {
    String columns =
        IntStream.range(0, 50).mapToObj(n -> "c" + n + " bigint").collect(Collectors.joining(", "));
    TestDatabase database = TestDatabase.of("t 5000000/100000: " + columns);
    String conditions =
        IntStream.range(0, 50)
            .mapToObj(n -> "a.c" + n + " = b.c" + n)
            .collect(Collectors.joining(" AND "));
    String values =
        IntStream.range(0, 50)
            .mapToObj(n -> "a.c" + n + " > 5")
            .collect(Collectors.joining(" AND "));

    List<String> texts =
        database.texts(
            "SELECT a.c0 FROM t a, t b, t c WHERE "
                + conditions
                + " AND "
                + values
                + " AND a.c1 = 5 AND b.c2 IN (1, 2) AND c.c3 = a.c4 AND c.c5 = 3");

    assertThat(texts).doesNotHaveDuplicates().hasSizeBetween(10, CandidateFinder.MAX_CANDIDATES);
  }

  @Test
  void theOrderIsFixed() {
    String sql = "SELECT status FROM orders WHERE customer_id = 7 AND created_at > '2024-01-01'";

    assertThat(shop().texts(sql)).isEqualTo(shop().texts(sql)).hasSizeGreaterThan(3);
  }

  // --- tables

  @ParameterizedTest(name = "{0} rows, {1} pages: {2}")
  @CsvSource({"1000, 10, true", "999, 10, false", "1000, 9, false", "-1, 0, true", "0, 0, false"})
  void aTableThatIsReadAtAGlanceNeedsNoIndex(double rows, long pages, boolean proposed) {
    List<String> texts = shop().size("orders", rows, pages).texts(BY_CUSTOMER);

    assertThat(texts.contains("orders (customer_id)")).isEqualTo(proposed);
  }

  @Test
  void aTableWithoutStatisticsMayBeLarge() {
    TestDatabase database = TestDatabase.of("orders: id bigint, customer_id bigint, note text");

    assertThat(database.texts(BY_CUSTOMER)).containsExactly("orders (customer_id)");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"TABLE, true", "MATERIALIZED_VIEW, true", "FOREIGN, false"})
  void onlyWhatIsStoredCanHaveAnIndex(Table.Kind kind, boolean proposed) {
    TestDatabase database =
        TestDatabase.of("x: id bigint")
            .table(new Table(name("orders"), kind, COLUMNS, Optional.empty()));

    assertThat(database.texts(BY_CUSTOMER))
        .isEqualTo(proposed ? List.of("orders (customer_id)") : List.of());
  }

  @Test
  void aTableOfTheSystemIsLeftAlone() {
    TestDatabase database =
        TestDatabase.of("pg_catalog.pg_class 5000000/100000: relname text, relkind text");

    assertThat(database.texts("SELECT * FROM pg_class WHERE relname = 'x'")).isEmpty();
  }

  @Test
  void aPartitionGetsItsIndexFromThePartitionedTable() {
    TestDatabase database =
        TestDatabase.of("x: id bigint")
            .table(new Table(name("orders"), Table.Kind.PARTITIONED, COLUMNS, Optional.empty()))
            .table(
                new Table(
                    name("orders_2024"),
                    Table.Kind.TABLE,
                    COLUMNS,
                    Optional.empty(),
                    Optional.of(name("orders")),
                    Optional.empty()))
            .size("orders_2024", 500_000, 9000);

    assertThat(database.texts("SELECT * FROM orders_2024 WHERE customer_id = 7"))
        .containsExactly("orders (customer_id)");
    assertThat(database.texts(BY_CUSTOMER)).containsExactly("orders (customer_id)");
    assertThat(database.size("orders_2024", 500, 5).texts(BY_CUSTOMER)).isEmpty();
  }

  // --- indexes that exist

  @Test
  void anIndexThatBeginsWithTheSameKeysServes() {
    TestDatabase database =
        shop().index("orders", IndexKey.of("customer_id"), IndexKey.of("status"));

    assertThat(database.texts(BY_CUSTOMER)).isEmpty();
  }

  @Test
  void anIndexReadBackwardsServes() {
    IndexKey backwards = IndexKey.of("created_at").ordered(true, true);

    assertThat(
            shop()
                .index("orders", backwards)
                .texts("SELECT * FROM orders ORDER BY created_at LIMIT 5"))
        .isEmpty();
    assertThat(
            shop()
                .index("orders", IndexKey.of("created_at").ordered(true, false))
                .texts("SELECT * FROM orders ORDER BY created_at LIMIT 5"))
        .containsExactly("orders (created_at)");
  }

  @Test
  void anIndexOfAnotherKindDoesNotServe() {
    IndexKey pattern = IndexKey.of("customer_id").withOperatorClass("text_pattern_ops");

    assertThat(shop().index("orders", pattern).texts(BY_CUSTOMER))
        .containsExactly("orders (customer_id)");
    assertThat(shop().invalid("orders", IndexKey.of("customer_id")).texts(BY_CUSTOMER))
        .containsExactly("orders (customer_id)");
    assertThat(shop().index("orders", IndexKey.of("status")).texts(BY_CUSTOMER))
        .containsExactly("orders (customer_id)");
  }

  @Test
  void anIndexOfAllRowsDoesNotServeWhereAFewAreWanted() {
    TestDatabase database =
        TestDatabase.of("jobs 5000000/100000: id bigint, done_at date, payload text")
            .column("jobs.done_at", statistics(0.0005, 4, -1))
            .unique("jobs", "id");

    assertThat(
            database.texts(
                "SELECT id, payload FROM jobs WHERE done_at IS NULL ORDER BY id LIMIT 5"))
        .containsExactly("jobs (id) WHERE done_at IS NULL");
  }

  @Test
  void anIndexOfNearlyAllColumnsIsNoIndex() {
    TestDatabase database =
        TestDatabase.of("users 5000000/100000: id bigint, email text, name text, age bigint");

    assertThat(database.texts("SELECT * FROM users WHERE email = 'x'"))
        .containsExactly("users (email)");
    assertThat(database.texts("SELECT id, name, age FROM users WHERE email = 'x'"))
        .containsExactly("users (email)");
    assertThat(
            database
                .column("users.name", statistics(0, 90, -1))
                .texts("SELECT id, age FROM users WHERE email = 'x'"))
        .containsExactly("users (email)", "users (email) INCLUDE (id, age)");
  }

  @Test
  void aWiderIndexMayStillCoverTheQuery() {
    assertThat(
            shop()
                .index("orders", IndexKey.of("customer_id"))
                .texts("SELECT status FROM orders WHERE customer_id = 7"))
        .contains("orders (customer_id) INCLUDE (status)")
        .doesNotContain("orders (customer_id)");
  }

  @Test
  void aRowFoundByItsKeyNeedsNoOtherIndex() {
    assertThat(
            shop()
                .unique("orders", "id")
                .texts("SELECT * FROM orders WHERE id = 5 AND customer_id = 7"))
        .isEmpty();
  }

  @Test
  void nothingNarrowsDownWhatAUniqueIndexFinds() {
    String join =
        "SELECT o.* FROM items i JOIN orders o ON o.id = i.order_id WHERE o.customer_id = 7";

    assertThat(shop().texts(join)).contains("orders (id, customer_id)", "orders (id)");
    assertThat(shop().unique("orders", "id").texts(join))
        .doesNotContain("orders (id, customer_id)", "orders (id)")
        .contains("orders (customer_id)");
  }

  // --- columns

  @Test
  void aColumnOfLongValuesIsNoKey() {
    assertThat(
            shop()
                .column("orders.status", statistics(0, 501, -1))
                .texts("SELECT * FROM orders WHERE status = 'x'"))
        .containsExactly("orders USING hash (status)");
    assertThat(
            shop()
                .column("orders.status", statistics(0, 59, -1))
                .texts("SELECT * FROM orders WHERE status = 'x'"))
        .containsExactly("orders (status)");
  }

  @Test
  void aColumnWithoutAnOrderIsNoKey() {
    TestDatabase database = TestDatabase.of("t: id bigint, place point, data json");

    assertThat(database.texts("SELECT id FROM t WHERE place = '(1,2)' AND data = '{}'")).isEmpty();
  }

  @Test
  void aColumnThatTheTableDoesNotHaveIsNoKey() {
    assertThat(shop().texts("SELECT 1 FROM orders o WHERE o.missing = 5")).isEmpty();
  }
}
