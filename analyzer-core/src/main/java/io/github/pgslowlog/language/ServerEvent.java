package io.github.pgslowlog.language;

/**
 * What some messages without a duration tell of: why a statement was cancelled, where a session or
 * the server begins or ends.
 *
 * <p>Source: {@code ProcessInterrupts()} in the server's postgres.c, postmaster.c, postinit.c.
 */
public enum ServerEvent {
  /** A statement took longer than statement_timeout. */
  STATEMENT_TIMEOUT,
  /** A statement waited for a lock longer than lock_timeout. */
  LOCK_TIMEOUT,
  /** A client asked to cancel a statement, or pg_cancel_backend() did. */
  USER_REQUEST,
  /** A statement stood in the way of recovery on a standby. */
  RECOVERY_CONFLICT,
  /** A session stood in the way of recovery on a standby. */
  SESSION_RECOVERY_CONFLICT,
  /** A transaction took longer than transaction_timeout (since 17). */
  TRANSACTION_TIMEOUT,
  /** pg_terminate_backend(), or the server was stopped. */
  ADMINISTRATOR,
  /** The postmaster begins. */
  SERVER_STARTS,
  /** The server takes connections from now on. */
  SERVER_READY,
  /** A client connects. */
  CONNECTION_RECEIVED,
  /** A client may use a database. */
  CONNECTION_AUTHORIZED,
  /** A session ends. */
  DISCONNECTION
}
