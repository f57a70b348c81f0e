package io.github.pgslowlog.resolve;

import static io.github.pgslowlog.resolve.RoleCase.roles;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.catalog.TableName;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** INSERT, UPDATE, DELETE and MERGE. */
final class WritingStatementsTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource
  void columnsHaveTheirRoles(RoleCase example) {
    example.check();
  }

  static Stream<RoleCase> columnsHaveTheirRoles() {
    return Stream.of(
        roles(
            "UPDATE sets and searches",
            """
            UPDATE people SET name = 'x', seen_at = now() WHERE id = 1 AND version < 3
            """,
            "people.name updated",
            "people.seen_at updated",
            "people.id equality",
            "people.version range"),
        roles(
            "UPDATE sets several columns at once",
            """
            UPDATE people p SET (name, city) = ('x', 'y') WHERE p.id = 1
            """,
            "people.name updated",
            "people.city updated",
            "people.id equality"),
        roles(
            "UPDATE with a value of the row itself",
            """
            UPDATE stock SET amount = amount - 1 WHERE sku = 'a'
            """,
            "stock.amount updated",
            "stock.sku equality"),
        roles(
            "UPDATE FROM",
            """
            UPDATE orders o SET status = c.default_status FROM customers c
            WHERE c.id = o.customer_id AND c.country = 'NO'
            """,
            "orders.status updated",
            "customers.id join",
            "orders.customer_id join",
            "customers.country equality"),
        roles(
            "UPDATE with a sub-select as value",
            """
            UPDATE orders o SET total = (SELECT sum(l.price) FROM lines l WHERE l.order_id = o.id)
            WHERE o.status = 'new'
            """,
            "orders.total updated",
            "lines.price aggregate",
            "lines.order_id join",
            "orders.id join",
            "orders.status equality"),
        roles(
            "UPDATE WHERE IN (SELECT)",
            """
            UPDATE jobs SET state = 'taken' WHERE id IN
            (SELECT id FROM jobs WHERE state = 'ready' ORDER BY run_at LIMIT 5 FOR UPDATE SKIP LOCKED)
            RETURNING *
            """,
            "jobs.state updated",
            "jobs.id in",
            "jobs.id join",
            "jobs.state equality",
            "jobs.run_at orderBy"),
        roles(
            "DELETE",
            """
            DELETE FROM sessions WHERE expires_at < now() RETURNING id
            """,
            "sessions.expires_at range"),
        roles(
            "DELETE USING",
            """
            DELETE FROM sessions s USING users u WHERE u.id = s.user_id AND u.banned = true
            """,
            "users.id join",
            "sessions.user_id join",
            "users.banned equality"),
        roles(
            "DELETE WHERE EXISTS",
            """
            DELETE FROM carts c WHERE NOT EXISTS (SELECT 1 FROM cart_lines l WHERE l.cart_id = c.id)
            """,
            "cart_lines.cart_id join",
            "carts.id join"),
        roles(
            "INSERT searches nothing",
            """
            INSERT INTO people (name, city) VALUES ('x', 'y'), ('z', 'w') RETURNING id
            """,
            "people.name inserted",
            "people.city inserted"),
        roles(
            "INSERT SELECT",
            """
            INSERT INTO archive (id, body) SELECT m.id, m.body FROM mails m WHERE m.sent_at < '2020-01-01'
            """,
            "archive.id inserted",
            "archive.body inserted",
            "mails.sent_at range"),
        roles(
            "INSERT ON CONFLICT DO UPDATE",
            """
            INSERT INTO stock AS s (sku, amount) VALUES ('a', 1)
            ON CONFLICT (sku) DO UPDATE SET amount = s.amount + excluded.amount, seen_at = now()
            """,
            "stock.sku inserted",
            "stock.amount inserted",
            "stock.sku conflictTarget",
            "stock.amount updated",
            "stock.seen_at updated"),
        roles(
            "INSERT ON CONFLICT DO NOTHING",
            """
            INSERT INTO stock (sku) VALUES ('a') ON CONFLICT DO NOTHING
            """,
            "stock.sku inserted"),
        roles(
            "MERGE",
            """
            MERGE INTO stock s USING deliveries d ON d.sku = s.sku AND d.day = '2024-01-01'
            WHEN MATCHED THEN UPDATE SET amount = s.amount + d.amount
            WHEN NOT MATCHED THEN INSERT (sku, amount) VALUES (d.sku, d.amount)
            """,
            "stock.sku inserted",
            "stock.amount inserted",
            "deliveries.sku join",
            "stock.sku join",
            "deliveries.day equality",
            "stock.amount updated"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT 1 FROM a                              | SELECT
          WITH x AS (SELECT 1) SELECT * FROM x         | SELECT
          VALUES (1)                                   | SELECT
          INSERT INTO a (b) VALUES (1)                 | INSERT
          WITH x AS (SELECT 1 AS b) INSERT INTO a SELECT b FROM x | INSERT
          UPDATE a SET b = 1                           | UPDATE
          DELETE FROM a                                | DELETE
          MERGE INTO a USING b ON a.c = b.c WHEN MATCHED THEN DELETE | MERGE
          """)
  void aStatementHasAType(String sql, StatementType type) {
    assertThat(Shapes.of(sql).type()).isEqualTo(type);
  }

  @Test
  void writtenTablesAreTold() {
    QueryShape shape =
        Shapes.of(
            """
            WITH gone AS (DELETE FROM inbox WHERE read = true RETURNING id)
            INSERT INTO archive (id) SELECT g.id FROM gone g JOIN folders f ON f.id = g.folder_id
            """);

    assertThat(shape.written())
        .containsExactlyInAnyOrder(new TableName("", "inbox"), new TableName("", "archive"));
    assertThat(shape.tables())
        .extracting(TableName::toString)
        .containsExactly("archive", "folders", "inbox");
  }
}
