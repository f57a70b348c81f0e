package io.github.pgslowlog.benchmarks.generator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Says which pattern comes next. Above {@value #DISTINCT} patterns there are partitions of the same
 * ones, as an application with a table per customer has them, and every second statement asks for
 * the next partition in turn, so that all of them occur.
 */
final class Patterns {
  private static final int DISTINCT = 300;

  private final Map<Kind, List<Pattern>> byKind = new EnumMap<>(Kind.class);
  private final int[] turns = new int[Kind.values().length];
  private final int partitions;

  Patterns(long seed, int count) {
    PatternFactory factory = new PatternFactory(seed);
    for (Kind kind : Kind.values()) {
      int share = (int) Math.ceil(Math.min(count, DISTINCT) * kind.patterns / 100.0);
      byKind.put(kind, factory.patterns(kind, share));
    }
    partitions = Math.max(1, (count + DISTINCT - 1) / DISTINCT);
  }

  Drawn draw(Kind kind, Randomness random) {
    List<Pattern> patterns = byKind.getOrDefault(kind, List.of());
    if (partitions == 1 || random.percent(50)) {
      return new Drawn(patterns.get(random.zipf(patterns.size())), 0);
    }
    int turn = turns[kind.ordinal()]++;
    int partition = turn / patterns.size() % partitions;
    return new Drawn(patterns.get(turn % patterns.size()), partition);
  }

  /** A pattern, and the partition of its table that is meant; 0 is the table itself. */
  record Drawn(Pattern pattern, int partition) {
    /** A number of its own, as far as it goes, for the statement name and the query identifier. */
    int number() {
      return pattern.number() + 1000 * partition;
    }
  }
}
