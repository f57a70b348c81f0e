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

  private final byte[] key = bytes(name().toLowerCase(Locale.ROOT));

  /** With the quotes around it and the colon. */
  private final byte[] member = bytes('"' + name().toLowerCase(Locale.ROOT) + "\":");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The key between two quotes. */
  static JsonKey of(byte[] b, int from, int to) {
    for (int i = 0; i < FOREIGN.ordinal(); i++) {
      if (is(KEYS[i].key, b, from, to)) {
        return KEYS[i];
      }
    }
    for (byte[] foreign : FOREIGN_KEYS) {
      if (is(foreign, b, from, to)) {
        return FOREIGN;
      }
    }
    return OTHER;
  }

  private static boolean is(byte[] key, byte[] b, int from, int to) {
    return to - from == key.length && Arrays.equals(b, from, to, key, 0, key.length);
  }

  /** Whether the key, a colon behind it, stands at an index; if so, the value follows at once. */
  boolean isAt(byte[] b, int from, int to) {
    return from + member.length <= to
        && Arrays.equals(b, from, from + member.length, member, 0, member.length);
  }

  /** Bytes of the key with its quotes and the colon. */
  int memberBytes() {
    return member.length;
  }
}
