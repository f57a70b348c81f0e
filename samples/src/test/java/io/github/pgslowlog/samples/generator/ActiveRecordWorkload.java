package io.github.pgslowlog.samples.generator;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The back office of the shop: SQL as Active Record of Ruby on Rails writes it, quoted names and
 * query log tags included, sent with parameters.
 */
final class ActiveRecordWorkload implements Workload {

  private static final String ORDERS_IN_STATUS =
      """
      SELECT "orders".* FROM "orders" WHERE "orders"."status" = ? \
      ORDER BY "orders"."created_at" DESC LIMIT ? \
      /*application:Shop,controller:orders,action:index*/""";

  private static final String COUNT_ORDERS =
      """
      SELECT COUNT(*) FROM "orders" WHERE "orders"."status" = ? \
      AND "orders"."created_at" BETWEEN ? AND ? \
      /*application:Shop,controller:dashboards,action:show*/""";

  private static final String ORDERS_OF_CUSTOMER =
      """
      SELECT DISTINCT "orders"."id", "orders"."created_at" AS alias_0 FROM "orders" \
      LEFT OUTER JOIN "payments" ON "payments"."order_id" = "orders"."id" \
      WHERE "orders"."customer_id" = ? AND "orders"."status" != ? \
      ORDER BY "orders"."created_at" DESC, "orders"."id" ASC LIMIT ? \
      /*application:Shop,controller:customers,action:show*/""";

  private static final String ITEMS_IN_CATEGORY =
      """
      SELECT "order_items".* FROM "order_items" \
      INNER JOIN "products" ON "products"."id" = "order_items"."product_id" \
      INNER JOIN "orders" ON "orders"."id" = "order_items"."order_id" \
      WHERE "products"."category_id" = ? AND "orders"."status" IN (?, ?) \
      AND "order_items"."quantity" > ? ORDER BY "order_items"."unit_price" DESC LIMIT ? \
      /*application:Shop,controller:categories,action:show*/""";

  private static final String BIG_SPENDERS =
      """
      SELECT "customers".* FROM "customers" WHERE EXISTS (SELECT 1 FROM "orders" \
      WHERE "orders"."customer_id" = "customers"."id" AND "orders"."total" > ?) \
      ORDER BY "customers"."last_name" ASC, "customers"."first_name" ASC LIMIT ? \
      /*application:Shop,controller:customers,action:index*/""";

  private static final String OPEN_PAYMENTS =
      """
      SELECT "payments".* FROM "payments" WHERE "payments"."method" = ? \
      AND "payments"."paid_at" IS NULL ORDER BY "payments"."id" ASC LIMIT ? \
      /*application:Shop,job:DunningJob*/""";

  private static final String EVENTS_OF_CUSTOMER =
      """
      SELECT "events".* FROM "events" WHERE "events"."customer_id" = ? \
      AND "events"."payload" @> ? ORDER BY "events"."created_at" DESC LIMIT ? \
      /*application:Shop,controller:customers,action:activity*/""";

  private static final String CUSTOMERS_BY_NAME =
      """
      SELECT "customers".* FROM "customers" WHERE "customers"."last_name" ILIKE ? \
      ORDER BY "customers"."id" ASC LIMIT ? \
      /*application:Shop,controller:customers,action:search*/""";

  private static final String REVIEW_EXISTS =
      """
      SELECT 1 AS one FROM "reviews" WHERE "reviews"."customer_id" = ? \
      AND "reviews"."product_id" = ? LIMIT ? \
      /*application:Shop,controller:reviews,action:create*/""";

  private static final String INSERT_REVIEW =
      """
      INSERT INTO "reviews" ("product_id", "customer_id", "rating", "title", "body", "created_at") \
      VALUES (?, ?, ?, ?, ?, ?) RETURNING "id" \
      /*application:Shop,controller:reviews,action:create*/""";

  private static final String AVERAGE_RATING =
      """
      SELECT AVG("reviews"."rating") FROM "reviews" WHERE "reviews"."product_id" = ? \
      /*application:Shop,controller:reviews,action:create*/""";

