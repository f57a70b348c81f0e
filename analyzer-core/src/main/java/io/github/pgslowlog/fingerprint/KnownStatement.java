package io.github.pgslowlog.fingerprint;

import org.jspecify.annotations.Nullable;

/** A text that was seen before. */
public final class KnownStatement {
  /** What whoever adds statements up keeps of it; null at first. */
  public @Nullable Object attachment;

  /** Free for whoever reads. */
  public byte mark;

  private final Fingerprint fingerprint;
  private final boolean hasComment;

  KnownStatement(Fingerprint fingerprint, boolean hasComment) {
    this.fingerprint = fingerprint;
    this.hasComment = hasComment;
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
   * Whether there may be tags.
   *
   * @return true if the text has a comment
   */
  public boolean hasComment() {
    return hasComment;
  }
}
