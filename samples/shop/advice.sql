-- Advice of pgslowlog, for psql
-- Log: shop/postgresql.log, 2026-11-21T02:08:36.564Z to 2026-11-21T02:08:51.372Z
-- Basis: PostgreSQL 18.6, private server; schema of shop/schema.sql, statistics of
--   shop/statistics.sql
-- Read it, then run it outside of a transaction, so without --single-transaction:
--   psql -X -v ON_ERROR_STOP=1 -d DATABASE -f FILE
-- Only CREATE statements run; what else is advised stands in comments. An index whose creation
-- fails stays behind invalid: undo it before the next attempt.

-- 1. Create an index on public.order_items
--    join partner lookup: 19.9% of execution time, 12 calls
--    cost 62,401 -> 19,811 (3.1 times cheaper), size 2.3 MB
--    saves 12.9% of all cost on its own; without it, 12.9% come back
--    writes 82 bytes for each inserted row, 320 bytes for each updated key
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 4 MB of free disk space while it is built
--    0b534312b188e3336def38b2f41da66a: 8 calls, cost of one 6,011 -> 929 (6.5 times cheaper)
--      SELECT count(oi1_0.id), sum(oi1_0.quantity) FROM order_items oi1_0 WHERE oi1_0.product_id =
--      $1
--    da2f8d9400efd20d0882e85bf3afbdd8: 2 calls, cost of one 952 -> 841 (1.1 times cheaper)
--      SELECT o1_0.id, o1_0.order_number FROM orders o1_0 WHERE o1_0.status <> $1 AND EXISTS
--      (SELECT $2 FROM order_items oi1_0 WHERE oi1_0.order_id = o1_0.id AND oi1_0.product_id = $...
--    bfb6460fa5ac88a6ec559873bdeace80: 2 calls, cost of one 6,204 -> 5,350 (1.2 times cheaper)
--      SELECT order_items.* FROM order_items INNER JOIN products ON products.id =
--      order_items.product_id INNER JOIN orders ON orders.id = order_items.order_id WHERE produc...
CREATE INDEX CONCURRENTLY order_items_product_id_quantity_idx ON public.order_items (product_id, quantity);
-- Undo:  DROP INDEX CONCURRENTLY public.order_items_product_id_quantity_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'order_items_product_id_quantity_idx';

-- 2. Create an index on public.payments
--    covers the query: 14.2% of execution time, 20 calls
--    cost 75,342 -> 1,225 (61.5 times cheaper), size 3.2 MB
--    saves 15.2% of all cost on its own; without it, 15.5% come back
--    writes 86 bytes for each inserted row, 164 bytes for each updated key
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 6 MB of free disk space while it is built
--    4919f06b0db1dd31502033a6002a69d3: 8 calls, cost of one 5,482 -> 54.09 (101 times cheaper)
--      SELECT DISTINCT orders.id, orders.created_at AS alias_0 FROM orders LEFT OUTER JOIN payments
--      ON payments.order_id = orders.id WHERE orders.customer_id = $1 AND orders.status <> $2 OR...
--    59ec16670fe718321189b858dbcbdcd5: 8 calls, cost of one 2,588 -> 8.44 (307 times cheaper)
--      SELECT p1_0.id, p1_0.amount, p1_0.method, p1_0.paid_at, p1_0.reference, p1_0.status FROM
--      payments p1_0 WHERE p1_0.order_id = $1
--    8eac596b03910f8f3b091c3e5f839c23: 2 calls, cost of one 2,749 -> 316 (8.7 times cheaper)
--      SELECT DISTINCT o1_0.id, o1_0.order_number, o1_0.created_at FROM orders o1_0 LEFT JOIN
--      payments p1_0 ON o1_0.id = p1_0.order_id WHERE o1_0.status IN (...) AND o1_0.created_at >...
--    01ddbca28d6aeb05bc036c6d5184257a: 2 calls, cost of one 2,643 -> 46.49 (56.9 times cheaper)
--      SELECT DISTINCT o1_0.id, c1_0.id, c1_0.email, a1_0.id, a1_0.city, oi1_0.order_id,
--      oi1_0.position, p1_0.id, p1_0.name, c2_0.id, c2_0.name, c3_0.id, c3_0.name, p2_0.id, p2_0...
CREATE INDEX CONCURRENTLY payments_order_id_paid_at_idx ON public.payments (order_id, paid_at);
-- Undo:  DROP INDEX CONCURRENTLY public.payments_order_id_paid_at_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'payments_order_id_paid_at_idx';

-- 3. Create an index on public.orders
--    equality: 12.7% of execution time, 16 calls
--    cost 65,985 -> 652 (101 times cheaper), size 1.1 MB
--    saves 13.6% of all cost on its own; without it, 11.1% come back
--    writes 78 bytes for each inserted row, 314 bytes for each updated key
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 2 MB of free disk space while it is built
--    4919f06b0db1dd31502033a6002a69d3: 8 calls, cost of one 5,482 -> 54.09 (101 times cheaper)
--      SELECT DISTINCT orders.id, orders.created_at AS alias_0 FROM orders LEFT OUTER JOIN payments
--      ON payments.order_id = orders.id WHERE orders.customer_id = $1 AND orders.status <> $2 OR...
--    c87fd214f9ae06f2e1c4e9efd9deb0bc: 8 calls, cost of one 2,766 -> 27.37 (101 times cheaper)
--      SELECT o1_0.id, o1_0.customer_id, o1_0.created_at, o1_0.order_number, o1_0.status,
--      o1_0.total FROM orders o1_0 WHERE o1_0.customer_id = $1 ORDER BY o1_0.created_at DESC FET...
CREATE INDEX CONCURRENTLY orders_customer_id_idx ON public.orders (customer_id);
-- Undo:  DROP INDEX CONCURRENTLY public.orders_customer_id_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'orders_customer_id_idx';

-- 4. Create an index on public.events
--    equality: 7.0% of execution time, 10 calls
--    cost 18,240 -> 3,166 (5.8 times cheaper), size 589.8 kB
--    saves 4.6% of all cost on its own; without it, 4.6% come back
--    writes 78 bytes for each inserted row, 234 bytes for each updated key
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 1 MB of free disk space while it is built
--    4b6b6489fc366294e8000c646670384b: 8 calls, cost of one 1,824 -> 27.01 (67.5 times cheaper)
--      SELECT events.* FROM events WHERE events.customer_id = $1 AND events.payload @> $2 ORDER BY
--      events.created_at DESC LIMIT $3
--    f3309bfdd0bfedf01420ad98baefd6bb: 2 calls, cost of one 1,824 -> 1,475 (1.2 times cheaper)
--      SELECT e1_0.id, e1_0.created_at, e1_0.payload FROM events e1_0 WHERE e1_0.kind = $1 AND
--      e1_0.created_at >= $2 AND e1_0.customer_id IS NULL
CREATE INDEX CONCURRENTLY events_customer_id_idx ON public.events (customer_id);
-- Undo:  DROP INDEX CONCURRENTLY public.events_customer_id_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'events_customer_id_idx';

-- 5. Create an index on public.orders
--    covers the query: 5.6% of execution time, 6 calls
--    cost 18,616 -> 1,885 (9.9 times cheaper), size 3.2 MB
--    saves 4.1% of all cost on its own; without it, 5.1% come back
--    writes 84 bytes for each inserted row, 320 bytes for each updated key
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 6 MB of free disk space while it is built
--    687fa301d1e648b366acef2c02e2f3b5: 4 calls, cost of one 3,020 -> 212 (14.3 times cheaper)
--      SELECT * FROM (SELECT o.customer_id, o.order_number, o.total, row_number() OVER (PARTITION
--      BY o.customer_id ORDER BY o.created_at DESC) AS place FROM orders o WHERE o.shipping_addr...
--    170d42119b5166f5aa6e60e11655872b: 2 calls, cost of one 3,269 -> 519 (6.3 times cheaper)
--      SELECT customers.* FROM customers WHERE EXISTS (SELECT $1 FROM orders WHERE
--      orders.customer_id = customers.id AND orders.total > $2) ORDER BY customers.last_name ASC...
CREATE INDEX CONCURRENTLY orders_total_customer_id_idx ON public.orders (total, customer_id);
-- Undo:  DROP INDEX CONCURRENTLY public.orders_total_customer_id_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'orders_total_customer_id_idx';

-- 6. Create an index on public.reviews
--    equality, then range; join partner lookup: 4.9% of execution time, 15 calls
--    cost 19,856 -> 2,641 (7.5 times cheaper), size 516.1 kB
--    saves 5.2% of all cost on its own; without it, 5.2% come back
--    writes 80 bytes for each inserted row, 236 bytes for each updated key
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 1 MB of free disk space while it is built
--    865978b8d500b1b7b072aa6a897aa99b: 8 calls, cost of one 1,424 -> 275 (5.2 times cheaper)
--      SELECT r1_0.id, r1_0.body, r1_0.created_at, c1_0.first_name, r1_0.rating, r1_0.title FROM
--      reviews r1_0 LEFT JOIN customers c1_0 ON c1_0.id = r1_0.customer_id WHERE r1_0.product_id...
--    02d1d62f45720799163a4642b61a1552: 4 calls, cost of one 1,241 -> 106 (11.7 times cheaper)
--      SELECT p.sku, p.attributes ->> $1, r.rating FROM products p LEFT JOIN reviews r ON
--      r.product_id = p.id AND r.rating = $2 WHERE p.attributes @> $3::jsonb AND p.stock < $4
--    a8f9daebeae8c988b66ce160ac2104cd: 3 calls, cost of one 1,165 -> 4.64 (251 times cheaper)
--      SELECT avg(reviews.rating) FROM reviews WHERE reviews.product_id = $1
CREATE INDEX CONCURRENTLY reviews_product_id_rating_idx ON public.reviews (product_id, rating);
-- Undo:  DROP INDEX CONCURRENTLY public.reviews_product_id_rating_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'reviews_product_id_rating_idx';

-- 7. Create an index on public.orders
--    filters in the index: 5.0% of execution time, 18 calls
--    cost 21,665 -> 1,051 (20.6 times cheaper), size 5.0 MB
--    saves 4.8% of all cost on its own; without it, 4.8% come back
--    writes 95 bytes for each inserted row, 331 bytes for each updated key; updates of status are
--      no longer heap-only (HOT)
--    - statements of the log update status, which no index has so far: these updates will no longer
--      be heap-only (HOT)
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 10 MB of free disk space while it is built
--    5f70afd7177c3b35d9db600da8ef07df: 8 calls, cost of one 1,961 -> 19.47 (101 times cheaper)
--      SELECT count(*) FROM orders WHERE orders.status = $1 AND orders.created_at BETWEEN $2 AND $3
--    8eac596b03910f8f3b091c3e5f839c23: 2 calls, cost of one 2,749 -> 316 (8.7 times cheaper)
--      SELECT DISTINCT o1_0.id, o1_0.order_number, o1_0.created_at FROM orders o1_0 LEFT JOIN
--      payments p1_0 ON o1_0.id = p1_0.order_id WHERE o1_0.status IN (...) AND o1_0.created_at >...
--    9e4887ed25dcb6fba603201f8058ed61: 8 calls, cost of one 60.17 -> 33.01 (1.8 times cheaper)
--      SELECT orders.* FROM orders WHERE orders.status = $1 ORDER BY orders.created_at DESC LIMIT
--      $2
CREATE INDEX CONCURRENTLY orders_status_created_at_id_idx ON public.orders (status, created_at, id);
-- Undo:  DROP INDEX CONCURRENTLY public.orders_status_created_at_id_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'orders_status_created_at_id_idx';

-- 8. Create an index on public.orders
--    an arm of OR: 3.5% of execution time, 4 calls
--    cost 12,079 -> 847 (14.3 times cheaper), size 1.3 MB
--    saves 0.0% of all cost on its own; without it, 3.4% come back
--    writes 78 bytes for each inserted row, 314 bytes for each updated key
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 2 MB of free disk space while it is built
--    687fa301d1e648b366acef2c02e2f3b5: 4 calls, cost of one 3,020 -> 212 (14.3 times cheaper)
--      SELECT * FROM (SELECT o.customer_id, o.order_number, o.total, row_number() OVER (PARTITION
--      BY o.customer_id ORDER BY o.created_at DESC) AS place FROM orders o WHERE o.shipping_addr...
CREATE INDEX CONCURRENTLY orders_shipping_address_id_idx ON public.orders (shipping_address_id);
-- Undo:  DROP INDEX CONCURRENTLY public.orders_shipping_address_id_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'orders_shipping_address_id_idx';

-- 9. Create an index on public.customers
--    covers the query: 1.6% of execution time, 6 calls
--    cost 3,132 -> 26.58 (118 times cheaper), size 1.9 MB
--    saves 0.9% of all cost on its own; without it, 0.9% come back
--    writes 131 bytes for each inserted row, 304 bytes for each updated key
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 4 MB of free disk space while it is built
--    8e2f1fe7282a1db132ed02dd6ea1cfe5: 4 calls, cost of one 522 -> 4.43 (118 times cheaper)
--      SELECT id, first_name, last_name FROM customers WHERE lower(email) = $1
--    fcde7b114c83e3b64609fb7f1da7b17f: 2 calls, cost of one 522 -> 4.43 (118 times cheaper)
--      SELECT c1_0.id, c1_0.email FROM customers c1_0 WHERE lower(c1_0.email) = lower($1)
CREATE INDEX CONCURRENTLY customers_lower_email_email_id_first_name_last_name_idx ON public.customers ((lower(email)), email) INCLUDE (id, first_name, last_name);
-- Undo:  DROP INDEX CONCURRENTLY public.customers_lower_email_email_id_first_name_last_name_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'customers_lower_email_email_id_first_name_last_name_idx';

-- 10. Create an index on public.addresses
--    join partner lookup; equality: 1.9% of execution time, 12 calls
--    cost 8,976 -> 2,021 (4.4 times cheaper), size 565.2 kB
--    saves 2.1% of all cost on its own; without it, 2.1% come back
--    writes 78 bytes for each inserted row, 156 bytes for each updated key
--    - write cost unknown: the statistics do not tell how much is written to the table
--    - cannot run in a transaction block; if it fails, it leaves an invalid index
--    - needs about 1 MB of free disk space while it is built
--    12e7dca4f7eeed495910b08f77ba7533: 4 calls, cost of one 1,069 -> 489 (2.2 times cheaper)
--      SELECT DISTINCT a.city FROM customers AS c INNER JOIN addresses AS a ON a.customer_id = c.id
--      WHERE c.email LIKE $1 AND a.country_code = $2 ORDER BY a.city
--    cc0e8f7f15ebeab0e0688d7e5a963c52: 8 calls, cost of one 588 -> 8.30 (70.8 times cheaper)
--      SELECT a1_0.customer_id, a1_0.id, a1_0.city, a1_0.country_code, a1_0.kind, a1_0.postal_code,
--      a1_0.street FROM addresses a1_0 WHERE a1_0.customer_id = $1
CREATE INDEX CONCURRENTLY addresses_customer_id_idx ON public.addresses (customer_id);
-- Undo:  DROP INDEX CONCURRENTLY public.addresses_customer_id_idx;
-- Check: SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s JOIN pg_index i ON i.indexrelid = s.indexrelid WHERE s.schemaname = 'public' AND s.indexrelname = 'addresses_customer_id_idx';

-- 11. Rewrite a statement on public.orders
--    the time is cut for every row; a range of times is found by an index; 12.1 % of the time;
--      index orders_created_at_idx serves it then: 12.1% of execution time, 4 calls
--    not confirmed by the planner
--    - the value has to be the beginning of its month, as it is now where rows are found
--    e11186e89512537073b69b7b7120b247: 4 calls
--      SELECT extract(isodow FROM created_at) AS weekday, avg(total) FROM orders WHERE extract(year
--      FROM created_at) = $1 AND date_trunc($2, created_at) = $3 GROUP BY extract(isodow FROM cr...
-- instead of: date_trunc('month', created_at) = $3
-- write:      created_at >= $3::timestamptz AND created_at < $3::timestamptz + interval '1 month'
