package io.github.pgslowlog.prefix;

import java.util.Arrays;

/**
 * Where the fields of a prefix stand in a line: two indexes for each escape.
 *
 * <p>Mutable and reused on the hot path; {@link #shiftedCopy} makes one to keep.
 */
public final class PrefixFields {
  private static final int ABSENT = -1;

  private final int[] spans;
  private int attempts;
  private boolean plainNames;
  private boolean open;

  /** Starts with no field. */
  public PrefixFields() {
    this(new int[2 * PrefixEscape.values().length]);
    clear();
  }

  private PrefixFields(int[] spans) {
    this.spans = spans;
  }

  void clear() {
    Arrays.fill(spans, ABSENT);
    attempts = 0;
    open = false;
  }

  /** Whether the match under way came as far as a field whose end is not fixed. */
  boolean sawOpen() {
    return open;
  }

  void seeOpen() {
    open = true;
  }

  /**
   * Counts the attempts of a match to place a field; a hostile line could ask for endlessly many.
   */
  boolean tryOnceMore() {
    return attempts++ < PrefixMatcher.MAX_ATTEMPTS;
  }

  /** Whether the match under way takes no blanks in the names of users and databases. */
  boolean plainNames() {
    return plainNames;
  }

  void plainNames(boolean plain) {
    plainNames = plain;
  }

  void set(PrefixEscape escape, int from, int to) {
    spans[2 * escape.ordinal()] = from;
    spans[2 * escape.ordinal() + 1] = to;
  }

  /**
   * Index of a field's first byte.
   *
   * @param escape the field
   * @return the index in the line's array, negative if the line does not show the field
   */
  public int from(PrefixEscape escape) {
    return spans[2 * escape.ordinal()];
  }

  /**
   * Index behind a field's last byte.
   *
   * @param escape the field
   * @return the index in the line's array, negative if the line does not show the field
   */
  public int to(PrefixEscape escape) {
    return spans[2 * escape.ordinal() + 1];
  }

  /**
   * Tells whether the line shows a field that is not empty.
   *
   * @param escape the field
   * @return whether it does
   */
  public boolean has(PrefixEscape escape) {
    return from(escape) < to(escape);
  }

  /**
   * A copy for an array in which the line starts elsewhere.
   *
   * @param difference what to add to each index
   * @return the copy
   */
  public PrefixFields shiftedCopy(int difference) {
    int[] copy = spans.clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = copy[i] == ABSENT ? ABSENT : copy[i] + difference;
    }
    return new PrefixFields(copy);
  }
}
