package io.github.pgslowlog.sample;

import java.util.List;

/**
 * The samples of a pattern, and the values they have.
 *
 * @param samples the slowest first, then others by chance; which ones does not depend on the order
 *     in which the log was read
 * @param values what stands for {@code $1}, {@code $2} and so on of canonical text
 * @param lists what elements the first, second and so on {@code ...} of canonical text has
 */
public record PatternSamples(
    List<Sample> samples, List<ConstantCounts> values, List<ConstantCounts> lists) {
  /** A pattern without samples. */
  public static final PatternSamples NONE = new PatternSamples(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public PatternSamples {
    samples = List.copyOf(samples);
    values = List.copyOf(values);
    lists = List.copyOf(lists);
  }

  /**
   * The values at a place.
   *
   * @param number the n of {@code $n}
   * @return what was seen there
   */
  public ConstantCounts value(int number) {
    return number < 1 || number > values.size() ? ConstantCounts.NONE : values.get(number - 1);
  }

  /**
   * The elements of a folded list.
   *
   * @param number which {@code ...}, from 1
   * @return what was seen there
   */
  public ConstantCounts list(int number) {
    return number < 1 || number > lists.size() ? ConstantCounts.NONE : lists.get(number - 1);
  }
}
