package io.github.pgslowlog.advice;

import java.util.List;

/**
 * Something to be written otherwise.
 *
 * @param kind groups rewrites of the same kind on the same column
 * @param instead what the statement has
 * @param write what to write in its place
 * @param reason why, a few words
 * @param caveats where both differ
 */
record Rewrite(String kind, String instead, String write, String reason, List<String> caveats) {
  Rewrite {
    caveats = List.copyOf(caveats);
  }

  /** As comments, so that a script with it still runs. */
  String statement() {
    return "-- instead of: " + oneLine(instead) + "\n-- write:      " + oneLine(write);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }
}
