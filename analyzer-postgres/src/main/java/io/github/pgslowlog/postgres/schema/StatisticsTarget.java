package io.github.pgslowlog.postgres.schema;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The two functions that put statistics in, and their arguments. */
enum StatisticsTarget {
  /** Sizes of a table or index. */
  RELATION(
      "pg_restore_relation_stats",
      List.of(
          "relpages integer", "reltuples real", "relallvisible integer", "relallfrozen integer"),
      """
      SELECT c.oid IS NOT NULL,
             CASE WHEN c.oid IS NOT NULL
               THEN pg_catalog.pg_restore_relation_stats(
                 'schemaname', x.schemaname, 'relname', x.relname%s) END
      FROM unnest(%s) WITH ORDINALITY AS x(schemaname, relname%s, number)
      LEFT JOIN (pg_catalog.pg_class c
                 JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace)
        ON c.relname = x.relname AND n.nspname = x.schemaname
           AND c.relkind IN ('r', 'p', 'm', 'i', 'I', 'f')
      ORDER BY x.number
      """),
  /** What is in a column. */
  ATTRIBUTE(
      "pg_restore_attribute_stats",
      List.of(
          "attname text",
          "attnum smallint",
          "inherited boolean",
          "null_frac real",
          "avg_width integer",
          "n_distinct real",
          "most_common_vals text",
          "most_common_freqs real[]",
          "histogram_bounds text",
          "correlation real",
          "most_common_elems text",
          "most_common_elem_freqs real[]",
          "elem_count_histogram real[]",
          "range_length_histogram text",
          "range_empty_frac real",
          "range_bounds_histogram text"),
      """
      SELECT a.attnum IS NOT NULL,
             CASE WHEN a.attnum IS NOT NULL
               THEN pg_catalog.pg_restore_attribute_stats(
                 'schemaname', x.schemaname, 'relname', x.relname%s) END
      FROM unnest(%s) WITH ORDINALITY AS x(schemaname, relname%s, number)
      LEFT JOIN (pg_catalog.pg_class c
                 JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                 JOIN pg_catalog.pg_attribute a
                   ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
        ON c.relname = x.relname AND n.nspname = x.schemaname
           AND (a.attname = x.attname OR a.attnum = x.attnum::smallint)
           AND c.relkind IN ('r', 'p', 'm', 'i', 'f')
      ORDER BY x.number
      """);

  private final String function;
  private final String arguments;
  private final String sql;

  StatisticsTarget(String function, List<String> arguments, String template) {
    this.function = function;
    this.arguments =
        arguments.stream()
            .map(argument -> argument.split(" ", -1)[0])
            .collect(Collectors.joining(" "));
    StringBuilder pairs = new StringBuilder();
    StringBuilder arrays = new StringBuilder("?::text[], ?::text[]");
    StringBuilder columns = new StringBuilder();
    for (String argument : arguments) {
      String[] parts = argument.split(" ", -1);
      pairs.append(", '%s', x.%s::%s".formatted(parts[0], parts[0], parts[1]));
      arrays.append(", ?::text[]");
      columns.append(", ").append(parts[0]);
    }
    this.sql = template.formatted(pairs, arrays, columns);
  }

  static @Nullable StatisticsTarget of(DumpToken name) {
    for (StatisticsTarget target : values()) {
      if (name.isWord(target.function)) {
        return target;
      }
    }
    return null;
  }

  /** Names of the arguments behind schemaname and relname. */
  List<String> arguments() {
    return List.of(arguments.split(" ", -1));
  }

  /**
   * Puts many in at once: arrays of texts are its parameters; its rows tell whether the relation or
   * column is there, and whether all could be used.
   */
  String sql() {
    return sql;
  }
}
