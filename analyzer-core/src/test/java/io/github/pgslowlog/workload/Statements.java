package io.github.pgslowlog.workload;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.statement.StatementKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements as the reader would find them in a log. */
public final class Statements {
  private static final Instant START = Instant.parse("2024-05-01T10:00:00Z");

  private static final String HOST = "10.0.0.7(51234)";

  private Statements() {}

  /** A call of the shop's user a number of seconds after ten. */
  static LoggedStatement statement(
      StatementKind kind, long micros, @Nullable String sql, long second) {
    return statement(kind, micros, sql, START.plusSeconds(second), "shop");
  }

  static LoggedStatement statement(
      StatementKind kind,
      long micros,
      @Nullable String sql,
      @Nullable Instant time,
      @Nullable String user) {
    return new LoggedStatement(
        new Location("postgresql.log", 1, 0),
        time,
        new Origin(null, null, user, "store", null, micros % 5 == 0 ? null : HOST, null),
        kind,
        null,
        null,
        micros,
        sql == null ? null : Slice.of(sql.getBytes(StandardCharsets.UTF_8)),
        null);
  }

  static Workload workload(List<LoggedStatement> statements) {
    return accumulator(statements).toWorkload();
  }

  static WorkloadAccumulator accumulator(List<LoggedStatement> statements) {
    WorkloadAccumulator accumulator = new WorkloadAccumulator();
    statements.forEach(accumulator::add);
    return accumulator;
  }

  /** The pattern of a statement that was called once. */
  public static Pattern pattern(String sql, long micros) {
    return workload(List.of(statement(StatementKind.STATEMENT, micros, sql, 0))).patterns().get(0);
  }
}
