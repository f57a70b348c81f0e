package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.IndexName;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What differs from the database as it is.
 *
 * @param candidates indexes that there are besides
 * @param hidden indexes that there are no longer
 * @param settings settings that have other values, by name
 */
public record Configuration(
    Set<CandidateIndex> candidates, Set<IndexName> hidden, Map<String, String> settings) {
  /** The database as it is. */
  public static final Configuration AS_IS = new Configuration(Set.of(), Set.of(), Map.of());

  /** Copies in the order given, as a cost model may create what it is asked about. */
  public Configuration {
    candidates = Collections.unmodifiableSet(new LinkedHashSet<>(candidates));
    hidden = Collections.unmodifiableSet(new LinkedHashSet<>(hidden));
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /**
   * The database with further indexes.
   *
   * @param indexes candidates
   * @return nothing else differs
   */
  public static Configuration with(Collection<CandidateIndex> indexes) {
    return new Configuration(new LinkedHashSet<>(indexes), Set.of(), Map.of());
  }
}
