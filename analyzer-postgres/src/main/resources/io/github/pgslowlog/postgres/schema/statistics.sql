-- What the planner of PostgreSQL knows of a database, for pgslowlog.
--
-- It only reads the system catalog, on any server from 9.6 on:
--
--   psql -XAtq -f catalog.sql -o stats.sql "host=... dbname=..."
--
-- The role must be allowed to read the tables. The result holds values of your rows (the most
-- common ones, and bounds of histograms): keep it as you keep the data.
BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;

SET LOCAL search_path = pg_catalog;
SET LOCAL statement_timeout = '5min';
SET LOCAL lock_timeout = '10s';
SET LOCAL client_encoding = 'UTF8';
SET LOCAL standard_conforming_strings = on;
SET LOCAL extra_float_digits = 3;
SET LOCAL DateStyle = 'ISO, YMD';
SET LOCAL IntervalStyle = 'postgres';
SET LOCAL bytea_output = 'hex';

-- Columns that a version does not have are found in the row called fallback.
SELECT '-- pgslowlog: ' || json_build_object(
         'fact', 'server',
         'version', split_part(current_setting('server_version'), ' ', 1),
         'collation', CASE (SELECT datlocprovider::text FROM (SELECT d.*) AS own)
                        WHEN 'i' THEN 'icu'
                        WHEN 'b' THEN (SELECT datlocale FROM (SELECT d.*) AS own)
                        ELSE d.datcollate END,
         'search_path', (SELECT p.reset_val FROM pg_settings p WHERE p.name = 'search_path'),
         'standby', pg_is_in_recovery(),
         'observed_seconds', floor(extract(epoch FROM now() - coalesce(
           (SELECT s.stats_reset FROM pg_stat_database s WHERE s.datid = d.oid),
           pg_postmaster_start_time()))),
         'hidden_tables', (SELECT count(*)
                           FROM pg_class c
                           JOIN pg_namespace n ON n.oid = c.relnamespace
                           WHERE c.relkind IN ('r', 'p', 'm')
                             AND n.nspname <> 'information_schema'
                             AND n.nspname !~ '^pg_(catalog$|toast|temp_)'
                             AND NOT has_table_privilege(c.oid, 'SELECT')))
FROM (SELECT NULL::text AS datlocprovider, NULL::text AS datlocale) AS fallback, pg_database d
WHERE d.datname = current_database();

-- What a version does not have is off.
SELECT '-- pgslowlog: ' || json_build_object(
         'fact', 'setting',
         'name', k.name,
         'value', coalesce(current_setting(s.name), k.absent))
FROM (VALUES
  ('constraint_exclusion', NULL), ('cpu_index_tuple_cost', NULL), ('cpu_operator_cost', NULL),
  ('cpu_tuple_cost', NULL), ('cursor_tuple_fraction', NULL), ('effective_cache_size', NULL),
  ('effective_io_concurrency', NULL), ('enable_async_append', NULL),
  ('enable_bitmapscan', NULL), ('enable_distinct_reordering', 'off'),
  ('enable_gathermerge', NULL), ('enable_group_by_reordering', 'off'), ('enable_hashagg', NULL),
  ('enable_hashjoin', NULL), ('enable_incremental_sort', 'off'), ('enable_indexonlyscan', NULL),
  ('enable_indexscan', NULL), ('enable_material', NULL), ('enable_memoize', 'off'),
  ('enable_mergejoin', NULL), ('enable_nestloop', NULL), ('enable_parallel_append', 'off'),
  ('enable_parallel_hash', 'off'), ('enable_partition_pruning', NULL),
  ('enable_partitionwise_aggregate', NULL), ('enable_partitionwise_join', NULL),
  ('enable_presorted_aggregate', 'off'), ('enable_self_join_elimination', 'off'),
  ('enable_seqscan', NULL), ('enable_sort', NULL), ('enable_tidscan', NULL),
  ('from_collapse_limit', NULL), ('geqo', NULL), ('geqo_effort', NULL),
  ('geqo_generations', NULL), ('geqo_pool_size', NULL), ('geqo_seed', NULL),
  ('geqo_selection_bias', NULL), ('geqo_threshold', NULL), ('hash_mem_multiplier', '1'),
  ('join_collapse_limit', NULL), ('max_parallel_workers_per_gather', NULL),
  ('min_parallel_index_scan_size', NULL), ('min_parallel_table_scan_size', NULL),
  ('parallel_leader_participation', NULL), ('parallel_setup_cost', NULL),
  ('parallel_tuple_cost', NULL), ('plan_cache_mode', NULL), ('random_page_cost', NULL),
  ('recursive_worktable_factor', NULL), ('seq_page_cost', NULL), ('temp_buffers', NULL),
  ('work_mem', NULL)) AS k(name, absent)
LEFT JOIN pg_settings s ON s.name = k.name
WHERE s.name IS NOT NULL OR k.absent IS NOT NULL
ORDER BY k.name;

SELECT '-- pgslowlog: ' || json_build_object('fact', 'extension', 'name', e.extname)
FROM pg_extension e
ORDER BY e.extname;

