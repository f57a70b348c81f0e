package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text of a message of log_statement, taken apart. It is written before the statement runs.
 *
 * <pre>
 * statement: SQL
 * execute NAME[/PORTAL]: SQL
 * execute fetch from NAME[/PORTAL]: SQL
 * fastpath function call: "fn" (OID n)
 * </pre>
 *
 * @param kind what will run
 * @param name prepared statement, null if the kind has none
 * @param portal portal, null if unnamed
 * @param sql the text; the function's name for fastpath
 */
record StatementMessage(
    StatementKind kind, @Nullable String name, @Nullable String portal, Slice sql) {
  private static final byte[] STATEMENT = ascii("statement: ");
  private static final byte[] FETCH = ascii("execute fetch from ");
  private static final byte[] EXECUTE = ascii("execute ");
  private static final byte[] FASTPATH = ascii("fastpath function call: \"");

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Null if the message is about something else. */
  static @Nullable StatementMessage read(Slice message) {
    if (message.startsWith(STATEMENT)) {
      Slice sql = message.from(STATEMENT.length);
      return new StatementMessage(StatementKind.STATEMENT, null, null, sql);
    }
    if (message.startsWith(FETCH)) {
      return named(StatementKind.EXECUTE_FETCH, message.from(FETCH.length));
    }
    if (message.startsWith(EXECUTE)) {
      return named(StatementKind.EXECUTE, message.from(EXECUTE.length));
    }
    return message.startsWith(FASTPATH) ? fastpath(message.from(FASTPATH.length)) : null;
  }

  private static @Nullable StatementMessage named(StatementKind kind, Slice text) {
    StatementName parts = StatementName.read(text);
    return parts == null
        ? null
        : new StatementMessage(kind, parts.name(), parts.portal(), parts.sql());
  }

  private static StatementMessage fastpath(Slice text) {
    int end = text.to() - 1;
    while (end >= text.from() && text.array()[end] != '"') {
      end--;
    }
    Slice name = end < text.from() ? text : text.between(0, end - text.from());
    return new StatementMessage(StatementKind.FASTPATH, null, null, name);
  }
}
