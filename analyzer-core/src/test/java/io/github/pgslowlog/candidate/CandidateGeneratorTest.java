package io.github.pgslowlog.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.Shapes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which indexes are proposed for a statement: each rule with examples and counter-examples. */
final class CandidateGeneratorTest {
  private static final CandidateGenerator UNWEIGHTED = new CandidateGenerator((t, column) -> 0);

  @ParameterizedTest(name = "{0}")
  @MethodSource({"equality", "ranges", "sorts", "joins"})
  void proposes(String name, String sql, List<String> indexes) {
    assertThat(candidates(UNWEIGHTED, sql)).as(name).containsExactlyInAnyOrderElementsOf(indexes);
  }

  static Stream<Arguments> equality() {
    return Stream.of(
        example(
            "a column compared with a value",
            """
            SELECT * FROM users WHERE email = 'x'
            """,
            "users (email): equality"),
        example(
            "columns of equal weight by their names",
            """
            SELECT * FROM users WHERE tenant_id = 1 AND email = 'x'
            """,
            "users (email, tenant_id): equality"),
        example(
            "lists come behind values",
            """
            SELECT * FROM users WHERE country IN ('NO', 'SE') AND tenant_id = 1
            """,
            "users (tenant_id, country): equality"),
        example(
            "a list alone",
            """
            SELECT * FROM users WHERE email = ANY($1)
            """,
            "users (email): equality"),
        example(
            "IS NULL where the table is read alone",
            """
            SELECT * FROM jobs WHERE finished_at IS NULL AND queue = 'mail'
            """,
            "jobs (finished_at, queue): equality"),
        example(
            "a boolean column",
            """
            SELECT * FROM jobs WHERE urgent
            """,
            "jobs (urgent): equality"),
        example(
            "a column once, whatever it is compared with",
            """
            SELECT * FROM users WHERE email = 'x' AND email = 'y' AND email IN ('z')
            """,
            "users (email): equality"),
        example(
            "four columns at most",
            """
            SELECT * FROM users WHERE a = 1 AND b = 1 AND c = 1 AND d = 1 AND e = 1
            """,
            "users (a, b, c, d): equality"),
        example(
            "each table of a join",
            """
            SELECT * FROM users u, teams t WHERE u.email = 'x' AND t.name = 'y'
            """,
            "users (email): equality",
            "teams (name): equality"),
        example(
            "a sub-select by itself",
            """
            SELECT * FROM users u WHERE u.id IN (SELECT m.user_id FROM members m WHERE m.team = 'x')
            """,
            "members (team): equality"),
        example(
            "UPDATE and DELETE search, too",
            """
            WITH gone AS (DELETE FROM tokens WHERE user_name = 'x')
            UPDATE users SET seen_at = now() WHERE email = 'y'
            """,
            "tokens (user_name): equality",
            "users (email): equality"));
  }

  static Stream<Arguments> ranges() {
    return Stream.of(
        example(
            "the range column follows the equality columns",
            """
            SELECT * FROM bills WHERE due_on < '2024-01-01' AND status = 'open' AND kind IN (1, 2)
            """,
            "bills (status, kind, due_on): equality, then range"),
        example(
            "only the first range narrows the search",
            """
            SELECT * FROM bills WHERE status = 'open' AND due_on < '2024-01-01' AND amount > 5
            """,
            "bills (status, due_on): equality, then range"),
        example(
            "both bounds are one range",
            """
            SELECT * FROM bills WHERE due_on >= '2024-01-01' AND due_on < '2024-02-01'
            """,
            "bills (due_on): range"),
        example(
            "BETWEEN",
            """
            SELECT * FROM bills WHERE due_on BETWEEN '2024-01-01' AND '2024-02-01'
            """,
            "bills (due_on): range"),
        example(
            "a bound on a column that is also given adds nothing",
            """
            SELECT * FROM bills WHERE due_on = '2024-01-01' AND due_on > '2023-01-01'
            """,
            "bills (due_on): equality"),
        example(
            "a range on a table looked up by a join column does not help",
            """
            SELECT * FROM orders o JOIN bills b ON b.order_id = o.id
            WHERE o.status = 'new' AND b.due_on < '2024-01-01'
            """,
            "orders (status): equality",
            "bills (order_id): join partner lookup"));
  }

