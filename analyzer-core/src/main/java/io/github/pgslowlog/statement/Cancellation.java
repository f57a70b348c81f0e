package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.language.Label;
import java.nio.charset.StandardCharsets;
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
  @SuppressWarnings("ImmutableEnumChecker")
  private enum Wording {
    STATEMENT("canceling statement due to statement timeout", CancelReason.STATEMENT_TIMEOUT),
    LOCK("canceling statement due to lock timeout", CancelReason.LOCK_TIMEOUT),
    USER("canceling statement due to user request", CancelReason.USER_REQUEST),
    RECOVERY("canceling statement due to conflict with recovery", CancelReason.RECOVERY_CONFLICT),
    RECOVERY_END(
        "terminating connection due to conflict with recovery", CancelReason.RECOVERY_CONFLICT),
    TRANSACTION(
        "terminating connection due to transaction timeout", CancelReason.TRANSACTION_TIMEOUT),
    ADMINISTRATOR(
        "terminating connection due to administrator command", CancelReason.ADMINISTRATOR);

    private final byte[] text;
    private final CancelReason reason;

    Wording(String text, CancelReason reason) {
      this.text = text.getBytes(StandardCharsets.US_ASCII);
      this.reason = reason;
    }
  }

  private Cancellation() {}

  /** Null if the message is no error, or another one. */
  static @Nullable CancelReason reason(LogEntry entry) {
    boolean fatal = entry.severity() == Label.FATAL;
    if (entry.severity() != Label.ERROR && !(fatal && entry.statement() != null)) {
      return null;
    }
    for (Wording wording : Wording.values()) {
      if (entry.message().startsWith(wording.text)) {
        return isRaised(entry) ? null : wording.reason;
      }
    }
    String state = entry.sqlState();
    boolean known = state != null && entry.statement() != null && !isRaised(entry);
    return known ? byState(state, entry.message()) : null;
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
  private static boolean isRaised(LogEntry entry) {
    Slice context = entry.context();
    if (context == null) {
      return false;
    }
    int end = PlanStart.lineEnd(context, 0);
    return end >= 5 && context.between(end - 5, end).text().equals("RAISE");
  }
}
