package io.github.pgslowlog.block;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The keys of jsonlog, in the order in which the server writes them.
 *
 * <p>Source: {@code write_jsonlog()} in the server, since 15.
 */
enum JsonKey {
  TIMESTAMP,
  USER,
  DBNAME,
  PID,
  REMOTE_HOST,
  REMOTE_PORT,
  SESSION_ID,
  LINE_NUM,
  PS,
  SESSION_START,
  VXID,
  TXID,
  ERROR_SEVERITY,
  STATE_CODE,
  MESSAGE,
  DETAIL,
  HINT,
  INTERNAL_QUERY,
  INTERNAL_POSITION,
  CONTEXT,
  STATEMENT,
  CURSOR_POSITION,
  FUNC_NAME,
  FILE_NAME,
  FILE_LINE_NUM,
  APPLICATION_NAME,
  BACKEND_TYPE,
  LEADER_PID,
  QUERY_ID,

  /** Of the columns of csvlog, which other programs put into JSON; the server does not. */
  FOREIGN,

  /** A key of a server to come, or of a program that adds some. */
  OTHER;

  /** Those that {@code frame.RecordMember} takes for a key that is read here. */
  private static final byte[][] FOREIGN_KEYS = {
    bytes("log_time"),
    bytes("user_name"),
    bytes("database_name"),
    bytes("process_id"),
    bytes("connection_from"),
    bytes("sql_state_code"),
    bytes("event_message"),
    bytes("query")
  };

  private static final JsonKey[] KEYS = values();

  /** The keys with the quotes around them and the colon. */
  private static final byte[][] MEMBERS =
      Arrays.stream(KEYS)
          .map(key -> bytes('"' + key.name().toLowerCase(Locale.ROOT) + "\":"))
          .toArray(byte[][]::new);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The key that stands between quotes at an index, with a colon behind it. */
  static JsonKey at(byte[] b, int from, int behindColon) {
    for (int i = 0; i < FOREIGN.ordinal(); i++) {
      if (MEMBERS[i].length == behindColon - from && KEYS[i].isAt(b, from, behindColon)) {
        return KEYS[i];
      }
    }
    for (byte[] foreign : FOREIGN_KEYS) {
      if (Arrays.equals(b, from + 1, behindColon - 2, foreign, 0, foreign.length)) {
        return FOREIGN;
      }
    }
    return OTHER;
  }

  /** Whether the key, a colon behind it, stands at an index; if so, the value follows at once. */
  boolean isAt(byte[] b, int from, int to) {
    byte[] member = MEMBERS[ordinal()];
    return from + member.length <= to
        && Arrays.equals(b, from, from + member.length, member, 0, member.length);
  }

  /** Bytes of the key with its quotes and the colon. */
  int memberBytes() {
    return MEMBERS[ordinal()].length;
  }
}
