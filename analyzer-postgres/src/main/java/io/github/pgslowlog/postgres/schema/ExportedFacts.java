package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.IndexActivity;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.catalog.TableActivity;
import io.github.pgslowlog.catalog.TableName;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a file of statistics says besides the statistics of the planner.
 *
 * @param version as {@code server_version} prints it, empty if it is not known
 * @param collation {@code datcollate} of the database or the locale that stands for it, empty if it
 *     is not known
 * @param searchPath schemas in the order in which they are searched, empty if that is not known
 * @param observed how long activity had been counted; empty if it is not known
 * @param standby whether the server replays another one: activity of that one is not in it
 * @param settings planner settings by name
 * @param extensions the extensions of the database
 * @param tables how tables are used
 * @param indexes how indexes are used
 * @param invalidIndexes definitions of indexes that are not valid: no dump has them
 */
public record ExportedFacts(
    String version,
    String collation,
    List<String> searchPath,
    Optional<Duration> observed,
    boolean standby,
    Map<String, String> settings,
    Set<String> extensions,
    Map<TableName, TableActivity> tables,
    Map<IndexName, IndexActivity> indexes,
    Map<IndexName, String> invalidIndexes) {
  /** Nothing is known. */
  public static final ExportedFacts NONE =
      new ExportedFacts(
          "",
          "",
          List.of(),
          Optional.empty(),
          false,
          Map.of(),
          Set.of(),
          Map.of(),
          Map.of(),
          Map.of());

  /** Copies and sorts. */
  public ExportedFacts {
    searchPath = List.copyOf(searchPath);
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    extensions = Collections.unmodifiableSortedSet(new TreeSet<>(extensions));
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    indexes = Collections.unmodifiableSortedMap(new TreeMap<>(indexes));
    invalidIndexes = Collections.unmodifiableSortedMap(new TreeMap<>(invalidIndexes));
  }
}
