package io.github.pgslowlog;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.workload.Workload;
import java.util.List;

/**
 * What the logs say.
 *
 * @param inputs what was read of each log
 * @param problems what a person should know about them
 * @param coverage how much was understood
 * @param workload the statements, added up
 */
public record Analysis(
    List<Input> inputs, List<Problem> problems, Coverage coverage, Workload workload) {
  /** Copies the lists. */
  public Analysis {
    inputs = List.copyOf(inputs);
    problems = List.copyOf(problems);
  }
}
