package io.github.pgslowlog;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Notices that a log is in several reports, whose time would count twice. It is the same log if all
 * that is known of it is the same; another name or compression alone makes no other log of one that
 * has many entries with times.
 */
final class TwiceGiven {
  /** Logs of several servers that have just been started may agree in fewer. */
  private static final long MANY_ENTRIES = 10;

  private TwiceGiven() {}

  /** Throws if a log is in two of them. */
  static void refuse(List<Analysis> parts) {
    Map<Input, String> seen = new HashMap<>();
    for (Analysis part : parts) {
      Set<Input> own = new LinkedHashSet<>(part.inputs());
      for (Input input : own) {
        refuse(input, seen);
      }
      own.forEach(input -> seen.putIfAbsent(key(input), input.path()));
    }
  }

  private static void refuse(Input input, Map<Input, String> seen) {
    String other = input.entries() == 0 ? null : seen.get(key(input));
    if (other != null) {
      throw new AnalyzerException(
          input.path()
              + ": this log, with "
              + input.entries()
              + " entries, is in two of the reports"
              + (other.equals(input.path()) ? "" : ", in the other as " + other)
              + "; leave one of them out, or its time counts twice");
    }
  }

  private static Input key(Input input) {
    return input.entries() < MANY_ENTRIES || input.first().isEmpty() ? input : content(input);
  }

  private static Input content(Input input) {
    return new Input(
        "",
        input.format(),
        List.of(),
        input.languages(),
        Optional.empty(),
        List.of(),
        false,
        0,
        input.lines(),
        input.entries(),
        input.first(),
        input.last());
  }
}
