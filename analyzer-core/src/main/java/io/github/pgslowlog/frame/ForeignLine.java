package io.github.pgslowlog.frame;

/**
 * Receives the lines of a csvlog or jsonlog file that are no records: what the server printed
 * before it wrote records, and what other programs print.
 */
@FunctionalInterface
public interface ForeignLine {
  /**
   * A line. Lines that begin with a tab go on with the line before.
   *
   * @param buffer holds the line, to read only, until the call returns
   * @param from index of its first byte
   * @param to index behind its last byte, its line feed not included
   * @param offset offset of the line in the decompressed log, in bytes
   * @param line number of the line, from 1
   */
  void line(byte[] buffer, int from, int to, long offset, long line);
}
