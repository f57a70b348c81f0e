package io.github.pgslowlog.sample;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.statement.ParameterList;
import java.time.Instant;
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
 * @param time when it ended
 * @param rank a hash of what tells this execution from others
 */
record KeptSample(
    Slice sql, @Nullable Slice detail, long micros, @Nullable Instant time, long rank) {
  /** By rank; where equal, by the bytes of the texts: so equals can take each other's place. */
  static final Comparator<KeptSample> BY_RANK =
      Comparator.comparing(KeptSample::rank, Long::compareUnsigned)
          .thenComparing(KeptSample::micros)
          .thenComparing((one, other) -> compare(one.sql, other.sql))
          .thenComparing((one, other) -> compare(one.detail, other.detail))
          .thenComparing(KeptSample::time, Comparator.nullsLast(Comparator.naturalOrder()));

  static final Comparator<KeptSample> SLOWEST_FIRST =
      Comparator.comparingLong(KeptSample::micros).reversed().thenComparing(BY_RANK);

  private static int compare(@Nullable Slice one, @Nullable Slice other) {
    if (one == null || other == null) {
      return Boolean.compare(one != null, other != null);
    }
    return Arrays.compareUnsigned(
        one.array(), one.from(), one.to(), other.array(), other.from(), other.to());
  }

  /** Copies the bytes: those given belong to the buffer of the log. */
  static KeptSample copy(
      Slice sql, @Nullable Slice detail, long micros, @Nullable Instant time, long rank) {
    return new KeptSample(copy(sql), detail == null ? null : copy(detail), micros, time, rank);
  }

  private static Slice copy(Slice text) {
    return Slice.of(Arrays.copyOfRange(text.array(), text.from(), text.to()));
  }

  Sample toSample() {
    List<Optional<String>> parameters = detail == null ? List.of() : ParameterList.read(detail);
    return new Sample(sql.text(), parameters, micros, Optional.ofNullable(time));
  }
}
