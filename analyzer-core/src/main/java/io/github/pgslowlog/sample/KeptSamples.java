package io.github.pgslowlog.sample;

import io.github.pgslowlog.fingerprint.StatementValues;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The samples of a pattern as bytes; their texts and values are made when asked for, so that those
 * of all patterns never fill the memory together.
 */
public final class KeptSamples {
  private final List<KeptSample> slowest;
  private final List<KeptSample> others;
  private final long tooLong;

  KeptSamples(List<KeptSample> slowest, List<KeptSample> others, long tooLong) {
    this.slowest = List.copyOf(slowest);
    this.others = List.copyOf(others);
    this.tooLong = tooLong;
  }

  /**
   * Executions that were never looked at.
   *
   * @return number of those whose text and parameters are over {@link
   *     SampleAccumulator#MAX_SAMPLE_BYTES}
   */
  public long tooLong() {
    return tooLong;
  }

  /**
   * Samples of which texts and values are known.
   *
   * @param samples the slowest first
   * @return what gives the same ones back
   */
  public static KeptSamples of(List<Sample> samples) {
    List<KeptSample> kept = new ArrayList<>();
    for (Sample sample : samples) {
      kept.add(KeptSample.of(sample, kept.size()));
    }
    return new KeptSamples(kept, List.of(), 0);
  }

  /**
   * The slowest samples.
   *
   * @param most how many at most
   * @return the slowest first
   */
  public List<Sample> slowest(int most) {
    return slowest.stream().limit(most).map(KeptSample::toSample).toList();
  }

  /**
   * Texts and values.
   *
   * @return made anew with each call
   */
  public PatternSamples toPatternSamples() {
    Set<KeptSample> all = new LinkedHashSet<>(slowest);
    all.addAll(others);
    List<Sample> samples = new ArrayList<>();
    ConstantsAccumulator constants = new ConstantsAccumulator();
    for (KeptSample kept : all) {
      Sample sample = kept.toSample();
      samples.add(sample);
      constants.add(StatementValues.read(kept.sql()), sample.parameters());
    }
    return constants.toPatternSamples(samples);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeptSamples that
        && slowest.equals(that.slowest)
        && others.equals(that.others)
        && tooLong == that.tooLong;
  }

  @Override
  public int hashCode() {
    return Objects.hash(slowest, others, tooLong);
  }

  /** Number of samples; not their texts, which have values. */
  @Override
  public String toString() {
    return slowest.size() + " slowest, " + others.size() + " others";
  }
}
