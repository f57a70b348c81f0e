package io.github.pgslowlog.samples.generator;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What is in the shop before the workloads start: invented rows, the same on each run, many enough
 * that a missing index costs milliseconds.
 */
final class ShopContent {

  static final int CATEGORIES = 40;
  static final int CUSTOMERS = 20_000;
  static final int ORDERS = 100_000;
  static final int PRODUCTS = 2_000;

  /** When the workloads take place; nothing in the shop is later. */
  static final OffsetDateTime TODAY = OffsetDateTime.of(2026, 6, 24, 10, 0, 0, 0, ZoneOffset.UTC);

  private static final String INSERT_CATEGORIES =
      """
      insert into categories (id, parent_id, name, slug)
      select n, case when n > 8 then 1 + mod(n, 8) end, 'Category ' || n, 'category-' || n
      from generate_series(1, 40) as n
      """;

  private static final String INSERT_CUSTOMERS =
      """
      with names as (
        select
          array['Ada', 'Björn', 'Carla', 'Dana', 'Emil', 'Françoise', 'Goran', 'Hana', 'Igor',
                'Jürgen', 'Kofi', 'Łucja', 'Mara', 'Nils', 'Olga', 'Pál', 'Rosa'] as first,
          array['Adler', 'Brandt', 'Castro', 'Dvořák', 'Eriksen', 'Fontaine', 'Gruber', 'Hansen',
                'Ivanova', 'Jansen', 'Kowalski', 'Lindqvist', 'Müller', 'Novak', 'O''Neill',
                'Petit', 'Rossi', 'Silva', 'Tanaka', 'Weber', 'Yılmaz'] as last
      )
      insert into customers
        (id, email, first_name, last_name, phone, newsletter, created_at)
      select
        n,
        'customer' || n || (array['@example.com', '@example.net', '@example.org'])[1 + mod(n, 3)],
        first[1 + mod(n * 7, cardinality(first))],
        last[1 + mod(n * 11, cardinality(last))],
        case when mod(n, 4) = 0 then '+49 555 ' || lpad(n::text, 6, '0') end,
        mod(n, 5) = 0,
        timestamptz '2023-06-01 09:00:00+00' + n * interval '77 minutes'
      from generate_series(1, 20000) as n, names
      """;

  private static final String INSERT_ADDRESSES =
      """
      insert into addresses (id, customer_id, kind, street, postal_code, city, country_code)
      select
        n,
        1 + mod(n, 20000),
        case when n <= 20000 then 'home' else 'delivery' end,
        'Example Street ' || 1 + mod(n, 190),
        lpad(mod(n * 37, 99999)::text, 5, '0'),
        (array['Aldorf', 'Bexhaven', 'Cormouth', 'Dunberg', 'Elmstad'])[1 + mod(n * 3, 5)],
        (array['DE', 'DE', 'DE', 'AT', 'CH', 'FR', 'NL'])[1 + mod(n * 5, 7)]
      from generate_series(1, 25000) as n
      """;

  private static final String INSERT_PRODUCTS =
      """
      insert into products
        (id, category_id, sku, name, price, stock, active, attributes, created_at)
      select
        n,
        1 + mod(n * 13, 40),
        'SKU-' || lpad(n::text, 5, '0'),
        (array['Chair', 'Desk', 'Lamp', 'Shelf', 'Sofa'])[1 + mod(n, 5)]
          || ' "' || (array['Aurora', 'Boreal', 'Comet', 'Dune'])[1 + mod(n * 3, 4)] || '" ' || n,
        5 + mod(n * 739, 50000) / 100.0,
        mod(n * 17, 250),
        mod(n, 9) <> 0,
        jsonb_build_object(
          'color', (array['red', 'green', 'blue', 'black'])[1 + mod(n, 4)],
          'weight', mod(n * 7, 40)),
        timestamptz '2023-06-01 09:00:00+00' + n * interval '9 hours'
      from generate_series(1, 2000) as n
      """;

  private static final String INSERT_ORDERS =
      """
      insert into orders
        (id, order_number, customer_id, shipping_address_id, status, total, note, created_at,
         updated_at)
      select
        n,
        'R' || lpad(n::text, 8, '0'),
        1 + floor(power(mod(n * 7919, 20000), 2) / 20000),
        case when mod(n, 10) <> 0 then 1 + mod(n * 6007, 24000) end,
        case
          when n > 99500 then 'new'
          when n > 98500 then 'paid'
          when n > 97500 then 'shipped'
          when mod(n, 17) = 0 then 'cancelled'
          when mod(n, 43) = 0 then 'returned'
          else 'completed'
        end,
        9 + mod(n * 3571, 90000) / 100.0,
        case when mod(n, 50) = 0 then 'Please ring the bell' end,
        timestamptz '2024-01-01 08:00:00+00' + n * interval '13 minutes',
        case
          when n <= 99500 then timestamptz '2024-01-03 08:00:00+00' + n * interval '13 minutes'
        end
      from generate_series(1, 100000) as n
      """;

