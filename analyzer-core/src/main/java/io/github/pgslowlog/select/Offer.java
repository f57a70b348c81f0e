package io.github.pgslowlog.select;

/** Whether a candidate can be had. */
public sealed interface Offer {
  /**
   * It can.
   *
   * @param bytes how large it would be, freshly built
   */
  record Accepted(long bytes) implements Offer {}

  /** It may be, and nothing tells how large it would be. */
  record Unmeasured() implements Offer {}

  /**
   * It cannot: no operator class, an expression that is not immutable, a table that is gone.
   *
   * @param reason why, one line
   */
  record Refused(String reason) implements Offer {}
}