  static Stream<Arguments> sorts() {
    return Stream.of(
        example(
            "the order asked for follows the equality columns",
            """
            SELECT * FROM bills WHERE customer_id = 1 ORDER BY due_on DESC LIMIT 10
            """,
            "bills (customer_id, due_on): equality, then the order asked for"),
        example(
            "sorting goes before ranges",
            """
            SELECT * FROM bills WHERE customer_id = 1 AND amount > 5 ORDER BY due_on
            """,
            "bills (customer_id, due_on): equality, then the order asked for"),
        example(
            "directions that differ are written",
            """
            SELECT * FROM bills WHERE customer_id = 1 ORDER BY due_on DESC, number
            """,
            "bills (customer_id, due_on DESC, number): equality, then the order asked for"),
        example(
            "a list breaks the order",
            """
            SELECT * FROM bills WHERE customer_id IN (1, 2) ORDER BY due_on LIMIT 10
            """,
            "bills (customer_id): equality"),
        example(
            "an order too long for the index is not begun",
            """
            SELECT * FROM bills WHERE a = 1 AND b = 1 ORDER BY c, d, e LIMIT 3
            """,
            "bills (a, b): equality"),
        example(
            "an order of two tables is in no index",
            """
            SELECT * FROM bills b, customers c WHERE b.status = 'x' ORDER BY b.due_on, c.name
            """,
            "bills (status): equality"),
        example(
            "the first rows of a table",
            """
            SELECT * FROM events ORDER BY created_at DESC LIMIT 20
            """,
            "events (created_at): the first rows in the order asked for"),
        example(
            "FETCH FIRST like LIMIT",
            """
            SELECT * FROM events ORDER BY created_at, kind FETCH FIRST 5 ROWS ONLY
            """,
            "events (created_at, kind): the first rows in the order asked for"));
  }

  static Stream<Arguments> joins() {
    return Stream.of(
        example(
            "partners of the rows found",
            """
            SELECT * FROM orders o JOIN lines l ON l.order_id = o.id WHERE o.status = 'new'
            """,
            "orders (status): equality",
            "lines (order_id): join partner lookup"),
        example(
            "rows found by primary key have partners, too",
            """
            SELECT * FROM orders o JOIN lines l ON l.order_id = o.id WHERE o.id = 5
            """,
            "lines (order_id): join partner lookup"),
        example(
            "a table that is narrowed down needs no lookup",
            """
            SELECT * FROM orders o JOIN lines l ON l.order_no = o.no WHERE l.sku = 'x' AND o.no = 1
            """,
            "lines (sku): equality",
            "orders (no): equality"),
        example(
            "a correlated sub-select looks partners up",
            """
            SELECT * FROM orders o WHERE NOT EXISTS (SELECT 1 FROM lines l WHERE l.order_id = o.id)
            """,
            "lines (order_id): join partner lookup"),
        example(
            "children of a recursive query are looked up",
            """
            WITH RECURSIVE tree AS (
              SELECT c.id FROM categories c WHERE c.id = 1
              UNION ALL SELECT k.id FROM categories k JOIN tree t ON k.parent_id = t.id)
            SELECT * FROM tree
            """,
            "categories (parent_id): join partner lookup"),
        example(
            "IS NULL on a joined table asks for rows without partner",
            """
            SELECT * FROM orders o LEFT JOIN lines l ON l.order_id = o.id WHERE l.order_id IS NULL
            """,
            "lines (order_id): join partner lookup"));
  }

