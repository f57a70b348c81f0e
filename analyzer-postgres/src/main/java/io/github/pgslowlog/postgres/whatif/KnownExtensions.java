package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The extensions that bring operator classes which candidates ask for.
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/18/contrib.html">Additional Supplied
 * Modules</a>.
 */
final class KnownExtensions {
  private static final Map<String, String> OF_OPERATOR_CLASS =
      Map.of(
          "gin_trgm_ops", "pg_trgm",
          "gist_trgm_ops", "pg_trgm",
          "gin__int_ops", "intarray",
          "gist__int_ops", "intarray",
          "gin_hstore_ops", "hstore",
          "gist_hstore_ops", "hstore");

  /** For plain types under access methods made for others. */
  private static final Map<String, String> OF_METHOD =
      Map.of("gin", "btree_gin", "gist", "btree_gist");

  private static final String UNDEFINED_OBJECT = "42704";

  private final Connection superuser;
  private final Set<String> tried = new HashSet<>();

  KnownExtensions(Connection superuser) {
    this.superuser = superuser;
  }

  /**
   * Creates the extension that a candidate lacks.
   *
   * @param reason what the server said to the candidate
   * @return whether there is one more extension now
   */
  boolean createFor(CandidateIndex index, SQLException reason) throws SQLException {
    if (!ServerMessage.state(reason).equals(UNDEFINED_OBJECT)) {
      return false;
    }
    List<String> names =
        index.keys().stream()
            .map(key -> key.operatorClass().replaceAll("^.*\\.|\\(.*", ""))
            .flatMap(name -> Optional.ofNullable(OF_OPERATOR_CLASS.get(name)).stream())
            .toList();
    if (!names.isEmpty() && create(names.get(0), schema(index))) {
      return true;
    }
    Optional<String> forMethod = Optional.ofNullable(OF_METHOD.get(index.accessMethod()));
    return forMethod.isPresent() && create(forMethod.get(), Optional.empty());
  }

  private static Optional<String> schema(CandidateIndex index) {
    return index.keys().stream()
        .map(key -> key.operatorClass())
        .filter(name -> name.contains("."))
        .map(name -> Identifier.name(name.substring(0, name.indexOf('.'))))
        .findFirst();
  }

  private boolean create(String extension, Optional<String> schema) throws SQLException {
    if (!tried.add(extension + " " + schema) || !isAvailable(extension)) {
      return false;
    }
    String where = " SCHEMA " + Identifier.quoted(schema.orElse("public"));
    try (Statement statement = superuser.createStatement()) {
      statement.execute("CREATE EXTENSION " + Identifier.quoted(extension) + where);
      return true;
    } catch (SQLException e) {
      if (ServerMessage.isConnectionLost(e)) {
        throw e;
      }
      return false;
    }
  }

  private boolean isAvailable(String extension) throws SQLException {
    try (PreparedStatement query =
        superuser.prepareStatement(
            "SELECT 1 FROM pg_available_extensions"
                + " WHERE name = ? AND installed_version IS NULL")) {
      query.setString(1, extension);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }
}
