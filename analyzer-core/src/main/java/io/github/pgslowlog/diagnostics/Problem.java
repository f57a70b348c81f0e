package io.github.pgslowlog.diagnostics;

/**
 * Something a person should know about the input.
 *
 * @param severity whether input was lost
 * @param message what, where, the value, and what to do, as one line without control characters
 */
public record Problem(Severity severity, String message) {
  /** Ends messages about the format of a log, and about log_line_prefix. */
  public static final String SEE_DOCTOR = "; 'pgslowlog doctor FILE' tells more";

  /** Whether input was lost. */
  public enum Severity {
    /** All was read; something is worth knowing. */
    NOTICE,
    /** Some input was not read. */
    DAMAGE
  }

  /**
   * Something worth knowing, nothing lost.
   *
   * @param message one line
   * @return the problem
   */
  public static Problem notice(String message) {
    return new Problem(Severity.NOTICE, message);
  }

  /**
   * Some input was not read.
   *
   * @param message one line
   * @return the problem
   */
  public static Problem damage(String message) {
    return new Problem(Severity.DAMAGE, message);
  }
}
