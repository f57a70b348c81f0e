package io.github.pgslowlog.postgres.whatif;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the server said to a statement, in one line. */
final class ServerMessage {
  private static final int MAX_LENGTH = 200;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** What the message of an error of class 22, data exception, quotes is a value. */
  private static final Pattern VALUE = Pattern.compile("(?:: )?\".*\"", Pattern.DOTALL);

  /** A syntax error tells the word it is at, which may be a literal. */
  private static final Pattern LITERAL =
      Pattern.compile("(?: at or near)? \"['0-9$].*\"", Pattern.DOTALL);

  private ServerMessage() {}

  /** The message without position and context; values of the statement are left out. */
  static String of(SQLException e) {
    String text =
        Optional.of(e)
            .filter(PSQLException.class::isInstance)
            .map(error -> ((PSQLException) error).getServerErrorMessage())
            .map(ServerErrorMessage::getMessage)
            .or(() -> Optional.ofNullable(e.getMessage()))
            .orElse("unknown error");
    return oneLine(withoutValues(text, state(e)));
  }

  private static String withoutValues(String text, String state) {
    if (state.startsWith("22")) {
      return VALUE.matcher(text).replaceAll("");
    }
    return state.equals("42601") ? LITERAL.matcher(text).replaceAll("") : text;
  }

  static String oneLine(String text) {
    String line = SPACE.matcher(text).replaceAll(" ").strip();
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
  }

  /** The SQLSTATE, empty if there is none. */
  static String state(SQLException e) {
    return Optional.ofNullable(e.getSQLState()).orElse("");
  }

  /** Whether the connection is gone: class 08, or the server is shutting down. */
  static boolean isConnectionLost(SQLException e) {
    return (state(e).startsWith("08") && !state(e).equals("08P01")) || state(e).startsWith("57P");
  }
}
