package io.github.pgslowlog.select;

import io.github.pgslowlog.catalog.TableName;
import java.util.List;
import java.util.Optional;

/**
 * A node of a plan, as <a href="https://www.postgresql.org/docs/current/sql-explain.html">EXPLAIN
 * (FORMAT JSON)</a> prints it.
 *
 * @param type {@code Seq Scan}, {@code Index Scan}, {@code Hash Join} and so on
 * @param table the table it reads
 * @param index the name of the index it reads
 * @param condition what finds rows: Index Cond, Hash Cond, Merge Cond, Recheck Cond; empty if
 *     nothing does
 * @param filter what rows are tested for after they are read, empty if nothing is
 * @param sortKeys what Sort and Incremental Sort sort by
 * @param startupCost cost before the first row
 * @param totalCost cost of all rows
 * @param rows how many rows are expected
 * @param width mean length of a row in bytes
 * @param children the nodes it takes rows from
 */
public record PlanNode(
    String type,
    Optional<TableName> table,
    Optional<String> index,
    String condition,
    String filter,
    List<String> sortKeys,
    double startupCost,
    double totalCost,
    double rows,
    int width,
    List<PlanNode> children) {
  /** Copies the lists. */
  public PlanNode {
    sortKeys = List.copyOf(sortKeys);
    children = List.copyOf(children);
  }
}
