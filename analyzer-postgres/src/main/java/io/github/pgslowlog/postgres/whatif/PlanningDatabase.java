package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.postgres.server.PrivateServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A database with a schema and statistics, but no rows, whose files have the length of the real
 * ones.
 */
final class PlanningDatabase implements AutoCloseable {

  /**
   * The role that plans owns all tables and views: it may read them, sees statistics of all their
   * columns, and may create indexes.
   */
  private static final String NOT_OWNED =
      """
      SELECT 'ALTER ' || CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
          WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END
        || format(' %I.%I OWNER TO planner', n.nspname, c.relname)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relpersistence <> 't'
        AND c.relowner <> 'planner'::regrole
        AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
      UNION ALL
      SELECT format('GRANT USAGE, CREATE ON SCHEMA %I TO planner', n.nspname) FROM pg_namespace n
      WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        AND NOT (has_schema_privilege('planner', n.oid, 'USAGE')
          AND has_schema_privilege('planner', n.oid, 'CREATE'))
      """;

  private final PrivateServer server;
  private final String database;
  private final Catalog catalog;
  private final Connection superuser;
  private final PlanningConnection planning;
  private final BufferPool buffers;
  private final StorageLayout layout;
  private final StoredColumnReader columns;
  private final PreparedStatement setSize;
  private final IndexVisibility visibility;
  private final KnownExtensions extensions;
  private final SyntheticStatistics synthetic;
  private final Relations relations = new Relations();

  PlanningDatabase(PrivateServer server, String database, Catalog catalog)
      throws SQLException, IOException {
    this.server = server;
    this.database = database;
    this.catalog = catalog;
    superuser = server.connect(database);
    buffers = new BufferPool(server);
    layout = new StorageLayout(new RelationFiles(server), buffers);
    StatisticsReader statistics = new StatisticsReader(superuser);
    columns = new StoredColumnReader(superuser, statistics);
    setSize =
        superuser.prepareStatement(
            "UPDATE pg_catalog.pg_class SET relpages = ?, reltuples = ? WHERE oid = ?");
    visibility = new IndexVisibility(superuser);
    extensions = new KnownExtensions(superuser);
    own();
    planning =
        PlanningConnection.open(
            server, database, catalog.searchPath(), catalog.server().settings());
    synthetic =
        new SyntheticStatistics(
            superuser, statistics, new ExpressionSampler(planning.connection()));
    relations.read(superuser);
    planning.setVerbose(relations.isAmbiguous());
    layout.flush();
    layout.extendTables(relations.all());
    for (Relation relation : relations.all()) {
      if (relation.isIndex()) {
        extendExisting(relation);
      }
    }
  }

  private void own() throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute(
          "SET client_min_messages = error; SET synchronous_commit = off; SET search_path = ''");
      List<String> changes = Rows.texts(statement, NOT_OWNED);
      for (String change : changes) {
        statement.execute(change);
      }
    }
  }

  /** Its size as of statistics; where they do not tell, as of the model. */
  private void extendExisting(Relation index) throws SQLException, IOException {
    Optional<Relation> table = relations.table(index.table());
    if (table.isEmpty() || index.file().isEmpty()) {
      return;
    }
    double rows = Math.max(0, table.get().rows());
    IndexContents contents = contents(index, table.get(), rows);
    boolean known = index.pages() > 1 || index.rows() > 0 || rows == 0;
    IndexSize size =
        known
            ? new IndexSize(index.pages(), BtreeSize.level(index.pages(), contents.keys()), 0, 0)
            : IndexSizeModel.size(contents);
    if (!known && index.partial()) {
      setSize(index, size, rows);
    }
    layout.extendIndex(index, size);
  }

  private IndexContents contents(Relation index, Relation table, double rows)
      throws SQLException, IOException {
    return columns.read(index, table, rows, layout.pages(table), layout.deduplicates(index));
  }

  /** Whether the server whose statements are planned knows skip scans; if in doubt, it does. */
  boolean skipScans() {
    int version = catalog.server().majorVersion();
    return version == 0 || version >= SkipScan.FIRST_VERSION;
  }

  Relations relations() {
    return relations;
  }

  PlanningConnection planning() {
    return planning;
  }

  IndexVisibility visibility() {
    return visibility;
  }

  /**
   * Lets indexes be created while tables are empty files.
   *
   * @param work gets a connection of its own, which has none of the files open
   */
  void withEmpty(Collection<Relation> tables, Work work) throws SQLException, IOException {
    layout.empty(tables);
    try (Connection connection = server.connectAsPlanner(database)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET search_path = " + searchPath());
      }
      work.run(new CandidateCreator(connection, planning, extensions));
      layout.flush();
    } finally {
      layout.restore(tables);
    }
  }

  private String searchPath() {
    String path =
        catalog.searchPath().stream()
            .filter(schema -> !schema.equals("pg_catalog"))
            .map(Identifier::quoted)
            .collect(Collectors.joining(", "));
    return path.isEmpty() ? "''" : path;
  }

  /** Hides the indexes that have been created since the last time. */
  void hideNew() throws SQLException {
    visibility.hide(relations.read(superuser).stream().map(Relation::oid).toList());
  }

  /**
   * Gives a candidate, or one of its parts, its size.
   *
   * @return bytes
   */
  long measure(Relation index, CandidateIndex candidate) throws SQLException, IOException {
    Optional<Relation> table = relations.table(index.table());
    if (table.isEmpty() || index.file().isEmpty()) {
      return 0;
    }
    double all = Math.max(0, table.get().rows());
    if (candidate.keys().stream().anyMatch(IndexKey::expression)) {
      synthetic.inject(index, table.get());
    }
    double rows = all;
    if (candidate.predicate().isPresent()) {
      rows = Math.min(all, rows(table.get(), candidate.predicate().get()));
    }
    IndexSize size = IndexSizeModel.size(contents(index, table.get(), rows));
    if (index.partial()) {
      setSize(index, size, rows);
    }
    layout.extendIndex(index, size);
    return size.bytes();
  }

  /** How many rows of a table meet a condition, as the planner estimates. */
  private double rows(Relation table, String condition) throws SQLException, IOException {
    String json =
        planning.explain(
            "SELECT FROM ONLY " + table.tableName().sql() + " WHERE (" + condition + ")");
    return new PlanReader(new UsedIndexes(relations, Map.of())).read(json).rows();
  }

  private void setSize(Relation index, IndexSize size, double rows) throws SQLException {
    setSize.setLong(1, size.pages());
    setSize.setFloat(2, (float) rows);
    setSize.setLong(3, index.oid());
    setSize.executeUpdate();
  }

  @Override
  public void close() {
    for (AutoCloseable each : List.of(planning, buffers, superuser)) {
      try {
        each.close();
      } catch (Exception e) {
        // It is closed all the same.
      }
    }
  }

  /** Something done while tables are empty. */
  interface Work {
    void run(CandidateCreator creator) throws SQLException;
  }
}
