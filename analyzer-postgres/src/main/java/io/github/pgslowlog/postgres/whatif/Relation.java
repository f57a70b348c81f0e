package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.catalog.TableName;
import java.util.Optional;

/**
 * A row of {@code pg_class}: a table, a materialized view, or an index of one.
 *
 * @param oid its number
 * @param schema its schema
 * @param name its name
 * @param kind {@code relkind}
 * @param method the access method of an index, empty for a table
 * @param table the table of an index, 0 for a table
 * @param parent the partitioned table or index that it is part of, or the table it inherits from; 0
 *     if there is none
 * @param partial whether it is an index with a predicate
 * @param firstKey the first of several keys of an index if it is a column, as EXPLAIN prints it;
 *     else empty
 * @param pages {@code relpages}
 * @param rows {@code reltuples}
 * @param file where its pages are, below the data directory; empty for what is partitioned
 */
record Relation(
    long oid,
    String schema,
    String name,
    char kind,
    String method,
    long table,
    long parent,
    boolean partial,
    String firstKey,
    long pages,
    double rows,
    Optional<String> file) {

  boolean isIndex() {
    return kind == 'i' || kind == 'I';
  }

  TableName tableName() {
    return new TableName(schema, name);
  }

  IndexName indexName() {
    return new IndexName(schema, name);
  }
}
