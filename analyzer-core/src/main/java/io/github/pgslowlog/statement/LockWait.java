package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import org.jspecify.annotations.Nullable;

/**
 * The wait of a session for a lock, of which the server tells when it has lasted for
 * deadlock_timeout, and again when it is over: one event.
 */
final class LockWait {
  private @Nullable String lock;
  private @Nullable StatementEvent event;

  /** Takes a message about a wait; another wait before it is over. */
  void add(ServerReport report, StatementEvent wait, StatementListener listener) {
    StatementEvent before = event;
    boolean same = before != null && report.lock().equals(lock) && before.amount() <= wait.amount();
    if (!same) {
      end(listener);
    }
    lock = report.lock();
    event = same && wait.sql() == null ? withSql(wait, before) : wait;
    if (report.type() == ServerReport.Type.WAITED) {
      end(listener);
    }
  }

  private static StatementEvent withSql(StatementEvent wait, @Nullable StatementEvent before) {
    return new StatementEvent(
        wait.location(),
        wait.time(),
        wait.origin(),
        wait.kind(),
        wait.what(),
        wait.amount(),
        before == null ? null : before.sql());
  }

  /** What is known of a wait is all there will be. */
  void end(StatementListener listener) {
    StatementEvent wait = event;
    event = null;
    lock = null;
    if (wait != null) {
      listener.event(wait);
    }
  }

  long bytes() {
    Slice sql = event == null ? null : event.sql();
    return sql == null ? 0 : sql.length();
  }
}
