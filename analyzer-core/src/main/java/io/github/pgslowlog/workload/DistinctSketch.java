package io.github.pgslowlog.workload;

import io.github.pgslowlog.fingerprint.Fingerprint;

/**
 * About how many different fingerprints were added: within 5 % or so, in 4 KiB. The order of
 * additions and merges does not matter.
 *
 * <p>A HyperLogLog (Flajolet and others, 2007) with the estimator of Ertl, "New cardinality
 * estimation algorithms for HyperLogLog sketches", 2017, which needs no table of corrections. Only
 * basic arithmetic, so that every machine gives the same.
 */
final class DistinctSketch {
  private static final int INDEX_BITS = 12;
  private static final int REGISTERS = 1 << INDEX_BITS;
  private static final int LARGEST = 65;

  private final byte[] registers = new byte[REGISTERS];

  /** The two halves of a fingerprint are independent hashes. */
  void add(Fingerprint fingerprint) {
    int index = (int) (fingerprint.high() >>> (Long.SIZE - INDEX_BITS));
    int zeros = Long.numberOfLeadingZeros(fingerprint.low()) + 1;
    registers[index] = (byte) Math.max(registers[index], zeros);
  }

  void merge(DistinctSketch other) {
    for (int i = 0; i < REGISTERS; i++) {
      registers[i] = (byte) Math.max(registers[i], other.registers[i]);
    }
  }

  long estimate() {
    int[] counts = new int[LARGEST + 1];
    for (byte register : registers) {
      counts[register]++;
    }
    double sum = 0;
    for (int zeros = LARGEST; zeros > 0; zeros--) {
      sum = 0.5 * (sum + counts[zeros]);
    }
    double empty = REGISTERS * sigma((double) counts[0] / REGISTERS);
    double halfOfLogTwo = 0.34657359027997264;
    return Math.round(REGISTERS / (4 * halfOfLogTwo) * REGISTERS / (sum + empty));
  }

  /** {@code x + sum of x^(2^k) * 2^(k-1)} over k from 1; endless for 1. */
  private static double sigma(double x) {
    if (x == 1) {
      return Double.POSITIVE_INFINITY;
    }
    double power = x;
    double factor = 1;
    double before = -1;
    double sum = x;
    while (sum != before) {
      before = sum;
      power *= power;
      sum += power * factor;
      factor += factor;
    }
    return sum;
  }
}
