package io.github.pgslowlog.postgres.whatif;

import java.util.Map;
import java.util.Set;

/**
 * What differs from the database as it is, for one statement.
 *
 * @param candidates the numbers of the candidates that there are
 * @param concealed the numbers of the existing indexes that there are no longer
 * @param settings settings that have other values
 */
record VisibleIndexes(Set<Long> candidates, Set<Long> concealed, Map<String, String> settings) {
  VisibleIndexes {
    candidates = Set.copyOf(candidates);
    concealed = Set.copyOf(concealed);
    settings = Map.copyOf(settings);
  }

  /** Whether all indexes of another one are there, and settings are the same. */
  boolean hasAllOf(VisibleIndexes other) {
    return settings.equals(other.settings)
        && candidates.containsAll(other.candidates)
        && other.concealed.containsAll(concealed);
  }

  /** Whether indexes, candidates or existing ones, are there. */
  boolean has(Set<Long> candidatesUsed, Set<Long> existingUsed) {
    return candidates.containsAll(candidatesUsed)
        && existingUsed.stream().noneMatch(concealed::contains);
  }
}
