package io.github.pgslowlog.report.html;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Names that many patterns share, by number. */
final class NameTable {
  /** Longer names are cut. */
  private static final int LONGEST = 200;

  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  int number(String name) {
    String shown = Excerpt.of(name, LONGEST);
    Integer known = numbers.putIfAbsent(shown, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  Set<String> names() {
    return numbers.keySet();
  }
}
