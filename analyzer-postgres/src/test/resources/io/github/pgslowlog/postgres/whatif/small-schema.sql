CREATE SEQUENCE numbers;
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  customer_id integer NOT NULL,
  status text NOT NULL,
  country text,
  placed_at timestamptz NOT NULL,
  place point
);
CREATE TABLE other (id bigint PRIMARY KEY, name text);
CREATE TABLE "Odd "" Table" ("Key; Column" integer, "select" text);
CREATE TABLE events (id bigint, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_old PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE events_new PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE FUNCTION seize() RETURNS integer LANGUAGE plpgsql IMMUTABLE AS
  $$ BEGIN EXECUTE 'SET ROLE postgres'; RETURN 1; END $$;
SELECT pg_restore_relation_stats('schemaname', 'public', 'relname', t, 'relpages', p,
  'reltuples', r::real, 'relallvisible', p)
FROM (VALUES ('orders', 300000, 20000000), ('orders_pkey', 55000, 20000000), ('other', 10000, 900000),
  ('other_pkey', 2470, 900000), ('events_old', 5000, 900000), ('events_new', 5000, 900000),
  ('Odd " Table', 5000, 500000)) AS v (t, p, r);
SELECT pg_restore_attribute_stats('schemaname', 'public', 'relname', t, 'attname', c,
  'inherited', false, 'null_frac', 0::real, 'avg_width', 4, 'n_distinct', d::real)
FROM (VALUES ('orders', 'id', -1), ('orders', 'customer_id', 100000), ('other', 'id', -1),
  ('events_old', 'id', -1), ('events_new', 'id', -1), ('Odd " Table', 'Key; Column', 40000),
  ('other', 'name', -1)) AS v (t, c, d);
SELECT pg_restore_attribute_stats('schemaname', 'public', 'relname', 'orders', 'attname', 'status',
  'inherited', false, 'null_frac', 0::real, 'avg_width', 7, 'n_distinct', 3::real,
  'most_common_vals', '{done,open,pending}', 'most_common_freqs', '{0.9,0.0999,0.0001}'::real[]);
SELECT pg_restore_attribute_stats('schemaname', 'public', 'relname', 'orders', 'attname', 'country',
  'inherited', false, 'null_frac', 0.1::real, 'avg_width', 3, 'n_distinct', 4::real,
  'most_common_vals', '{US,DE,us,FR}', 'most_common_freqs', '{0.5,0.2998,0.1,0.0002}'::real[]);
SELECT pg_restore_attribute_stats('schemaname', 'public', 'relname', 'orders', 'attname', 'placed_at',
  'inherited', false, 'null_frac', 0::real, 'avg_width', 8, 'n_distinct', -1::real,
  'histogram_bounds', (SELECT array_agg(timestamptz '2024-01-01 00:00Z' + i * interval '3 days')::text
    FROM generate_series(0, 100) AS i), 'correlation', 0.9::real);
