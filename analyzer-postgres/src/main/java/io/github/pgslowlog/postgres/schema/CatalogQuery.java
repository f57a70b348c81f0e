package io.github.pgslowlog.postgres.schema;

/** The query that exports statistics. */
public final class CatalogQuery {
  private CatalogQuery() {}
}
