package io.github.pgslowlog.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Sets the level of the program's own log, which goes to standard error. */
final class Verbosity {
  private static final String PROVIDER = "slf4j.provider";
  private static final String SILENT = "org.slf4j.helpers.NOP_FallbackServiceProvider";

  private Verbosity() {}

  /**
   * Leaves Logback aside where nobody asked for a log: it needs a tenth of a second to start. To be
   * called before anything logs.
   */
  static void prepare(String... arguments) {
    for (String argument : arguments) {
      if (argument.startsWith("-") && argument.contains("v")) {
        return;
      }
    }
    if (System.getProperty(PROVIDER) == null) {
      System.setProperty(PROVIDER, SILENT);
      System.setProperty("slf4j.internal.verbosity", "WARN");
    }
  }

  static void set(LogArguments arguments) {
    if (LoggerFactory.getLogger("io.github.pgslowlog") instanceof Logger logger) {
      logger.setLevel(arguments.verbose() ? Level.DEBUG : Level.WARN);
    }
  }
}
