package io.github.pgslowlog.workload;

import io.github.pgslowlog.fingerprint.Fingerprint;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Events by pattern.
 *
 * <p>Apart from the patterns: statements that only ever fail, such as those with errors in their
 * syntax, are not to take the place of others. Of very many the first fingerprints are kept,
 * whatever the order of events. Some of those seen last are found without a search.
 */
final class EventTable {
  /** 10 of each kind: a statement fails in few ways, but may name a new column each time. */
  static final int MAX_MESSAGES = 10;

  private static final int PLACES = 512;

  private final int maxPatterns;
  private final TreeMap<Fingerprint, EventCounts> patterns = new TreeMap<>();

  /** Patterns that are kept, and their events. */
  private final @Nullable Fingerprint[] recent = new @Nullable Fingerprint[PLACES];

  private final @Nullable EventCounts[] recentCounts = new @Nullable EventCounts[PLACES];

  EventTable(int maxPatterns) {
    this.maxPatterns = maxPatterns;
  }

  /** Adds an event to those of a pattern. */
  void add(Fingerprint pattern, EventKind kind, String what, long amount) {
    int place = place(pattern);
    EventCounts counts = recentCounts[place];
    if (counts == null || !pattern.equals(recent[place])) {
      if (isBeyond(pattern)) {
        return;
      }
      counts = counts(pattern);
      recent[place] = pattern;
      recentCounts[place] = counts;
    }
    counts.add(kind, what, amount);
  }

  private static int place(Fingerprint pattern) {
    return (int) pattern.low() & PLACES - 1;
  }

  void merge(EventTable other) {
    other.patterns.forEach(
        (pattern, theirs) -> {
          if (!isBeyond(pattern)) {
            counts(pattern).merge(theirs);
          }
        });
  }

  private boolean isBeyond(Fingerprint pattern) {
    return patterns.size() >= maxPatterns && patterns.lastKey().compareTo(pattern) < 0;
  }

  private EventCounts counts(Fingerprint pattern) {
    EventCounts counts = patterns.computeIfAbsent(pattern, p -> new EventCounts(MAX_MESSAGES));
    if (patterns.size() > maxPatterns) {
      recentCounts[place(patterns.pollLastEntry().getKey())] = null;
    }
    return counts;
  }

  List<EventTotal> of(Fingerprint pattern) {
    EventCounts counts = patterns.get(pattern);
    return counts == null ? List.of() : counts.toTotals();
  }
}