  private static final String DELETE_REVIEW =
      """
      DELETE FROM "reviews" WHERE "reviews"."id" = ? \
      /*application:Shop,controller:reviews,action:destroy*/""";

  private static final String LOCK_PRODUCT =
      """
      SELECT "products".* FROM "products" WHERE "products"."id" = ? LIMIT ? FOR UPDATE \
      /*application:Shop,controller:products,action:update*/""";

  private static final String UPDATE_PRODUCT =
      """
      UPDATE "products" SET "price" = ?, "stock" = ? WHERE "products"."id" = ? \
      /*application:Shop,controller:products,action:update*/""";

  private static final List<String> REVIEW_BODIES =
      List.of(
          "Très bien, c'est \"parfait\" – 素晴らしい",
          """
          The lamp's log said:
          2026-01-01 00:00:00 UTC [1] LOG:  duration: 9.999 ms  statement: x
          \tand then it went dark.""",
          "C:\\shop\\manual.pdf was missing; $1 and ? are not parameters",
          "");

  private final ShopSession session;
  private final Random random;

  ActiveRecordWorkload(SampleServer server, long seed) throws SQLException {
    session =
        server.connect("shop_app", Map.of("ApplicationName", "puma", "stringtype", "unspecified"));
    random = new Random(seed);
    session.run("SET client_min_messages TO 'warning'");
    session.run("SET SESSION timezone TO 'UTC'");
    session.run("SHOW max_identifier_length");
  }

  @Override
  public void play(int round) throws SQLException {
    listOrders(round);
    showCustomer();
    switch (round % 3) {
      case 0 -> writeReview(round);
      case 1 -> changeProduct();
      default -> showLists();
    }
  }

  private void listOrders(int round) throws SQLException {
    List<String> statuses = List.of("new", "paid", "shipped", "cancelled", "returned");
    String status = statuses.get(round % statuses.size());
    session.query(ORDERS_IN_STATUS, status, 25);
    session.query(COUNT_ORDERS, status, ShopContent.TODAY.minusDays(365), ShopContent.TODAY);
  }

  private void showCustomer() throws SQLException {
    long customer = anyOf(ShopContent.CUSTOMERS);
    session.query(ORDERS_OF_CUSTOMER, customer, "cancelled", 25);
    session.query(
        EVENTS_OF_CUSTOMER,
        customer,
        """
        {"device": "phone"}""",
        50);
  }

  private void writeReview(int round) throws SQLException {
    long product = anyOf(ShopContent.PRODUCTS);
    long customer = anyOf(ShopContent.CUSTOMERS);
    String body = REVIEW_BODIES.get(round / 3 % REVIEW_BODIES.size());
    session.query(REVIEW_EXISTS, customer, product, 1);
    session.begin();
    long review =
        session.number(INSERT_REVIEW, product, customer, 4, null, body, ShopContent.TODAY);
    session.commit();
    session.query(AVERAGE_RATING, product);
    session.query(DELETE_REVIEW, review);
  }

  private void changeProduct() throws SQLException {
    long product = anyOf(ShopContent.PRODUCTS);
    session.begin();
    session.query(LOCK_PRODUCT, product, 1);
    session.run("SAVEPOINT active_record_1");
    session.query(UPDATE_PRODUCT, new BigDecimal("19.90"), 40, product);
    session.run("RELEASE SAVEPOINT active_record_1");
    session.commit();
    session.query(CUSTOMERS_BY_NAME, "o'n%", 25);
  }

  private void showLists() throws SQLException {
    session.query(ITEMS_IN_CATEGORY, anyOf(ShopContent.CATEGORIES), "completed", "shipped", 3, 50);
    session.query(BIG_SPENDERS, new BigDecimal("905.00"), 25);
    session.query(OPEN_PAYMENTS, "invoice", 100);
  }

  private long anyOf(int count) {
    return 1L + random.nextInt(count);
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
