package io.github.pgslowlog.report.html;

import io.github.pgslowlog.Input;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A log in words. */
record LogWords(
    String path,
    String format,
    String prefix,
    String bytes,
    String lines,
    String entries,
    String first,
    String last) {
  /** Of a format that is read in every language the languages say nothing. */
  private static final int MOST_LANGUAGES = 5;

  static LogWords of(Input input) {
    return new LogWords(
        input.path(),
        format(input),
        prefix(input),
        Figures.bytes(input.bytes()),
        Figures.count(input.lines()),
        Figures.count(input.entries()),
        input.first().map(Figures::time).orElse("–"),
        input.last().map(Figures::time).orElse("–"));
  }

  private static String format(Input input) {
    List<String> layers = new ArrayList<>(input.layers());
    Collections.reverse(layers);
    String format = String.join(" in ", layers);
    String words = format.isEmpty() ? input.format() : input.format() + " in " + format;
    int languages = input.languages().size();
    return languages > 1 && languages <= MOST_LANGUAGES
        ? words + ", messages in " + String.join(", ", input.languages())
        : words;
  }

  private static String prefix(Input input) {
    StringBuilder words = new StringBuilder();
    input
        .logLinePrefix()
        .ifPresent(
            prefix ->
                words
                    .append('\'')
                    .append(prefix)
                    .append(input.prefixDetected() ? "' (detected)" : "'"));
    input.laterPrefixes().forEach(p -> words.append(", later '").append(p).append('\''));
    return words.length() == 0 ? "–" : words.toString();
  }
}
