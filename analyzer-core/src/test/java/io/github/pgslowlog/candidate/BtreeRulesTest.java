package io.github.pgslowlog.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules for B-trees on columns: what each proposes, and when it says nothing. */
final class BtreeRulesTest {
  private static final TestDatabase SHOP =
      TestDatabase.of(
              """
              orders 5000000/100000: id bigint, customer_id bigint, status text, total numeric, \
              created_at timestamp without time zone, shipped_at timestamp without time zone, \
              note text
              items 20000000/300000: order_id bigint, product_id bigint, supplier_id bigint, \
              amount integer, state text
              stock 800000/17000: product_id bigint, supplier_id bigint, cost numeric
              products 200000/4000: id bigint, name text, size integer
              """)
          .column("orders.status", TestDatabase.statistics(0, 8, 5));

  private record Example(
      String name, ScanRule rule, String table, String sql, List<String> indexes) {}

  private static Arguments example(
      String name, ScanRule rule, String table, String sql, String... indexes) {
    return Arguments.of(name, new Example(name, rule, table, sql, List.of(indexes)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"equality", "ranges", "orders", "joins", "groups", "alternatives"})
  void proposes(String name, Example example) {
    assertThat(SHOP.proposals(example.rule(), example.table(), example.sql()))
        .as(name)
        .containsExactlyElementsOf(example.indexes());
  }

  static Stream<Arguments> equality() {
    ScanRule rule = new EqualityColumnsRule();
    return Stream.of(
        example(
            "columns with values together, that with more values first, and each alone",
            rule,
            "orders",
            "SELECT * FROM orders WHERE status = 'open' AND customer_id = 7",
            "orders (customer_id, status)",
            "orders (customer_id)",
            "orders (status)"),
        example(
            "lists follow values",
            rule,
            "orders",
            "SELECT * FROM orders WHERE customer_id IN (7, 8) AND status = 'open'",
            "orders (status, customer_id)",
            "orders (status)",
            "orders (customer_id)"),
        example(
            "NULLs are found by an index, too",
            rule,
            "orders",
            "SELECT * FROM orders WHERE customer_id = 7 AND shipped_at IS NULL",
            "orders (customer_id)",
            "orders (customer_id, shipped_at)"),
        example(
            "five keys at most",
            rule,
            "orders",
            """
            SELECT * FROM orders WHERE customer_id = 1 AND created_at = '2024-01-01'
            AND note = 'x' AND total = 5 AND shipped_at = '2024-01-01' AND status = 'open'
            """,
            "orders (created_at, customer_id, note, shipped_at, total)",
            "orders (created_at)",
            "orders (customer_id)",
            "orders (note)",
            "orders (shipped_at)",
            "orders (total)"),
        example(
            "nothing is compared for equality",
            rule,
            "orders",
            "SELECT * FROM orders WHERE total > 5 AND status <> 'open'"),
        example(
            "a column compared with another of its row",
            rule,
            "orders",
            "SELECT * FROM orders WHERE created_at = shipped_at"),
        example(
            "the side of an outer join that is kept is read first",
            rule,
            "orders",
            "SELECT * FROM orders o LEFT JOIN items i ON i.order_id = o.id AND o.status = 'x'"));
  }

  static Stream<Arguments> ranges() {
    ScanRule rule = new EqualityAndRangeRule();
    return Stream.of(
        example(
            "each bound in turn follows the columns with values",
            rule,
            "orders",
            """
            SELECT * FROM orders WHERE total < 5 AND status = 'open' AND created_at >= '2024-01-01'
            """,
            "orders (status, total)",
            "orders (status, created_at)",
            "orders (total)",
            "orders (created_at)"),
        example(
            "a bound alone",
            rule,
            "orders",
            "SELECT * FROM orders WHERE total BETWEEN 5 AND 6",
            "orders (total)"),
        example(
            "a bound on a column with a value narrows nothing down",
            rule,
            "orders",
            "SELECT * FROM orders WHERE total = 5 AND total < 6"),
        example(
            "a bound that is tested afterwards",
            rule,
            "orders",
            "SELECT * FROM (SELECT total FROM orders LIMIT 5) o WHERE total < 6"),
        example(
            "a bound that is another column of the row",
            rule,
            "orders",
            "SELECT * FROM orders WHERE shipped_at < created_at"));
  }

  static Stream<Arguments> orders() {
    ScanRule rule = new OrderRule();
    return Stream.of(
        example(
            "the order follows the columns with values",
            rule,
            "orders",
            """
            SELECT * FROM orders WHERE customer_id = 7 ORDER BY created_at DESC, id DESC LIMIT 5
            """,
            "orders (customer_id, created_at, id)",
            "orders (created_at, id)"),
        example(
            "mixed directions and NULLs as they are written",
            rule,
            "orders",
            """
            SELECT * FROM orders ORDER BY shipped_at DESC NULLS LAST, id LIMIT 5
            """,
            "orders (shipped_at DESC NULLS LAST, id)"),
        example(
            "what has one value is in any order",
            rule,
            "orders",
            "SELECT * FROM orders WHERE customer_id = 7 ORDER BY customer_id, total",
            "orders (customer_id, total)"),
        example(
            "the part of an order that is on one table",
            rule,
            "orders",
            """
            SELECT * FROM orders o, items i WHERE o.id = i.order_id
            ORDER BY o.created_at, i.amount LIMIT 5
            """,
            "orders (created_at)"),
        example(
            "all rows in an order are sorted faster than fetched one by one",
            rule,
            "orders",
            "SELECT * FROM orders ORDER BY created_at"),
        example(
            "what is computed, where all statements have the same values in it",
            rule,
            "orders",
            "SELECT * FROM orders WHERE customer_id = 7 ORDER BY total * 2 DESC, id DESC LIMIT 5",
            "orders (customer_id, (total * 2), id)",
            "orders ((total * 2), id)"),
        example(
            "the output that is named",
            rule,
            "orders",
            "SELECT total * 2 AS twice FROM orders ORDER BY twice DESC, id LIMIT 5",
            "orders ((total * 2) DESC, id)"),
        example(
            "an order up to what is computed from a parameter",
            rule,
            "orders",
            "SELECT * FROM orders ORDER BY created_at, total * $1, id LIMIT 5",
            "orders (created_at)"),
        example(
            "what is computed from groups",
            rule,
            "orders",
            "SELECT customer_id FROM orders GROUP BY customer_id ORDER BY count(id) LIMIT 5"),
        example(
            "a list breaks the order",
            rule,
            "orders",
            "SELECT * FROM orders WHERE customer_id IN (7, 8) ORDER BY created_at"));
  }

  static Stream<Arguments> joins() {
    ScanRule rule = new JoinColumnsRule();
    return Stream.of(
        example(
            "the join column before and behind what has a value, and before a bound",
            rule,
            "items",
            """
            SELECT * FROM orders o JOIN items i ON i.order_id = o.id
            WHERE i.state = 'x' AND i.amount > 2
            """,
            "items (order_id)",
            "items (order_id, state)",
            "items (state, order_id)",
            "items (order_id, amount)",
            "items (order_id, state, amount)"),
        example(
            "both sides of a join",
            rule,
            "orders",
            "SELECT * FROM orders o JOIN items i ON i.order_id = o.id",
            "orders (id)"),
        example(
            "two columns of one join in either order",
            rule,
            "items",
            """
            SELECT * FROM stock s JOIN items i
            ON i.product_id = s.product_id AND i.supplier_id = s.supplier_id
            """,
            "items (product_id, supplier_id)",
            "items (supplier_id, product_id)"),
        example(
            "a correlated EXISTS",
            rule,
            "items",
            """
            SELECT * FROM orders o WHERE NOT EXISTS (SELECT 1 FROM items i WHERE i.order_id = o.id)
            """,
            "items (order_id)"),
        example(
            "what IN looks up",
            rule,
            "orders",
            "SELECT * FROM orders WHERE id IN (SELECT order_id FROM items WHERE amount > 9)",
            "orders (id)"),
        example(
            "what IN looks in",
            rule,
            "items",
            "SELECT * FROM orders WHERE id IN (SELECT order_id FROM items)",
            "items (order_id)"),
        example(
            "a join with the output of a grouped query is one with its table",
            rule,
            "items",
            """
            SELECT * FROM orders o
            JOIN (SELECT order_id, sum(amount) AS n FROM items GROUP BY order_id) i
            ON i.order_id = o.id
            """,
            "items (order_id)"),
        example("a table alone", rule, "items", "SELECT * FROM items WHERE state = 'x'"),
        example(
            "a join by unequal columns",
            rule,
            "items",
            "SELECT * FROM orders o JOIN items i ON i.amount < o.total"));
  }

  static Stream<Arguments> groups() {
    return Stream.of(
        example(
            "groups follow the columns with values",
            new GroupingRule(),
            "orders",
            "SELECT status, count(*) FROM orders WHERE customer_id = 7 GROUP BY status",
            "orders (customer_id, status)"),
        example(
            "DISTINCT",
            new GroupingRule(),
            "orders",
            "SELECT DISTINCT customer_id FROM orders",
            "orders (customer_id)"),
        example(
            "a window by its partitions, then its order",
            new GroupingRule(),
            "orders",
            """
            SELECT id, row_number() OVER (PARTITION BY customer_id ORDER BY created_at) FROM orders
            """,
            "orders (customer_id, created_at)"),
        example(
            "groups of something computed",
            new GroupingRule(),
            "orders",
            "SELECT total * 2, count(*) FROM orders GROUP BY total * 2"),
        example(
            "the greatest value of those that are asked for",
            new ExtremeRule(),
            "orders",
            "SELECT max(created_at) FROM orders WHERE customer_id = 7",
            "orders (customer_id, created_at)"),
        example(
            "a sum needs every row",
            new ExtremeRule(),
            "orders",
            "SELECT sum(total) FROM orders WHERE customer_id = 7"));
  }

  static Stream<Arguments> alternatives() {
    ScanRule rule = new AlternativesRule();
    return Stream.of(
        example(
            "an index for each arm, also behind what holds for both",
            rule,
            "orders",
            """
            SELECT * FROM orders WHERE status = 'open' AND (customer_id = 7 OR total > 1000)
            """,
            "orders (customer_id)",
            "orders (status, customer_id)",
            "orders (total)",
            "orders (status, total)"),
        example(
            "an arm that no index serves makes the others worthless",
            rule,
            "orders",
            "SELECT * FROM orders WHERE customer_id = 7 OR note <> 'x'"),
        example(
            "arms on different tables",
            rule,
            "orders",
            """
            SELECT * FROM orders o, items i
            WHERE i.order_id = o.id AND (o.customer_id = 7 OR i.amount = 1)
            """));
  }

  @Test
  void theColumnThatMoreOfTheWorkloadUsesComesFirst() {
    assertThat(
            SHOP.proposals(
                new EqualityColumnsRule(),
                "orders",
                "SELECT * FROM orders WHERE status = 'open' AND customer_id = 7",
                "SELECT count(*) FROM orders WHERE status = 'paid' AND total > 5"))
        .startsWith("orders (status, customer_id)");
  }
}
