package io.github.pgslowlog.cli;

/** Text for a terminal. */
final class Terminal {
  private Terminal() {}

  /**
   * Whether a person sees standard error. Only the launcher can tell: Java's console also needs
   * standard output, which a report is often redirected from.
   */
  static boolean showsErrors() {
    return Boolean.getBoolean("pgslowlog.terminal");
  }
}
