package io.github.pgslowlog.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Puts logs into the order they were written in.
 *
 * <p>Logs with a first timestamp go by it. A log without one follows the log that stands before it
 * by name, as rotation names logs; one that can be opened only once, and so cannot be looked at,
 * follows the log that was given before it. What is equal keeps the order it was given in.
 */
public final class SourceOrder {
  private static final Comparator<SourceHead> BY_NAME =
      Comparator.comparing(head -> head.source().name(), new FileNameOrder());

  /** A log with a time, and those without that follow it. */
  private record Group(Optional<Instant> first, List<SourceHead> logs) {}

  private SourceOrder() {}

  /**
   * Orders logs.
   *
   * @param heads the logs as they were given
   * @return all of them, oldest first
   */
  public static List<SourceHead> sort(List<SourceHead> heads) {
    List<SourceHead> named = new ArrayList<>(heads);
    named.removeIf(head -> !head.source().reopenable());
    named.sort(BY_NAME);
    List<Group> groups = groups(named, heads);
    groups.sort(Comparator.comparing(group -> group.first().orElse(Instant.MIN)));
    List<SourceHead> sorted = new ArrayList<>();
    groups.forEach(group -> sorted.addAll(group.logs()));
    addOnceOnly(heads, sorted);
    return List.copyOf(sorted);
  }

  /** Groups in the order their logs were given, so that equal times keep it. */
  private static List<Group> groups(List<SourceHead> named, List<SourceHead> given) {
    List<Group> groups = new ArrayList<>();
    for (SourceHead head : named) {
      if (groups.isEmpty() || head.first().isPresent()) {
        groups.add(new Group(head.first(), new ArrayList<>()));
      }
      groups.get(groups.size() - 1).logs().add(head);
    }
    IdentityHashMap<SourceHead, Integer> places = new IdentityHashMap<>();
    given.forEach(head -> places.put(head, places.size()));
    groups.sort(Comparator.comparing(group -> places.get(group.logs().get(0))));
    return groups;
  }

  private static void addOnceOnly(List<SourceHead> given, List<SourceHead> sorted) {
    for (int i = 0; i < given.size(); i++) {
      if (!given.get(i).source().reopenable()) {
        int place = i == 0 ? 0 : sorted.indexOf(given.get(i - 1)) + 1;
        sorted.add(place, given.get(i));
      }
    }
  }
}
