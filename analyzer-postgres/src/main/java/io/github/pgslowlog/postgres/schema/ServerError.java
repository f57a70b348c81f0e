package io.github.pgslowlog.postgres.schema;

import java.sql.SQLException;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What the server said of a statement.
 *
 * @param state SQLSTATE
 * @param message its primary message
 * @param position number of the letter in the statement it is about, from 1; 0 if none
 * @param context the functions it happened in, empty if none
 */
record ServerError(String state, String message, int position, String context) {
  /**
   * Errors that may go away when more of the dump is there: undefined table, function, object,
   * column, schema; wrong object type; no matching unique constraint; and a column that a key would
   * group by.
   */
  private static final Set<String> LATER =
      Set.of(
          "42P01", "42883", "42704", "42703", "3F000", "42809", "42830", "42P17", "42601", "42501",
          "22023", "42P22", "42P21", "42803");

  private static final Set<String> THERE = Set.of("42P06", "42P07", "42710", "42723");

  static ServerError of(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    if (e instanceof PSQLException thrown && thrown.getServerErrorMessage() != null) {
      ServerErrorMessage said = thrown.getServerErrorMessage();
      return new ServerError(
          state,
          String.valueOf(said.getMessage()),
          said.getPosition(),
          said.getWhere() == null ? "" : said.getWhere());
    }
    return new ServerError(state, String.valueOf(e.getMessage()), 0, "");
  }

  boolean mayGoAway() {
    return LATER.contains(state);
  }

  boolean isAlreadyThere() {
    return THERE.contains(state);
  }

  /** Whether the connection is lost: nothing can go on. */
  boolean isFatal() {
    return state.startsWith("08") || state.startsWith("57P");
  }
}
