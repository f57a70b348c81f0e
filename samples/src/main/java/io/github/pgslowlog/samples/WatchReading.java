package io.github.pgslowlog.samples;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.LogListener;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.diagnostics.Skip;
import java.io.PrintStream;
import java.nio.file.Path;

/** Tells of damage and progress while a log is read. */
public final class WatchReading {
  private WatchReading() {}

  /**
   * Analyzes a log.
   *
   * @param arguments the log
   */
  public static void main(String... arguments) {
    Analysis analysis = watch(System.err, Path.of(arguments[0]));
    System.out.println(analysis.queries().size() + " patterns");
  }

  static Analysis watch(PrintStream out, Path log) {
    // region listener
    LogListener listener =
        new LogListener() {
          @Override
          public void skip(Skip skip) {
            out.println(skip.location() + ": " + skip.reason().word());
          }

          @Override
          public void problem(Problem problem) {
            out.println(problem.severity() + ": " + problem.message());
          }

          @Override
          public void progress(String path, long bytes) {
            out.println(path + ": " + bytes + " bytes");
          }

          @Override
          public boolean watchesStatements() {
            return false; // several times as fast
          }
        };
    Analysis analysis = LogAnalyzer.builder().path(log).listener(listener).build().analyze();
    // endregion
    return analysis;
  }
}
