-- Functions with the names and results of HypoPG. The one index that they know is there all the
-- time; while it is not "created", the planner does not take indexes.
CREATE SCHEMA "Extra Functions";
INSERT INTO pg_catalog.pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
SELECT 16000, 'hypopg', nspowner, oid, true, '1.3.1' FROM pg_catalog.pg_namespace
WHERE nspname = 'Extra Functions';
CREATE FUNCTION public.hypopg_reset() RETURNS void LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'not the function of the extension'; END $$;
CREATE TABLE orders (id bigint, customer_id integer);
INSERT INTO orders SELECT i, i FROM generate_series(1, 10000) AS i;
CREATE INDEX "<7>btree_orders_customer_id" ON orders (customer_id);
ANALYZE orders;
CREATE FUNCTION "Extra Functions".hypopg_create_index(sql text, OUT indexrelid oid, OUT indexname text)
LANGUAGE plpgsql AS $$
BEGIN
  IF sql <> 'CREATE INDEX orders_customer_id_idx ON public.orders (customer_id)' THEN
    RAISE EXCEPTION 'hypopg: access method "gin" is not supported';
  END IF;
  PERFORM set_config('enable_indexscan', 'on', false), set_config('enable_bitmapscan', 'on', false);
  indexrelid := '"<7>btree_orders_customer_id"'::regclass;
  indexname := '<7>btree_orders_customer_id';
END $$;
CREATE FUNCTION "Extra Functions".hypopg_reset() RETURNS void LANGUAGE sql AS
  $$ SELECT set_config('enable_indexscan', 'off', false), set_config('enable_bitmapscan', 'off', false) $$;
CREATE FUNCTION "Extra Functions".hypopg_drop_index(oid) RETURNS boolean LANGUAGE sql AS
  $$ SELECT set_config('enable_indexscan', 'off', false) IS NOT NULL
    AND set_config('enable_bitmapscan', 'off', false) IS NOT NULL $$;
CREATE FUNCTION "Extra Functions".hypopg_relation_size(oid) RETURNS bigint LANGUAGE sql AS
  $$ SELECT 245760::bigint $$;
