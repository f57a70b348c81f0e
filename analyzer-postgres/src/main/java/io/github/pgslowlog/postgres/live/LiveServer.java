package io.github.pgslowlog.postgres.live;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.postgres.schema.CatalogQuery;
import io.github.pgslowlog.postgres.schema.CatalogReader;
import io.github.pgslowlog.postgres.schema.ExportedFacts;
import io.github.pgslowlog.postgres.schema.SchemaSource;
import io.github.pgslowlog.postgres.schema.StatementSource;
import io.github.pgslowlog.postgres.schema.StatisticsLoader;
import io.github.pgslowlog.postgres.whatif.HypotheticalCostModel;
import io.github.pgslowlog.select.CostModel;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A running server, of any version from 9.6 on: its catalog is read in one transaction that cannot
 * write. Nothing else is done there, unless it is asked to plan ({@link
 * #hypotheticalIndexes(String)}).
 */
public final class LiveServer implements SchemaSource, AutoCloseable {
  private static final String CONNECT_SECONDS = "10";

  /** No answer of the catalog takes so long. */
  private static final String ANSWER_SECONDS = "600";

  private final String name;
  private final Connection connection;
  private final int version;
  private final ExportedFacts facts;

  private LiveServer(String name, Connection connection, int version, ExportedFacts facts) {
    this.name = name;
    this.connection = connection;
    this.version = version;
    this.facts = facts;
  }

  /**
   * Connects, which takes 10 seconds at most, and begins to read.
   *
   * @param address {@code jdbc:postgresql://host/database}, {@code postgresql://user@host/database}
   *     or {@code host=... dbname=...}; a password may be in it, in PGPASSWORD or in ~/.pgpass
   * @return the server
   * @throws AnalyzerException if it cannot be reached or does not let us in
   */
  public static LiveServer connect(String address) {
    return connect(ServerAddress.of(address, System.getenv()));
  }

  /**
   * Connects to plan there with the hypothetical indexes of HypoPG, in transactions that cannot
   * write and by EXPLAIN without ANALYZE.
   *
   * @param address as for {@link #connect(String)}
   * @return the planner, to be closed
   * @throws AnalyzerException if the server cannot be reached, or its database does not have the
   *     extension
   */
  public static CostModel hypotheticalIndexes(String address) {
    return hypotheticalIndexes(ServerAddress.of(address, System.getenv()));
  }

  static CostModel hypotheticalIndexes(ServerAddress address) {
    Connection connection = open(address);
    try {
      return new HypotheticalCostModel(connection);
    } catch (RuntimeException e) {
      close(connection);
      throw e;
    }
  }

  static LiveServer connect(ServerAddress address) {
    Connection connection = open(address);
    try {
      DatabaseMetaData server = connection.getMetaData();
      int version = server.getDatabaseMajorVersion();
      if (version < 9 || version == 9 && server.getDatabaseMinorVersion() < 6) {
        throw new AnalyzerException(
            address.name()
                + ": version "
                + server.getDatabaseProductVersion()
                + " is too old; 9.6 and later can be read");
      }
      begin(connection);
      ExportedFacts facts = facts(address.name(), connection);
      return new LiveServer(address.name(), connection, version, facts);
    } catch (SQLException e) {
      close(connection);
      throw unreadable(address.name(), e);
    } catch (RuntimeException e) {
      close(connection);
      throw e;
    }
  }

  private static Connection open(ServerAddress address) {
    Properties properties = address.toProperties();
    properties.putIfAbsent("connectTimeout", CONNECT_SECONDS);
    properties.putIfAbsent("loginTimeout", CONNECT_SECONDS);
    properties.putIfAbsent("socketTimeout", ANSWER_SECONDS);
    properties.putIfAbsent("ApplicationName", "pgslowlog");
    properties.setProperty("prepareThreshold", "0");
    try {
      return DriverManager.getConnection(address.url(), properties);
    } catch (SQLException e) {
      throw ConnectFailure.of(address, e);
    }
  }

  private static void begin(Connection connection) throws SQLException {
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String sql : CatalogQuery.statements()) {
        if (isSetting(sql)) {
          statement.execute(sql);
        }
      }
    }
  }

  private static boolean isSetting(String sql) {
    return sql.startsWith("SET LOCAL ");
  }

  private static ExportedFacts facts(String name, Connection connection) {
    List<String> queries =
        CatalogQuery.statements().stream()
            .filter(sql -> sql.startsWith("SELECT '-- pgslowlog: "))
            .toList();
    try (StatementSource source = new QueryRows(name, connection, queries)) {
      return StatisticsLoader.facts(source);
    }
  }

  static AnalyzerException unreadable(String name, SQLException e) {
    return new AnalyzerException(
        name
            + ": its catalog cannot be read: "
            + String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}+", " "),
        e);
  }

  @Override
  public String name() {
    return name;
  }

  /**
   * Reads the catalog as it is, without a private server.
   *
   * @return tables, indexes, constraints, statistics, and how they are used
   * @throws AnalyzerException if the server refuses
   */
  public Catalog catalog() {
    try {
      return CatalogReader.read(connection, facts);
    } catch (SQLException e) {
      throw unreadable(name, e);
    }
  }

  @Override
  public StatementSource schema() {
    return new QueryRows(name, connection, SchemaQueries.all(version));
  }

  @Override
  public Optional<StatementSource> statistics() {
    List<String> queries =
        CatalogQuery.statements().stream().filter(sql -> !isSetting(sql)).toList();
    return Optional.of(new QueryRows(name, connection, queries));
  }

  @Override
  public ExportedFacts facts() {
    return facts;
  }

  /** Ends the transaction and the connection. */
  @Override
  public void close() {
    close(connection);
  }

  private static void close(Connection connection) {
    try (Connection closed = connection) {
      if (!closed.getAutoCommit()) {
        closed.rollback();
      }
    } catch (SQLException e) {
      // It is gone, and nothing was written.
    }
  }
}
