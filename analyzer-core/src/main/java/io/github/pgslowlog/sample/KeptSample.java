package io.github.pgslowlog.sample;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.statement.ParameterList;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sample as bytes, which need a third of the memory of its text and values.
 *
 * @param sql the statement
 * @param detail its parameters as in a DETAIL section, null if the log shows none
 * @param micros how long it took, in microseconds
 * @param timeMicros when it ended, as {@link EpochMicros}
 * @param rank a hash of what tells this execution from others
 */
record KeptSample(Slice sql, @Nullable Slice detail, long micros, long timeMicros, long rank) {
  /** By rank; where equal, by the bytes of the texts: so equals can take each other's place. */
  static final Comparator<KeptSample> BY_RANK = KeptSample::compareRank;

  static final Comparator<KeptSample> SLOWEST_FIRST = KeptSample::compareMicros;

  private static int compareMicros(KeptSample one, KeptSample other) {
    return one.micros == other.micros
        ? compareRank(one, other)
        : Long.compare(other.micros, one.micros);
  }

  private static int compareRank(KeptSample one, KeptSample other) {
    return one.rank == other.rank
        ? OF_EQUAL_RANK.compare(one, other)
        : Long.compareUnsigned(one.rank, other.rank);
  }

  private static final Comparator<KeptSample> OF_EQUAL_RANK =
      Comparator.comparingLong(KeptSample::micros)
          .thenComparing((one, other) -> compare(one.sql, other.sql))
          .thenComparing((one, other) -> compare(one.detail, other.detail))
          .thenComparing(KeptSample::hasNoTime)
          .thenComparingLong(KeptSample::timeMicros);

  private static int compare(@Nullable Slice one, @Nullable Slice other) {
    if (one == null || other == null) {
      return Boolean.compare(one != null, other != null);
    }
    return Arrays.compareUnsigned(
        one.array(), one.from(), one.to(), other.array(), other.from(), other.to());
  }

  /** Copies the bytes: those given belong to the buffer of the log. */
  static Slice copy(byte[] array, int from, int to) {
    return Slice.of(Arrays.copyOfRange(array, from, to));
  }

  static KeptSample of(Sample sample, long rank) {
    Slice sql = Slice.of(sample.sql().getBytes(StandardCharsets.UTF_8));
    String detail = ParameterList.write(sample.parameters());
    return new KeptSample(
        sql,
        detail.isEmpty() ? null : Slice.of(detail.getBytes(StandardCharsets.UTF_8)),
        sample.micros(),
        EpochMicros.of(sample.time().orElse(null)),
        rank);
  }

  private boolean hasNoTime() {
    return timeMicros == EpochMicros.NONE;
  }

  Sample toSample() {
    List<Optional<String>> parameters = detail == null ? List.of() : ParameterList.read(detail);
    return new Sample(
        sql.text(), parameters, micros, Optional.ofNullable(EpochMicros.instant(timeMicros)));
  }
}
