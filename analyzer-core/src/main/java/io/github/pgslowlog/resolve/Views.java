package io.github.pgslowlog.resolve;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.ColumnDefinition;
import io.github.pgslowlog.catalog.Table;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.fingerprint.Canonicalizer;
import io.github.pgslowlog.parse.ParseResult;
import io.github.pgslowlog.parse.SqlParser;
import io.github.pgslowlog.syntax.Query;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The queries of the views of a catalog, parsed once.
 *
 * <p>They have no numbers of values, as those of a statement are numbered by its own text.
 */
public final class Views {
  /** 16 views one in another; a server plans no view as deep in reasonable time. */
  static final int MAX_DEPTH = 16;

  private static final Views NONE = new Views();
  private static final Pattern VALUE = Pattern.compile("\"(?:[^\"]|\"\")*+\"|\\$\\d++|\\.\\.\\.");

  private final Map<TableName, View> views = new TreeMap<>();

  private Views() {}

  /**
   * A view.
   *
   * @param query what it stands for
   * @param columns the names of its columns
   */
  record View(Query query, List<String> columns) {}

  /**
   * No views.
   *
   * @return nothing is known of any
   */
  public static Views none() {
    return NONE;
  }

  /**
   * Parses the definitions of a catalog.
   *
   * @param catalog its tables
   * @param parser parses; not needed afterwards
   * @return the views that the parser understands
   */
  public static Views of(Catalog catalog, SqlParser parser) {
    Views views = new Views();
    for (Table table : catalog.tables()) {
      if (table.kind() == Table.Kind.VIEW && table.definition().isPresent()) {
        String canonical = canonical(table.definition().get());
        Optional<Query> query = parser.parse(canonical, Views::query);
        query.ifPresent(known -> views.views.put(table.name(), view(table, known)));
      }
    }
    return views;
  }

  private static View view(Table table, Query query) {
    return new View(query, table.columns().stream().map(ColumnDefinition::name).toList());
  }

  Optional<View> find(Table table) {
    return Optional.ofNullable(views.get(table.name()));
  }

  /** Every value is {@code $0}, so that none has a number; quoted names stay as they are. */
  private static String canonical(String definition) {
    Canonicalizer canonicalizer = new Canonicalizer();
    Slice text = Slice.of(definition.getBytes(StandardCharsets.UTF_8));
    return VALUE
        .matcher(canonicalizer.canonical(canonicalizer.read(text)).text())
        .replaceAll(found -> found.group().startsWith("\"") ? "$0" : "\\$0");
  }

  private static Optional<Query> query(ParseResult result) {
    return result instanceof ParseResult.Parsed parsed
            && !parsed.skeleton()
            && parsed.statements().size() == 1
            && parsed.statements().get(0) instanceof Query query
        ? Optional.of(query)
        : Optional.empty();
  }
}
