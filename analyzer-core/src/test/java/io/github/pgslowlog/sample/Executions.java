package io.github.pgslowlog.sample;

import io.github.pgslowlog.decode.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shows executions to a {@link SampleAccumulator} as the log has them: within other bytes. */
final class Executions {
  private Executions() {}

  static void add(
      SampleAccumulator pattern,
      String sql,
      @Nullable String detail,
      long micros,
      @Nullable Instant time,
      String session,
      SampleBudget budget) {
    byte[] line =
        ("..." + sql + "DETAIL" + (detail == null ? "" : detail) + "...")
            .getBytes(StandardCharsets.UTF_8);
    int sqlTo = 3 + sql.getBytes(StandardCharsets.UTF_8).length;
    boolean some = detail != null;
    pattern.add(
        line,
        3,
        sqlTo,
        some ? line : null,
        some ? sqlTo + 6 : 0,
        some ? line.length - 3 : 0,
        micros,
        EpochMicros.of(time),
        new Origin(session, null, null, null, null, null, null),
        budget);
  }
}
