package io.github.pgslowlog.cli;

import io.github.pgslowlog.Analysis;

/** With which code a run ends that did not read the logs itself. */
final class SavedOutcome {
  private SavedOutcome() {}

  /** That of the run that read them; a report of a part of the logs counts as damaged input. */
  static int exitCode(Analysis analysis) {
    boolean lost =
        !analysis.complete()
            || analysis.coverage().skipped().stream().anyMatch(skip -> skip.reason().isDamage());
    return ExitCode.of(analysis.inputs(), analysis.problems(), lost);
  }
}
