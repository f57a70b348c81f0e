package io.github.pgslowlog.advice;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.ColumnDefinition;
import io.github.pgslowlog.catalog.IndexKey;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The extensions that an index needs and the server does not have: those of its operator classes.
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/current/pgtrgm.html">pg_trgm</a>, <a
 * href="https://www.postgresql.org/docs/current/btree-gin.html">btree_gin</a>, <a
 * href="https://www.postgresql.org/docs/current/btree-gist.html">btree_gist</a>.
 */
final class NeededExtensions {
  /** Types that GIN and GiST know only with btree_gin and btree_gist. */
  private static final Set<String> SCALARS =
      Set.of(
          "smallint",
          "integer",
          "bigint",
          "numeric",
          "real",
          "double precision",
          "date",
          "timestamp without time zone",
          "timestamp with time zone",
          "text",
          "character varying",
          "character",
          "boolean",
          "uuid");

  private NeededExtensions() {}

  static Set<String> of(Catalog catalog, CandidateIndex index) {
    Set<String> needed = new TreeSet<>();
    index.keys().forEach(key -> extension(catalog, index, key).ifPresent(needed::add));
    if (index.accessMethod().equals("bloom")) {
      needed.add("bloom");
    }
    needed.removeAll(catalog.server().extensions());
    return needed;
  }

  private static Optional<String> extension(Catalog catalog, CandidateIndex index, IndexKey key) {
    if (key.operatorClass().toLowerCase(Locale.ROOT).endsWith("_trgm_ops")) {
      return Optional.of("pg_trgm");
    }
    boolean inverted = index.accessMethod().equals("gin") || index.accessMethod().equals("gist");
    return inverted && key.operatorClass().isEmpty() && isScalar(catalog, index, key)
        ? Optional.of("btree_" + index.accessMethod())
        : Optional.empty();
  }

  private static boolean isScalar(Catalog catalog, CandidateIndex index, IndexKey key) {
    return !key.expression()
        && catalog
            .find(index.table())
            .flatMap(table -> table.column(key.text()))
            .map(ColumnDefinition::type)
            .map(type -> type.replaceAll("\\([0-9,]*\\)", ""))
            .filter(SCALARS::contains)
            .isPresent();
  }
}
