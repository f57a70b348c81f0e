-- B-tree
SELECT * FROM orders WHERE customer_id = 777;
SELECT * FROM orders WHERE customer_id = 3 AND status = 'pending';
SELECT id FROM orders WHERE customer_id IN (5, 17, 9000);
SELECT * FROM orders WHERE customer_id = 42 AND placed_at >= '2023-06-01';
SELECT * FROM orders WHERE customer_id = 42 ORDER BY placed_at DESC LIMIT 5;
SELECT * FROM orders ORDER BY placed_at DESC LIMIT 20;
SELECT * FROM orders WHERE placed_at BETWEEN '2023-03-01' AND '2023-03-03';
SELECT * FROM orders WHERE placed_at > '2024-01-10 12:00';
SELECT max(placed_at) FROM orders;
SELECT min(total) FROM orders WHERE customer_id = 12;
SELECT * FROM orders WHERE total > 999.5;
SELECT * FROM orders WHERE total BETWEEN 10 AND 11 ORDER BY total;
SELECT count(*) FROM orders WHERE status = 'pending';
SELECT status, count(*) FROM orders GROUP BY status;
SELECT * FROM orders WHERE status = 'done' AND total < 5;
SELECT * FROM customers WHERE credit = 12.5;
SELECT * FROM customers WHERE created_at >= '2021-06-01Z' AND created_at < '2021-06-03Z';
SELECT * FROM customers WHERE email = 'user7@example.com';
SELECT * FROM customers WHERE name LIKE 'Name ab%';
SELECT * FROM customers WHERE note = 'note 12';
SELECT * FROM customers WHERE note IS NULL AND country = 'JP';
SELECT * FROM items WHERE product_id = 12;
SELECT * FROM items WHERE product_id = 12 AND quantity = 3;
SELECT sum(price) FROM items WHERE product_id BETWEEN 10 AND 12;
SELECT * FROM documents WHERE owner = '93cd6e86-9b46-4f42-9d2f-4d6e8f0c0e0a';
-- partial
SELECT * FROM orders WHERE status = 'pending' ORDER BY placed_at LIMIT 10;
SELECT id FROM orders WHERE status = 'pending' AND placed_at < '2023-02-01';
SELECT * FROM orders WHERE NOT paid AND shipped_on = '2023-04-05';
SELECT * FROM orders WHERE shipped_on = '2023-04-05';
-- INCLUDE
SELECT placed_at, total FROM orders WHERE placed_at >= '2023-05-01' AND placed_at < '2023-05-20';
SELECT customer_id, sum(total) FROM orders WHERE placed_at >= '2023-05-01' AND placed_at < '2023-06-20' GROUP BY 1;
SELECT product_id, price FROM items WHERE product_id < 20;
-- expressions
SELECT * FROM customers WHERE lower(email) = 'user99@example.com';
SELECT * FROM customers WHERE upper(country) = 'US';
SELECT * FROM customers WHERE upper(country) = 'JP' AND credit < 3;
SELECT count(*) FROM orders WHERE date_trunc('day', placed_at) = '2023-07-07';
SELECT date_trunc('day', placed_at), count(*) FROM orders GROUP BY 1;
SELECT * FROM orders WHERE (customer_id % 100) = 7;
SELECT * FROM customers WHERE substring(name, 6, 2) = 'ab';
SELECT * FROM customers WHERE (created_at AT TIME ZONE 'UTC')::date = '2021-02-03';
SELECT * FROM documents WHERE (attributes ->> 'color') = 'stone' AND id < 900;
-- GIN
SELECT * FROM documents WHERE title LIKE '%mountain of%';
SELECT * FROM documents WHERE title ILIKE '%abcde%';
SELECT * FROM documents WHERE title ~ 'river.*stone';
SELECT * FROM documents WHERE tags @> ARRAY['u7'];
SELECT * FROM documents WHERE tags @> ARRAY['t7', 't9'];
SELECT * FROM documents WHERE tags && ARRAY['u1', 'u2'];
SELECT * FROM documents WHERE attributes @> '{"k": 5}';
SELECT count(*) FROM documents WHERE attributes @> '{"k": 5, "color": "tree"}';
-- hash, BRIN, GiST
SELECT * FROM customers WHERE email = 'User3000@example.org';
SELECT * FROM orders WHERE id BETWEEN 5000 AND 9000;
SELECT count(*) FROM orders WHERE shipped_on BETWEEN '2023-02-01' AND '2023-03-01';
SELECT * FROM documents WHERE valid_at && int4range(700, 705);
SELECT * FROM documents WHERE valid_at @> 4711;
-- partitioned
SELECT * FROM events WHERE user_id = 99;
SELECT * FROM events WHERE user_id = 99 AND happened_at >= '2024-02-10' AND happened_at < '2024-02-12';
SELECT * FROM events WHERE kind = 3 AND user_id = 99 ORDER BY happened_at;
SELECT count(*) FROM events WHERE happened_at >= '2024-03-30';
SELECT * FROM events_2 WHERE user_id = 4 ORDER BY happened_at LIMIT 3;
SELECT kind, count(*) FROM events WHERE user_id < 20 GROUP BY kind;
-- joins
SELECT c.name, o.total FROM customers c JOIN orders o ON o.customer_id = c.id WHERE c.email = 'user7@example.com';
SELECT c.name, count(*) FROM customers c JOIN orders o ON o.customer_id = c.id WHERE c.country = 'JP' GROUP BY c.name;
SELECT * FROM orders o JOIN items i ON i.order_id = o.id WHERE o.customer_id = 77;
SELECT * FROM orders o JOIN items i ON i.order_id = o.id WHERE i.product_id = 5 AND o.status = 'pending';
SELECT * FROM customers c WHERE EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id AND o.status = 'pending') AND c.credit < 20;
SELECT * FROM customers c WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id) AND c.country = 'FR';
SELECT o.id, (SELECT sum(i.price) FROM items i WHERE i.order_id = o.id) FROM orders o WHERE o.customer_id = 5;
SELECT c.id, max(o.placed_at) FROM customers c LEFT JOIN orders o ON o.customer_id = c.id WHERE c.id < 40 GROUP BY c.id;
SELECT e.kind, c.country FROM events e JOIN customers c ON c.id = e.user_id WHERE e.user_id IN (1, 2, 3);
SELECT * FROM orders o JOIN customers c ON c.id = o.customer_id ORDER BY o.placed_at DESC LIMIT 10;
-- writes
UPDATE orders SET status = 'done' WHERE customer_id = 8 AND status = 'open';
DELETE FROM items WHERE product_id = 700;
INSERT INTO orders SELECT id + 100000, customer_id, status, total, placed_at, shipped_on, paid FROM orders WHERE customer_id = 9;
