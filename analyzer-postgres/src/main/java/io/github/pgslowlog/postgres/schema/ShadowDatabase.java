package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.postgres.server.PrivateServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A copy of a database on the private server: its schema, no rows, and the statistics of the real
 * one, which the planner goes by.
 *
 * @param name of the database on the private server
 * @param catalog what is known of the real database
 * @param assumed whether the sizes of tables are assumed, for want of statistics
 * @param problems what could not be loaded, and what it means
 */
public record ShadowDatabase(
    String name, Catalog catalog, boolean assumed, List<Problem> problems) {
  /** Copies the list. */
  public ShadowDatabase {
    problems = List.copyOf(problems);
  }

  /**
   * Makes the copy.
   *
   * @param server the private server
   * @param name of the new database; letters, digits and underscores
   * @param source schema and statistics
   * @param settings planner settings by name, which win over those of the source
   * @return the copy
   * @throws AnalyzerException if there is no table in it, a statistics file does not fit, or a
   *     setting is not one of the planner
   */
  public static ShadowDatabase load(
      PrivateServer server, String name, SchemaSource source, Map<String, String> settings) {
    PlannerSettings.check(settings);
    ExportedFacts facts = source.facts();
    List<Problem> problems = new ArrayList<>();
    try {
      create(server, name, facts);
      LoadedSchema schema = schema(server, name, source);
      problems.addAll(schema.problems());
      InvalidIndexes.restore(server, name, facts.invalidIndexes());
      LoadedStatistics statistics = statistics(server, name, source, schema);
      problems.addAll(statistics.problems());
      ExportedFacts known = facts.equals(ExportedFacts.NONE) ? statistics.facts() : facts;
      try (Connection superuser = Superuser.connect(server, name)) {
        Map<String, String> assumed = AssumedSettings.of(known, settings);
        AssumedSettings.problem(source.name(), assumed).ifPresent(problems::add);
        Map<String, String> exported = assumed.isEmpty() ? known.settings() : assumed;
        problems.addAll(PlannerSettings.apply(superuser, name, exported, settings));
      }
      boolean assumed = statistics.relations() == 0;
      try (Connection planner = server.connectAsPlanner(name)) {
        if (assumed) {
          problems.add(AssumedSizes.apply(planner, source.name()));
        }
        Catalog catalog = CatalogReader.read(planner, known, schema);
        return new ShadowDatabase(name, catalog, assumed, problems);
      }
    } catch (SQLException e) {
      throw new AnalyzerException(
          source.name() + ": cannot be loaded into the private server: " + e.getMessage(), e);
    }
  }

  private static void create(PrivateServer server, String name, ExportedFacts facts)
      throws SQLException {
    if (!name.matches("[a-z_][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("not a name for a database: " + name);
    }
    try (Connection superuser = server.connect("postgres");
        Statement statement = superuser.createStatement()) {
      statement.execute(
          "CREATE DATABASE "
              + name
              + " OWNER planner TEMPLATE template0 "
              + DatabaseLocale.clause(facts.collation()));
    }
  }

  private static LoadedSchema schema(PrivateServer server, String name, SchemaSource source) {
    try (StatementSource statements = source.schema()) {
      return SchemaLoader.load(server, name, statements);
    }
  }

  private static LoadedStatistics statistics(
      PrivateServer server, String name, SchemaSource source, LoadedSchema schema) {
    Optional<StatementSource> statements = source.statistics();
    if (statements.isEmpty() && schema.hasStatistics()) {
      statements = Optional.of(source.schema());
    }
    if (statements.isEmpty()) {
      return LoadedStatistics.NONE;
    }
    try (StatementSource all = statements.get()) {
      return StatisticsLoader.load(server, name, all);
    }
  }
}
