package io.github.pgslowlog.statement;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plans of one session whose statement may still report its duration.
 *
 * <p>They all have the same text: the plans of one message. A plan with another text shows that the
 * message before is done.
 */
final class PendingPlans {
  /** A message rarely holds more statements; the plans of longer ones count apart. */
  static final int CAPACITY = 16;

  private final ArrayDeque<PlannedStatement> plans = new ArrayDeque<>(1);
  private long key;
  private int capacity;
  private long bytes;

  /** Adds a plan; what it shows to be done goes to the output as executions. */
  void add(PlannedStatement plan, long textKey, int statements, Consumer<PlannedStatement> out) {
    if (textKey != key || plans.size() >= capacity) {
      countAll(out);
    }
    key = textKey;
    capacity = Math.max(1, Math.min(CAPACITY, statements));
    plans.add(plan);
    bytes += size(plan);
  }

  /** A statement was logged: its plans need no counting, the others do. True if it had plans. */
  boolean logged(long textKey, Consumer<PlannedStatement> out) {
    if (plans.isEmpty()) {
      return false;
    }
    if (textKey != key) {
      countAll(out);
      return false;
    }
    drain(out);
    return true;
  }

  /**
   * A statement failed, and will not be logged. Of several statements in one message the first ones
   * had plans; a single statement that has one did end, so it was another with the same text.
   */
  void failed(long textKey, Consumer<PlannedStatement> out) {
    if (textKey == key && capacity > 1) {
      drain(out);
    } else {
      countAll(out);
    }
  }

  /** No statement will come: each plan stands for an execution. */
  void countAll(Consumer<PlannedStatement> out) {
    drain(plan -> out.accept(plan.asExecution()));
  }

  private void drain(Consumer<PlannedStatement> out) {
    @Nullable PlannedStatement plan = plans.poll();
    while (plan != null) {
      out.accept(plan);
      plan = plans.poll();
    }
    bytes = 0;
  }

  /** Length of the texts held. */
  long bytes() {
    return bytes;
  }

  private static long size(PlannedStatement plan) {
    return plan.plan().length() + (plan.sql() == null ? 0L : plan.sql().length());
  }
}
