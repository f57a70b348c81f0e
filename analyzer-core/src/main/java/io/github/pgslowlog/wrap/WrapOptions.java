package io.github.pgslowlog.wrap;

import java.time.ZoneId;
import java.util.OptionalInt;

/**
 * What the headers of a log leave out.
 *
 * @param year year of the log's first line, for syslog headers that show none ({@code Nov 21
 *     00:10:24}); without it such headers have no time. The year changes where December is followed
 *     by January
 * @param zone zone of headers that show none
 * @param maxLineBytes bound in bytes on a line that is put together from parts
 */
public record WrapOptions(OptionalInt year, ZoneId zone, int maxLineBytes) {
  /** As the bound on one entry: no line needs to be longer than the message it is of. */
  private static final int DEFAULT_LINE_BYTES = 10 << 20;

  /**
   * No year, UTC, lines of 10 MiB.
   *
   * @return the options
   */
  public static WrapOptions defaults() {
    return new WrapOptions(OptionalInt.empty(), ZoneId.of("UTC"), DEFAULT_LINE_BYTES);
  }
}
