package io.github.pgslowlog;

import java.time.Instant;
import java.util.List;

/**
 * What one log can tell and what it cannot.
 *
 * @param input what was found in it
 * @param gaps the longest times without any entry, in the order of time
 * @param findings what the log cannot answer, the most important first
 */
public record Examination(Input input, List<Gap> gaps, List<Finding> findings) {
  /** Copies the lists. */
  public Examination {
    gaps = List.copyOf(gaps);
    findings = List.copyOf(findings);
  }

  /**
   * A time in which nothing was logged.
   *
   * @param from time of the last entry before it
   * @param to time of the first entry behind it
   */
  public record Gap(Instant from, Instant to) {}

  /**
   * A question that the log cannot answer, or not well.
   *
   * @param question what cannot be told, as a sentence
   * @param remedy the setting of the server, or the option, that changes it
   */
  public record Finding(String question, String remedy) {}
}
