package io.github.pgslowlog.benchmarks.generator;

import java.util.List;
import java.util.Random;

/** Random numbers that are the same for the same seed on every machine (splitmix64). */
final class Randomness {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final int SCALE = 16;
  private static final double SIGMA = 0.9;
  private static final long[] LOG_NORMAL = logNormal();

  private long state;

  Randomness(long seed) {
    state = seed;
  }

  private static long[] logNormal() {
    Random random = new Random(42);
    long[] factors = new long[4096];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = (long) (StrictMath.exp(SIGMA * random.nextGaussian()) * (1 << SCALE));
    }
    return factors;
  }

  long next() {
    state += GOLDEN_GAMMA;
    long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A number from 0 to the bound, without it. */
  int below(int bound) {
    return (int) (((next() >>> 33) * bound) >>> 31);
  }

  /** A number from the first to the second, both possible. */
  int between(int first, int last) {
    return first + below(last - first + 1);
  }

  /** True in so many of a hundred cases. */
  boolean percent(int percent) {
    return below(100) < percent;
  }

  /** A rank below the bound; the first ones are drawn most, as Zipf's law has it. */
  int zipf(int bound) {
    double share = (next() >>> 11) * 0x1.0p-53;
    return Math.min(bound - 1, (int) StrictMath.pow(bound + 1, share) - 1);
  }

  /** A log-normal number with this median. */
  long around(long median) {
    long drawn = next();
    return ((median * LOG_NORMAL[(int) drawn & 4095]) >> SCALE)
        + ((drawn >>> 40) * (median >> 6) >> 24);
  }

  <T> T of(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  final <T> T of(T... choices) {
    return choices[below(choices.length)];
  }
}
