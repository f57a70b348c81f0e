package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.diagnostics.SkipListener;

/** A layer that a platform puts around the lines of a server. Implementations have no state. */
public interface Wrapper {
  /**
   * The name in reports.
   *
   * @return a few words, such as {@code docker json-file}
   */
  String title();

  /**
   * Tells whether a line wears this layer.
   *
   * @param buffer holds the line
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return whether it does
   */
  boolean matches(byte[] buffer, int from, int to);

  /**
   * Tells whether the first line of a log alone shows this layer, whose other lines may look like
   * anything.
   *
   * @param buffer holds the first line
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return false where each line wears the layer
   */
  default boolean isShownBy(byte[] buffer, int from, int to) {
    return false;
  }

  /**
   * Whether this layer has bytes that no text has, so that a NUL byte is no damage.
   *
   * @return false for text
   */
  default boolean isBinary() {
    return false;
  }

  /**
   * The same layer for the rest of a log, if a tab was in the lines before.
   *
   * @return itself, unless that matters
   */
  default Wrapper behindTabs() {
    return this;
  }

  /**
   * Takes the layer off.
   *
   * @param lines the lines that wear it; lines that do not are passed on as they are, or skipped
   * @param file name of the log, for the places of skips
   * @param skips receives what is damaged
   * @return the lines inside; nothing is read before its first {@code next()}
   */
  Lines peel(Lines lines, String file, SkipListener skips);
}
