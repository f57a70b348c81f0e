package io.github.pgslowlog.report;

import io.github.pgslowlog.Input;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was detected in a log, in words. */
final class InputWords {
  private InputWords() {}

  /** {@code stderr in docker json-file, German, log_line_prefix '%m [%p] ' (detected)}. */
  static String format(Input input) {
    List<String> words = new ArrayList<>();
    List<String> layers = new ArrayList<>(input.layers());
    Collections.reverse(layers);
    words.add(
        layers.isEmpty() ? input.format() : input.format() + " in " + String.join(" in ", layers));
    if (input.languages().size() > 1 && input.languages().size() <= MOST_LANGUAGES) {
      words.add("messages in " + String.join(", ", input.languages()));
    }
    input
        .logLinePrefix()
        .ifPresent(
            prefix ->
                words.add(
                    "log_line_prefix '"
                        + prefix
                        + "'"
                        + (input.prefixDetected() ? " (detected)" : "")));
    input.laterPrefixes().forEach(prefix -> words.add("later '" + prefix + "'"));
    return String.join(", ", words);
  }

  /** csvlog and jsonlog are read in every language. */
  private static final int MOST_LANGUAGES = 5;
}
