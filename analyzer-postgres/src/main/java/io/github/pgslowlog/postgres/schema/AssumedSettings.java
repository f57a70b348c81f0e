package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.diagnostics.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Planner settings of a server of which nothing is known.
 *
 * <p>The default of {@code random_page_cost} is that of spinning disks. Parallel query shares work
 * out among processes and saves none of it, so that plans without it tell better what an index
 * saves.
 */
final class AssumedSettings {
  private static final Map<String, String> ASSUMED =
      Map.of("random_page_cost", "1.1", "max_parallel_workers_per_gather", "0");

  private AssumedSettings() {}

  /** What is assumed where statistics tell no settings and none is given. */
  static Map<String, String> of(ExportedFacts facts, Map<String, String> given) {
    if (!facts.version().isEmpty() || !facts.settings().isEmpty()) {
      return Map.of();
    }
    Map<String, String> assumed = new TreeMap<>(ASSUMED);
    assumed.keySet().removeAll(given.keySet());
    return assumed;
  }

  /** Says so. */
  static Optional<Problem> problem(String name, Map<String, String> assumed) {
    return assumed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Problem.notice(
                assumed.entrySet().stream()
                    .map(setting -> setting.getKey() + " " + setting.getValue())
                    .collect(
                        Collectors.joining(
                            ", ",
                            name + ": planner settings of the server are not known: ",
                            " assumed; give --set, or statistics by pgslowlog catalog"))));
  }
}
