package io.github.pgslowlog.filter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Decides on names, once for each. */
final class NameCriterion {
  /** A server has fewer names; hosts with their ports are not remembered for long. */
  private static final int MAX_NAMES = 10_000;

  private final List<Predicate<String>> include;
  private final List<Predicate<String>> exclude;
  private final Map<String, Boolean> decisions = new HashMap<>();

  private NameCriterion(NameFilter names, Function<String, Predicate<String>> matcher) {
    include = names.include().stream().map(matcher).toList();
    exclude = names.exclude().stream().map(matcher).toList();
  }

  /** Null if every name passes. */
  static @Nullable NameCriterion ofNames(NameFilter names) {
    return names.isAny()
        ? null
        : new NameCriterion(names, pattern -> name -> Wildcards.match(pattern, name));
  }

  /** Null if every host passes. */
  static @Nullable NameCriterion ofHosts(NameFilter hosts) {
    return hosts.isAny() ? null : new NameCriterion(hosts, text -> new HostPattern(text)::matches);
  }

  boolean passes(@Nullable String name) {
    String known = name == null ? "" : name;
    Boolean decision = decisions.get(known);
    if (decision == null) {
      decision = decide(known);
      if (decisions.size() == MAX_NAMES) {
        decisions.clear();
      }
      decisions.put(known, decision);
    }
    return decision;
  }

  private boolean decide(String name) {
    return (include.isEmpty() || include.stream().anyMatch(p -> p.test(name)))
        && exclude.stream().noneMatch(p -> p.test(name));
  }

  /** The names met, sorted. */
  List<String> met() {
    return decisions.keySet().stream().sorted().toList();
  }
}
