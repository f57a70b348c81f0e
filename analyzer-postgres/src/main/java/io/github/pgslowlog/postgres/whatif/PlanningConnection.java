package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.postgres.server.PrivateServer;
import java.sql.Array;
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
      CREATE FUNCTION pg_temp.check_single(statement text) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        planned refcursor;
      BEGIN
        OPEN planned FOR EXECUTE 'PREPARE logged AS ' || statement;
      EXCEPTION WHEN invalid_cursor_definition THEN
        IF SQLERRM NOT LIKE 'cannot open PREPARE query%%' THEN
          RAISE EXCEPTION USING MESSAGE = 'several statements in one', ERRCODE = '42601';
        END IF;
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
    explain =
        connection.prepareStatement(
            "SELECT pg_temp.explain_statement(?, ?), CASE WHEN ? THEN pg_temp.locked_tables() END");
    explainValues =
        connection.prepareStatement(
            "SELECT pg_temp.explain_values(?, ?, ?), CASE WHEN ? THEN pg_temp.locked_tables() END");
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
      Map<String, String> base = new TreeMap<>(AllowedSettings.allowed(settings));
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
    return explain(statement, false).plan();
  }

  /**
   * The plan of a statement.
   *
   * @param withTables whether to tell the tables as well
   */
  Answer explain(String statement, boolean withTables) throws SQLException {
    return explainWith(options, statement, withTables);
  }

  /** The plan of a statement with parameters of which no values are known. */
  Answer explainGeneric(String statement, boolean withTables) throws SQLException {
    return explainWith(options + ", GENERIC_PLAN", statement, withTables);
  }

  private Answer explainWith(String more, String statement, boolean withTables)
      throws SQLException {
    explain.setString(1, more);
    explain.setString(2, statement);
    explain.setBoolean(3, withTables);
    return answer(explain);
  }

  /**
   * The plan of a statement with parameters for some values.
   *
   * @param statement one statement, which {@link #checkSingle} has taken
   * @param values as arguments of EXECUTE
   */
  Answer explain(String statement, String values, boolean withTables) throws SQLException {
    explainValues.setString(1, options);
    explainValues.setString(2, statement);
    explainValues.setString(3, values);
    explainValues.setBoolean(4, withTables);
    return answer(explainValues);
  }

  private static Answer answer(PreparedStatement question) throws SQLException {
    try (ResultSet row = question.executeQuery()) {
      row.next();
      Optional<Array> tables = Optional.ofNullable(row.getArray(2));
      return new Answer(row.getString(1), tables.isPresent() ? numbers(tables.get()) : Set.of());
    }
  }

  /** Has the server parse a text, and refuse it if it is not one statement. */
  void checkSingle(String statement) throws SQLException {
    try (PreparedStatement check = connection.prepareStatement("SELECT pg_temp.check_single(?)")) {
      check.setString(1, statement);
      check.execute();
    }
  }

  private static Set<Long> numbers(Array array) throws SQLException {
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

  /**
   * What the server answered.
   *
   * @param plan JSON
   * @param tables the numbers of the tables that it locked to plan: those that the statement may
   *     read, partitions that hold nothing for it left out; empty if not asked for
   */
  record Answer(String plan, Set<Long> tables) {}
}
