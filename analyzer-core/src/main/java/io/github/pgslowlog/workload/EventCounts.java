package io.github.pgslowlog.workload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Events by kind and by what they say.
 *
 * <p>Messages name columns and functions without end, so of each kind only the first in order are
 * kept. One that was dropped once stays behind as many others for ever and is counted without what
 * it says, so the sums are exact and nothing depends on the order in which events come. What is
 * kept already is counted in place, most often as the event before.
 */
final class EventCounts {
  private static final Comparator<EventTotal> MOST_FIRST =
      Comparator.comparingLong(EventTotal::count)
          .reversed()
          .thenComparing(EventTotal::kind)
          .thenComparing(EventTotal::what);

  private final int maxMessages;
  private final Map<EventKind, TreeMap<String, Total>> totals = new EnumMap<>(EventKind.class);

  /** What was counted last and is kept. */
  private @Nullable Total last;

  /** What events of one kind that say the same add up to. */
  private static final class Total {
    private final EventKind kind;
    private final String what;
    private long count;
    private long amount;
    private long most;

    Total(EventKind kind, String what) {
      this.kind = kind;
      this.what = what;
    }

    void add(long events, long itsAmount, long itsMost) {
      count += events;
      amount += itsAmount;
      most = Math.max(most, itsMost);
    }

    EventTotal toTotal() {
      return new EventTotal(kind, what, count, amount, most);
    }
  }

  /** Keeps so many messages of each kind. */
  EventCounts(int maxMessages) {
    this.maxMessages = maxMessages;
  }

  void add(EventKind kind, String what, long amount) {
    Total before = last;
    if (before != null && before.kind == kind && before.what.equals(what)) {
      before.add(1, amount, amount);
    } else {
      add(kind, what, 1, amount, amount);
    }
  }

  void merge(EventCounts other) {
    other.totals.values().stream()
        .flatMap(messages -> messages.values().stream())
        .forEach(total -> add(total.kind, total.what, total.count, total.amount, total.most));
  }

  private void add(EventKind kind, String what, long count, long amount, long most) {
    TreeMap<String, Total> messages = totals.get(kind);
    if (messages == null) {
      messages = new TreeMap<>();
      totals.put(kind, messages);
    }
    Total known = messages.get(what);
    if (known == null) {
      known = keep(kind, what, messages);
    }
    known.add(count, amount, most);
    last = known;
  }

  /** Where another message is counted: apart, or without what it says. */
  private Total keep(EventKind kind, String what, NavigableMap<String, Total> messages) {
    boolean full = !what.isEmpty() && named(messages) == maxMessages;
    if (full && what.compareTo(messages.lastKey()) > 0) {
      return nameless(kind, messages);
    }
    if (full) {
      Total dropped = messages.pollLastEntry().getValue();
      nameless(kind, messages).add(dropped.count, dropped.amount, dropped.most);
    }
    Total total = new Total(kind, what);
    messages.put(what, total);
    return total;
  }

  private static int named(Map<String, Total> messages) {
    return messages.size() - (messages.containsKey("") ? 1 : 0);
  }

  private static Total nameless(EventKind kind, Map<String, Total> messages) {
    return messages.computeIfAbsent("", empty -> new Total(kind, empty));
  }

  List<EventTotal> toTotals() {
    List<EventTotal> all = new ArrayList<>();
    totals.values().forEach(messages -> messages.values().forEach(t -> all.add(t.toTotal())));
    all.sort(MOST_FIRST);
    return all;
  }
}
