package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.TableName;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a pattern does with which columns; all that is kept of its tree.
 *
 * @param type what kind of statement
 * @param blocks its queries, outer ones first
 * @param written tables it inserts into, updates, deletes from or merges into
 * @param complete whether all of it is here; no program writes a statement that is too large
 */
public record QueryShape(
    StatementType type, List<QueryBlock> blocks, List<TableName> written, boolean complete) {
  /** Copies the lists. */
  public QueryShape {
    blocks = List.copyOf(blocks);
    written = List.copyOf(written);
  }

  /**
   * The tables of the statement.
   *
   * @return sorted, each once
   */
  public List<TableName> tables() {
    return Stream.concat(
            blocks.stream().flatMap(block -> block.tables().stream()).map(TableRef::table),
            written.stream())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Whether every column has a known table.
   *
   * @return false if one is ambiguous, or some were left out
   */
  public boolean isResolved() {
    return complete
        && blocks.stream()
            .flatMap(block -> block.uses().stream())
            .allMatch(use -> use.column() instanceof ColumnRef.Resolved);
  }

  QueryShape withColumns(UnaryOperator<ColumnRef> change) {
    return new QueryShape(
        type, blocks.stream().map(block -> block.withColumns(change)).toList(), written, complete);
  }
}
