The schema of a database as statements; search_path is pg_catalog.

-- schemas (9-)
SELECT format('CREATE SCHEMA IF NOT EXISTS %I', n.nspname)
FROM pg_namespace n
WHERE USER_OBJECT(n, 'pg_namespace')
ORDER BY n.nspname

-- extensions (9-)
SELECT format('CREATE EXTENSION IF NOT EXISTS %I WITH SCHEMA %I', x.extname, n.nspname)
FROM pg_extension x
JOIN pg_namespace n ON n.oid = x.extnamespace
WHERE x.extname <> 'plpgsql'
ORDER BY x.extname

-- collations (10-)
SELECT format('CREATE COLLATION %I.%I (provider = %s, locale = %L%s)',
              n.nspname, l.collname,
              CASE l.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END,
              coalesce((SELECT colllocale FROM (SELECT l.*) AS own),
                       (SELECT colliculocale FROM (SELECT l.*) AS own), l.collcollate),
              CASE WHEN (SELECT collisdeterministic FROM (SELECT l.*) AS own) THEN ''
                   ELSE ', deterministic = false' END)
FROM (SELECT NULL::text AS colllocale, NULL::text AS colliculocale,
             true AS collisdeterministic) AS fallback,
     pg_collation l
JOIN pg_namespace n ON n.oid = l.collnamespace
WHERE USER_OBJECT(l, 'pg_collation')
ORDER BY l.oid

-- enums (9-)
SELECT format('CREATE TYPE %I.%I AS ENUM (%s)', n.nspname, t.typname,
              (SELECT string_agg(quote_literal(v.enumlabel), ', ' ORDER BY v.enumsortorder)
               FROM pg_enum v
               WHERE v.enumtypid = t.oid))
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype = 'e' AND USER_OBJECT(t, 'pg_type')
ORDER BY t.oid

-- domains, composites, ranges (9-)
SELECT CASE t.typtype
         WHEN 'd' THEN
           format('CREATE DOMAIN %I.%I AS %s', n.nspname, t.typname,
                  format_type(t.typbasetype, t.typtypmod))
           || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END
           || coalesce((SELECT string_agg(
                                 format(' CONSTRAINT %I %s', o.conname,
                                        pg_get_constraintdef(o.oid)), '' ORDER BY o.oid)
                        FROM pg_constraint o
                        WHERE o.contypid = t.oid AND o.contype = 'c'), '')
         WHEN 'r' THEN
           format('CREATE TYPE %I.%I AS RANGE (SUBTYPE = %s)', n.nspname, t.typname,
                  (SELECT format_type(r.rngsubtype, NULL)
                   FROM pg_range r
                   WHERE r.rngtypid = t.oid))
         ELSE
           format('CREATE TYPE %I.%I AS (%s)', n.nspname, t.typname,
                  (SELECT string_agg(
                            format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)),
                            ', ' ORDER BY a.attnum)
                   FROM pg_attribute a
                   WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped))
       END
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_class c ON c.oid = t.typrelid
WHERE (t.typtype IN ('d', 'r') OR t.typtype = 'c' AND c.relkind = 'c')
  AND USER_OBJECT(t, 'pg_type')
ORDER BY t.oid

-- functions (9-10)
SELECT pg_get_functiondef(p.oid)
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE NOT p.proisagg AND NOT p.proiswindow AND USER_OBJECT(p, 'pg_proc')
  AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)
ORDER BY p.oid

-- functions (11-)
SELECT pg_get_functiondef(p.oid)
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE p.prokind = 'f' AND USER_OBJECT(p, 'pg_proc')
  AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)
ORDER BY p.oid

-- tables (9-9)
SELECT CASE c.relkind WHEN 'f' THEN 'CREATE FOREIGN TABLE ' ELSE 'CREATE TABLE ' END
       || c.oid::regclass || ' ('
       || coalesce((SELECT string_agg(
              format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
              || CASE WHEN a.attcollation <> t.typcollation
                   THEN format(' COLLATE %I.%I', ln.nspname, l.collname) ELSE '' END
              || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END, ', ' ORDER BY a.attnum)
            FROM pg_attribute a
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_collation l ON l.oid = a.attcollation
            LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '')
       || ')'
       || coalesce((SELECT ' INHERITS (' || string_agg(h.inhparent::regclass::text, ', '
                                                      ORDER BY h.inhseqno) || ')'
                    FROM pg_inherits h
                    WHERE h.inhrelid = c.oid), '')
       || CASE c.relkind WHEN 'f' THEN ' SERVER none' ELSE '' END
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'f') AND USER_OBJECT(c, 'pg_class')
ORDER BY c.oid

