package io.github.pgslowlog.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which server plans with indexes that do not exist. The word is the value of the option. */
enum WhatIf {
  /** One of our own, with schema and statistics alone. */
  PRIVATE,
  /** That of --url, by its extension HypoPG. */
  HYPOPG;

  static Optional<WhatIf> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }

  /** All words. */
  static String words() {
    return Arrays.stream(values()).map(WhatIf::word).collect(Collectors.joining(" or "));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All words, for completion. */
  static final class Words implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(values()).map(WhatIf::word).iterator();
    }
  }
}
