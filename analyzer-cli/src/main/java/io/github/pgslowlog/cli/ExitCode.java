package io.github.pgslowlog.cli;

import io.github.pgslowlog.Input;
import io.github.pgslowlog.diagnostics.Problem;
import java.util.List;

/** Exit codes of the command. */
final class ExitCode {
  /** Done. */
  static final int DONE = 0;

  /** Failure. */
  static final int FAILURE = 1;

  /** Wrong usage. */
  static final int USAGE = 2;

  /** Done, but input was damaged or partly unreadable. */
  static final int DAMAGED = 3;

  /** No log entry recognised. */
  static final int NOTHING_RECOGNISED = 4;

  /** Somebody pressed Ctrl-C: 128 and the number of the signal, as shells have it. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}

  static int of(List<Input> inputs, List<Problem> problems, boolean anythingLost) {
    if (inputs.stream().mapToLong(Input::entries).sum() == 0) {
      return NOTHING_RECOGNISED;
    }
    boolean damage = problems.stream().anyMatch(p -> p.severity() == Problem.Severity.DAMAGE);
    return damage || anythingLost ? DAMAGED : DONE;
  }
}
