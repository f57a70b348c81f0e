package io.github.pgslowlog.fingerprint;

import java.util.Arrays;

/** How often patterns came that no template knew; of two in one place the later. Bounded. */
final class Sightings {
  private static final int PLACES = 8192;

  private final long[] patterns = new long[PLACES];
  private final int[] counts = new int[PLACES];

  /** Counts one more, and gives how often the pattern came before. */
  int add(Fingerprint fingerprint) {
    int place = (int) (fingerprint.high() & (PLACES - 1));
    if (patterns[place] != fingerprint.low()) {
      patterns[place] = fingerprint.low();
      counts[place] = 0;
    }
    int before = counts[place];
    counts[place] = before == Integer.MAX_VALUE ? before : before + 1;
    return before;
  }

  void clear() {
    Arrays.fill(patterns, 0);
    Arrays.fill(counts, 0);
  }
}
