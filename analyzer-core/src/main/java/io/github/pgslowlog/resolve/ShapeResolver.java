package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.parse.ParseResult;
import io.github.pgslowlog.syntax.SqlStatement;
import java.util.ArrayList;
import java.util.List;

/** Takes from the syntax trees of a pattern what is kept of them. */
public final class ShapeResolver {
  private ShapeResolver() {}

  /**
   * A resolver that knows no schema.
   *
   * @return the resolver
   */
  public static ShapeResolver withoutCatalog() {
    return new ShapeResolver();
  }

  /**
   * Reads the statements of a pattern.
   *
   * @param parsed their trees, not needed afterwards
   * @return what they do with which columns
   */
  public QueryShape resolve(ParseResult.Parsed parsed) {
    List<QueryBlock> blocks = new ArrayList<>();
    List<TableName> written = new ArrayList<>();
    StatementType type = StatementType.UTILITY;
    for (SqlStatement statement : parsed.statements()) {
      StatementWalker walker = new StatementWalker();
      walker.statement(statement, null);
      type = type == StatementType.UTILITY ? StatementType.of(statement) : type;
      blocks.addAll(walker.blocks());
      written.addAll(walker.written());
    }
    return new QueryShape(type, blocks, written);
  }
}
