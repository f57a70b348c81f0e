package io.github.pgslowlog.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tables of a database, and the search_path by which names without schema are looked up.
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/current/ddl-schemas.html">Schemas</a>.
 */
public final class Catalog {
  /** {@code "$user", public} is the server's default; a schema of a user's name is rare. */
  public static final List<String> DEFAULT_SEARCH_PATH = List.of("public");

  private static final Catalog EMPTY = new Catalog(List.of(), DEFAULT_SEARCH_PATH);

  private final Map<TableName, Table> tables = new TreeMap<>();
  private final List<String> searchPath;

  /**
   * Makes a catalog.
   *
   * @param tables all tables; each name has a schema
   * @param searchPath schemas in the order in which they are searched
   */
  public Catalog(Collection<Table> tables, List<String> searchPath) {
    tables.forEach(table -> this.tables.put(table.name(), table));
    List<String> path = new ArrayList<>(searchPath);
    if (!path.contains("pg_catalog")) {
      path.add(0, "pg_catalog");
    }
    this.searchPath = List.copyOf(path);
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
}
