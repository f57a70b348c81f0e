package io.github.pgslowlog.frame;

/**
 * The fields of a message in csvlog and jsonlog, in the order of the csvlog columns.
 *
 * <p>Source: {@code write_csvlog()} in the server, and <a
 * href="https://www.postgresql.org/docs/current/runtime-config-logging.html">the manual</a>: 23
 * columns from 9.6 to 12, the backend type since 13, the leader's process id and the query id since
 * 14.
 */
public enum RecordField {
  /** Time with milliseconds and zone. */
  TIME,
  /** User name. */
  USER,
  /** Database name. */
  DATABASE,
  /** Process id. */
  PROCESS,
  /** Client host and port, {@code host:port} or {@code [local]}. */
  REMOTE,
  /** Session id. */
  SESSION,
  /** Number of the message in its session. */
  LINE,
  /** Command tag. */
  COMMAND,
  /** Start of the session. */
  SESSION_START,
  /** Virtual transaction id. */
  VIRTUAL_TRANSACTION,
  /** Transaction id. */
  TRANSACTION,
  /** Severity, translated in csvlog. */
  SEVERITY,
  /** SQLSTATE. */
  SQLSTATE,
  /** The text. */
  MESSAGE,
  /** DETAIL. */
  DETAIL,
  /** HINT. */
  HINT,
  /** QUERY, the internal statement that failed. */
  INTERNAL_QUERY,
  /** Character of the error in the internal statement. */
  INTERNAL_POSITION,
  /** CONTEXT. */
  CONTEXT,
  /** STATEMENT. */
  STATEMENT,
  /** Character of the error in the statement. */
  CURSOR_POSITION,
  /** Place in the server's source. */
  LOCATION,
  /** Application name. */
  APPLICATION,
  /** Backend type, since 13. */
  BACKEND_TYPE,
  /** Process id of the parallel leader, since 14. */
  LEADER,
  /** Query identifier, since 14. */
  QUERY_ID
}
