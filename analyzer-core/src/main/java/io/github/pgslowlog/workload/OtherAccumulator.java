package io.github.pgslowlog.workload;

import io.github.pgslowlog.fingerprint.Fingerprint;

/** What the statements of all patterns without room add up to. */
final class OtherAccumulator extends StatementTotals {
  private final DistinctSketch patterns = new DistinctSketch();

  OtherAccumulator(WorkloadAccumulator owner) {
    super(owner);
  }

  /** Tells that statements of a pattern are among those added; more than once does not matter. */
  void add(Fingerprint pattern) {
    patterns.add(pattern);
  }

  void merge(OtherAccumulator other) {
    mergeTotals(other);
    patterns.merge(other.patterns);
  }

  OtherPatterns toOtherPatterns(OtherPatterns.Bound bound) {
    return new OtherPatterns(
        bound,
        patterns.estimate(),
        messages(),
        calls(),
        executionMicros(),
        parseMicros(),
        bindMicros(),
        durations(),
        first(),
        last(),
        users(),
        databases(),
        applications(),
        cancelled());
  }
}