  private static Arguments example(String name, String sql, String... indexes) {
    return Arguments.of(name, sql, List.of(indexes));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "SELECT * FROM users",
        "SELECT * FROM users WHERE id = 1",
        "SELECT * FROM users WHERE id IN (1, 2) AND email = 'x'",
        "SELECT * FROM users WHERE id > 1",
        "SELECT * FROM users WHERE email = 'x' OR name = 'y'",
        "SELECT * FROM users WHERE NOT (email = 'x')",
        "SELECT * FROM users WHERE email <> 'x'",
        "SELECT * FROM users WHERE lower(email) = 'x'",
        "SELECT * FROM users WHERE email LIKE 'x%'",
        "SELECT * FROM users WHERE email IS NOT NULL",
        "SELECT * FROM users WHERE a = b",
        "SELECT * FROM users ORDER BY created_at",
        "SELECT * FROM users ORDER BY lower(email) LIMIT 3",
        "SELECT * FROM users ORDER BY id DESC LIMIT 3",
        "SELECT * FROM users LIMIT 3",
        "SELECT * FROM users, teams ORDER BY users.a, teams.b LIMIT 3",
        "SELECT * FROM pg_stat_activity WHERE state = 'x'",
        "SELECT * FROM pg_catalog.pg_class WHERE relname = 'x'",
        "SELECT * FROM information_schema.columns WHERE table_name = 'x'",
        "INSERT INTO users (email) VALUES ('x')",
        "SELECT * FROM users, teams WHERE city = 'x'"
      })
  void proposesNothing(String sql) {
    assertThat(candidates(UNWEIGHTED, sql)).isEmpty();
  }

  @Test
  void theColumnThatMostOfTheWorkloadUsesComesFirst() {
    Map<String, Long> weights = Map.of("tenant_id", 900L, "status", 50L);
    CandidateGenerator generator =
        new CandidateGenerator((table, column) -> weights.getOrDefault(column, 0L));

    assertThat(
            candidates(
                generator,
                """
                SELECT * FROM users WHERE email = 'x' AND status = 'y' AND tenant_id = 1
                """))
        .containsExactly("users (tenant_id, status, email): equality");
  }

  @ParameterizedTest(name = "ORDER BY {0} is served by {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a                                | a
          a DESC                           | a
          a, b                             | a, b
          a DESC, b DESC                   | a, b
          a DESC, b                        | a DESC, b
          a, b DESC                        | a, b DESC
          a NULLS LAST                     | a
          a NULLS FIRST                    | a NULLS FIRST
          a DESC NULLS FIRST               | a
          a DESC NULLS LAST                | a NULLS FIRST
          a DESC NULLS LAST, b             | a DESC NULLS LAST, b
          a DESC NULLS LAST, b DESC        | a NULLS FIRST, b
          a NULLS FIRST, b DESC NULLS LAST | a NULLS FIRST, b DESC NULLS LAST
          """)
  void theIndexHasTheOrderOfTheQuery(String order, String keys) {
    List<String> candidates =
        candidates(UNWEIGHTED, "SELECT * FROM t ORDER BY " + order + " LIMIT 5");

    assertThat(candidates)
        .containsExactly("t (" + keys + "): the first rows in the order asked for");
  }

  @Test
  void anIndexNeedsAKey() {
    TableName table = new TableName("", "users");

    assertThat(new KeyList().index(table)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CandidateIndex(table, List.of()))
        .withMessage("an index on users needs a key");
  }

  @Test
  void aNarrowIndexIsThePrefixOfAWiderOne() {
    CandidateIndex a = index("t", "a");
    CandidateIndex ab = index("t", "a", "b");

    assertThat(a.isPrefixOf(ab)).isTrue();
    assertThat(a.isPrefixOf(a)).isTrue();
    assertThat(ab.isPrefixOf(a)).isFalse();
    assertThat(index("t", "b").isPrefixOf(ab)).isFalse();
    assertThat(index("u", "a").isPrefixOf(ab)).isFalse();
  }

  private static CandidateIndex index(String table, String... columns) {
    return new CandidateIndex(
        new TableName("", table), Stream.of(columns).map(IndexKey::of).toList());
  }

  private static List<String> candidates(CandidateGenerator generator, String sql) {
    return generator.needs(Shapes.of(sql)).stream()
        .map(need -> written(need.index()) + ": " + need.reason())
        .toList();
  }

  private static String written(CandidateIndex index) {
    return String.format(
        Locale.ROOT,
        "%s (%s)",
        index.table(),
        index.keys().stream().map(IndexKey::sql).collect(Collectors.joining(", ")));
  }
}
