INSERT INTO customers
SELECT i, CASE WHEN i % 3 = 0 THEN 'User' ELSE 'user' END || i || '@example.' || CASE i % 4 WHEN 0 THEN 'org' ELSE 'com' END,
  'Name ' || md5(i::text),
  (ARRAY['US', 'us', 'US', 'DE', 'de', 'FR', 'JP', 'BR'])[1 + (h & 7)],
  (h & 65535) / 100.0, CASE WHEN h & 3 = 0 THEN 'note ' || (h & 255) END,
  timestamptz '2020-01-01 00:00Z' + i * interval '70 minutes'
FROM (SELECT i, hashint4(i) & 1048575 AS h FROM generate_series(1, 12000) AS i) AS s;

INSERT INTO orders
SELECT i, 1 + (h % 12000) * (h2 % 12000) / 12000,
  CASE WHEN h2 % 100 < 2 THEN 'pending' WHEN h2 % 100 < 20 THEN 'open' ELSE 'done' END,
  (h % 100000) / 100.0, timestamp '2023-01-01' + i * interval '9 minutes',
  CASE WHEN h2 % 100 >= 20 THEN date '2023-01-02' + i / 160 END, h % 2 = 0
FROM (SELECT i, (hashint4(i) & 1048575)::bigint AS h, (hashint4(i + 1000000) & 1048575)::bigint AS h2
  FROM generate_series(1, 60000) AS i) AS s;

INSERT INTO items
SELECT 1 + i / 2, i % 2, 1 + h % 800, 1 + h % 7, (h % 1000) * 1.5
FROM (SELECT i, hashint4(i) & 1048575 AS h FROM generate_series(0, 119999) AS i) AS s;

INSERT INTO documents
SELECT i, 'The ' || w[1 + (h & 15)] || ' of ' || md5((h & 4095)::text) || ' and ' || w[1 + (h >> 4 & 15)],
  ARRAY['t' || (h & 63), 't' || (h >> 6 & 63), 'u' || (h >> 12 & 255)],
  jsonb_build_object('k', h & 127, 'color', w[1 + (h & 15)], 'size', h >> 7 & 15),
  int4range(i, i + 1 + (h & 31)), md5(i::text)::uuid
FROM (SELECT i, hashint4(i) & 1048575 AS h,
  ARRAY['house', 'tree', 'river', 'stone', 'cloud', 'forest', 'mountain', 'lake', 'road', 'bridge',
    'garden', 'window', 'table', 'engine', 'letter', 'circle'] AS w
  FROM generate_series(1, 15000) AS i) AS s;

INSERT INTO events
SELECT i, h & 15, h >> 4 & 4095, timestamp '2024-01-01' + i * interval '87 seconds'
FROM (SELECT i, hashint4(i) & 1048575 AS h FROM generate_series(1, 90000) AS i) AS s;
