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

  /** A program fails in few ways, most of which say the same again and again. */
  private static final int PLACES = 256;

  private static final int MOST_KEPT_BYTES = 300;

  private final Languages languages;
  private final @Nullable Slice[] messages = new @Nullable Slice[PLACES];
  private final @Nullable EventMessage[] readings = new @Nullable EventMessage[PLACES];

  EventReader(Languages languages) {
    this.languages = languages;
  }

  /** An error of a statement that was not cancelled. */
  StatementEvent failure(LogEntry entry, Slice sql) {
    boolean raised = Cancellation.isRaised(entry) || RAISED_STATE.equals(entry.sqlState());
    EventMessage known = raised ? null : read(entry.message());
    String what = byState(entry.sqlState(), raised);
    boolean deadlock = !raised && DEADLOCK_STATE.equals(entry.sqlState());
    if (known != null) {
      deadlock = known.kind() == EventMessage.Kind.DEADLOCK;
      what = known.kind() == EventMessage.Kind.ERROR ? known.wording() : what;
    }
    return deadlock
        ? event(entry, StatementEvent.Kind.DEADLOCK, "", 0, sql)
        : event(entry, StatementEvent.Kind.ERROR, what, 0, sql);
  }

  private @Nullable EventMessage read(Slice message) {
    if (message.length() > MOST_KEPT_BYTES) {
      return languages.eventMessages().read(message);
    }
    int hash = message.hashCode();
    int place = (hash ^ hash >>> 8) & PLACES - 1;
    if (!message.equals(messages[place])) {
      Slice kept = message.compact();
      readings[place] = languages.eventMessages().read(kept);
      messages[place] = kept;
    }
    return readings[place];
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
