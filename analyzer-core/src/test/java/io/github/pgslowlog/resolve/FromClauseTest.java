package io.github.pgslowlog.resolve;

import static io.github.pgslowlog.resolve.RoleCase.roles;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which table a column belongs to, for everything that may stand in FROM. */
final class FromClauseTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource({"tables", "joins", "derivedTables", "commonTables", "subSelects"})
  void columnsBelongToTheirTables(RoleCase example) {
    example.check();
  }

  static Stream<RoleCase> tables() {
    return Stream.of(
        roles(
            "the only table has every column",
            """
            SELECT id, total FROM invoices WHERE customer_id = 42 AND due_on < '2024-01-01'
            """,
            "invoices.customer_id equality",
            "invoices.due_on range"),
        roles(
            "an alias stands for its table",
            """
            SELECT i.total FROM invoices AS i WHERE i.customer_id = 42
            """,
            "invoices.customer_id equality"),
        roles(
            "a table qualifies its columns by its own name",
            """
            SELECT invoices.total FROM invoices WHERE invoices.customer_id = 42
            """,
            "invoices.customer_id equality"),
        roles(
            "ONLY leaves children out, not columns",
            """
            SELECT * FROM ONLY measurements m WHERE m.sensor_id = 7
            """,
            "measurements.sensor_id equality"),
        roles(
            "a schema is part of the name",
            """
            SELECT * FROM billing.invoices i WHERE i.customer_id = 42
            """,
            "billing.invoices.customer_id equality"),
        roles(
            "tables of two schemas are two tables",
            """
            SELECT * FROM sales.accounts a JOIN support.accounts b ON a.email = b.email
            """,
            "sales.accounts.email join",
            "support.accounts.email join"),
        roles(
            "a column qualified by schema and table",
            """
            SELECT * FROM billing.invoices WHERE billing.invoices.customer_id = 42
            """,
            "billing.invoices.customer_id equality"),
        roles(
            "quoted names keep their case",
            """
            SELECT * FROM "Invoices" i WHERE i."customerId" = 42 AND i."Order" > 3
            """,
            "Invoices.customerId equality",
            "Invoices.Order range"),
        roles(
            "names without quotes fold to lower case",
            """
            SELECT * FROM Invoices WHERE Customer_ID = 42 AND STATUS = 'open'
            """,
            "invoices.customer_id equality",
            "invoices.status equality"),
        roles(
            "Hibernate names uses by entity and number",
            """
            select o1_0.id,o1_0.placed_at,c1_0.name from orders o1_0
            left join customers c1_0 on c1_0.id=o1_0.customer_id
            where o1_0.status=$1 and c1_0.country=$2 order by o1_0.placed_at desc
            fetch first $3 rows only
            """,
            "customers.id join",
            "orders.customer_id join",
            "orders.status equality",
            "customers.country equality",
            "orders.placed_at orderBy"),
        roles(
            "ActiveRecord quotes everything",
            """
            SELECT "orders".* FROM "orders" INNER JOIN "customers"
            ON "customers"."id" = "orders"."customer_id"
            WHERE "customers"."country" = $1 AND "orders"."deleted_at" IS NULL
            ORDER BY "orders"."id" ASC LIMIT $2
            """,
            "customers.id join",
            "orders.customer_id join",
            "customers.country equality",
            "orders.deleted_at isNull",
            "orders.id orderBy"),
        roles(
            "Django quotes and names the schema of nothing",
            """
            SELECT COUNT(*) AS "__count" FROM "shop_order"
            INNER JOIN "shop_customer" ON ("shop_order"."customer_id" = "shop_customer"."id")
            WHERE ("shop_customer"."country" = 'NO' AND NOT ("shop_order"."status" = 'void'))
            """,
            "shop_order.customer_id join",
            "shop_customer.id join",
            "shop_customer.country equality",
            "shop_order.status notEqual"),
        roles(
            "a function in FROM has columns of its own",
            """
            SELECT d FROM generate_series('2024-01-01'::date, '2024-02-01', '1 day') AS d
            WHERE d > '2024-01-15'
            """),
        roles(
            "the columns named for a function are not the table's",
            """
            SELECT * FROM articles a, unnest(a.tags) AS t (tag) WHERE tag = 'sql' AND a.lang = 'en'
            """,
            "articles.tags expression",
            "articles.lang equality"),
        roles(
            "a whole row is no column",
            """
            SELECT to_json(a), a FROM articles a WHERE a IS NOT NULL AND a.id = 3
            """,
            "articles.id equality"),
        roles(
            "VALUES has columns of its own",
            """
            SELECT v.n, a.title FROM (VALUES (1, 'a'), (2, 'b')) AS v (n, code)
            JOIN articles a ON a.code = v.code
            """,
            "articles.code equality"),
        roles(
            "TABLESAMPLE changes no column",
            """
            SELECT * FROM measurements m TABLESAMPLE SYSTEM (1) WHERE m.sensor_id = 7
            """,
            "measurements.sensor_id equality"));
  }

  static Stream<RoleCase> joins() {
    return Stream.of(
        roles(
            "explicit join",
            """
            SELECT * FROM orders o JOIN customers c ON c.id = o.customer_id WHERE c.city = 'Oslo'
            """,
            "customers.id join",
            "orders.customer_id join",
            "customers.city equality"),
        roles(
            "comma join",
            """
            SELECT * FROM orders o, customers c WHERE c.id = o.customer_id AND c.city = 'Oslo'
            """,
            "customers.id join",
            "orders.customer_id join",
            "customers.city equality"),
        roles(
            "USING names a column of both tables",
            """
            SELECT * FROM orders JOIN order_lines USING (order_id) WHERE orders.state = 'new'
            """,
            "orders.order_id join",
            "order_lines.order_id join",
            "orders.state equality"),
        roles(
            "USING with two columns",
            """
            SELECT * FROM stock s JOIN prices p USING (sku, region)
            """,
            "stock.sku join",
            "prices.sku join",
            "stock.region join",
            "prices.region join"),
        roles(
            "a table joined with itself",
            """
            SELECT e.name, m.name FROM employees e JOIN employees m ON m.id = e.manager_id
            WHERE m.office = 'Bergen'
            """,
            "employees.id join",
            "employees.manager_id join",
            "employees.office equality"),
        roles(
            "filters in the ON of a LEFT JOIN",
            """
            SELECT * FROM orders o LEFT JOIN payments p
            ON p.order_id = o.id AND p.state = 'paid' AND p.paid_at > '2024-01-01'
            WHERE o.customer_id = 1 AND p.order_id IS NULL
            """,
            "payments.order_id join",
            "orders.id join",
            "payments.state equality",
            "payments.paid_at range",
            "orders.customer_id equality",
            "payments.order_id isNull"),
        roles(
            "joins in parentheses",
            """
            SELECT * FROM orders o LEFT JOIN (shipments s JOIN carriers k ON k.id = s.carrier_id)
            ON s.order_id = o.id WHERE k.code = 'X'
            """,
            "carriers.id join",
            "shipments.carrier_id join",
            "shipments.order_id join",
            "orders.id join",
            "carriers.code equality"),
        roles(
            "CROSS JOIN has no condition",
            """
            SELECT * FROM sizes s CROSS JOIN colours c WHERE s.active = true
            """,
            "sizes.active equality"),
        roles(
            "a join on a range",
            """
            SELECT * FROM events e JOIN shifts s ON e.at >= s.starts_at AND e.at < s.ends_at
            """,
            "events.at range",
            "shifts.starts_at range",
            "shifts.ends_at range"),
        roles(
            "a join on an expression",
            """
            SELECT * FROM users u JOIN invitations i ON lower(u.email) = i.email
            """,
            "users.email expression",
            "invitations.email equality"),
        roles(
            "LATERAL sees the tables before it",
            """
            SELECT c.name, o.total FROM customers c CROSS JOIN LATERAL
            (SELECT x.total FROM orders x WHERE x.customer_id = c.id ORDER BY x.placed_at DESC
            LIMIT 3) o WHERE c.vip = true
            """,
            "orders.customer_id join",
            "customers.id join",
            "orders.placed_at orderBy",
            "customers.vip equality"));
  }

  static Stream<RoleCase> derivedTables() {
    return Stream.of(
        roles(
            "columns pass through a derived table",
            """
            SELECT * FROM (SELECT o.customer_id, o.total FROM orders o) AS d
            WHERE d.customer_id = 5 AND d.total > 100
            """,
            "orders.customer_id equality",
            "orders.total range"),
        roles(
            "a renamed output is still the column",
            """
            SELECT * FROM (SELECT customer_id AS who, total FROM orders) d WHERE d.who = 5
            """,
            "orders.customer_id equality"),
        roles(
            "names behind the alias count from the left",
            """
            SELECT * FROM (SELECT customer_id, total FROM orders) AS d (who, amount)
            WHERE who = 5 AND amount > 3
            """,
            "orders.customer_id equality",
            "orders.total range"),
        roles(
            "an aggregate is no column of the table",
            """
            SELECT * FROM (SELECT customer_id, sum(total) AS spent FROM orders GROUP BY customer_id)
            t WHERE t.spent > 1000 ORDER BY t.spent DESC
            """,
            "orders.customer_id groupBy",
            "orders.total aggregate"),
        roles(
            "the star of a derived table passes everything",
            """
            SELECT d.status FROM (SELECT * FROM orders) d WHERE d.status = 'new'
            """,
            "orders.status equality"),
        roles(
            "a star of one table passes that table",
            """
            SELECT 1 FROM (SELECT o.* FROM orders o JOIN customers c ON c.id = o.customer_id) d
            WHERE d.status = 'new'
            """,
            "customers.id join",
            "orders.customer_id join",
            "orders.status equality"),
        roles(
            "derived tables within derived tables",
            """
            SELECT * FROM (SELECT b.ref FROM (SELECT reference AS ref FROM payments) b) a
            WHERE a.ref = 'x'
            """,
            "payments.reference equality"),
        roles(
            "a join with a derived table joins its column",
            """
            SELECT c.name FROM customers c JOIN
            (SELECT customer_id AS cid, max(placed_at) AS latest FROM orders GROUP BY 1) l
            ON l.cid = c.id
            """,
            "orders.placed_at minMax",
            "orders.customer_id join",
            "customers.id join",
            "orders.customer_id groupBy",
            "orders.placed_at aggregate"),
        roles(
            "an unqualified name of a derived table's output is not the other table's",
            """
            SELECT * FROM customers, (SELECT customer_id AS who FROM orders) d WHERE who = 5
            """,
            "orders.customer_id equality"));
  }

  static Stream<RoleCase> commonTables() {
    return Stream.of(
        roles(
            "columns pass through WITH",
            """
            WITH recent AS (SELECT id, customer_id FROM orders WHERE placed_at > '2024-01-01')
            SELECT * FROM recent r JOIN customers c ON c.id = r.customer_id
            """,
            "orders.placed_at range",
            "customers.id join",
            "orders.customer_id join"),
        roles(
            "WITH may name its columns",
            """
            WITH recent (oid, who) AS (SELECT id, customer_id FROM orders)
            SELECT * FROM recent WHERE who = 3
            """,
            "orders.customer_id equality"),
        roles(
            "a later WITH sees an earlier one",
            """
            WITH a AS (SELECT id, kind FROM assets), b AS (SELECT kind AS k FROM a)
            SELECT * FROM b WHERE k = 'bond'
            """,
            "assets.kind equality"),
        roles(
            "WITH RECURSIVE takes the columns of its first part",
            """
            WITH RECURSIVE tree AS (
              SELECT id, parent_id FROM categories WHERE parent_id IS NULL
              UNION ALL
              SELECT c.id, c.parent_id FROM categories c JOIN tree t ON c.parent_id = t.id)
            SELECT * FROM tree WHERE parent_id = 4
            """,
            "categories.parent_id isNull",
            "categories.parent_id equality",
            "categories.parent_id join",
            "categories.id join"),
        roles(
            "MATERIALIZED changes no column",
            """
            WITH recent AS MATERIALIZED (SELECT id, customer_id FROM orders)
            SELECT * FROM recent WHERE customer_id = 3
            """,
            "orders.customer_id equality"),
        roles(
            "a schema-qualified table is none of WITH",
            """
            WITH orders AS (SELECT id FROM archive.orders WHERE year = 2020)
            SELECT * FROM public.orders o WHERE o.status = 'new'
            """,
            "archive.orders.year equality",
            "public.orders.status equality"),
        roles(
            "WITH that deletes",
            """
            WITH gone AS (DELETE FROM sessions WHERE expires_at < now() RETURNING user_id)
            INSERT INTO logouts (user_id) SELECT user_id FROM gone
            """,
            "logouts.user_id inserted",
            "sessions.expires_at range"),
        roles(
            "WITH that updates, as job queues do",
            """
            WITH next AS (SELECT id FROM jobs WHERE state = 'ready' ORDER BY run_at LIMIT 1
              FOR UPDATE SKIP LOCKED)
            UPDATE jobs SET state = 'running' FROM next WHERE jobs.id = next.id RETURNING jobs.*
            """,
            "jobs.state equality",
            "jobs.run_at orderBy",
            "jobs.state updated",
            "jobs.id join"));
  }

  static Stream<RoleCase> subSelects() {
    return Stream.of(
        roles(
            "correlated EXISTS joins with the outer query",
            """
            SELECT * FROM customers c WHERE EXISTS
            (SELECT 1 FROM orders o WHERE o.customer_id = c.id AND o.status = 'open')
            """,
            "orders.customer_id join",
            "customers.id join",
            "orders.status equality"),
        roles(
            "correlated NOT EXISTS joins with the outer query",
            """
            SELECT * FROM customers c WHERE c.active = true AND NOT EXISTS
            (SELECT 1 FROM bans b WHERE b.customer_id = c.id)
            """,
            "customers.active equality",
            "bans.customer_id join",
            "customers.id join"),
        roles(
            "names in a sub-select may belong to the query around it",
            """
            SELECT * FROM orders WHERE customer_id IN
            (SELECT id FROM customers WHERE country = 'SE')
            """,
            "orders.customer_id in",
            "customers|orders.id join",
            "customers|orders.country equality"),
        roles(
            "IN (SELECT) joins the column with the one selected",
            """
            SELECT * FROM orders WHERE customer_id IN
            (SELECT c.id FROM customers c WHERE c.country = 'SE')
            """,
            "orders.customer_id in",
            "customers.id join",
            "customers.country equality"),
        roles(
            "NOT IN (SELECT)",
            """
            SELECT * FROM orders WHERE customer_id NOT IN (SELECT b.customer_id FROM bans b)
            """,
            "orders.customer_id notEqual",
            "bans.customer_id join"),
        roles(
            "a scalar sub-select in the select list",
            """
            SELECT c.name, (SELECT max(o.placed_at) FROM orders o WHERE o.customer_id = c.id)
            FROM customers c WHERE c.vip = true
            """,
            "orders.placed_at minMax",
            "orders.placed_at aggregate",
            "orders.customer_id join",
            "customers.id join",
            "customers.vip equality"),
        roles(
            "a scalar sub-select as a bound",
            """
            SELECT * FROM products p WHERE p.price >
            (SELECT avg(q.price) FROM products q WHERE q.category_id = p.category_id)
            """,
            "products.price range",
            "products.price aggregate",
            "products.category_id join"),
        roles(
            "= ANY (SELECT)",
            """
            SELECT * FROM orders o WHERE o.customer_id = ANY (SELECT c.id FROM customers c
            WHERE c.vip = true)
            """,
            "orders.customer_id in",
            "customers.id join",
            "customers.vip equality"),
        roles(
            "UNION resolves each part by itself",
            """
            SELECT id FROM drafts WHERE author_id = 1
            UNION ALL SELECT id FROM posts WHERE author_id = 1 AND published = true
            ORDER BY id LIMIT 10
            """,
            "drafts.id orderBy",
            "posts.id orderBy",
            "drafts.author_id equality",
            "posts.author_id equality",
            "posts.published equality"),
        roles(
            "EXCEPT and INTERSECT",
            """
            (SELECT user_id FROM visits WHERE day = '2024-01-01'
            INTERSECT SELECT user_id FROM purchases WHERE amount > 5)
            EXCEPT SELECT user_id FROM refunds
            """,
            "visits.day equality",
            "purchases.amount range"),
        roles(
            "a derived UNION passes the columns of its parts",
            """
            SELECT * FROM (SELECT author_id FROM drafts UNION SELECT author_id FROM posts) u
            WHERE u.author_id = 5
            """,
            "posts.author_id equality",
            "drafts.author_id equality"),
        roles(
            "ARRAY (SELECT)",
            """
            SELECT a.title, ARRAY(SELECT t.name FROM tags t WHERE t.article_id = a.id) FROM articles a
            WHERE a.slug = 'x'
            """,
            "tags.article_id join",
            "articles.id join",
            "articles.slug equality"));
  }
}
