package io.github.pgslowlog.samples;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.filter.LogFilter;
import io.github.pgslowlog.filter.NameFilter;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Takes some statements of a log only. */
public final class OneDatabase {
  private OneDatabase() {}

  /**
   * Analyzes a log.
   *
   * @param arguments the log
   */
  public static void main(String... arguments) {
    print(System.out, Path.of(arguments[0]));
  }

  static void print(PrintStream out, Path log) {
    // region filter
    LogFilter filter =
        LogFilter.builder()
            .begin(Instant.parse("2026-11-21T02:08:50Z"))
            .databases(new NameFilter(List.of("shop*"), List.of("shop_test")))
            .minDuration(Duration.ofMillis(20))
            .build();
    Analysis analysis = LogAnalyzer.builder().path(log).filter(filter).build().analyze();

    out.println(analysis.queries().size() + " patterns");
    analysis.problems().forEach(problem -> out.println("! " + problem.message()));
    // endregion
  }
}
