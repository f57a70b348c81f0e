package io.github.pgslowlog.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * One log: a name and a way to open it from its start.
 *
 * <p>It can be opened more than once, unless {@link #reopenable()} says otherwise.
 */
public interface LogSource {
  /**
   * The name that messages and reports use.
   *
   * @return the path as it was given, or {@code -} for standard input
   */
  String name();

  /**
   * Opens the log as it is stored; {@link Decompression} takes off compression.
   *
   * @return the raw bytes
   * @throws IOException when it cannot be opened, with the reason
   */
  InputStream open() throws IOException;

  /**
   * Whether {@link #open()} can be called more than once.
   *
   * @return false for what passes by once, such as standard input
   */
  default boolean reopenable() {
    return true;
  }
}
