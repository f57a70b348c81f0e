package io.github.pgslowlog.postgres.live;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import java.sql.SQLException;

/** Why a server does not let us in, and what to do; by the start of SQLSTATE. */
enum ConnectFailure {
  PASSWORD("28P01", "the password of user %s is wrong; give it as PGPASSWORD or in ~/.pgpass"),
  AUTHORIZATION("28", "user %s is not let in; see pg_hba.conf of the server"),
  NO_PASSWORD("08004", "user %s is not let in; is a password missing (PGPASSWORD, ~/.pgpass)?"),
  DATABASE("3D000", "there is no such database"),
  FULL("53300", "the server has no connection left; try again later"),
  STARTING("57P03", "the server is starting or stopping; try again later"),
  PRIVILEGE("42501", "user %s may not connect; GRANT CONNECT ON DATABASE is missing"),
  UNREACHABLE("08", "it cannot be reached; are host and port right, and is it up?"),
  OTHER("", "it refuses");

  private static final int MAX_CAUSES = 5;

  private final String state;
  private final String text;

  ConnectFailure(String state, String text) {
    this.state = state;
    this.text = text;
  }

  static AnalyzerException of(ServerAddress address, SQLException e) {
    String said = String.valueOf(e.getSQLState());
    for (ConnectFailure failure : values()) {
      if (said.startsWith(failure.state)) {
        return failure.exception(address, e);
      }
    }
    return OTHER.exception(address, e);
  }

  private AnalyzerException exception(ServerAddress address, SQLException e) {
    return new AnalyzerException(
        "%s: %s (%s)"
            .formatted(
                address.name(), text.formatted(address.user()), withoutPassword(address, e)));
  }

  /** What the server or driver says, as one line; the innermost cause says most. */
  private static String withoutPassword(ServerAddress address, SQLException e) {
    StringBuilder said = new StringBuilder(String.valueOf(e.getMessage()));
    Throwable cause = e.getCause();
    for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
      if (cause.getMessage() != null && said.indexOf(cause.getMessage()) < 0) {
        said.append(": ").append(cause.getMessage());
      }
      cause = cause.getCause();
    }
    String line = said.toString().replaceAll("\\p{Cntrl}+", " ");
    String password = address.properties().getOrDefault("password", "");
    return password.isEmpty() ? line : line.replace(password, "***");
  }
}
