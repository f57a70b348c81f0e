package io.github.pgslowlog.benchmarks.generator;

import java.util.Locale;

/** The formats of {@code log_destination}. */
public enum Format {
  /** Text with a prefix on each line. */
  STDERR,
  /** Comma-separated values with 26 columns. */
  CSVLOG,
  /** One JSON object a line. */
  JSONLOG,
  /** As rsyslog stores it. */
  SYSLOG;

  static Format of(String name) {
    for (Format format : values()) {
      if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
        return format;
      }
    }
    throw new IllegalArgumentException("unknown format: " + name);
  }

  LogWriter writer() {
    return switch (this) {
      case STDERR -> new StderrWriter();
      case CSVLOG -> new CsvWriter();
      case JSONLOG -> new JsonWriter();
      case SYSLOG -> new SyslogWriter();
    };
  }
}
