package io.github.pgslowlog.samples.generator;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.util.List;

/**
 * Writes down the planner's statistics of the shop as calls that PostgreSQL 18 or later can
 * execute, the way {@code pg_dump --statistics-only} does. For those who want to try the sample's
 * schema without its rows.
 */
final class StatisticsExport {

  private static final String RELATIONS =
      """
      select
        'SELECT pg_catalog.pg_restore_relation_stats('
          || string_agg(
            format(E'\\n    %L, %L::%s', argument.name, argument.value, argument.type),
            ',' order by argument.place)
          || E'\\n);\\n'
      from pg_class as relation
      cross join lateral (values
        (1, 'version', current_setting('server_version_num'), 'integer'),
        (2, 'schemaname', 'public', 'text'),
        (3, 'relname', relation.relname, 'text'),
        (4, 'relpages', relation.relpages::text, 'integer'),
        (5, 'reltuples', relation.reltuples::text, 'real'),
        (6, 'relallvisible', relation.relallvisible::text, 'integer'),
        (7, 'relallfrozen', relation.relallfrozen::text, 'integer')
      ) as argument (place, name, value, type)
      where relation.relnamespace = 'public'::regnamespace
        and relation.relkind in ('r', 'i')
      group by relation.relname, relation.relkind
      order by relation.relkind desc, relation.relname collate "C"
      """;

  private static final String ATTRIBUTES =
      """
      select
        'SELECT pg_catalog.pg_restore_attribute_stats('
          || string_agg(
            format(E'\\n    %L, %L::%s', argument.name, argument.value, argument.type),
            ',' order by argument.place)
          || E'\\n);\\n'
      from pg_stats as statistic
      cross join lateral (values
        (1, 'version', current_setting('server_version_num'), 'integer'),
        (2, 'schemaname', statistic.schemaname, 'text'),
        (3, 'relname', statistic.tablename, 'text'),
        (4, 'attname', statistic.attname, 'text'),
        (5, 'inherited', statistic.inherited::text, 'boolean'),
        (6, 'null_frac', statistic.null_frac::text, 'real'),
        (7, 'avg_width', statistic.avg_width::text, 'integer'),
        (8, 'n_distinct', statistic.n_distinct::text, 'real'),
        (9, 'most_common_vals', statistic.most_common_vals::text, 'text'),
        (10, 'most_common_freqs', statistic.most_common_freqs::text, 'real[]'),
        (11, 'histogram_bounds', statistic.histogram_bounds::text, 'text'),
        (12, 'correlation', statistic.correlation::text, 'real')
      ) as argument (place, name, value, type)
      where statistic.schemaname = 'public'
        and argument.value is not null
      group by statistic.tablename, statistic.attname
      order by statistic.tablename collate "C", statistic.attname collate "C"
      """;

  private StatisticsExport() {}

  /** Reads the statistics of all tables and indexes of schema {@code public}. */
  static String read(SampleServer server) throws SQLException {
    try (ShopSession session = server.connectAsSuperuser()) {
      return asText(session.query(RELATIONS)) + "\n" + asText(session.query(ATTRIBUTES));
    }
  }

  private static String asText(List<Object> calls) {
    return calls.stream().map(Object::toString).collect(joining("\n"));
  }
}
