-- Advice of pgslowlog, for psql
-- Log: shop/postgresql.log, 2026-11-21T02:08:36.564Z to 2026-11-21T02:08:51.372Z
-- Basis: PostgreSQL 18.6, private server; schema of shop/schema.sql, statistics of
--   shop/statistics.sql
-- Read it, then run it outside of a transaction, so without --single-transaction:
--   psql -X -v ON_ERROR_STOP=1 -d DATABASE -f FILE
-- Only confirmed indexes and statistics are created; what else is advised stands in comments. An
-- index whose creation fails stays behind invalid: undo it, remove what has run, and run the rest.

-- 1. Create an index on public.order_items
--    equality; join partner lookup: 25.2% of execution time, 16 calls
--    cost 87,738 -> 28,807 (3.0 times cheaper), size 2.1 MB
--    saves 18.1% of all cost on its own; without it, 18.1% come back
--    writes 78 bytes for each inserted row, 316 bytes for each updated key
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 4 MB of free disk space while it is built
--    0b534312b188e3336def38b2f41da66a: 8 calls, cost of one 6,556 -> 359 (18.3 times cheaper)
--      SELECT count(oi1_0.id), sum(oi1_0.quantity) FROM order_items oi1_0 WHERE oi1_0.product_id =
--      $1
--    da2f8d9400efd20d0882e85bf3afbdd8: 2 calls, cost of one 800 -> 430 (1.9 times cheaper)
--      SELECT o1_0.id, o1_0.order_number FROM orders o1_0 WHERE o1_0.status <> $1 AND EXISTS
--      (SELECT $2 FROM order_items oi1_0 WHERE oi1_0.order_id = o1_0.id AND oi1_0.product_id = $...
--    907de7c202bbf565c264cc217f2381c9: 4 calls, cost of one 4,839 -> 4,368 (1.1 times cheaper)
--      SELECT p.name, sum(oi.quantity * oi.unit_price) AS revenue FROM order_items oi JOIN orders o
--      ON o.id = oi.order_id JOIN products p ON p.id = oi.product_id WHERE o.created_at BETWEEN ...
--    bfb6460fa5ac88a6ec559873bdeace80: 2 calls, cost of one 7,168 -> 3,802 (1.9 times cheaper)
--      SELECT order_items.* FROM order_items INNER JOIN products ON products.id =
--      order_items.product_id INNER JOIN orders ON orders.id = order_items.order_id WHERE produc...
CREATE INDEX CONCURRENTLY order_items_product_id_idx ON public.order_items (product_id);
-- Undo:  DROP INDEX CONCURRENTLY public.order_items_product_id_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'order_items_product_id_idx';

-- 2. Create an index on public.payments
--    join partner lookup; equality: 14.2% of execution time, 20 calls
--    cost 76,311 -> 480 (159 times cheaper), size 2.2 MB
--    saves 16.0% of all cost on its own; without it, 16.0% come back
--    writes 78 bytes for each inserted row, 156 bytes for each updated key
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 4 MB of free disk space while it is built
--    4919f06b0db1dd31502033a6002a69d3: 8 calls, cost of one 5,616 -> 16.76 (335 times cheaper)
--      SELECT DISTINCT orders.id, orders.created_at AS alias_0 FROM orders LEFT OUTER JOIN payments
--      ON payments.order_id = orders.id WHERE orders.customer_id = $1 AND orders.status <> $2 OR...
--    59ec16670fe718321189b858dbcbdcd5: 8 calls, cost of one 2,588 -> 2.51 (1,031 times cheaper)
--      SELECT p1_0.id, p1_0.amount, p1_0.method, p1_0.paid_at, p1_0.reference, p1_0.status FROM
--      payments p1_0 WHERE p1_0.order_id = $1
--    8eac596b03910f8f3b091c3e5f839c23: 2 calls, cost of one 2,720 -> 147 (18.5 times cheaper)
--      SELECT DISTINCT o1_0.id, o1_0.order_number, o1_0.created_at FROM orders o1_0 LEFT JOIN
--      payments p1_0 ON o1_0.id = p1_0.order_id WHERE o1_0.status IN (...) AND o1_0.created_at >...
--    01ddbca28d6aeb05bc036c6d5184257a: 2 calls, cost of one 2,619 -> 16.30 (161 times cheaper)
--      SELECT DISTINCT o1_0.id, c1_0.id, c1_0.email, a1_0.id, a1_0.city, oi1_0.order_id,
--      oi1_0.position, p1_0.id, p1_0.name, c2_0.id, c2_0.name, c3_0.id, c3_0.name, p2_0.id, p2_0...
CREATE INDEX CONCURRENTLY payments_order_id_idx ON public.payments (order_id);
-- Undo:  DROP INDEX CONCURRENTLY public.payments_order_id_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'payments_order_id_idx';

-- 3. Create an index on public.orders
--    equality: 12.7% of execution time, 16 calls
--    cost 67,060 -> 200 (336 times cheaper), size 1.1 MB
--    saves 14.3% of all cost on its own; without it, 5.8% come back
--    writes 78 bytes for each inserted row, 314 bytes for each updated key
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 2 MB of free disk space while it is built
--    4919f06b0db1dd31502033a6002a69d3: 8 calls, cost of one 5,616 -> 16.76 (335 times cheaper)
--      SELECT DISTINCT orders.id, orders.created_at AS alias_0 FROM orders LEFT OUTER JOIN payments
--      ON payments.order_id = orders.id WHERE orders.customer_id = $1 AND orders.status <> $2 OR...
--    c87fd214f9ae06f2e1c4e9efd9deb0bc: 8 calls, cost of one 2,766 -> 8.19 (338 times cheaper)
--      SELECT o1_0.id, o1_0.customer_id, o1_0.created_at, o1_0.order_number, o1_0.status,
--      o1_0.total FROM orders o1_0 WHERE o1_0.customer_id = $1 ORDER BY o1_0.created_at DESC FET...
CREATE INDEX CONCURRENTLY orders_customer_id_idx ON public.orders (customer_id);
-- Undo:  DROP INDEX CONCURRENTLY public.orders_customer_id_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'orders_customer_id_idx';

-- 4. Create an index on public.events
--    equality: 6.3% of execution time, 8 calls
--    cost 14,592 -> 65.12 (224 times cheaper), size 589.8 kB
--    saves 4.6% of all cost on its own; without it, 4.5% come back
--    writes 78 bytes for each inserted row, 234 bytes for each updated key
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 1 MB of free disk space while it is built
--    4b6b6489fc366294e8000c646670384b: 8 calls, cost of one 1,824 -> 8.14 (224 times cheaper)
--      SELECT events.* FROM events WHERE events.customer_id = $1 AND events.payload @> $2 ORDER BY
--      events.created_at DESC LIMIT $3
CREATE INDEX CONCURRENTLY events_customer_id_idx ON public.events (customer_id);
-- Undo:  DROP INDEX CONCURRENTLY public.events_customer_id_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'events_customer_id_idx';

-- 5. Create an index on public.orders
--    covers the query: 5.6% of execution time, 6 calls
--    cost 18,511 -> 1,204 (15.4 times cheaper), size 3.2 MB
--    saves 10.2% of all cost on its own; without it, 5.4% come back
--    writes 84 bytes for each inserted row, 320 bytes for each updated key
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 6 MB of free disk space while it is built
--    687fa301d1e648b366acef2c02e2f3b5: 4 calls, cost of one 3,020 -> 70.58 (42.8 times cheaper)
--      SELECT * FROM (SELECT o.customer_id, o.order_number, o.total, row_number() OVER (PARTITION
--      BY o.customer_id ORDER BY o.created_at DESC) AS place FROM orders o WHERE o.shipping_addr...
--    170d42119b5166f5aa6e60e11655872b: 2 calls, cost of one 3,216 -> 461 (7.0 times cheaper)
--      SELECT customers.* FROM customers WHERE EXISTS (SELECT $1 FROM orders WHERE
--      orders.customer_id = customers.id AND orders.total > $2) ORDER BY customers.last_name ASC...
CREATE INDEX CONCURRENTLY orders_total_customer_id_idx ON public.orders (total, customer_id);
-- Undo:  DROP INDEX CONCURRENTLY public.orders_total_customer_id_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'orders_total_customer_id_idx';

-- 6. Create an index on public.orders
--    equality, then range; equality, then the order asked for: 5.0% of execution time, 18 calls
--    cost 19,358 -> 527 (36.7 times cheaper), size 4.1 MB
--    saves 4.3% of all cost on its own; without it, 4.3% come back
--    writes 87 bytes for each inserted row, 323 bytes for each updated key; updates of status are
--      no longer heap-only (HOT)
--    - statements of the log update status, which no index has so far: these updates will no longer
--      be heap-only (HOT)
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 8 MB of free disk space while it is built
--    5f70afd7177c3b35d9db600da8ef07df: 8 calls, cost of one 1,636 -> 16.26 (101 times cheaper)
--      SELECT count(*) FROM orders WHERE orders.status = $1 AND orders.created_at BETWEEN $2 AND $3
--    8eac596b03910f8f3b091c3e5f839c23: 2 calls, cost of one 2,720 -> 147 (18.5 times cheaper)
--      SELECT DISTINCT o1_0.id, o1_0.order_number, o1_0.created_at FROM orders o1_0 LEFT JOIN
--      payments p1_0 ON o1_0.id = p1_0.order_id WHERE o1_0.status IN (...) AND o1_0.created_at >...
--    9e4887ed25dcb6fba603201f8058ed61: 8 calls, cost of one 103 -> 12.98 (8.0 times cheaper)
--      SELECT orders.* FROM orders WHERE orders.status = $1 ORDER BY orders.created_at DESC LIMIT
--      $2
CREATE INDEX CONCURRENTLY orders_status_created_at_idx ON public.orders (status, created_at);
-- Undo:  DROP INDEX CONCURRENTLY public.orders_status_created_at_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'orders_status_created_at_idx';

-- 7. Create an index on public.reviews
--    equality, then range; join partner lookup: 4.9% of execution time, 15 calls
--    cost 18,614 -> 519 (35.9 times cheaper), size 516.1 kB
--    saves 5.6% of all cost on its own; without it, 5.6% come back
--    writes 80 bytes for each inserted row, 236 bytes for each updated key
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 1 MB of free disk space while it is built
--    865978b8d500b1b7b072aa6a897aa99b: 8 calls, cost of one 1,269 -> 44.00 (28.8 times cheaper)
--      SELECT r1_0.id, r1_0.body, r1_0.created_at, c1_0.first_name, r1_0.rating, r1_0.title FROM
--      reviews r1_0 LEFT JOIN customers c1_0 ON c1_0.id = r1_0.customer_id WHERE r1_0.product_id...
--    02d1d62f45720799163a4642b61a1552: 4 calls, cost of one 1,241 -> 40.37 (30.8 times cheaper)
--      SELECT p.sku, p.attributes ->> $1, r.rating FROM products p LEFT JOIN reviews r ON
--      r.product_id = p.id AND r.rating = $2 WHERE p.attributes @> $3::jsonb AND p.stock < $4
--    a8f9daebeae8c988b66ce160ac2104cd: 3 calls, cost of one 1,165 -> 1.74 (670 times cheaper)
--      SELECT avg(reviews.rating) FROM reviews WHERE reviews.product_id = $1
CREATE INDEX CONCURRENTLY reviews_product_id_rating_idx ON public.reviews (product_id, rating);
-- Undo:  DROP INDEX CONCURRENTLY public.reviews_product_id_rating_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'reviews_product_id_rating_idx';

-- 8. Create an index on public.orders
--    an arm of OR: 3.5% of execution time, 4 calls
--    cost 12,079 -> 282 (42.8 times cheaper), size 1.3 MB
--    saves 0.0% of all cost on its own; without it, 3.7% come back
--    writes 78 bytes for each inserted row, 314 bytes for each updated key
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 2 MB of free disk space while it is built
--    687fa301d1e648b366acef2c02e2f3b5: 4 calls, cost of one 3,020 -> 70.58 (42.8 times cheaper)
--      SELECT * FROM (SELECT o.customer_id, o.order_number, o.total, row_number() OVER (PARTITION
--      BY o.customer_id ORDER BY o.created_at DESC) AS place FROM orders o WHERE o.shipping_addr...
CREATE INDEX CONCURRENTLY orders_shipping_address_id_idx ON public.orders (shipping_address_id);
-- Undo:  DROP INDEX CONCURRENTLY public.orders_shipping_address_id_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'orders_shipping_address_id_idx';

-- 9. Create an index on public.addresses
--    join partner lookup; equality: 1.9% of execution time, 12 calls
--    cost 8,976 -> 58.60 (153 times cheaper), size 565.2 kB
--    saves 2.2% of all cost on its own; without it, 2.2% come back
--    writes 78 bytes for each inserted row, 156 bytes for each updated key
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 1 MB of free disk space while it is built
--    12e7dca4f7eeed495910b08f77ba7533: 4 calls, cost of one 1,069 -> 9.63 (111 times cheaper)
--      SELECT DISTINCT a.city FROM customers AS c INNER JOIN addresses AS a ON a.customer_id = c.id
--      WHERE c.email LIKE $1 AND a.country_code = $2 ORDER BY a.city
--    cc0e8f7f15ebeab0e0688d7e5a963c52: 8 calls, cost of one 588 -> 2.51 (234 times cheaper)
--      SELECT a1_0.customer_id, a1_0.id, a1_0.city, a1_0.country_code, a1_0.kind, a1_0.postal_code,
--      a1_0.street FROM addresses a1_0 WHERE a1_0.customer_id = $1
CREATE INDEX CONCURRENTLY addresses_customer_id_idx ON public.addresses (customer_id);
-- Undo:  DROP INDEX CONCURRENTLY public.addresses_customer_id_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'addresses_customer_id_idx';

-- 10. Create an index on public.products
--    covers the query: 8.2% of execution time, 18 calls
--    cost 34,204 -> 25,347 (1.3 times cheaper), size 172.0 kB
--    saves 0.2% of all cost on its own; without it, 0.2% come back
--    writes 121 bytes for each inserted row, 357 bytes for each updated key; updates of price are
--      no longer heap-only (HOT)
--    - statements of the log update price, which no index has so far: these updates will no longer
--      be heap-only (HOT)
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 1 MB of free disk space while it is built
--    907de7c202bbf565c264cc217f2381c9: 4 calls, cost of one 4,839 -> 4,368 (1.1 times cheaper)
--      SELECT p.name, sum(oi.quantity * oi.unit_price) AS revenue FROM order_items oi JOIN orders o
--      ON o.id = oi.order_id JOIN products p ON p.id = oi.product_id WHERE o.created_at BETWEEN ...
--    bfb6460fa5ac88a6ec559873bdeace80: 2 calls, cost of one 7,168 -> 3,802 (1.9 times cheaper)
--      SELECT order_items.* FROM order_items INNER JOIN products ON products.id =
--      order_items.product_id INNER JOIN orders ON orders.id = order_items.order_id WHERE produc...
--    8ef47f9c312a20457dc7d2043107603f: 4 calls, cost of one 65.11 -> 63.49 (the same)
--      SELECT p1_0.id, p1_0.name FROM products p1_0 WHERE lower(p1_0.name) LIKE $1 escape $2 ORDER
--      BY p1_0.name FETCH FIRST $3 ROWS ONLY
--    b71588dcbbdc4cca77266beb9e0bd6c2: 8 calls, cost of one 31.32 -> 1.93 (16.2 times cheaper)
--      SELECT p1_0.id, p1_0.name, p1_0.price, p1_0.sku FROM products p1_0 WHERE p1_0.category_id =
--      $1 AND p1_0.active AND p1_0.price BETWEEN $2 AND $3 ORDER BY p1_0.price, p1_0.id OFFSET $...
CREATE INDEX CONCURRENTLY products_category_id_active_price_id_name_sku_idx ON public.products (category_id, active, price, id) INCLUDE (name, sku);
-- Undo:  DROP INDEX CONCURRENTLY public.products_category_id_active_price_id_name_sku_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'products_category_id_active_price_id_name_sku_idx';

-- 11. Create an index on public.customers
--    equality; join partner lookup; covers the query: 9.4% of execution time, 8 calls
--    cost 19,479 -> 13,937 (1.4 times cheaper), size 1.3 MB
--    saves 1.0% of all cost on its own; without it, 1.0% come back
--    writes 104 bytes for each inserted row, 277 bytes for each updated key
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 3 MB of free disk space while it is built
--    3997906e4fe41d106b553823bc26683e: 4 calls, cost of one 3,801 -> 3,475 (1.1 times cheaper)
--      WITH first_order AS (SELECT customer_id, min(created_at) AS first_at FROM orders GROUP BY
--      customer_id) SELECT c.id, c.email, f.first_at FROM first_order f JOIN customers c ON c.id...
--    12e7dca4f7eeed495910b08f77ba7533: 4 calls, cost of one 1,069 -> 9.63 (111 times cheaper)
--      SELECT DISTINCT a.city FROM customers AS c INNER JOIN addresses AS a ON a.customer_id = c.id
--      WHERE c.email LIKE $1 AND a.country_code = $2 ORDER BY a.city
CREATE INDEX CONCURRENTLY customers_newsletter_email_id_idx ON public.customers (newsletter, email text_pattern_ops, id);
-- Undo:  DROP INDEX CONCURRENTLY public.customers_newsletter_email_id_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'customers_newsletter_email_id_idx';

-- 12. Create an index on public.customers
--    an expression compared: 1.6% of execution time, 6 calls
--    cost 3,132 -> 15.06 (208 times cheaper), size 827.4 kB
--    saves 1.0% of all cost on its own; without it, 1.0% come back
--    writes 86 bytes for each inserted row, 86 bytes for each updated key
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 2 MB of free disk space while it is built
--    8e2f1fe7282a1db132ed02dd6ea1cfe5: 4 calls, cost of one 522 -> 2.51 (208 times cheaper)
--      SELECT id, first_name, last_name FROM customers WHERE lower(email) = $1
--    fcde7b114c83e3b64609fb7f1da7b17f: 2 calls, cost of one 522 -> 2.51 (208 times cheaper)
--      SELECT c1_0.id, c1_0.email FROM customers c1_0 WHERE lower(c1_0.email) = lower($1)
CREATE INDEX CONCURRENTLY customers_lower_email_idx ON public.customers ((lower(email)));
-- Undo:  DROP INDEX CONCURRENTLY public.customers_lower_email_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'customers_lower_email_idx';

-- 13. Create an index on public.products
--    range: 1.5% of execution time, 4 calls
--    cost 4,966 -> 161 (30.8 times cheaper), size 41.0 kB
--    saves 0.1% of all cost on its own; without it, 0.1% come back
--    writes 74 bytes for each inserted row, 310 bytes for each updated key; updates of stock are no
--      longer heap-only (HOT)
--    - statements of the log update stock, which no index has so far: these updates will no longer
--      be heap-only (HOT)
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 1 MB of free disk space while it is built
--    02d1d62f45720799163a4642b61a1552: 4 calls, cost of one 1,241 -> 40.37 (30.8 times cheaper)
--      SELECT p.sku, p.attributes ->> $1, r.rating FROM products p LEFT JOIN reviews r ON
--      r.product_id = p.id AND r.rating = $2 WHERE p.attributes @> $3::jsonb AND p.stock < $4
CREATE INDEX CONCURRENTLY products_stock_idx ON public.products (stock);
-- Undo:  DROP INDEX CONCURRENTLY public.products_stock_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'products_stock_idx';

-- 14. Create an index on public.events
--    equality: 1.5% of execution time, 4 calls
--    cost 6,913 -> 2,389 (2.9 times cheaper), size 1.8 MB
--    saves 1.4% of all cost on its own; without it, 1.3% come back
--    writes 92 bytes for each inserted row, 248 bytes for each updated key
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 4 MB of free disk space while it is built
--    f3309bfdd0bfedf01420ad98baefd6bb: 2 calls, cost of one 1,633 -> 1,192 (1.4 times cheaper)
--      SELECT e1_0.id, e1_0.created_at, e1_0.payload FROM events e1_0 WHERE e1_0.kind = $1 AND
--      e1_0.created_at >= $2 AND e1_0.customer_id IS NULL
--    39f8d3518e715e4f6c920fa99ca220a1: 2 calls, cost of one 1,824 -> 2.63 (694 times cheaper)
--      DELETE FROM events e1_0 WHERE e1_0.session_id = $1 AND e1_0.kind = $2
CREATE INDEX CONCURRENTLY events_kind_session_id_idx ON public.events (kind, session_id);
-- Undo:  DROP INDEX CONCURRENTLY public.events_kind_session_id_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'events_kind_session_id_idx';

-- 15. Create an index on public.payments
--    the first rows in the order asked for, in a part of the table: 0.2% of execution time, 2 calls
--    cost 591 -> 35.64 (16.6 times cheaper), size 147.5 kB
--    saves 0.2% of all cost on its own; without it, 0.2% come back
--    writes 6 bytes for each inserted row, 84 bytes for each updated key
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 1 MB of free disk space while it is built
--    71309e10fdf3a42f8c9d09093ec6f651: 2 calls, cost of one 296 -> 17.82 (16.6 times cheaper)
--      SELECT payments.* FROM payments WHERE payments.method = $1 AND payments.paid_at IS NULL
--      ORDER BY payments.id ASC LIMIT $2
CREATE INDEX CONCURRENTLY payments_id_partial_idx ON public.payments (id) WHERE paid_at IS NULL;
-- Undo:  DROP INDEX CONCURRENTLY public.payments_id_partial_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'payments_id_partial_idx';

-- 16. Drop an index of public.order_items
--    order_items_order_id_position_key begins with its keys and has all its columns; no statement
--      of the log gets costlier by 10 % without it
--    size 4.4 MB
--    - it is narrower than order_items_order_id_position_key: scans of it read fewer pages
-- DROP INDEX CONCURRENTLY public.order_items_order_id_idx;
-- Undo:  CREATE INDEX CONCURRENTLY order_items_order_id_idx ON public.order_items USING btree (order_id);
-- Check: SELECT indexrelname, idx_scan FROM pg_stat_user_indexes WHERE schemaname = 'public' AND relname = 'order_items' ORDER BY indexrelname;

-- 17. Rewrite a statement on public.orders
--    the year is computed for every row; a range of times is found by an index; 12.1 % of the time;
--      index orders_created_at_idx serves it then: 12.1% of execution time, 4 calls
--    not confirmed by the planner
--    - years begin at midnight of the session's TimeZone, in both forms
--    e11186e89512537073b69b7b7120b247: 4 calls
--      SELECT extract(isodow FROM created_at) AS weekday, avg(total) FROM orders WHERE extract(year
--      FROM created_at) = $1 AND date_trunc($2, created_at) = $3 GROUP BY extract(isodow FROM cr...
-- instead of: EXTRACT(year FROM created_at) = $1
-- write:      created_at >= make_date($1::integer, 1, 1) AND created_at < make_date($1::integer + 1, 1, 1)

-- 18. Rewrite a statement on public.orders
--    the time is cut for every row; a range of times is found by an index; 12.1 % of the time;
--      index orders_created_at_idx serves it then: 12.1% of execution time, 4 calls
--    not confirmed by the planner
--    - the value has to be the beginning of its month, as it is now where rows are found
--    e11186e89512537073b69b7b7120b247: 4 calls
--      SELECT extract(isodow FROM created_at) AS weekday, avg(total) FROM orders WHERE extract(year
--      FROM created_at) = $1 AND date_trunc($2, created_at) = $3 GROUP BY extract(isodow FROM cr...
-- instead of: date_trunc('month', created_at) = $3
-- write:      created_at >= $3::timestamptz AND created_at < $3::timestamptz + interval '1 month'
