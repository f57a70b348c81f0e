package io.github.pgslowlog.diagnostics;

/** Receives what a stage could not read. */
public interface SkipListener {
  /**
   * Something that was not read.
   *
   * @param skip why and where
   */
  void skip(Skip skip);
}
