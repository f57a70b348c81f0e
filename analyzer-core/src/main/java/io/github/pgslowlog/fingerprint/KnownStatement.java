package io.github.pgslowlog.fingerprint;

import org.jspecify.annotations.Nullable;

/**
 * A pattern as one reader of statements knows it.
 *
 * <p>Hot path: the two public fields save whoever meets the pattern again a search.
 */
public final class KnownStatement {
  private final Fingerprint fingerprint;
  private final boolean comment;

  /** For whoever adds statements up, one thread at a time. */
  public @Nullable Object attachment;

  /** For whoever sorts messages; 0 at first. */
  public byte mark;

  KnownStatement(Fingerprint fingerprint, boolean comment) {
    this.fingerprint = fingerprint;
    this.comment = comment;
  }

  /**
   * The pattern.
   *
   * @return its fingerprint
   */
  public Fingerprint fingerprint() {
    return fingerprint;
  }

  /**
   * Whether the text may have a block comment, so that its tags are worth a look.
   *
   * @return false if it surely has none
   */
  public boolean hasComment() {
    return comment;
  }
}
