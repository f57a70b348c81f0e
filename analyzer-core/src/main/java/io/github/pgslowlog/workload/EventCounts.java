package io.github.pgslowlog.workload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Events by kind and by what they say.
 *
 * <p>Messages name columns and functions without end, so of each kind only the first in order are
 * kept. One that was dropped once stays behind as many others for ever and is counted without what
 * it says, so the sums are exact and nothing depends on the order in which events come.
 */
final class EventCounts {
  private static final Comparator<EventTotal> MOST_FIRST =
      Comparator.comparingLong(EventTotal::count)
          .reversed()
          .thenComparing(EventTotal::kind)
          .thenComparing(EventTotal::what);

  private final int maxMessages;
  private final Map<EventKind, TreeMap<String, EventTotal>> totals = new EnumMap<>(EventKind.class);

  /** Keeps so many messages of each kind. */
  EventCounts(int maxMessages) {
    this.maxMessages = maxMessages;
  }

  void add(EventKind kind, String what, long amount) {
    add(new EventTotal(kind, what, 1, amount, amount));
  }

  void merge(EventCounts other) {
    other.totals.values().forEach(messages -> messages.values().forEach(this::add));
  }

  private void add(EventTotal total) {
    TreeMap<String, EventTotal> messages =
        totals.computeIfAbsent(total.kind(), kind -> new TreeMap<>());
    boolean beyond =
        named(messages) == maxMessages
            && !total.what().isEmpty()
            && total.what().compareTo(messages.lastKey()) > 0;
    merge(beyond ? nameless(total) : total, messages);
    if (named(messages) > maxMessages) {
      merge(nameless(messages.pollLastEntry().getValue()), messages);
    }
  }

  private static int named(Map<String, EventTotal> messages) {
    return messages.size() - (messages.containsKey("") ? 1 : 0);
  }

  private static void merge(EventTotal total, Map<String, EventTotal> messages) {
    messages.merge(total.what(), total, EventCounts::sum);
  }

  private static EventTotal nameless(EventTotal total) {
    return new EventTotal(total.kind(), "", total.count(), total.amount(), total.most());
  }

  private static EventTotal sum(EventTotal one, EventTotal other) {
    return new EventTotal(
        one.kind(),
        one.what(),
        one.count() + other.count(),
        one.amount() + other.amount(),
        Math.max(one.most(), other.most()));
  }

  List<EventTotal> toTotals() {
    List<EventTotal> all = new ArrayList<>();
    totals.values().forEach(messages -> all.addAll(messages.values()));
    all.sort(MOST_FIRST);
    return all;
  }
}
