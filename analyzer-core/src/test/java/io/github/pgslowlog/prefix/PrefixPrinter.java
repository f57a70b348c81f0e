package io.github.pgslowlog.prefix;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Prints a log_line_prefix the way the server does, slowly and obviously: the matcher's opposite.
 *
 * <p>Source: {@code log_line_prefix()} in the server's elog.c.
 */
final class PrefixPrinter {
  private static final Map<PrefixEscape, String> SESSION = new EnumMap<>(PrefixEscape.class);
  private static final Set<PrefixEscape> SHOWN_BY_BACKGROUND_PROCESSES =
      Set.of(
          PrefixEscape.BACKEND_TYPE,
          PrefixEscape.PROCESS,
          PrefixEscape.TIME,
          PrefixEscape.TIME_MILLISECONDS,
          PrefixEscape.TIME_EPOCH,
          PrefixEscape.SESSION_START,
          PrefixEscape.SQLSTATE,
          PrefixEscape.SESSION,
          PrefixEscape.LINE,
          PrefixEscape.TRANSACTION);

  static {
    SESSION.put(PrefixEscape.APPLICATION, "DBeaver 24.1 - SQLEditor <Script-1.sql>");
    SESSION.put(PrefixEscape.USER, "app");
    SESSION.put(PrefixEscape.DATABASE, "shop");
    SESSION.put(PrefixEscape.REMOTE, "10.0.0.7(51234)");
    SESSION.put(PrefixEscape.HOST, "10.0.0.7");
    SESSION.put(PrefixEscape.LOCAL_ADDRESS, "10.0.0.1");
    SESSION.put(PrefixEscape.BACKEND_TYPE, "client backend");
    SESSION.put(PrefixEscape.PROCESS, "4001");
    SESSION.put(PrefixEscape.LEADER, "");
    SESSION.put(PrefixEscape.TIME, "2026-11-20 09:00:03 CET");
    SESSION.put(PrefixEscape.TIME_MILLISECONDS, "2026-11-20 09:00:03.941 +0545");
    SESSION.put(PrefixEscape.TIME_EPOCH, "1795219600.968");
    SESSION.put(PrefixEscape.SESSION_START, "2026-11-20 08:59:58 CET");
    SESSION.put(PrefixEscape.COMMAND, "CREATE TABLE AS");
    SESSION.put(PrefixEscape.SQLSTATE, "00000");
    SESSION.put(PrefixEscape.SESSION, "6b00e090.43ff");
    SESSION.put(PrefixEscape.LINE, "12");
    SESSION.put(PrefixEscape.VIRTUAL_TRANSACTION, "3/0");
    SESSION.put(PrefixEscape.TRANSACTION, "0");
    SESSION.put(PrefixEscape.QUERY, "-4611686018427387904");
  }

  private PrefixPrinter() {}

  /** What the server prints for an escape, without padding. */
  static String value(PrefixEscape escape) {
    return SESSION.getOrDefault(escape, "");
  }

  /** The prefix of a session's line. */
  static String session(LogLinePrefix prefix) {
    StringBuilder line = new StringBuilder();
    for (PrefixElement element : prefix.elements()) {
      if (element instanceof PrefixElement.Literal literal) {
        line.append(literal.text());
      } else if (element instanceof PrefixElement.Field field) {
        line.append(padded(value(field.escape()), field.padding()));
      }
    }
    return line.toString();
  }

  /** The prefix of a line that a background process such as the checkpointer writes. */
  static String background(LogLinePrefix prefix) {
    StringBuilder line = new StringBuilder();
    for (PrefixElement element : prefix.elements()) {
      if (element instanceof PrefixElement.Literal literal) {
        line.append(literal.text());
      } else if (element instanceof PrefixElement.Field field) {
        if (field.escape() == PrefixEscape.STOP) {
          break;
        }
        line.append(padded(backgroundValue(field.escape()), field.padding()));
      }
    }
    return line.toString();
  }

  private static String backgroundValue(PrefixEscape escape) {
    if (escape == PrefixEscape.QUERY) {
      return "0";
    }
    return SHOWN_BY_BACKGROUND_PROCESSES.contains(escape) ? value(escape) : "";
  }

  private static String padded(String value, int padding) {
    String spaces = " ".repeat(Math.max(0, Math.abs(padding) - value.length()));
    return padding < 0 ? value + spaces : spaces + value;
  }
}
