package io.github.pgslowlog.catalog;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of the server whose logs are read.
 *
 * @param version as {@code server_version} prints it: {@code 15.18}; empty if it is not known
 * @param settings planner settings that are not at their defaults, by name
 * @param extensions the extensions that the database has
 * @param missingExtensions of these, the ones that are not at hand here
 * @param observed how long activity had been counted when statistics were taken; empty if it is not
 *     known
 */
public record ServerFacts(
    String version,
    Map<String, String> settings,
    Set<String> extensions,
    Set<String> missingExtensions,
    Optional<Duration> observed) {
  /** Nothing is known. */
  public static final ServerFacts UNKNOWN =
      new ServerFacts("", Map.of(), Set.of(), Set.of(), Optional.empty());

  /** Copies and sorts. */
  public ServerFacts {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    extensions = Collections.unmodifiableSortedSet(new TreeSet<>(extensions));
    missingExtensions = Collections.unmodifiableSortedSet(new TreeSet<>(missingExtensions));
  }

  /**
   * The major version.
   *
   * @return 15 for {@code 15.18}, 9 for {@code 9.6}; 0 if it is not known
   */
  public int majorVersion() {
    int end = 0;
    while (end < version.length() && Character.isDigit(version.charAt(end))) {
      end++;
    }
    return end == 0 || end > 4 ? 0 : Integer.parseInt(version.substring(0, end));
  }
}
