package io.github.pgslowlog.samples;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.Query;
import java.io.PrintStream;
import java.nio.file.Path;

/** Prints the patterns that cost most time, and how much of the log was understood. */
public final class TopPatterns {
  private static final int TOP = 3;

  private TopPatterns() {}

  /**
   * Analyzes a log.
   *
   * @param arguments the log
   */
  public static void main(String... arguments) {
    print(System.out, Path.of(arguments[0]));
  }

  static void print(PrintStream out, Path log) {
    // region patterns
    Analysis analysis = LogAnalyzer.builder().path(log).build().analyze();

    // Tenths of a percent: 1000 is all of it.
    out.println("understood: " + analysis.coverage().understoodTime() / 10 + " %");
    for (Query query : analysis.queries().stream().limit(TOP).toList()) {
      out.println(query.pattern().executionMicros() / 1000 + " ms in " + query.tables());
      query.pattern().durations().ifPresent(d -> out.println("  p95 " + d.p95() + " us"));
      out.println("  " + query.pattern().query());
    }
    // endregion
  }
}
