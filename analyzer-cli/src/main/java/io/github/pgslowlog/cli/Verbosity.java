package io.github.pgslowlog.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Sets the level of the program's own log, which goes to standard error. */
final class Verbosity {
  private Verbosity() {}

  static void set(InputArguments arguments) {
    if (LoggerFactory.getLogger("io.github.pgslowlog") instanceof Logger logger) {
      logger.setLevel(arguments.verbose() ? Level.DEBUG : Level.WARN);
    }
  }
}