SELECT '-- pgslowlog: ' || json_build_object(
         'fact', 'table', 'schema', t.schemaname, 'name', t.relname,
         'seq_scan', t.seq_scan, 'seq_tup_read', t.seq_tup_read, 'idx_scan', t.idx_scan,
         'n_tup_ins', t.n_tup_ins, 'n_tup_upd', t.n_tup_upd, 'n_tup_del', t.n_tup_del,
         'n_tup_hot_upd', t.n_tup_hot_upd)
FROM pg_stat_user_tables t
WHERE t.schemaname !~ '^pg_(toast|temp_)'
ORDER BY t.schemaname, t.relname;

SELECT '-- pgslowlog: ' || json_build_object(
         'fact', 'index', 'schema', i.schemaname, 'name', i.indexrelname,
         'idx_scan', i.idx_scan, 'idx_tup_read', i.idx_tup_read,
         'idx_tup_fetch', i.idx_tup_fetch,
         'last_idx_scan', to_char(
           (SELECT last_idx_scan FROM (SELECT i.*) AS own) AT TIME ZONE 'UTC',
           'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
         'invalid', CASE WHEN NOT x.indisvalid THEN pg_get_indexdef(x.indexrelid) END)
FROM (SELECT NULL::timestamptz AS last_idx_scan) AS fallback, pg_stat_user_indexes i
JOIN pg_index x ON x.indexrelid = i.indexrelid
WHERE i.schemaname !~ '^pg_(toast|temp_)'
ORDER BY i.schemaname, i.indexrelname;

-- Sizes as they are now: rows as dense as they were when the table was last vacuumed or analyzed.
SELECT format(
         'SELECT pg_catalog.pg_restore_relation_stats(''schemaname'', %L, ''relname'', %L,'
           ' ''relpages'', %s::integer, ''reltuples'', %s::real, ''relallvisible'', %s::integer);',
         r.nspname, r.relname, r.pages,
         CASE WHEN r.pages = r.relpages THEN r.reltuples
              WHEN r.pages < 1 OR r.relpages < 1 OR r.reltuples < 0 THEN
                CASE WHEN r.pages < 1 THEN greatest(0, r.reltuples) ELSE -1 END
              ELSE (r.reltuples::float8 / r.relpages * r.pages)::real END,
         least(r.relallvisible, r.pages))
FROM (SELECT n.nspname, c.relname, c.reltuples,
             (c.relpages::bigint * current_setting('block_size')::bigint / 8192)::integer
               AS relpages,
             (c.relallvisible::bigint * current_setting('block_size')::bigint / 8192)::integer
               AS relallvisible,
             CASE WHEN c.relkind IN ('p', 'I')
               THEN (c.relpages::bigint * current_setting('block_size')::bigint / 8192)
               ELSE pg_relation_size(c.oid) / 8192 END AS pages
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_index x ON x.indexrelid = c.oid
      WHERE c.relkind IN ('r', 'p', 'm', 'i', 'I')
        AND n.nspname <> 'information_schema'
        AND n.nspname !~ '^pg_(catalog$|toast|temp_)'
        AND NOT EXISTS (SELECT FROM pg_depend d
                        WHERE d.classid = 'pg_class'::regclass
                          AND d.objid = coalesce(x.indrelid, c.oid)
                          AND d.objsubid = 0
                          AND d.deptype = 'e')) AS r
ORDER BY r.nspname, r.relname;

SELECT format(
         'SELECT pg_catalog.pg_restore_attribute_stats(''schemaname'', %L, ''relname'', %L,'
           ' ''attname'', %L, ''inherited'', %L::boolean, ''null_frac'', %s::real,'
           ' ''avg_width'', %s::integer, ''n_distinct'', %s::real',
         s.schemaname, s.tablename, s.attname, s.inherited, s.null_frac, s.avg_width,
         s.n_distinct)
       || coalesce(', ''most_common_vals'', ' || quote_literal(s.most_common_vals::text)
         || '::text, ''most_common_freqs'', ' || quote_literal(s.most_common_freqs::text)
         || '::real[]', '')
       || coalesce(', ''histogram_bounds'', ' || quote_literal(s.histogram_bounds::text)
         || '::text', '')
       || coalesce(', ''correlation'', ' || s.correlation || '::real', '')
       || coalesce(', ''most_common_elems'', ' || quote_literal(s.most_common_elems::text)
         || '::text, ''most_common_elem_freqs'', ' || quote_literal(s.most_common_elem_freqs::text)
         || '::real[]', '')
       || coalesce(', ''elem_count_histogram'', ' || quote_literal(s.elem_count_histogram::text)
         || '::real[]', '')
       || coalesce(', ''range_length_histogram'', '
         || quote_literal((SELECT range_length_histogram::text FROM (SELECT s.*) AS own))
         || '::text, ''range_empty_frac'', '
         || (SELECT range_empty_frac::text FROM (SELECT s.*) AS own) || '::real', '')
       || coalesce(', ''range_bounds_histogram'', '
         || quote_literal((SELECT range_bounds_histogram::text FROM (SELECT s.*) AS own))
         || '::text', '')
       || ');'
FROM (SELECT NULL::text AS range_length_histogram, NULL::text AS range_empty_frac,
             NULL::text AS range_bounds_histogram) AS fallback,
     pg_stats s
WHERE s.schemaname <> 'information_schema'
  AND s.schemaname !~ '^pg_(catalog$|toast|temp_)'
ORDER BY s.schemaname, s.tablename, s.attname, s.inherited;

ROLLBACK;
