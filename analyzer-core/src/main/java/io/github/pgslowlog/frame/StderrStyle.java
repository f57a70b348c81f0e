package io.github.pgslowlog.frame;

import io.github.pgslowlog.prefix.LogLinePrefix;
import java.util.List;

/**
 * What is known about a log in stderr format before it is read.
 *
 * @param prefixes the prefixes its lines may start with, the likeliest first, at least one
 * @param layout how its lines go on
 * @param watched whether other prefixes are looked for on lines that fit none of these
 * @param wary whether they are looked for, too, on lines of messages where these read {@linkplain
 *     io.github.pgslowlog.prefix.PrefixDoubt doubtful} names, as none in the first lines is
 */
public record StderrStyle(
    List<LogLinePrefix> prefixes, StderrLayout layout, boolean watched, boolean wary) {
  /** Copies the list. */
  public StderrStyle {
    prefixes = List.copyOf(prefixes);
  }

  /**
   * A log of whole messages with one prefix that is known for sure.
   *
   * @param prefix the prefix
   * @return the style
   */
  public static StderrStyle of(LogLinePrefix prefix) {
    return new StderrStyle(List.of(prefix), StderrLayout.PLAIN, false, false);
  }
}
