package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.postgres.server.PrivateServer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A connection of the ordinary role that asks for plans. Transactions are read-only.
 *
 * <p>Statements are values of a parameter of a function on the server, which opens a cursor for
 * EXPLAIN and the text behind it: the driver does not look into them, and the server refuses to
 * open a cursor for several statements. ANALYZE cannot come in, as the options of EXPLAIN are
 * written before the text.
 */
final class PlanningConnection implements AutoCloseable {
  /** Planning takes milliseconds; 5 s are for a join of very many tables. */
  private static final int TIMEOUT_SECONDS = 5;

  /** A plan of some thousand partitions. */
  private static final int MAX_PLAN_CHARACTERS = 8_000_000;

  private static final String FUNCTIONS =
      """
      CREATE FUNCTION pg_temp.explain_statement(options text, statement text) RETURNS text
      LANGUAGE plpgsql AS $$
      DECLARE
        planned refcursor;
        answer text;
      BEGIN
        OPEN planned FOR EXECUTE 'EXPLAIN (FORMAT JSON' || options || ') ' || statement;
        FETCH planned INTO answer;
        CLOSE planned;
        IF length(answer) > %d THEN
          RAISE EXCEPTION 'the plan is longer than %d characters';
        END IF;
        RETURN answer;
      END $$;
      CREATE FUNCTION pg_temp.explain_values(options text, statement text, vals text)
      RETURNS text LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM pg_catalog.pg_prepared_statements WHERE name = 'logged') THEN
          DEALLOCATE logged;
        END IF;
        EXECUTE 'PREPARE logged AS ' || statement;
        RETURN pg_temp.explain_statement(options, 'EXECUTE logged ' || vals);
      END $$;
      CREATE FUNCTION pg_temp.locked_tables() RETURNS bigint[]
      LANGUAGE sql AS $$
        SELECT coalesce(array_agg(l.relation::bigint), '{}')
        FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_class c ON c.oid = l.relation
        WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation'
          AND l.database <> 0 AND c.relkind IN ('r', 'p', 'm', 'f')
      $$;
      SET statement_timeout = '%ds';
      SET plan_cache_mode = force_custom_plan;
      SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY
      """
          .formatted(MAX_PLAN_CHARACTERS, MAX_PLAN_CHARACTERS, TIMEOUT_SECONDS);

  private final Connection connection;
  private final PreparedStatement explain;
  private final PreparedStatement explainValues;
  private final Map<String, String> base;
  private final Map<String, String> changed = new TreeMap<>();
  private String options = "";

  private PlanningConnection(Connection connection, Map<String, String> base) throws SQLException {
    this.connection = connection;
    this.base = base;
    try (Statement statement = connection.createStatement()) {
      statement.execute(FUNCTIONS);
    }
    explain = connection.prepareStatement("SELECT pg_temp.explain_statement(?, ?)");
    explainValues = connection.prepareStatement("SELECT pg_temp.explain_values(?, ?, ?)");
  }

  /** Connects, with the schemas that statements look names up in and settings of the planner. */
  static PlanningConnection open(
      PrivateServer server, String database, List<String> searchPath, Map<String, String> settings)
      throws SQLException {
    Connection connection = server.connectAsPlanner(database);
    try {
      String path =
          searchPath.stream()
              .filter(schema -> !schema.equals("pg_catalog"))
              .map(Identifier::quoted)
              .collect(Collectors.joining(", "));
      Map<String, String> base = new TreeMap<>(PlannerSettings.allowed(settings));
      PlanningConnection session = new PlanningConnection(connection, base);
      session.set("search_path", path.isEmpty() ? "''" : path);
      session.setKnown();
      return session;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Sets what the logged server has set; it may be of a version with settings that are gone. */
  private void setKnown() throws SQLException {
    for (String name : List.copyOf(base.keySet())) {
      try {
        set(name, base.getOrDefault(name, ""));
      } catch (SQLException e) {
        if (ServerMessage.isConnectionLost(e)) {
          throw e;
        }
        base.remove(name);
      }
    }
  }

  /** To compute expressions on it. */
  Connection connection() {
    return connection;
  }

  /** Whether plans tell the schemas of tables; it takes the server longer. */
  void setVerbose(boolean verbose) {
    options = verbose ? ", VERBOSE" : "";
  }

  /** Gives settings other values until the next call. */
  void apply(Map<String, String> settings) throws SQLException {
    if (changed.equals(settings)) {
      return;
    }
    Set<String> names = new HashSet<>(changed.keySet());
    for (String name : names) {
      if (!settings.containsKey(name)) {
        reset(name);
        changed.remove(name);
      }
    }
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      if (!setting.getValue().equals(changed.get(setting.getKey()))) {
        set(setting.getKey(), setting.getValue());
        changed.put(setting.getKey(), setting.getValue());
      }
    }
  }

  private void reset(String name) throws SQLException {
    Optional<String> before = Optional.ofNullable(base.get(name));
    if (before.isPresent()) {
      set(name, before.get());
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("RESET " + Identifier.quoted(name));
    }
  }

  private void set(String name, String value) throws SQLException {
    try (PreparedStatement set = connection.prepareStatement("SELECT set_config(?, ?, false)")) {
      set.setString(1, name);
      set.setString(2, value);
      set.execute();
    }
  }

  /** The plan of a statement as JSON. */
  String explain(String statement) throws SQLException {
    return explainWith(options, statement);
  }

  /** The plan of a statement with parameters of which no values are known. */
  String explainGeneric(String statement) throws SQLException {
    return explainWith(options + ", GENERIC_PLAN", statement);
  }

  private String explainWith(String more, String statement) throws SQLException {
    explain.setString(1, more);
    explain.setString(2, statement);
    return answer(explain);
  }

  /**
   * The plan of a statement with parameters for some values.
   *
   * @param statement one statement, which {@link #explainGeneric} has taken
   * @param values as arguments of EXECUTE
   */
  String explain(String statement, String values) throws SQLException {
    explainValues.setString(1, options);
    explainValues.setString(2, statement);
    explainValues.setString(3, values);
    return answer(explainValues);
  }

  private static String answer(PreparedStatement question) throws SQLException {
    try (ResultSet row = question.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }

  /** Runs a plan and tells the tables that the server locked for it: those it could read. */
  Set<Long> tablesOf(Planning planning) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      planning.run();
      try (ResultSet row = statement.executeQuery("SELECT pg_temp.locked_tables()")) {
        row.next();
        return Set.copyOf(numbers(row.getArray(1)));
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static Collection<Long> numbers(Array array) throws SQLException {
    Set<Long> numbers = new HashSet<>();
    for (Object number : (Object[]) array.getArray()) {
      numbers.add((Long) number);
    }
    return numbers;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** Something that asks for a plan. */
  interface Planning {
    void run() throws SQLException;
  }
}
