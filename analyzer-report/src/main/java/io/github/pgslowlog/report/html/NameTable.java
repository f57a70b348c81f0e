package io.github.pgslowlog.report.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names that many patterns share, by number. */
final class NameTable {
  /** Longer names are cut. */
  private static final int LONGEST = 200;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  int number(String name) {
    String shown = Excerpt.of(name, LONGEST);
    Integer known = numbers.putIfAbsent(shown, names.size());
    if (known == null) {
      names.add(shown);
      return names.size() - 1;
    }
    return known;
  }

  List<String> names() {
    return names;
  }

  int size() {
    return names.size();
  }

  /** Forgets the names that came last. */
  void forget(int from) {
    List<String> last = names.subList(from, names.size());
    last.forEach(numbers::remove);
    last.clear();
  }
}
