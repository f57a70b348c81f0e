package io.github.pgslowlog.fingerprint;

import io.github.pgslowlog.bytes.Slice;

/** Recognises statements: the pattern of a text. For one thread. */
public final class KnownStatements {
  private final Canonicalizer canonicalizer = new Canonicalizer();

  /** Knows no statement yet. */
  public KnownStatements() {}

  /**
   * Reads a statement.
   *
   * @param text holds it
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return its pattern
   */
  public KnownStatement read(byte[] text, int from, int to) {
    return new KnownStatement(canonicalizer.read(Slice.of(text, from, to)), true);
  }
}
