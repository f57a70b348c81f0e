package io.github.pgslowlog.frame;

import org.jspecify.annotations.Nullable;

/**
 * The members of JSON records, and which field each one is.
 *
 * <p>The first name is that of jsonlog ({@code write_jsonlog()} in the server, since 15), the
 * second that of the csvlog column in <a
 * href="https://www.postgresql.org/docs/current/runtime-config-logging.html">the manual</a>, which
 * CloudNativePG, Loki and Supabase use. Short fields first: should the record be over the bound,
 * the long texts at the end are cut.
 */
enum RecordMember {
  TIMESTAMP("timestamp", "log_time", RecordField.TIME),
  USER("user", "user_name", RecordField.USER),
  DBNAME("dbname", "database_name", RecordField.DATABASE),
  PID("pid", "process_id", RecordField.PROCESS),
  REMOTE_HOST("remote_host", "connection_from", RecordField.REMOTE),
  REMOTE_PORT("remote_port", null, null),
  SESSION_ID("session_id", null, RecordField.SESSION),
  LINE_NUM("line_num", "session_line_num", RecordField.LINE),
  PS("ps", "command_tag", RecordField.COMMAND),
  SESSION_START("session_start", "session_start_time", RecordField.SESSION_START),
  VXID("vxid", "virtual_transaction_id", RecordField.VIRTUAL_TRANSACTION),
  TXID("txid", "transaction_id", RecordField.TRANSACTION),
  ERROR_SEVERITY("error_severity", null, RecordField.SEVERITY),
  STATE_CODE("state_code", "sql_state_code", RecordField.SQLSTATE),
  INTERNAL_POSITION("internal_position", "internal_query_pos", RecordField.INTERNAL_POSITION),
  CURSOR_POSITION("cursor_position", "query_pos", RecordField.CURSOR_POSITION),
  FUNC_NAME("func_name", "location", RecordField.LOCATION),
  FILE_NAME("file_name", null, null),
  FILE_LINE_NUM("file_line_num", null, null),
  APPLICATION_NAME("application_name", null, RecordField.APPLICATION),
  BACKEND_TYPE("backend_type", null, RecordField.BACKEND_TYPE),
  LEADER_PID("leader_pid", null, RecordField.LEADER),
  QUERY_ID("query_id", null, RecordField.QUERY_ID),
  MESSAGE("message", "event_message", RecordField.MESSAGE),
  DETAIL("detail", null, RecordField.DETAIL),
  HINT("hint", null, RecordField.HINT),
  CONTEXT("context", null, RecordField.CONTEXT),
  STATEMENT("statement", "query", RecordField.STATEMENT),
  INTERNAL_QUERY("internal_query", null, RecordField.INTERNAL_QUERY);

  private final String name;
  private final @Nullable String column;
  private final @Nullable RecordField field;

  RecordMember(String name, @Nullable String column, @Nullable RecordField field) {
    this.name = name;
    this.column = column;
    this.field = field;
  }

  /** The field, null if the member is a part of the field before. */
  @Nullable RecordField field() {
    return field;
  }

  /** Number of the path of the first name in {@link #paths()}. */
  int first() {
    return 2 * ordinal();
  }

  /** Number of the path of the second name. */
  int second() {
    return 2 * ordinal() + 1;
  }

  /** Two names for each member; where there is no second, it is the first again. */
  static String[] paths() {
    RecordMember[] members = values();
    String[] paths = new String[2 * members.length];
    for (RecordMember member : members) {
      paths[member.first()] = member.name;
      paths[member.second()] = member.column == null ? member.name : member.column;
    }
    return paths;
  }
}
