package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.language.EventMessage;
import io.github.pgslowlog.language.Languages;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of messages.
 *
 * <p>No value leaves the log: of an error only a wording that is known is told, its values left
 * out. Of others, such as those that functions raise, SQLSTATE is, where the log shows it.
 */
final class EventReader {
  private static final String DEADLOCK_STATE = "40P01";

  /** What functions raise without another. */
  private static final String RAISED_STATE = "P0001";

  private EventReader() {}

  /** An error of a statement that was not cancelled. */
  static StatementEvent failure(LogEntry entry, Slice sql, Languages languages) {
    boolean raised = Cancellation.isRaised(entry) || RAISED_STATE.equals(entry.sqlState());
    EventMessage known = raised ? null : languages.eventMessages().read(entry.message());
    boolean deadlock =
        known == null
            ? !raised && DEADLOCK_STATE.equals(entry.sqlState())
            : known.kind() == EventMessage.Kind.DEADLOCK;
    if (deadlock) {
      return event(entry, StatementEvent.Kind.DEADLOCK, "", 0, sql);
    }
    boolean error = known != null && known.kind() == EventMessage.Kind.ERROR;
    String what = error ? known.wording() : byState(entry.sqlState(), raised);
    return event(entry, StatementEvent.Kind.ERROR, what, 0, sql);
  }

  private static String byState(@Nullable String state, boolean raised) {
    if (state == null || !isState(state)) {
      return raised ? "RAISE" : "";
    }
    return "SQLSTATE " + state;
  }

  private static boolean isState(String state) {
    return state.length() == 5
        && state.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z');
  }

  /** A lock that was waited for, or a temporary file. */
  static StatementEvent reported(LogEntry entry, ServerReport report, @Nullable Slice sql) {
    StatementEvent.Kind kind =
        report.type() == ServerReport.Type.FILE
            ? StatementEvent.Kind.TEMPORARY_FILE
            : StatementEvent.Kind.LOCK_WAIT;
    return event(entry, kind, report.what(), report.amount(), sql);
  }

  private static StatementEvent event(
      LogEntry entry, StatementEvent.Kind kind, String what, long amount, @Nullable Slice sql) {
    return new StatementEvent(
        entry.location(), entry.time(), entry.origin(), kind, what, amount, sql);
  }
}
