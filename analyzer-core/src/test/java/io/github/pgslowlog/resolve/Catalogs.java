package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.ColumnDefinition;
import io.github.pgslowlog.catalog.Table;
import io.github.pgslowlog.catalog.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Catalogs in tests, a line for each table or view: {@code public.orders id bigint, total numeric},
 * {@code public.recent id, total AS SELECT ...}.
 */
public final class Catalogs {
  private Catalogs() {}

  /** A catalog with the search_path that servers have by default. */
  public static Catalog of(String lines) {
    return of(Catalog.DEFAULT_SEARCH_PATH, lines);
  }

  static Catalog of(List<String> searchPath, String lines) {
    List<Table> tables = new ArrayList<>();
    lines.lines().filter(line -> !line.isBlank()).forEach(line -> tables.add(table(line.strip())));
    return new Catalog(tables, searchPath);
  }

  private static Table table(String line) {
    String[] parts = line.split(" AS ", 2);
    String[] words = parts[0].split(" ", 2);
    String[] name = words[0].split("\\.", -1);
    boolean view = parts.length == 2;
    return new Table(
        new TableName(name[0], name[1]),
        view ? Table.Kind.VIEW : Table.Kind.TABLE,
        Arrays.stream(words[1].split(", ")).map(Catalogs::column).toList(),
        view ? Optional.of(parts[1]) : Optional.empty());
  }

  private static ColumnDefinition column(String written) {
    String[] words = written.split(" ", 2);
    return new ColumnDefinition(words[0], words.length == 2 ? words[1] : "text", false);
  }
}
