package io.github.pgslowlog.workload;

import io.github.pgslowlog.fingerprint.Fingerprint;
import java.util.List;
import java.util.TreeMap;

/**
 * Events by pattern.
 *
 * <p>Apart from the patterns: statements that only ever fail, such as those with errors in their
 * syntax, are not to take the place of others. Of very many the first fingerprints are kept,
 * whatever the order of events.
 */
final class EventTable {
  /** 10 of each kind: a statement fails in few ways, but may name a new column each time. */
  static final int MAX_MESSAGES = 10;

  private final int maxPatterns;
  private final TreeMap<Fingerprint, EventCounts> patterns = new TreeMap<>();

  EventTable(int maxPatterns) {
    this.maxPatterns = maxPatterns;
  }

  /** Adds an event to those of a pattern. */
  void add(Fingerprint pattern, EventKind kind, String what, long amount) {
    if (!isBeyond(pattern)) {
      counts(pattern).add(kind, what, amount);
    }
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
      patterns.pollLastEntry();
    }
    return counts;
  }

  List<EventTotal> of(Fingerprint pattern) {
    EventCounts counts = patterns.get(pattern);
    return counts == null ? List.of() : counts.toTotals();
  }
}
