package io.github.pgslowlog.diagnostics;

/**
 * A place in a log.
 *
 * @param file the name the source was given by, {@code -} for standard input
 * @param line number of the line in the decompressed log, from 1
 * @param offset bytes before the line in the decompressed log
 */
public record Location(String file, long line, long offset) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
