package io.github.pgslowlog.samples.generator;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Somebody who writes reports by hand: SQL of several lines with literals in it, sent in one piece
 * without parameters, and now and then wrong.
 */
final class ReportWorkload implements Workload {

  private static final String SYNTAX_ERROR = "42601";
  private static final String DIVISION_BY_ZERO = "22012";
  private static final String QUERY_CANCELED = "57014";

  private static final String REVENUE_BY_DAY =
      """
      -- revenue by day
      SELECT date_trunc('day', o.created_at) AS day,
             count(*) AS orders,
             sum(o.total) AS revenue
        FROM orders o
       WHERE o.created_at >= '%1$s'
         AND o.created_at < '%2$s'
         AND o.status <> 'cancelled'
       GROUP BY 1
       ORDER BY 1""";

  private static final String BEST_SELLERS =
      """
      SELECT p.name, sum(oi.quantity * oi.unit_price) AS revenue
        FROM order_items oi
        JOIN orders o ON o.id = oi.order_id
        JOIN products p ON p.id = oi.product_id
       WHERE o.created_at BETWEEN '%1$s' AND '%2$s'
         AND p.category_id IN (3, 7, %3$s)
       GROUP BY p.id, p.name
      HAVING sum(oi.quantity) > 10
       ORDER BY sum(oi.quantity * oi.unit_price) DESC
       LIMIT 20""";

  private static final String FIRST_ORDERS =
      """
      WITH first_order AS (
      	SELECT customer_id, min(created_at) AS first_at
      	FROM orders
      	GROUP BY customer_id
      )
      SELECT c.id, c.email, f.first_at
      FROM first_order f
      JOIN customers c ON c.id = f.customer_id
      WHERE f.first_at >= DATE '%1$s' AND c.newsletter = true
      ORDER BY f.first_at;""";

  private static final String LATEST_ORDERS =
      """
      SELECT *
      FROM (
        SELECT o.customer_id, o.order_number, o.total,
               row_number() OVER (PARTITION BY o.customer_id ORDER BY o.created_at DESC) AS place
        FROM orders o
        WHERE o.shipping_address_id = %3$s OR o.total > 908.5
      ) AS ranked
      WHERE ranked.place = 1""";

  private static final String ORDERS_BY_WEEKDAY =
      """
      SELECT EXTRACT(isodow FROM created_at) AS weekday, avg(total)
      FROM orders
      WHERE EXTRACT(year FROM created_at) = 2025
        AND date_trunc('month', created_at) = '2025-0%3$s-01'
      GROUP BY EXTRACT(isodow FROM created_at)
      ORDER BY weekday""";

  private static final String CUSTOMER_BY_EMAIL =
      """
      SELECT id, first_name, last_name FROM customers
      WHERE lower(email) = 'customer%3$s00@example.com'""";

  private static final String CUSTOMERS_BY_PREFIX =
      """
      SELECT DISTINCT a.city
      FROM customers AS c
      INNER JOIN addresses AS a ON a.customer_id = c.id
      WHERE c.email LIKE 'customer%3$s1%%'
        AND a.country_code = 'AT'
      ORDER BY a.city""";

  private static final String CAMPAIGN_EVENTS =
      """
      SELECT payload->>'device' AS device, count(DISTINCT session_id)
      FROM events
      WHERE payload->>'campaign' = 'summer'
        AND created_at >= timestamptz '2026-05-0%3$s 00:00:00+00'
      GROUP BY payload->>'device'""";

  private static final String PRODUCTS_BY_ATTRIBUTE =
      """
      SELECT p.sku, p.attributes->>'weight', r.rating
      FROM products p
      LEFT JOIN reviews r ON r.product_id = p.id AND r.rating = 1
      WHERE p.attributes @> '{"color": "red"}'::jsonb
        AND p.stock < %3$s""";

  private static final String PASTED_REVIEW =
      """
      SELECT id, customer_id FROM reviews
      WHERE body = 'It''s broken. The tablet shows:
      2026-01-01 00:00:00 UTC [1] LOG:  duration: 9.999 ms  statement: x
      2026-01-01 00:00:00 UTC [1] DETAIL:  Parameters: $1 = ''7''

      	ünïcödé → "end"'
         OR title = E'tab\\there; %3$s'""";

  private static final String CUSTOMERS_WITHOUT_ORDER =
      """
      SELECT count(*) FROM customers c
      WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id
                        AND o.created_at > '%1$s')""";

  private static final String REVENUE_PER_RETURN =
      """
      SELECT currency, sum(total) / count(*) FILTER (WHERE status = 'lost')
      FROM orders
      WHERE customer_id = 4711
      GROUP BY currency""";

  private static final String MISSPELT =
      """
      SELECT count(*)
      FORM orders
      WHERE status = 'new'""";

  private static final String BOUGHT_TOGETHER =
      """
      SELECT a.product_id, b.product_id, count(*)
      FROM order_items a
      JOIN order_items b ON b.order_id = a.order_id AND b.product_id > a.product_id
      GROUP BY a.product_id, b.product_id
      ORDER BY count(*) DESC
      LIMIT 10""";

  private static final List<String> REPORTS =
      List.of(
          REVENUE_BY_DAY,
          BEST_SELLERS,
          FIRST_ORDERS,
          LATEST_ORDERS,
          ORDERS_BY_WEEKDAY,
          CUSTOMER_BY_EMAIL,
          CUSTOMERS_BY_PREFIX,
          CAMPAIGN_EVENTS,
          PRODUCTS_BY_ATTRIBUTE,
          PASTED_REVIEW,
          CUSTOMERS_WITHOUT_ORDER);

  private final ShopSession session;
  private final Random random;

  ReportWorkload(SampleServer server, long seed) throws SQLException {
    session =
        server.connect(
            "report", Map.of("ApplicationName", "report's \"desk\"", "preferQueryMode", "simple"));
    random = new Random(seed);
    session.run("SHOW server_version");
    session.run("SET search_path TO public; SET work_mem = '16MB'");
  }

  @Override
  public void play(int round) throws SQLException {
    LocalDate month = LocalDate.of(2025, 1, 1).plusMonths(random.nextInt(16));
    int number = 1 + random.nextInt(9);
    for (int i = round % 2; i < REPORTS.size(); i += 2) {
      session.run(REPORTS.get(i).formatted(month, month.plusMonths(1), number));
    }
    switch (round) {
      case 1 -> session.fail(SYNTAX_ERROR, MISSPELT);
      case 2 -> session.fail(DIVISION_BY_ZERO, REVENUE_PER_RETURN);
      case 4 -> runOutOfTime();
      default -> {}
    }
  }

  private void runOutOfTime() throws SQLException {
    session.run("SET statement_timeout = '100ms'");
    session.fail(QUERY_CANCELED, BOUGHT_TOGETHER);
    session.run("RESET statement_timeout");
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
