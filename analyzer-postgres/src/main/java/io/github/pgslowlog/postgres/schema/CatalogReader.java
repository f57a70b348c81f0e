package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.Constraint;
import io.github.pgslowlog.catalog.Index;
import io.github.pgslowlog.catalog.ServerFacts;
import io.github.pgslowlog.catalog.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the system catalog of a database, of any version from 9.6 on. */
public final class CatalogReader {
  /** Not the file of the private server, which is set up for planning. */
  private static final String[] SETTING_SOURCES = {"database", "user", "database user", "global"};

  private final Connection connection;
  private final int version;
  private final ExportedFacts facts;
  private final LoadedSchema schema;

  private CatalogReader(Connection connection, ExportedFacts facts, LoadedSchema schema)
      throws SQLException {
    this.connection = connection;
    this.version = connection.getMetaData().getDatabaseMajorVersion();
    this.facts = facts;
    this.schema = schema;
  }

  /**
   * Reads a database as it is.
   *
   * @param connection to the database; its search_path is changed
   * @return its tables, indexes, constraints and statistics
   * @throws SQLException if the server refuses
   */
  public static Catalog read(Connection connection) throws SQLException {
    return read(connection, ExportedFacts.NONE);
  }

  /**
   * Reads a live database, and adds what is counted there.
   *
   * @param connection to the database; its search_path is changed
   * @param facts of it
   * @return tables, indexes, constraints and statistics
   * @throws SQLException if the server refuses
   */
  public static Catalog read(Connection connection, ExportedFacts facts) throws SQLException {
    return read(connection, facts, new LoadedSchema("", 0, Set.of(), Set.of(), false, List.of()));
  }

  /**
   * Reads a shadow database, and adds what is known of the real one.
   *
   * @param connection to the database; its search_path is changed
   * @param facts of the real one
   * @param schema what came of its dump
   * @return tables, indexes, constraints and statistics
   * @throws SQLException if the server refuses
   */
  public static Catalog read(Connection connection, ExportedFacts facts, LoadedSchema schema)
      throws SQLException {
    return new CatalogReader(connection, facts, schema).read();
  }

  private Catalog read() throws SQLException {
    List<String> searchPath = searchPath();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = ''");
    }
    TableRows rows = new TableRows(connection, version, schema.foreignTables());
    List<Table> tables = rows.read();
    List<Constraint> constraints = ConstraintRows.read(connection);
    List<Index> indexes = IndexRows.read(connection, version, facts.indexes());
    return new Catalog(
        tables,
        searchPath,
        constraints,
        indexes,
        StatisticsRows.read(connection, tables, rows.sizes(), facts.tables()),
        server());
  }

  private List<String> searchPath() throws SQLException {
    if (!facts.searchPath().isEmpty()) {
      return facts.searchPath();
    }
    List<String> found =
        FactsAssembler.searchPath(
            Queries.list(connection, "SHOW search_path", row -> row.getString(1)).get(0));
    return found.isEmpty() ? Catalog.DEFAULT_SEARCH_PATH : found;
  }

  private ServerFacts server() throws SQLException {
    Set<String> extensions = new TreeSet<>(facts.extensions());
    extensions.addAll(Queries.list(connection, CatalogSql.EXTENSIONS, row -> row.getString(1)));
    extensions.addAll(schema.missingExtensions());
    Map<String, String> settings = new TreeMap<>();
    Queries.each(
        connection,
        CatalogSql.SETTINGS,
        row -> settings.put(row.getString(1), row.getString(2)),
        connection.createArrayOf("text", PlannerSettings.names().toArray()),
        connection.createArrayOf("text", SETTING_SOURCES));
    return new ServerFacts(
        facts.version().isEmpty() ? schema.version() : facts.version(),
        settings,
        extensions,
        schema.missingExtensions(),
        facts.observed());
  }
}
