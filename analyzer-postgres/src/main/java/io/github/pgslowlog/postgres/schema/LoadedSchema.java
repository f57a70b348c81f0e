package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.diagnostics.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What came of a schema dump.
 *
 * @param version of the server that was dumped, empty if the dump does not tell
 * @param tables number of tables
 * @param foreignTables tables that are foreign on the real server, and ordinary ones here
 * @param missingExtensions extensions of the dump that are not at hand
 * @param hasStatistics whether the dump has statistics, too, which are not loaded with it
 * @param problems what could not be loaded, and what it means
 */
public record LoadedSchema(
    String version,
    int tables,
    Set<TableName> foreignTables,
    Set<String> missingExtensions,
    boolean hasStatistics,
    List<Problem> problems) {
  /** Copies and sorts. */
  public LoadedSchema {
    foreignTables = Collections.unmodifiableSortedSet(new TreeSet<>(foreignTables));
    missingExtensions = Collections.unmodifiableSortedSet(new TreeSet<>(missingExtensions));
    problems = List.copyOf(problems);
  }
}
