package io.github.pgslowlog.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** When text on standard output is in colours. */
enum Colour {
  /** On a terminal, unless {@code NO_COLOR} is set. */
  AUTO,
  /** Even into a pipe. */
  ALWAYS,
  /** Not at all. */
  NEVER;

  static Optional<Colour> of(String word) {
    return Arrays.stream(values()).filter(c -> c.word().equals(word)).findFirst();
  }

  static String words() {
    return Arrays.stream(values()).map(Colour::word).collect(Collectors.joining(", "));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All words, for completion. */
  static final class Words implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(values()).map(Colour::word).iterator();
    }
  }
}
