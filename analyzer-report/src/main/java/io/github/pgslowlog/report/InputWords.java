package io.github.pgslowlog.report;

import io.github.pgslowlog.Input;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was detected in a log, in words. */
final class InputWords {
  /** csvlog and jsonlog are read in every language. */
  private static final int MOST_LANGUAGES = 5;

  private InputWords() {}

  /** {@code stderr in docker json-file, messages in en, de}. */
  static String format(Input input) {
    List<String> words = new ArrayList<>();
    List<String> layers = new ArrayList<>(input.layers());
    Collections.reverse(layers);
    words.add(
        layers.isEmpty() ? input.format() : input.format() + " in " + String.join(" in ", layers));
    if (input.languages().size() > 1 && input.languages().size() <= MOST_LANGUAGES) {
      words.add("messages in " + String.join(", ", input.languages()));
    }
    return String.join(", ", words);
  }

  /** {@code '%m [%p] ' (detected), later '%t [%p] '}; empty if there is none. */
  static String prefix(Input input) {
    String first =
        input
            .logLinePrefix()
            .map(prefix -> "'" + prefix + "'" + (input.prefixDetected() ? " (detected)" : ""))
            .orElse("");
    return input.laterPrefixes().stream()
        .map(prefix -> ", later '" + prefix + "'")
        .collect(Collectors.joining("", first, ""));
  }

  /** The times of its first and its last entry; empty if no entry has one. */
  static Optional<String> period(Input input) {
    return input
        .first()
        .map(first -> Times.iso(first) + " to " + input.last().map(Times::iso).orElse("?"));
  }
}
