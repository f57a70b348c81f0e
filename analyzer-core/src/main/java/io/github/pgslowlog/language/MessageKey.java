package io.github.pgslowlog.language;

/**
 * The entries of the catalogs: the first constants are the labels, in their order, the last ones
 * the events.
 */
enum MessageKey {
  DEBUG,
  LOG,
  INFO,
  NOTICE,
  WARNING,
  ERROR,
  FATAL,
  PANIC,
  DETAIL,
  HINT,
  QUERY,
  CONTEXT,
  LOCATION,
  BACKTRACE,
  STATEMENT,
  DURATION_BARE,
  DURATION_STATEMENT,
  DURATION_PARSE,
  DURATION_BIND,
  DURATION_EXECUTE,
  DURATION_FASTPATH,
  DURATION_PLAN,
  EXECUTE_WORD,
  FETCH_WORD,
  LOGGED_STATEMENT,
  LOGGED_EXECUTE,
  LOGGED_FASTPATH,
  PREPARE,
  PARAMETERS,
  UNKNOWN_NAME,
  STATEMENT_TIMEOUT,
  LOCK_TIMEOUT,
  USER_REQUEST,
  RECOVERY_CONFLICT,
  SESSION_RECOVERY_CONFLICT,
  TRANSACTION_TIMEOUT,
  ADMINISTRATOR,
  SERVER_STARTS,
  SERVER_READY,
  CONNECTION_RECEIVED,
  CONNECTION_AUTHORIZED,
  DISCONNECTION;

  static MessageKey of(Label label) {
    return valueOf(label.name());
  }

  static MessageKey of(ServerEvent event) {
    return valueOf(event.name());
  }
}
