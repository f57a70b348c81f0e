package io.github.pgslowlog.samples;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import java.io.PrintStream;
import java.nio.file.Path;

/** Prints the indexes that may help most, with the milliseconds of the statements they serve. */
public final class TopCandidates {
  private static final int TOP = 3;

  private TopCandidates() {}

  /**
   * Analyzes logs.
   *
   * @param arguments log files
   */
  public static void main(String... arguments) {
    print(System.out, arguments);
  }

  static void print(PrintStream out, String... logs) {
    // region candidates
    LogAnalyzer.Builder builder = LogAnalyzer.builder();
    for (String log : logs) {
      builder.path(Path.of(log));
    }
    Analysis analysis = builder.build().analyze();
    analysis.problems().forEach(problem -> out.println("! " + problem.message()));
    analysis.recommendations().stream()
        .limit(TOP)
        .forEach(r -> out.println(r.micros() / 1000 + " ms: " + r.statement()));
    // endregion
  }
}
