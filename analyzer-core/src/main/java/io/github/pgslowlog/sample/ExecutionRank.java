package io.github.pgslowlog.sample;

import io.github.pgslowlog.decode.Origin;

/** A number that is as good as random, but the same for the same execution. Hot path. */
final class ExecutionRank {
  private ExecutionRank() {}

  static long of(long timeMicros, Origin origin, long micros, int bytes) {
    String session = origin.session() == null ? origin.pid() : origin.session();
    long hash = timeMicros == EpochMicros.NONE ? 0 : mix(timeMicros * 1000);
    hash = mix(hash ^ (session == null ? 0 : session.hashCode()));
    hash = mix(hash ^ micros);
    return mix(hash ^ bytes);
  }

  /** Steele, Lea and Flood's mixing function (SplitMix64). */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
