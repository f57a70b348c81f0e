package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.parse.ParseResult;
import io.github.pgslowlog.sample.PatternSamples;
import io.github.pgslowlog.syntax.SqlStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes from the syntax trees of a pattern what is kept of them: which columns of which tables it
 * uses, and how.
 */
public final class ShapeResolver {
  private final Catalog catalog;
  private final Views views;

  private ShapeResolver(Catalog catalog, Views views) {
    this.catalog = catalog;
    this.views = views;
  }

  /**
   * A resolver that knows a schema.
   *
   * @param catalog its tables
   * @param views the queries of its views
   * @return the resolver
   */
  public static ShapeResolver of(Catalog catalog, Views views) {
    return new ShapeResolver(catalog, views);
  }

  /**
   * A resolver that knows no schema.
   *
   * @return the resolver
   */
  public static ShapeResolver withoutCatalog() {
    return new ShapeResolver(Catalog.empty(), Views.none());
  }

  /**
   * Reads the statements of a pattern.
   *
   * @param parsed their trees, not needed afterwards
   * @param samples the values of the pattern
   * @return what they do with which columns
   */
  public QueryShape resolve(ParseResult.Parsed parsed, PatternSamples samples) {
    List<QueryBlock> blocks = new ArrayList<>();
    List<TableName> written = new ArrayList<>();
    StatementType type = StatementType.UTILITY;
    boolean complete = true;
    for (SqlStatement statement : parsed.statements()) {
      StatementWalker walker = new StatementWalker(catalog, views, samples);
      walker.statement(statement);
      type = type == StatementType.UTILITY ? StatementType.of(statement) : type;
      blocks.addAll(walker.blocks());
      written.addAll(walker.written());
      complete &= walker.isComplete();
    }
    return new QueryShape(type, blocks, written, complete);
  }
}
