package io.github.pgslowlog.select;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * How much patterns count beside each other: by the square root of their time, and none more than a
 * tenth if there are enough others.
 */
final class QueryWeights {
  private static final double MAX_WEIGHT = 0.1;

  /** Half as many as an equal share would allow patterns to be at the bound. */
  private static final double MIN_SPREAD = 2;

  private QueryWeights() {}

  /** Weights with the sum 1. */
  static double[] of(DoubleStream micros) {
    double[] weights = micros.map(Math::sqrt).toArray();
    double bound = Math.max(MAX_WEIGHT, MIN_SPREAD / Math.max(1, weights.length));
    scale(weights);
    for (int round = 0; round < weights.length && max(weights) > bound * (1 + 1e-9); round++) {
      cap(weights, bound);
    }
    return weights;
  }

  /** What is above the bound goes to those below it, as they share the rest. */
  private static void cap(double[] weights, double bound) {
    double free = 1;
    double below = 0;
    for (double weight : weights) {
      free -= weight >= bound ? bound : 0;
      below += weight >= bound ? 0 : weight;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weights[i] >= bound || below == 0 ? bound : weights[i] / below * free;
    }
    if (below == 0) {
      scale(weights);
    }
  }

  private static void scale(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    for (int i = 0; i < weights.length; i++) {
      weights[i] = sum == 0 ? 1.0 / weights.length : weights[i] / sum;
    }
  }

  private static double max(double[] weights) {
    return Arrays.stream(weights).max().orElse(0);
  }
}
