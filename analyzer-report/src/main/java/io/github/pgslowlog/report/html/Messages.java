package io.github.pgslowlog.report.html;

import java.util.ArrayList;
import java.util.List;

/** Lists of messages, which may be very long. */
final class Messages {
  private static final int MOST = 200;

  private Messages() {}

  /** The first ones, and how many more there are. */
  static List<String> first(List<String> messages) {
    if (messages.size() <= MOST) {
      return messages;
    }
    List<String> first = new ArrayList<>(messages.subList(0, MOST));
    first.add("and " + Figures.count(messages.size() - MOST) + " more, which the JSON report has");
    return first;
  }
}