  private static final String INSERT_ORDER_ITEMS =
      """
      insert into order_items
        (id, order_id, position, product_id, quantity, unit_price, discount)
      select
        row_number() over (order by orders.id, position),
        orders.id,
        position,
        products.id,
        1 + mod(orders.id * position, 4),
        products.price,
        case when mod(orders.id, 20) = 0 then 1.50 end
      from orders
      cross join generate_series(1, 5) as position
      join products
        on products.id = 1 + floor(power(mod(orders.id * 31 + position * 787, 2000), 2) / 2000)
      where position <= 1 + mod(orders.id, 5)
      order by orders.id, position
      """;

  private static final String INSERT_PAYMENTS =
      """
      insert into payments (order_id, method, status, amount, reference, paid_at)
      select
        id,
        (array['card', 'card', 'card', 'invoice', 'transfer'])[1 + mod(id * 3, 5)],
        case status
          when 'cancelled' then 'failed'
          when 'returned' then 'refunded'
          else 'settled'
        end,
        total,
        md5(order_number),
        case when status <> 'cancelled' then created_at + interval '5 minutes' end
      from orders
      where status <> 'new'
      order by id
      """;

  private static final String INSERT_EVENTS =
      """
      insert into events (session_id, customer_id, kind, payload, created_at)
      select
        md5((n / 6)::text)::uuid,
        case when mod(n / 6, 3) <> 0 then 1 + mod(n / 6 * 7919, 20000) end,
        (array['view', 'view', 'view', 'search', 'cart', 'checkout'])[1 + mod(n, 6)],
        jsonb_strip_nulls(jsonb_build_object(
          'path', '/products/' || 1 + mod(n * 31, 2000),
          'device', (array['phone', 'phone', 'tablet', 'desktop'])[1 + mod(n / 6, 4)],
          'campaign', case when mod(n, 40) = 0 then 'summer' end)),
        timestamptz '2026-04-01 00:00:00+00' + n * interval '2 minutes'
      from generate_series(1, 60000) as n
      """;

  private static final String INSERT_REVIEWS =
      """
      insert into reviews (product_id, customer_id, rating, title, body, created_at)
      select
        1 + floor(power(mod(n * 7919, 2000), 2) / 2000),
        1 + mod(n * 6007, 20000),
        (array[5, 5, 4, 4, 3, 2, 1])[1 + mod(n, 7)],
        (array['Great', 'Good', 'As expected', 'Not for me'])[1 + mod(n * 3, 4)],
        'Bought it ' || mod(n, 60) || ' weeks ago. '
          || repeat('Works well in the kitchen and in the office. ', 1 + mod(n, 4)),
        timestamptz '2024-02-01 12:00:00+00' + n * interval '41 minutes'
      from generate_series(1, 30000) as n
      """;

  private static final String ADVANCE_SEQUENCES =
      """
      select
        setval('addresses_id_seq', 25000),
        setval('customers_id_seq', 20000),
        setval('orders_seq', 100001),
        setval('order_items_seq', 300001)
      """;

  /** ANALYZE then reads all rows instead of some, and finds the same on each run. */
  private static final String READ_ALL_ROWS =
      """
      alter table events alter kind set statistics 200;
      alter table order_items alter quantity set statistics 1000;
      alter table orders alter currency set statistics 400;
      alter table payments alter method set statistics 400;
      """;

  private static final String ROLES =
      """
      create role shop_app login;
      grant select, insert, update, delete on all tables in schema public to shop_app;
      grant usage on all sequences in schema public to shop_app;
      create role report login;
      grant select on all tables in schema public to report;
      """;

  private static final List<String> IN_ORDER =
      List.of(
          INSERT_CATEGORIES,
          INSERT_CUSTOMERS,
          INSERT_ADDRESSES,
          INSERT_PRODUCTS,
          INSERT_ORDERS,
          INSERT_ORDER_ITEMS,
          INSERT_PAYMENTS,
          INSERT_EVENTS,
          INSERT_REVIEWS,
          ADVANCE_SEQUENCES,
          ROLES,
          READ_ALL_ROWS,
          "vacuum (freeze, analyze)");

  private ShopContent() {}

  /** Fills the empty tables and lets the applications at them. */
  static void load(SampleServer server) throws SQLException {
    try (ShopSession session = server.connectAsSuperuser()) {
      for (String text : IN_ORDER) {
        session.run(text);
      }
    }
  }
}
