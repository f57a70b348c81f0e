package io.github.pgslowlog.report.html;

import io.github.pgslowlog.workload.EventKind;
import io.github.pgslowlog.workload.EventTotal;

/** Events in words. */
final class EventWords {
  private EventWords() {}

  /** {@code 3 times, 1.2 GB together, 800.0 MB at most: statement timeout}. */
  static String of(EventTotal event) {
    String amount = amount(event.kind(), event.amount());
    return Figures.count(event.count(), "time")
        + (amount.isEmpty() ? "" : ", " + amount + " together, " + most(event) + " at most")
        + (event.what().isEmpty() ? "" : ": " + event.what());
  }

  static String most(EventTotal event) {
    return amount(event.kind(), event.most());
  }

  /** In the unit of the kind; empty for kinds that have none. */
  static String amount(EventKind kind, long amount) {
    return switch (kind) {
      case LOCK_WAIT -> Figures.duration(amount);
      case TEMPORARY_FILE -> Figures.bytes(amount);
      case ERROR, CANCELLED, DEADLOCK -> "";
    };
  }
}
