package io.github.pgslowlog.workload;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.statement.PlannedStatement;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Holds the plans of all patterns of a run within a number of bytes: those that come first. */
final class PlanBudget {
  /** 8 MiB: 2,000 plans of 4 KiB, in a small heap. */
  static final int DEFAULT_BYTES = 8 << 20;

  /** 64 KiB: plans of hundreds of nodes with their query; a longer one would help nobody. */
  private static final int MAX_PLAN_BYTES = 64 << 10;

  private final long maxBytes;
  private long used;

  PlanBudget(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Whether a plan may take the place of another. If so, it is counted. */
  boolean exchange(@Nullable PlannedStatement old, PlannedStatement plan) {
    int bytes = bytes(plan);
    long after = used - bytes(old) + bytes;
    if (bytes > MAX_PLAN_BYTES || after > maxBytes) {
      return false;
    }
    used = after;
    return true;
  }

  private static int bytes(@Nullable PlannedStatement plan) {
    return plan == null ? 0 : plan.plan().length() + length(plan.sql()) + length(plan.detail());
  }

  private static int length(@Nullable Slice text) {
    return text == null ? 0 : text.length();
  }

  /** Copies the bytes: those given may belong to a large part of the log. */
  static PlannedStatement copy(PlannedStatement plan) {
    return new PlannedStatement(
        plan.location(),
        plan.time(),
        plan.origin(),
        plan.micros(),
        plan.sql() == null ? null : copy(plan.sql()),
        plan.detail() == null ? null : copy(plan.detail()),
        copy(plan.plan()),
        plan.format(),
        plan.nested(),
        plan.counted());
  }

  private static Slice copy(Slice text) {
    return text.length() == text.array().length
        ? text
        : Slice.of(Arrays.copyOfRange(text.array(), text.from(), text.to()));
  }
}
