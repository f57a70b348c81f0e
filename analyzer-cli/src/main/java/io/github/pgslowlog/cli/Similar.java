package io.github.pgslowlog.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What was probably meant. */
final class Similar {
  private static final int MOST_CHANGES = 3;

  private Similar() {}

  /** The name with the fewest letters that differ; empty if all are quite different. */
  static Optional<String> to(String word, Collection<String> names) {
    return names.stream()
        .filter(name -> changes(word, name) <= Math.min(MOST_CHANGES, word.length() / 2))
        .min(
            Comparator.<String>comparingInt(name -> changes(word, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Levenshtein's distance. */
  private static int changes(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}
