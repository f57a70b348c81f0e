package io.github.pgslowlog.postgres.schema;

/** Text of others in messages: names may have line ends, errors may be long. */
final class OneLine {
  private static final int MAX_CHARS = 300;

  private OneLine() {}

  /** The text without control characters, its end left out if it is long. */
  static String of(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= MAX_CHARS ? line : line.substring(0, MAX_CHARS) + "...";
  }
}
