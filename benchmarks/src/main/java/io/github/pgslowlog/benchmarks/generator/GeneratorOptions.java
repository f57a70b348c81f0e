package io.github.pgslowlog.benchmarks.generator;

/**
 * What log to write.
 *
 * @param bytes the size of the same events as text on stderr; csvlog, jsonlog and syslog take more
 * @param format how the events are written
 * @param seed another one gives other patterns and values
 * @param patterns about how many statements differ in more than their values
 * @param file where to write; {@code -} is standard output
 */
public record GeneratorOptions(long bytes, Format format, long seed, int patterns, String file) {
  static final String USAGE =
      "Usage: LogGenerator [--mb N] [--format stderr|csvlog|jsonlog|syslog] [--seed N]"
          + " [--patterns N] [FILE]";
  static final long MEGABYTE = 1_000_000;
  static final int PATTERNS = 300;

  /** 100 MB of 300 patterns as text, on standard output, unless told otherwise. */
  static GeneratorOptions of(String... arguments) {
    long bytes = 100 * MEGABYTE;
    Format format = Format.STDERR;
    long seed = 1;
    int patterns = PATTERNS;
    String file = "-";
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      switch (argument) {
        case "--mb" -> bytes = MEGABYTE * number(arguments, ++i);
        case "--format" -> format = Format.of(value(arguments, ++i));
        case "--seed" -> seed = number(arguments, ++i);
        case "--patterns" -> patterns = Math.toIntExact(number(arguments, ++i));
        default -> {
          if (argument.startsWith("--")) {
            throw new IllegalArgumentException("unknown option: " + argument);
          }
          file = argument;
        }
      }
    }
    return new GeneratorOptions(bytes, format, seed, patterns, file);
  }

  private static long number(String[] arguments, int at) {
    String value = value(arguments, at);
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(arguments[at - 1] + " needs a number, not " + value, e);
    }
  }

  private static String value(String[] arguments, int at) {
    if (at >= arguments.length) {
      throw new IllegalArgumentException(arguments[at - 1] + " needs a value");
    }
    return arguments[at];
  }
}
