package io.github.pgslowlog.cli;

import io.github.pgslowlog.AnalyzerOptions;
import io.github.pgslowlog.LogListener;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.diagnostics.SkipAccumulator;
import io.github.pgslowlog.diagnostics.SkipCount;
import io.github.pgslowlog.diagnostics.SkipReason;
import io.github.pgslowlog.report.PlainText;
import io.github.pgslowlog.source.LogSource;
import io.github.pgslowlog.statement.LoggedStatement;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a person at standard error what goes on: problems at once, progress, skips at the end. */
final class Watcher implements LogListener {
  /** Something to do with a statement that may fail. */
  interface StatementAction {
    void accept(LoggedStatement statement) throws IOException;
  }

  /** A folder may hold thousands of files that are no logs; nobody reads more lines. */
  private static final int MAX_SHOWN = 50;

  private final PrintWriter err;
  private final boolean quiet;
  private final Progress progress;
  private final SkipAccumulator skips = new SkipAccumulator();
  private final List<Problem> problems = new ArrayList<>();
  private int shown;
  private boolean failed;
  private boolean isDoctor;
  private @Nullable StatementAction action;

  Watcher(Streams streams, boolean quiet) {
    this(
        streams.err(),
        quiet,
        new Progress(
            streams.err(),
            !quiet && streams.surroundings().errorsAreTerminal(),
            streams.surroundings().terminalColumns(),
            Clock.systemUTC()));
  }

  Watcher(PrintWriter err, boolean quiet, Progress progress) {
    this.err = err;
    this.quiet = quiet;
    this.progress = progress;
  }

  /** Refers nobody to the doctor any more. */
  Watcher asDoctor() {
    isDoctor = true;
    return this;
  }

  void onStatement(StatementAction newAction) {
    action = newAction;
  }

  @Override
  public boolean watchesStatements() {
    return action != null;
  }

  /** What comes while a failure of the action ends the run is not acted upon. */
  @Override
  public void statement(LoggedStatement statement) {
    if (failed || action == null) {
      return;
    }
    try {
      action.accept(statement);
    } catch (IOException failure) {
      failed = true;
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void skip(Skip skip) {
    skips.add(skip);
  }

  @Override
  public void problem(Problem problem) {
    problems.add(problem);
    if (!quiet || problem.severity() == Problem.Severity.DAMAGE) {
      if (++shown > MAX_SHOWN) {
        return;
      }
      progress.clear();
      err.println("pgslowlog: " + PlainText.of(text(problem)));
    }
  }

  private String text(Problem problem) {
    return isDoctor ? problem.message().replace(Problem.SEE_DOCTOR, "") : problem.message();
  }

  @Override
  public void progress(String path, long bytes) {
    progress.read(path, bytes);
  }

  @Override
  public void logs(List<LogSource> logs) {
    progress.logs(logs);
  }

  @Override
  public void counted(long entries, int patterns) {
    progress.counted(entries, patterns);
  }

  /** Somebody wants an end; called on another thread. */
  void interrupted() {
    if (!quiet) {
      progress.end();
      err.println("pgslowlog: interrupted; the report follows (Ctrl-C again ends at once)");
    }
  }

  /** Ends the progress line and tells what was skipped. */
  void finish() {
    progress.clear();
    if (shown > MAX_SHOWN) {
      err.println("pgslowlog: " + (shown - MAX_SHOWN) + " more messages of this kind");
    }
    for (SkipCount skip : skips.counts()) {
      err.println(
          "pgslowlog: "
              + PlainText.of(skip.example().toString())
              + ": skipped: "
              + skip.reason().word()
              + bound(skip.reason())
              + (skip.count() == 1 ? "" : " (" + skip.count() + " times, this is the first)")
              + doctor(skip.reason()));
    }
  }

  private String doctor(SkipReason reason) {
    return reason == SkipReason.NO_PREFIX && !isDoctor ? Problem.SEE_DOCTOR : "";
  }

  private static String bound(SkipReason reason) {
    return reason == SkipReason.OVERSIZED
        ? ", over " + (AnalyzerOptions.DEFAULT_MAX_ENTRY_BYTES >> 20) + " MiB; its head is used"
        : "";
  }

  List<Problem> problems() {
    return problems;
  }

  boolean anythingLost() {
    return skips.counts().stream().anyMatch(skip -> skip.reason().isDamage());
  }
}
