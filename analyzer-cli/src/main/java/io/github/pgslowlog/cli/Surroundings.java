package io.github.pgslowlog.cli;

import io.github.pgslowlog.report.ReportOptions;
import java.util.Map;
import java.util.Optional;

/**
 * What a run finds around itself. Only the launcher can tell of terminals: Java's console needs all
 * standard streams to be one, and a report is often redirected.
 *
 * @param environment variables by name
 * @param outputIsTerminal whether a person sees standard output
 * @param errorsAreTerminal whether a person sees standard error
 * @param columns width of that terminal in characters; 0 if it is not known
 */
record Surroundings(
    Map<String, String> environment,
    boolean outputIsTerminal,
    boolean errorsAreTerminal,
    int columns) {
  /** No variables, no terminal. */
  static final Surroundings NONE = new Surroundings(Map.of(), false, false, 0);

  private static final int USUAL_COLUMNS = 80;

  /** Wider lines are hard to read, and a number may be nonsense. */
  private static final int MAX_COLUMNS = 400;

  /** Those of this process. */
  static Surroundings ofProcess() {
    return new Surroundings(
        System.getenv(),
        Boolean.getBoolean("pgslowlog.output"),
        Boolean.getBoolean("pgslowlog.terminal"),
        Integer.getInteger("pgslowlog.columns", 0));
  }

  /** How wide a line on standard output may be. */
  int outputColumns() {
    return outputIsTerminal ? terminalColumns() : USUAL_COLUMNS;
  }

  /** How wide a line on the terminal may be. */
  int terminalColumns() {
    return columns <= 0
        ? USUAL_COLUMNS
        : Math.max(ReportOptions.MIN_COLUMNS, Math.min(columns, MAX_COLUMNS));
  }

  /**
   * Whether standard output is in colours unless somebody says otherwise: on a terminal that can,
   * where nobody objects (<a href="https://no-color.org">no-color.org</a>).
   */
  boolean outputHasColours() {
    return outputIsTerminal
        && variable("NO_COLOR").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** A variable that is set, and not empty. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
