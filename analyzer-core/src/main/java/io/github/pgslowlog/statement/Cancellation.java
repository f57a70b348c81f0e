package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.language.ServerEvent;
import org.jspecify.annotations.Nullable;

/**
 * Tells why a statement was cancelled, if an error means that.
 *
 * <p>Source: {@code ProcessInterrupts()} in the server's postgres.c. SQLSTATE 57014 is always a
 * cancelled statement; 55P03 is also what NOWAIT raises, which names the locked object in quotes;
 * 40001 is also a failure to serialize; 57P01 ends sessions at rest, too, which then have no
 * STATEMENT.
 */
final class Cancellation {
  private Cancellation() {}

  /** Null if the message is no error, or another one. */
  static @Nullable CancelReason reason(LogEntry entry, Languages languages) {
    boolean fatal = entry.severity() == Label.FATAL;
    if (entry.severity() != Label.ERROR && !(fatal && entry.statement() != null)) {
      return null;
    }
    CancelReason worded = byWording(languages.event(entry.message()));
    if (worded != null) {
      return isRaised(entry) ? null : worded;
    }
    String state = entry.sqlState();
    boolean known = state != null && entry.statement() != null && !isRaised(entry);
    return known ? byState(state, entry.message()) : null;
  }

  private static @Nullable CancelReason byWording(@Nullable ServerEvent event) {
    if (event == null) {
      return null;
    }
    return switch (event) {
      case STATEMENT_TIMEOUT -> CancelReason.STATEMENT_TIMEOUT;
      case LOCK_TIMEOUT -> CancelReason.LOCK_TIMEOUT;
      case USER_REQUEST -> CancelReason.USER_REQUEST;
      case RECOVERY_CONFLICT, SESSION_RECOVERY_CONFLICT -> CancelReason.RECOVERY_CONFLICT;
      case TRANSACTION_TIMEOUT -> CancelReason.TRANSACTION_TIMEOUT;
      case ADMINISTRATOR -> CancelReason.ADMINISTRATOR;
      default -> null;
    };
  }

  private static @Nullable CancelReason byState(@Nullable String state, Slice message) {
    return switch (String.valueOf(state)) {
      case "57014" -> CancelReason.UNKNOWN;
      case "55P03" -> hasQuotes(message.text()) ? null : CancelReason.LOCK_TIMEOUT;
      case "57P01" -> CancelReason.ADMINISTRATOR;
      default -> null;
    };
  }

  private static boolean hasQuotes(String text) {
    return text.chars().anyMatch(c -> "\"»«“”„'‘’".indexOf(c) >= 0);
  }

  /** {@code RAISE EXCEPTION} can imitate any of them; its context then ends in {@code RAISE}. */
  static boolean isRaised(LogEntry entry) {
    Slice context = entry.context();
    if (context == null) {
      return false;
    }
    int end = PlanStart.lineEnd(context, 0);
    return end >= 5 && context.between(end - 5, end).text().equals("RAISE");
  }
}
