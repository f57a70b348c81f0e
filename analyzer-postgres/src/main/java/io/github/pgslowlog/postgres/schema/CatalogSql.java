package io.github.pgslowlog.postgres.schema;

/**
 * What {@link CatalogReader} asks a server for; every version from 9.6 on has an answer.
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/current/catalogs.html">System Catalogs</a>.
 */
final class CatalogSql {
  /** Schemas of users. */
  static final String USER_SCHEMA =
      """
      n.nspname <> 'information_schema' AND n.nspname !~ '^pg_(catalog$|toast|temp_)'
      """;

  private static final String TABLES =
      """
      SELECT n.nspname, c.relname, c.relkind::text,
             CASE WHEN c.relkind IN ('v', 'm')
               THEN pg_catalog.pg_get_viewdef(c.oid) END,
             CASE WHEN c.relkind = 'p' THEN %s END,
             CASE WHEN %s THEN pn.nspname END,
             CASE WHEN %s THEN pc.relname END,
             c.reltuples, c.relpages, c.relallvisible
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_inherits h ON h.inhrelid = c.oid AND h.inhseqno = 1 AND %s
      LEFT JOIN pg_catalog.pg_class pc ON pc.oid = h.inhparent
      LEFT JOIN pg_catalog.pg_namespace pn ON pn.oid = pc.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND %s
      ORDER BY 1, 2
      """;

  private static final String COLUMNS =
      """
      SELECT n.nspname, c.relname, a.attname,
             pg_catalog.format_type(a.atttypid, a.atttypmod),
             a.attnotnull,
             CASE WHEN a.attcollation <> t.typcollation
               THEN CASE WHEN ln.nspname = 'pg_catalog' THEN ''
                      ELSE pg_catalog.quote_ident(ln.nspname) || '.' END
                    || pg_catalog.quote_ident(l.collname) END,
             %s
      FROM pg_catalog.pg_attribute a
      JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_catalog.pg_collation l ON l.oid = a.attcollation
      LEFT JOIN pg_catalog.pg_namespace ln ON ln.oid = l.collnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped AND %s
      ORDER BY 1, 2, a.attnum
      """;

  private static final String CONSTRAINTS =
      """
      SELECT n.nspname, c.relname, o.conname, o.contype::text,
             ARRAY(SELECT a.attname::text
                   FROM unnest(o.conkey) WITH ORDINALITY AS k(attnum, number)
                   JOIN pg_catalog.pg_attribute a
                     ON a.attrelid = o.conrelid AND a.attnum = k.attnum
                   ORDER BY k.number),
             fn.nspname, fc.relname,
             ARRAY(SELECT a.attname::text
                   FROM unnest(o.confkey) WITH ORDINALITY AS k(attnum, number)
                   JOIN pg_catalog.pg_attribute a
                     ON a.attrelid = o.confrelid AND a.attnum = k.attnum
                   ORDER BY k.number),
             o.confdeltype::text, o.confupdtype::text, o.convalidated, o.coninhcount > 0,
             inn.nspname, ic.relname,
             pg_catalog.pg_get_constraintdef(o.oid)
      FROM pg_catalog.pg_constraint o
      JOIN pg_catalog.pg_class c ON c.oid = o.conrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_class fc ON fc.oid = o.confrelid
      LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = fc.relnamespace
      LEFT JOIN pg_catalog.pg_class ic ON ic.oid = o.conindid AND o.contype IN ('p', 'u', 'x')
      LEFT JOIN pg_catalog.pg_namespace inn ON inn.oid = ic.relnamespace
      WHERE o.contype IN ('p', 'u', 'f', 'c', 'x') AND %s
      ORDER BY 1, 2, 3
      """;

  private static final String INDEXES =
      """
      SELECT x.indexrelid::bigint, n.nspname, ic.relname, c.relname, m.amname,
             pg_catalog.pg_get_expr(x.indpred, x.indrelid),
             x.indisunique, %s, x.indisvalid AND x.indisready,
             o.conname, x.indisreplident,
             pn.nspname, pc.relname,
             pg_catalog.pg_get_indexdef(x.indexrelid),
             ic.relpages, n2.nspname, %s
      FROM pg_catalog.pg_index x
      JOIN pg_catalog.pg_class ic ON ic.oid = x.indexrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = ic.relnamespace
      JOIN pg_catalog.pg_class c ON c.oid = x.indrelid
      JOIN pg_catalog.pg_namespace n2 ON n2.oid = c.relnamespace
      JOIN pg_catalog.pg_am m ON m.oid = ic.relam
      LEFT JOIN pg_catalog.pg_constraint o
        ON o.conindid = x.indexrelid AND o.contype IN ('p', 'u', 'x') AND o.conrelid = x.indrelid
      LEFT JOIN pg_catalog.pg_inherits h ON h.inhrelid = x.indexrelid
      LEFT JOIN pg_catalog.pg_class pc ON pc.oid = h.inhparent
      LEFT JOIN pg_catalog.pg_namespace pn ON pn.oid = pc.relnamespace
      WHERE c.relkind IN ('r', 'p', 'm') AND %s
      ORDER BY n.nspname, ic.relname
      """;

