package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.candidate.IndexDefinition;
import io.github.pgslowlog.catalog.IndexKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Creates candidates on empty tables, as the ordinary role, which owns the tables.
 *
 * <p>Expressions and conditions come from statements of a log. Each is planned once as part of a
 * SELECT before it goes into CREATE INDEX, so that a text that holds further statements is refused.
 */
final class CandidateCreator {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:[\\p{L}_][\\p{L}\\p{N}_$]*|\"[^\"]+\")(?:\\.(?:[\\p{L}_][\\p{L}\\p{N}_$-]*|\"[^\"]+\"))?"
              + "(?:\\([a-z_]+ ?= ?[\\w.]+\\))?");

  private final Connection connection;
  private final PlanningConnection planning;
  private final KnownExtensions extensions;

  CandidateCreator(Connection connection, PlanningConnection planning, KnownExtensions extensions) {
    this.connection = connection;
    this.planning = planning;
    this.extensions = extensions;
  }

  /**
   * Creates a candidate.
   *
   * @param name its name in the database
   * @return why the server refused, empty if it did not
   */
  Optional<String> create(CandidateIndex index, String name) throws SQLException {
    Optional<String> odd = oddWord(index);
    if (odd.isPresent()) {
      return odd.map(word -> "not the name of an operator class or collation: " + word);
    }
    try {
      if (hasText(index)) {
        planning.explain(selection(index));
      }
      execute(new IndexDefinition(index, name).createLocking());
      return Optional.empty();
    } catch (SQLException e) {
      if (ServerMessage.isConnectionLost(e)) {
        throw e;
      }
      return refusal(index, name, e);
    }
  }

  private Optional<String> refusal(CandidateIndex index, String name, SQLException reason)
      throws SQLException {
    String message = ServerMessage.of(reason);
    if (extensions.createFor(index, reason)) {
      try {
        execute(new IndexDefinition(index, name).createLocking());
        return Optional.empty();
      } catch (SQLException e) {
        if (ServerMessage.isConnectionLost(e)) {
          throw e;
        }
        return Optional.of(ServerMessage.of(e));
      }
    }
    return Optional.of(message);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  private static Optional<String> oddWord(CandidateIndex index) {
    return index.keys().stream()
        .flatMap(key -> Stream.of(key.operatorClass(), key.collation()))
        .filter(word -> !word.isEmpty() && !WORDS.matcher(word).matches())
        .findFirst();
  }

  private static boolean hasText(CandidateIndex index) {
    return index.predicate().isPresent() || index.keys().stream().anyMatch(IndexKey::expression);
  }

  private static String selection(CandidateIndex index) {
    String expressions =
        index.keys().stream()
            .filter(IndexKey::expression)
            .map(key -> "(" + key.text() + ")")
            .collect(Collectors.joining(", "));
    List<String> condition = index.predicate().map(List::of).orElse(List.of());
    return "SELECT "
        + expressions
        + " FROM ONLY "
        + index.table().sql()
        + condition.stream().map(text -> " WHERE " + text).collect(Collectors.joining());
  }
}
