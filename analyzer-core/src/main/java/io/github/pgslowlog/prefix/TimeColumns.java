package io.github.pgslowlog.prefix;

import java.util.List;
import java.util.Map;

/** Tells the time of a message from the start of its session, which is never later. */
final class TimeColumns {
  private TimeColumns() {}

  static Map<PrefixEscape, PrefixEscape> roles(PrefixTemplate template, ColumnValues values) {
    List<PrefixEscape> open = template.open(FieldSyntax.SECONDS);
    boolean finer =
        !values.of(PrefixEscape.TIME_MILLISECONDS).isEmpty()
            || !values.of(PrefixEscape.TIME_EPOCH).isEmpty();
    if (open.size() == 1 && finer) {
      return Map.of(open.get(0), PrefixEscape.SESSION_START);
    }
    if (open.size() == 2 && isEarlier(values.of(open.get(0)), values.of(open.get(1)))) {
      return Map.of(open.get(0), PrefixEscape.SESSION_START, open.get(1), PrefixEscape.TIME);
    }
    return Map.of();
  }

  private static boolean isEarlier(List<String> left, List<String> right) {
    int earlier = 0;
    for (int row = 0; row < left.size(); row++) {
      earlier += Integer.signum(left.get(row).compareTo(right.get(row)));
    }
    return earlier < 0;
  }
}
