package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.candidate.IndexDefinition;
import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.select.Configuration;
import io.github.pgslowlog.select.Offer;
import io.github.pgslowlog.select.PlanNode;
import io.github.pgslowlog.select.PlanResult;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The indexes of HypoPG in one session.
 *
 * <p>Source: <a href="https://hypopg.readthedocs.io/en/rel1_stable/usage.html">Usage</a>.
 */
final class HypotheticalIndexes implements AutoCloseable {
  private static final String LIMITS =
      """
      SELECT pg_catalog.pg_backend_pid(), pg_catalog.set_config('statement_timeout', '5s', true),
        pg_catalog.set_config('lock_timeout', '1s', true)
      """;

  /** Where the extension is: a function of the same name elsewhere may be anybody's. */
  private static final String SCHEMA =
      """
      SELECT n.nspname FROM pg_catalog.pg_extension e
      JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'hypopg'
      """;

  private static final String HIDES =
      """
      SELECT p.proname FROM pg_catalog.pg_extension e
      JOIN pg_catalog.pg_proc p ON p.pronamespace = e.extnamespace
      WHERE e.extname = 'hypopg' AND p.proname = 'hypopg_hide_index'
      """;

  /** SQLSTATE of a connection that does not exist. */
  private static final String LOST = "08003";

  private final Connection connection;
  private final String schema;
  private final boolean hides;
  private final String version;
  private final String process;
  private final Map<CandidateIndex, Long> present = new HashMap<>();
  private final Map<String, CandidateIndex> byName = new HashMap<>();

  HypotheticalIndexes(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      List<String> schemas = Rows.texts(statement, SCHEMA);
      if (schemas.isEmpty()) {
        throw new AnalyzerException(
            "the database "
                + connection.getCatalog()
                + " does not have the extension hypopg; run CREATE EXTENSION hypopg there, or leave"
                + " --what-if out for a private server");
      }
      schema = Identifier.quoted(schemas.get(0));
      hides = !Rows.texts(statement, HIDES).isEmpty();
      version = Rows.texts(statement, "SHOW server_version").get(0);
      process = Rows.texts(statement, LIMITS).get(0);
    }
    run("hypopg_reset()");
    connection.commit();
  }

  String version() {
    return version;
  }

  /** Creates a candidate for a moment to see whether it can be had. */
  Offer offer(CandidateIndex candidate) throws SQLException {
    try {
      limit();
      long oid = create(candidate);
      long bytes = Long.parseLong(run("hypopg_relation_size(" + oid + "::oid)"));
      drop(candidate, oid);
      connection.commit();
      return new Offer.Accepted(bytes);
    } catch (SQLException e) {
      connection.rollback();
      if (ServerMessage.isConnectionLost(e)) {
        throw e;
      }
      return new Offer.Refused(ServerMessage.of(e));
    }
  }

  /** The plan of a statement under a configuration. */
  PlanResult plan(String explain, Configuration configuration) throws SQLException, IOException {
    if (!configuration.hidden().isEmpty() && !hides) {
      return new PlanResult.Unplanned("to hide an index needs HypoPG 1.4");
    }
    try {
      limit();
      set(configuration.settings());
      show(configuration.candidates());
      hide(configuration.hidden());
      try (Statement statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        String json = String.join("", Rows.texts(statement, explain));
        connection.commit();
        return result(json);
      }
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      unhide(configuration.hidden());
    }
  }

  private void limit() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!Rows.texts(statement, LIMITS).contains(process)) {
        throw new SQLException(
            "its answers come from several server processes; connect to the server itself, not to a"
                + " pool",
            LOST);
      }
    }
  }

  private void set(Map<String, String> settings) throws SQLException {
    try (PreparedStatement set =
        connection.prepareStatement("SELECT pg_catalog.set_config(?, ?, true)")) {
      for (Map.Entry<String, String> setting : new TreeMap<>(settings).entrySet()) {
        set.setString(1, setting.getKey());
        set.setString(2, setting.getValue());
        set.execute();
      }
    }
  }

  private void show(Set<CandidateIndex> wanted) throws SQLException {
    for (Map.Entry<CandidateIndex, Long> index : Map.copyOf(present).entrySet()) {
      if (!wanted.contains(index.getKey())) {
        drop(index.getKey(), index.getValue());
      }
    }
    for (CandidateIndex index : wanted) {
      if (!present.containsKey(index)) {
        create(index);
      }
    }
  }

  private long create(CandidateIndex index) throws SQLException {
    try (PreparedStatement create =
        connection.prepareStatement(
            "SELECT indexrelid, indexname FROM " + schema + ".hypopg_create_index(?::text)")) {
      create.setString(1, new IndexDefinition(index).createLocking());
      try (ResultSet row = create.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("HypoPG does not create it");
        }
        present.put(index, row.getLong(1));
        byName.put(row.getString(2), index);
        return row.getLong(1);
      }
    }
  }

  private void drop(CandidateIndex index, long oid) throws SQLException {
    run("hypopg_drop_index(" + oid + "::oid)");
    present.remove(index);
    byName.values().removeIf(index::equals);
  }

  private void hide(Set<IndexName> hidden) throws SQLException {
    for (IndexName index : hidden) {
      run("hypopg_hide_index(" + regclass(index) + ")");
    }
  }

  private void unhide(Set<IndexName> hidden) throws SQLException {
    if (!hidden.isEmpty()) {
      run("hypopg_unhide_all_indexes()");
      connection.commit();
    }
  }

  private static String regclass(IndexName index) {
    return "'" + index.sql().replace("'", "''") + "'::regclass::oid";
  }

  private String run(String call) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      List<String> results = Rows.texts(statement, "SELECT " + schema + "." + call);
      return results.isEmpty() ? "" : String.valueOf(results.get(0));
    }
  }

  private PlanResult result(String json) throws IOException {
    Names names = new Names();
    PlanNode plan = new PlanReader(names).read(json);
    return new PlanResult.Planned(plan.totalCost(), names.candidates, names.existing, plan);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // It is closed all the same.
    }
  }

  /** Notes which indexes a plan has. */
  private final class Names implements PlanNames {
    private final Set<CandidateIndex> candidates = new HashSet<>();
    private final Set<IndexName> existing = new HashSet<>();

    @Override
    public Optional<String> schemaOfTable(String table) {
      return Optional.empty();
    }

    @Override
    public String shown(String schemaOfIndex, String index) {
      Optional<CandidateIndex> candidate = Optional.ofNullable(byName.get(index));
      if (candidate.isEmpty()) {
        existing.add(new IndexName(schemaOfIndex, index));
        return index;
      }
      candidates.add(candidate.get());
      return new IndexDefinition(candidate.get()).name();
    }
  }
}