-- tables (10-)
SELECT CASE c.relkind WHEN 'f' THEN 'CREATE FOREIGN TABLE ' ELSE 'CREATE TABLE ' END
       || c.oid::regclass || ' ('
       || coalesce((SELECT string_agg(
              format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
              || CASE WHEN a.attcollation <> t.typcollation
                   THEN format(' COLLATE %I.%I', ln.nspname, l.collname) ELSE '' END
              || CASE (SELECT attgenerated::text FROM (SELECT a.*) AS own)
                   WHEN 's' THEN format(' GENERATED ALWAYS AS (%s) STORED',
                                        pg_get_expr(d.adbin, d.adrelid))
                   WHEN 'v' THEN format(' GENERATED ALWAYS AS (%s) VIRTUAL',
                                        pg_get_expr(d.adbin, d.adrelid))
                   ELSE '' END
              || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END, ', ' ORDER BY a.attnum)
            FROM (SELECT ''::text AS attgenerated) AS fallback, pg_attribute a
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            LEFT JOIN pg_collation l ON l.oid = a.attcollation
            LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '')
       || ')'
       || coalesce((SELECT ' INHERITS (' || string_agg(h.inhparent::regclass::text, ', '
                                                      ORDER BY h.inhseqno) || ')'
                    FROM pg_inherits h
                    WHERE h.inhrelid = c.oid AND NOT c.relispartition), '')
       || coalesce(' PARTITION BY ' || pg_get_partkeydef(c.oid), '')
       || CASE c.relkind WHEN 'f' THEN ' SERVER none' ELSE '' END
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'f') AND USER_OBJECT(c, 'pg_class')
ORDER BY c.oid

-- partitions (10-)
SELECT format('ALTER TABLE ONLY %s ATTACH PARTITION %s %s',
              h.inhparent::regclass, c.oid::regclass, pg_get_expr(c.relpartbound, c.oid))
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_inherits h ON h.inhrelid = c.oid
WHERE c.relispartition AND c.relkind IN ('r', 'p', 'f') AND USER_OBJECT(c, 'pg_class')
ORDER BY c.oid

-- views (9-)
SELECT CASE c.relkind
         WHEN 'v' THEN 'CREATE VIEW ' || c.oid::regclass || ' AS '
                       || rtrim(pg_get_viewdef(c.oid), ';')
         ELSE 'CREATE MATERIALIZED VIEW ' || c.oid::regclass || ' AS '
              || rtrim(pg_get_viewdef(c.oid), ';') || ' WITH NO DATA' END
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('v', 'm') AND USER_OBJECT(c, 'pg_class')
ORDER BY c.oid

-- keys (9-)
SELECT format('ALTER TABLE ONLY %s ADD CONSTRAINT %I %s',
              c.oid::regclass, o.conname, pg_get_constraintdef(o.oid))
FROM pg_constraint o
JOIN pg_class c ON c.oid = o.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE o.contype IN ('p', 'u', 'x') AND USER_OBJECT(c, 'pg_class')
ORDER BY o.contype, o.oid

-- checks (9-)
SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s',
              c.oid::regclass, o.conname, pg_get_constraintdef(o.oid))
FROM pg_constraint o
JOIN pg_class c ON c.oid = o.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE o.contype = 'c' AND o.conislocal AND o.coninhcount = 0 AND c.relkind IN ('r', 'p')
  AND USER_OBJECT(c, 'pg_class')
ORDER BY o.oid

-- indexes (9-)
SELECT pg_get_indexdef(x.indexrelid)
FROM pg_index x
JOIN pg_class c ON c.oid = x.indrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE NOT EXISTS (SELECT FROM pg_constraint o
                  WHERE o.conindid = x.indexrelid AND o.contype IN ('p', 'u', 'x'))
  AND c.relkind IN ('r', 'p', 'm') AND (x.indisvalid OR c.relkind = 'p')
  AND USER_OBJECT(c, 'pg_class')
ORDER BY x.indexrelid

-- indexes of partitions (11-)
SELECT format('ALTER INDEX %s ATTACH PARTITION %s', h.inhparent::regclass, h.inhrelid::regclass)
FROM pg_inherits h
JOIN pg_index x ON x.indexrelid = h.inhrelid
JOIN pg_class c ON c.oid = x.indrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE USER_OBJECT(c, 'pg_class')
ORDER BY h.inhrelid

-- foreign keys (9-10)
SELECT format('ALTER TABLE ONLY %s ADD CONSTRAINT %I %s',
              c.oid::regclass, o.conname, pg_get_constraintdef(o.oid))
FROM pg_constraint o
JOIN pg_class c ON c.oid = o.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE o.contype = 'f' AND USER_OBJECT(c, 'pg_class')
ORDER BY o.oid

-- foreign keys (11-)
SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s',
              c.oid::regclass, o.conname, pg_get_constraintdef(o.oid))
FROM pg_constraint o
JOIN pg_class c ON c.oid = o.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE o.contype = 'f' AND o.conparentid = 0 AND USER_OBJECT(c, 'pg_class')
ORDER BY o.oid

-- replica identities (9-)
SELECT format('ALTER TABLE ONLY %s REPLICA IDENTITY USING INDEX %I', c.oid::regclass, ic.relname)
FROM pg_index x
JOIN pg_class c ON c.oid = x.indrelid
JOIN pg_class ic ON ic.oid = x.indexrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE x.indisreplident AND USER_OBJECT(c, 'pg_class')
ORDER BY x.indexrelid
