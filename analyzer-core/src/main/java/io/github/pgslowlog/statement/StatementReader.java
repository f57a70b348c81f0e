package io.github.pgslowlog.statement;

import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.language.Languages;
import java.util.Optional;

/**
 * Finds the messages that report a duration.
 *
 * <p>A client can imitate one with {@code RAISE LOG 'duration: 4242.000 ms statement: x'}. The
 * server's own never carry a STATEMENT section, and only plans (of nested statements) carry a
 * CONTEXT, so the others are imitations and not counted.
 */
public final class StatementReader {
  private final Languages languages;

  /**
   * Reads messages.
   *
   * @param languages those of the log
   */
  public StatementReader(Languages languages) {
    this.languages = languages;
  }

  /**
   * The languages it reads.
   *
   * @return as given
   */
  Languages languages() {
    return languages;
  }

  /**
   * Reads a message.
   *
   * @param entry the message
   * @return the statement with its duration, empty if the message is about something else
   */
  public Optional<LoggedStatement> read(LogEntry entry) {
    if (entry.severity().compareTo(Label.WARNING) > 0 || entry.statement() != null) {
      return Optional.empty();
    }
    DurationMessage message = DurationMessage.read(entry.message(), languages);
    if (message == null || isImitation(entry, message.kind())) {
      return Optional.empty();
    }
    return Optional.of(statement(entry, message));
  }

  /** auto_explain.log_level may be another than LOG, and its plans alone may have a CONTEXT. */
  private static boolean isImitation(LogEntry entry, StatementKind kind) {
    boolean log = entry.severity() == Label.LOG;
    boolean context = entry.context() != null;
    return kind == StatementKind.PLAN ? !log && context : !log || context;
  }

  private static LoggedStatement statement(LogEntry entry, DurationMessage message) {
    return new LoggedStatement(
        entry.location(),
        entry.time(),
        entry.origin(),
        message.kind(),
        message.name(),
        message.portal(),
        message.durationMicros(),
        message.sql(),
        entry.detail());
  }
}
