package io.github.pgslowlog;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.source.LogSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells how far a run came that was stopped. */
final class PartialReading {
  private PartialReading() {}

  /** What was read of the logs given. */
  static Problem of(List<LogSource> logs, List<Input> inputs) {
    long bytes = inputs.stream().mapToLong(Input::bytes).sum();
    long unread = Math.max(0, logs.size() - inputs.size());
    return Problem.notice(
        "partial: interrupted after "
            + grouped(bytes)
            + total(logs).map(all -> " of " + grouped(all)).orElse("")
            + " bytes"
            + (unread == 0 ? "" : "; " + unread + " of " + logs.size() + " logs were not read"));
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Empty where only reading would tell. */
  private static Optional<Long> total(List<LogSource> logs) {
    List<Optional<PlainFile>> files = logs.stream().map(PlainFile::of).toList();
    return files.stream().allMatch(Optional::isPresent)
        ? Optional.of(files.stream().mapToLong(file -> file.orElseThrow().size()).sum())
        : Optional.empty();
  }
}
