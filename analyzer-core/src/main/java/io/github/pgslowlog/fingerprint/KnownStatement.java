package io.github.pgslowlog.fingerprint;

import org.jspecify.annotations.Nullable;

/**
 * A pattern as one {@link KnownStatements} knows it. The public fields are for those who use it, so
 * that what belongs to a pattern is found without a look-up: hot path.
 */
public final class KnownStatement {
  /** What whoever adds up keeps of the pattern; for one thread. */
  public @Nullable Object attachment;

  /** What whoever sorts messages notes of the pattern; for one thread. */
  public byte mark;

  /** What whoever sorts messages notes of a constant text; for one thread. */
  public long textKey;

  private final Fingerprint fingerprint;
  private final boolean comment;

  /** The tags of its texts, if they are the same in all. */
  @Nullable Tags tags;

  /** Whether it has one text only. */
  boolean constant;

  /** Whether its texts have one block comment, which differs from text to text. */
  boolean singleComment;

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
   * Whether the text has a block comment, so that there may be tags to read.
   *
   * @return true if it has one outside of strings and quoted names
   */
  public boolean hasComment() {
    return comment;
  }

  /**
   * Whether all statements that are found as this one have the same text, byte by byte.
   *
   * @return false if they may differ in values
   */
  public boolean isConstant() {
    return constant;
  }
}
