package io.github.pgslowlog.report;

import io.github.pgslowlog.workload.EventKind;
import io.github.pgslowlog.workload.EventTotal;
import java.util.List;
import java.util.stream.Collectors;

/** What happened to statements, in words. */
final class EventWords {
  private EventWords() {}

  /** {@code 3 lock waits (ShareLock on transaction), 4.10 s, longest 2.00 s}. */
  static String of(EventTotal event) {
    String number = Words.count(event.count()) + " ";
    String what = event.what().isEmpty() ? "" : " (" + event.what() + ")";
    return switch (event.kind()) {
      case ERROR -> number + plural(event, "error") + what;
      case CANCELLED -> number + "cancelled" + what;
      case DEADLOCK -> number + plural(event, "deadlock") + what;
      case LOCK_WAIT -> number + plural(event, "lock wait") + what + amounts(event);
      case TEMPORARY_FILE -> number + plural(event, "temporary file") + what + amounts(event);
    };
  }

  private static String plural(EventTotal event, String noun) {
    return event.count() == 1 ? noun : noun + "s";
  }

  private static String amounts(EventTotal event) {
    boolean time = event.kind() == EventKind.LOCK_WAIT;
    String all = time ? Words.duration(event.amount()) : Words.bytes(event.amount());
    String most = time ? Words.duration(event.most()) : Words.bytes(event.most());
    if (event.amount() == 0) {
      return "";
    }
    return event.count() == 1
        ? ", " + all
        : ", " + all + ", " + (time ? "longest " : "largest ") + most;
  }

  /** The most frequent ones in a line; empty if nothing happened. */
  static String of(List<EventTotal> events, int most) {
    String first =
        events.stream().limit(most).map(EventWords::of).collect(Collectors.joining("; "));
    return events.size() > most
        ? first + "; and " + Words.count(events.size() - most, "more kind")
        : first;
  }
}
