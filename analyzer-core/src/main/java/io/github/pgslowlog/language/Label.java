package io.github.pgslowlog.language;

/**
 * The word between prefix and text: the severity of a message, or the name of a further section of
 * the same message. Each language has its own words, see {@link Labels}.
 *
 * <p>Source: {@code send_message_to_server_log()} in the server's elog.c.
 */
public enum Label {
  /** DEBUG1 to DEBUG5. */
  DEBUG(true),
  /** Messages of interest to administrators, durations among them. */
  LOG(true),
  /** Requested by a user. */
  INFO(true),
  /** May help a user. */
  NOTICE(true),
  /** Warns of a likely problem. */
  WARNING(true),
  /** The current command was aborted. */
  ERROR(true),
  /** The session was aborted. */
  FATAL(true),
  /** All sessions were aborted. */
  PANIC(true),
  /** More about the message; for durations the parameters. */
  DETAIL(false),
  /** What to do. */
  HINT(false),
  /** The internal statement that failed. */
  QUERY(false),
  /** Where in nested code the message arose. */
  CONTEXT(false),
  /** Source file and line in the server, with verbose messages. */
  LOCATION(false),
  /** Call stack, since 13. */
  BACKTRACE(false),
  /** The statement of the client that was under way. */
  STATEMENT(false);

  private final boolean severity;

  Label(boolean severity) {
    this.severity = severity;
  }

  /**
   * Whether the word starts a message; if not, it starts a section of the message before.
   *
   * @return true for severities
   */
  public boolean isSeverity() {
    return severity;
  }
}
