package io.github.pgslowlog.resolve;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.fingerprint.Canonicalizer;
import io.github.pgslowlog.parse.ParseResult;
import io.github.pgslowlog.parse.SqlParser;
import io.github.pgslowlog.sample.PatternSamples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** SQL to shapes the way the pipeline does it, and columns in the words that tests use. */
public final class Shapes {
  private static final SqlParser PARSER = new SqlParser();

  private Shapes() {}

  /** The canonical text of a statement. */
  public static String canonical(String sql) {
    Canonicalizer canonicalizer = new Canonicalizer();
    Slice text = Slice.of(sql.getBytes(StandardCharsets.UTF_8));
    return canonicalizer.canonical(canonicalizer.read(text)).text();
  }

  /** The shape of a statement that is alone in its log. */
  public static QueryShape of(String sql) {
    return ofLog(sql).get(0);
  }

  /** The shapes of the statements of a log, in their order. */
  public static List<QueryShape> ofLog(String... statements) {
    return ofLog(List.of(statements));
  }

  static List<QueryShape> ofLog(List<String> statements) {
    List<QueryShape> shapes = statements.stream().map(Shapes::unresolved).toList();
    return shapes.stream().map(ColumnOwnership.of(shapes)::resolve).toList();
  }

  static QueryShape unresolved(String sql) {
    return of(ShapeResolver.withoutCatalog(), sql, PatternSamples.NONE);
  }

  /** The shape of a statement of a database whose tables and views are known. */
  public static QueryShape of(Catalog catalog, String sql) {
    ShapeResolver resolver = ShapeResolver.of(catalog, Views.of(catalog, PARSER));
    return of(resolver, sql, PatternSamples.NONE);
  }

  static QueryShape of(ShapeResolver resolver, String sql, PatternSamples samples) {
    AtomicReference<ParseResult> seen = new AtomicReference<>();
    Optional<QueryShape> shape =
        PARSER.parse(
            canonical(sql),
            result -> {
              seen.set(result);
              return result instanceof ParseResult.Parsed parsed
                  ? Optional.of(resolver.resolve(parsed, samples))
                  : Optional.empty();
            });
    return shape.orElseThrow(() -> new AssertionError(seen + ": " + canonical(sql)));
  }

  /** {@code table.column role} for every column of a shape in every role but RETURNED. */
  static SortedSet<String> uses(QueryShape shape) {
    return names(shape, use -> use.role() != Role.RETURNED);
  }

  /** {@code table.column returned} for every column that a statement gives back. */
  static SortedSet<String> returned(QueryShape shape) {
    return names(shape, use -> use.role() == Role.RETURNED);
  }

  private static SortedSet<String> names(QueryShape shape, Predicate<ColumnUse> wanted) {
    return shape.blocks().stream()
        .flatMap(block -> block.uses().stream())
        .filter(wanted)
        .map(use -> name(use.column()) + " " + use.role().word())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The name of a column, or the text of an expression. */
  public static String name(Term term) {
    return term instanceof Term.Computed computed ? computed.text() : name(term.columns().get(0));
  }

  /**
   * {@code table.column}, or {@code table|table.column} for an ambiguous one, with {@code |?} if
   * something else could have it.
   */
  public static String name(ColumnRef column) {
    if (column instanceof ColumnRef.Resolved known) {
      return known.table().table() + "." + known.column();
    }
    if (column instanceof ColumnRef.Ambiguous ambiguous) {
      return ambiguous.levels().stream()
              .flatMap(List::stream)
              .map(TableRef::table)
              .map(TableName::toString)
              .sorted()
              .distinct()
              .collect(Collectors.joining("|"))
          + (ambiguous.open() ? "|?." : ".")
          + column.column();
    }
    throw new AssertionError(column);
  }
}