  private static final String INDEX_KEYS =
      """
      SELECT x.indexrelid::bigint,
             a.attname,
             CASE WHEN k.attnum = 0
               THEN pg_catalog.pg_get_indexdef(x.indexrelid, k.number::int, false) END,
             x.indoption[k.number - 1],
             CASE WHEN NOT oc.opcdefault
               THEN CASE WHEN ocn.nspname = 'pg_catalog' THEN ''
                      ELSE pg_catalog.quote_ident(ocn.nspname) || '.' END
                    || pg_catalog.quote_ident(oc.opcname) END,
             CASE WHEN x.indcollation[k.number - 1] <> coalesce(a.attcollation, 100)
               THEN CASE WHEN ln.nspname = 'pg_catalog' THEN ''
                      ELSE pg_catalog.quote_ident(ln.nspname) || '.' END
                    || pg_catalog.quote_ident(l.collname) END
      FROM pg_catalog.pg_index x
      JOIN pg_catalog.pg_class ic ON ic.oid = x.indexrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = ic.relnamespace
      CROSS JOIN LATERAL unnest(x.indkey::int2[]) WITH ORDINALITY AS k(attnum, number)
      LEFT JOIN pg_catalog.pg_attribute a
        ON a.attrelid = x.indrelid AND a.attnum = k.attnum AND k.attnum <> 0
      LEFT JOIN pg_catalog.pg_opclass oc ON oc.oid = x.indclass[k.number - 1]
      LEFT JOIN pg_catalog.pg_namespace ocn ON ocn.oid = oc.opcnamespace
      LEFT JOIN pg_catalog.pg_collation l ON l.oid = x.indcollation[k.number - 1]
      LEFT JOIN pg_catalog.pg_namespace ln ON ln.oid = l.collnamespace
      WHERE %s
      ORDER BY x.indexrelid, k.number
      """;

  /** Values that are cut would be wrong ones: those that are too long are left out. */
  static final String STATISTICS =
      """
      SELECT s.schemaname, s.tablename, s.attname, s.inherited, s.null_frac, s.avg_width,
             s.n_distinct,
             s.most_common_vals::text::text[], s.most_common_freqs::float8[],
             s.histogram_bounds::text::text[], s.correlation,
             s.most_common_elems::text::text[], s.most_common_elem_freqs::float8[]
      FROM pg_catalog.pg_stats s
      WHERE s.schemaname <> 'information_schema' AND s.schemaname !~ '^pg_(catalog$|toast|temp_)'
      """;

  private static final String EXTENDED_STATISTICS =
      """
      SELECT s.stxname, n.nspname, c.relname, s.stxkind::text[],
             ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute a
                   WHERE a.attrelid = s.stxrelid AND a.attnum = ANY (s.stxkeys::int2[])
                   ORDER BY a.attnum),
             %s
      FROM pg_catalog.pg_statistic_ext s
      JOIN pg_catalog.pg_class c ON c.oid = s.stxrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE %s
      ORDER BY n.nspname, c.relname, s.stxname
      """;

  /** Planner settings that differ from what a new server has, by where they were set. */
  static final String SETTINGS =
      """
      SELECT s.name, pg_catalog.current_setting(s.name)
      FROM pg_catalog.pg_settings s
      WHERE s.name = ANY (?) AND s.source = ANY (?) AND s.setting IS DISTINCT FROM s.boot_val
      """;

  static final String EXTENSIONS =
      """
      SELECT e.extname FROM pg_catalog.pg_extension e WHERE e.extname <> 'plpgsql'
      """;

  private static final int V10 = 10;
  private static final int V11 = 11;
  private static final int V12 = 12;
  private static final int V14 = 14;
  private static final int V15 = 15;

  private CatalogSql() {}

  static String tables(int version) {
    String partition = since(V10, version, "c.relispartition", "false");
    return TABLES.formatted(
        since(V10, version, "pg_catalog.pg_get_partkeydef(c.oid)", "NULL::text"),
        partition,
        partition,
        partition,
        USER_SCHEMA);
  }

  static String columns(int version) {
    return COLUMNS.formatted(since(V12, version, "a.attgenerated <> ''", "false"), USER_SCHEMA);
  }

  static String constraints() {
    return CONSTRAINTS.formatted(USER_SCHEMA);
  }

  static String indexes(int version) {
    return INDEXES.formatted(
        since(V15, version, "x.indnullsnotdistinct", "false"),
        since(V11, version, "x.indnkeyatts", "x.indnatts"),
        USER_SCHEMA);
  }

  /** For version 10 and newer: there is no such catalog before. */
  static String extendedStatistics(int version) {
    return EXTENDED_STATISTICS.formatted(
        since(
            V14,
            version,
            "coalesce(pg_catalog.pg_get_statisticsobjdef_expressions(s.oid), '{}')",
            "'{}'::text[]"),
        USER_SCHEMA);
  }

  static String indexKeys() {
    return INDEX_KEYS.formatted(USER_SCHEMA);
  }

  private static String since(int first, int version, String expression, String before) {
    return version >= first ? expression : before;
  }
}
