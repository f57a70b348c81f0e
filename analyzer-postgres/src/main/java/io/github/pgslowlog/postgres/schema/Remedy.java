package io.github.pgslowlog.postgres.schema;

import java.sql.SQLException;
import java.util.Optional;

/** Makes a statement of a dump fit for this server. */
interface Remedy {
  /**
   * A statement that failed.
   *
   * @param statement as it is in the dump
   * @param sql as it was tried last
   * @param error what the server said
   */
  record Failure(DumpStatement statement, String sql, ServerError error) {}

  /**
   * Tries to help.
   *
   * @return what to run instead, which may be the same once more; empty if there is no help
   */
  Optional<String> apply(Failure failure) throws SQLException;
}
