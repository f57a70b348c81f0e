package io.github.pgslowlog.sample;

import java.util.List;

/**
 * The values seen at one place of a pattern, in its samples.
 *
 * @param samples number of samples that have a value there
 * @param nulls how many of them are NULL
 * @param most the most frequent values, those seen most often first, equals in their order; at most
 *     {@link #MAX_VALUES}
 */
public record ConstantCounts(long samples, long nulls, List<Seen> most) {
  /** 16: a value that dominates a pattern is among as many. */
  public static final int MAX_VALUES = 16;

  /** Nothing is known. */
  public static final ConstantCounts NONE = new ConstantCounts(0, 0, List.of());

  /** Copies the list. */
  public ConstantCounts {
    most = List.copyOf(most);
  }

  /**
   * A value.
   *
   * @param text the value without quotes
   * @param string whether it was written as a string, or sent as a parameter of unknown type
   * @param count in how many samples it was seen
   */
  public record Seen(String text, boolean string, long count) {}

  /**
   * The share of a value among all samples.
   *
   * @param seen one of {@link #most}
   * @return 0 to 1
   */
  public double share(Seen seen) {
    return samples == 0 ? 0 : (double) seen.count() / samples;
  }
}
