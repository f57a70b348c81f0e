package io.github.pgslowlog.advice;

import io.github.pgslowlog.candidate.IndexDefinition;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to mind when an index is created.
 *
 * <p>Source: <a
 * href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">
 * Building Indexes Concurrently</a>; the release notes of 14.4.
 */
final class CreationCaveats {
  private static final Pattern CORRUPTING = Pattern.compile("14\\.[0-3](?!\\d).*");
  private static final long MEGABYTE = 1 << 20;

  private final Catalog catalog;

  CreationCaveats(Catalog catalog) {
    this.catalog = catalog;
  }

  List<String> of(IndexDefinition definition, boolean partitioned) {
    List<String> caveats = new ArrayList<>();
    caveats.add(
        partitioned
            ? "the statements cannot run in a transaction block; one that fails leaves an invalid"
                + " index: drop it before you repeat it"
            : "cannot run in a transaction block; if it fails, it leaves an invalid index: "
                + definition.drop());
    Matcher version = CORRUPTING.matcher(catalog.server().version());
    if (version.matches()) {
      caveats.add(
          "CREATE INDEX CONCURRENTLY of PostgreSQL 14.0 to 14.3 can leave rows out of the index:"
              + " update to 14.4 first");
    }
    if (partitioned) {
      caveats.add(
          "dropping the index of a partitioned table locks the table and all partitions for a"
              + " moment");
      if (hasForeignPartition(definition)) {
        caveats.add(
            "a partition is a foreign table and has no index: the index of the whole table stays"
                + " invalid, those of the partitions are used all the same");
      }
    }
    return caveats;
  }

  private boolean hasForeignPartition(IndexDefinition definition) {
    return catalog.partitions(definition.index().table()).stream()
        .anyMatch(partition -> partition.kind() == Table.Kind.FOREIGN);
  }

  /** Room on the disk: the index itself, and about as much for sorting. */
  static String room(long bytes) {
    long megabytes = Math.max(1, Math.round(2.0 * bytes / MEGABYTE));
    return String.format(
        Locale.ROOT, "needs about %,d MB of free disk space while it is built", megabytes);
  }
}
