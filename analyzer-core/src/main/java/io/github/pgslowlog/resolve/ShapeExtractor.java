package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.parse.ParseResult;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.statement.Statement;

/** Takes from a tree what is kept of it. */
public final class ShapeExtractor {
  private ShapeExtractor() {}

  /**
   * Reads the statements of a pattern.
   *
   * @param parsed their trees, not needed afterwards
   * @return what they do with which columns
   */
  public static QueryShape extract(ParseResult.Parsed parsed) {
    List<QueryBlock> blocks = new ArrayList<>();
    List<TableName> written = new ArrayList<>();
    StatementType type = StatementType.UTILITY;
    for (Statement statement : parsed.trees()) {
      StatementWalker walker = new StatementWalker();
      StatementType one = walker.statement(statement);
      type = type == StatementType.UTILITY ? one : type;
      blocks.addAll(walker.blocks());
      written.addAll(walker.written());
    }
    return new QueryShape(type, blocks, written);
  }
}
