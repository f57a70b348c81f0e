package io.github.pgslowlog.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The tables of a database with their constraints, indexes and statistics, and the search_path by
 * which names without schema are looked up.
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/current/ddl-schemas.html">Schemas</a>.
 */
public final class Catalog {
  /** {@code "$user", public} is the server's default; a schema of a user's name is rare. */
  public static final List<String> DEFAULT_SEARCH_PATH = List.of("public");

  private static final Catalog EMPTY = new Catalog(List.of(), DEFAULT_SEARCH_PATH);

  private final Map<TableName, Table> tables = new TreeMap<>();
  private final Map<TableName, List<Table>> partitions = new TreeMap<>();
  private final List<String> searchPath;
  private final Map<TableName, List<Constraint>> constraints;
  private final Map<TableName, List<Index>> indexes;
  private final Map<TableName, TableStatistics> statistics;
  private final Map<TableName, List<ExtendedStatistics>> extendedStatistics;
  private final ServerFacts server;

  /**
   * Makes a catalog of tables alone.
   *
   * @param tables all tables; each name has a schema
   * @param searchPath schemas in the order in which they are searched
   */
  public Catalog(Collection<Table> tables, List<String> searchPath) {
    this(tables, searchPath, List.of(), List.of(), Map.of(), ServerFacts.UNKNOWN);
  }

  /**
   * Makes a catalog.
   *
   * @param tables all tables; each name has a schema
   * @param searchPath schemas in the order in which they are searched
   * @param constraints their constraints
   * @param indexes their indexes
   * @param statistics what is known of their contents; of some or all tables
   * @param server what is known of the server
   */
  public Catalog(
      Collection<Table> tables,
      List<String> searchPath,
      Collection<Constraint> constraints,
      Collection<Index> indexes,
      Map<TableName, TableStatistics> statistics,
      ServerFacts server) {
    this(tables, searchPath, constraints, indexes, statistics, List.of(), server);
  }

  /**
   * Makes a catalog.
   *
   * @param tables all tables; each name has a schema
   * @param searchPath schemas in the order in which they are searched
   * @param constraints their constraints
   * @param indexes their indexes
   * @param statistics what is known of their contents; of some or all tables
   * @param extendedStatistics what CREATE STATISTICS made
   * @param server what is known of the server
   */
  public Catalog(
      Collection<Table> tables,
      List<String> searchPath,
      Collection<Constraint> constraints,
      Collection<Index> indexes,
      Map<TableName, TableStatistics> statistics,
      Collection<ExtendedStatistics> extendedStatistics,
      ServerFacts server) {
    tables.forEach(table -> this.tables.put(table.name(), table));
    for (Table table : this.tables.values()) {
      table
          .partitionOf()
          .ifPresent(
              whole -> partitions.computeIfAbsent(whole, name -> new ArrayList<>()).add(table));
    }
    List<String> path = new ArrayList<>(searchPath);
    if (!path.contains("pg_catalog")) {
      path.add(0, "pg_catalog");
    }
    this.searchPath = List.copyOf(path);
    this.constraints =
        byTable(constraints, Constraint::table, Comparator.comparing(Constraint::name));
    this.indexes = byTable(indexes, Index::table, Comparator.comparing(Index::name));
    this.statistics = new TreeMap<>(statistics);
    this.extendedStatistics =
        byTable(
            extendedStatistics,
            ExtendedStatistics::table,
            Comparator.comparing(ExtendedStatistics::name));
    this.server = server;
  }

  private static <T> Map<TableName, List<T>> byTable(
      Collection<T> all, Function<T, TableName> table, Comparator<T> order) {
    return all.stream()
        .sorted(order)
        .collect(Collectors.groupingBy(table, TreeMap::new, Collectors.toUnmodifiableList()));
  }

  /**
   * A catalog of which nothing is known.
   *
   * @return no tables
   */
  public static Catalog empty() {
    return EMPTY;
  }

  /**
   * Whether nothing is known.
   *
   * @return true if there is no table
   */
  public boolean isEmpty() {
    return tables.isEmpty();
  }

  /**
   * The table that a statement means.
   *
   * @param written its name as written, with or without schema
   * @return the table, empty if there is none of the name
   */
  public Optional<Table> find(TableName written) {
    if (!written.schema().isEmpty()) {
      return Optional.ofNullable(tables.get(written));
    }
    return searchPath.stream()
        .flatMap(
            schema ->
                Optional.ofNullable(tables.get(new TableName(schema, written.name()))).stream())
        .findFirst();
  }

  /**
   * All tables.
   *
   * @return sorted by name
   */
  public Collection<Table> tables() {
    return List.copyOf(tables.values());
  }

  /**
   * The schemas that names without schema are looked up in.
   *
   * @return in the order in which they are searched, {@code pg_catalog} among them
   */
  public List<String> searchPath() {
    return searchPath;
  }

  /**
   * The constraints of a table.
   *
   * @param table its name with its schema
   * @return sorted by name
   */
  public List<Constraint> constraints(TableName table) {
    return constraints.getOrDefault(table, List.of());
  }

  /**
   * The indexes of a table.
   *
   * @param table its name with its schema
   * @return sorted by name
   */
  public List<Index> indexes(TableName table) {
    return indexes.getOrDefault(table, List.of());
  }

  /**
   * All constraints.
   *
   * @return sorted by table and name
   */
  public List<Constraint> constraints() {
    return constraints.values().stream().flatMap(List::stream).toList();
  }

  /**
   * All indexes.
   *
   * @return sorted by table and name
   */
  public List<Index> indexes() {
    return indexes.values().stream().flatMap(List::stream).toList();
  }

  /**
   * The partitions of a table, not those of its partitions.
   *
   * @param table its name with its schema
   * @return sorted by name
   */
  public List<Table> partitions(TableName table) {
    return List.copyOf(partitions.getOrDefault(table, List.of()));
  }

  /**
   * What is known of the contents of a table.
   *
   * @param table its name with its schema
   * @return empty if nothing is known
   */
  public Optional<TableStatistics> statistics(TableName table) {
    return Optional.ofNullable(statistics.get(table));
  }

  /**
   * What CREATE STATISTICS made for a table.
   *
   * @param table its name with its schema
   * @return sorted by name
   */
  public List<ExtendedStatistics> extendedStatistics(TableName table) {
    return extendedStatistics.getOrDefault(table, List.of());
  }

  /**
   * What is known of the server.
   *
   * @return {@link ServerFacts#UNKNOWN} if nothing is
   */
  public ServerFacts server() {
    return server;
  }
}
