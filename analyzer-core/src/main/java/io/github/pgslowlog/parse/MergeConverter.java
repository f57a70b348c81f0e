package io.github.pgslowlog.parse;

import io.github.pgslowlog.syntax.Merge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.merge.MergeDelete;
import net.sf.jsqlparser.statement.merge.MergeInsert;
import net.sf.jsqlparser.statement.merge.MergeOperation;
import net.sf.jsqlparser.statement.merge.MergeUpdate;

/** MERGE. */
final class MergeConverter {
  private MergeConverter() {}

  static Merge convert(TreeConverter tree, net.sf.jsqlparser.statement.merge.Merge node) {
    List<Merge.When> clauses = new ArrayList<>();
    if (node.getOperations() != null) {
      node.getOperations().forEach(operation -> clauses.add(clause(tree, operation)));
    }
    return new Merge(
        QueryConverter.with(tree, node.getWithItemsList()),
        QueryConverter.isRecursive(node.getWithItemsList()),
        FromConverter.table(tree, node.getTable()),
        FromConverter.of(tree, node.getFromItem()),
        tree.expression(node.getOnCondition()),
        clauses,
        SelectConverter.outputs(tree, node.getReturningClause()));
  }

  /** The only value is the mark that the rewriter puts in place of DO NOTHING. */
  private static boolean insertsNothing(TreeConverter tree, MergeInsert insert) {
    return insert.getValues() != null
        && insert.getValues().size() == 1
        && insert.getValues().get(0) instanceof Column column
        && tree.names().operator(column.getColumnName()) != null;
  }

  private static Merge.When clause(TreeConverter tree, MergeOperation operation) {
    if (operation instanceof MergeUpdate update) {
      return new Merge.When(
          tree.optional(update.getAndPredicate()),
          WriteConverter.assignments(tree, update.getUpdateSets()),
          List.of(),
          List.of());
    }
    if (operation instanceof MergeInsert insert) {
      return new Merge.When(
          tree.optional(insert.getAndPredicate()),
          List.of(),
          WriteConverter.columns(tree, insert.getColumns()),
          insertsNothing(tree, insert) ? List.of() : tree.expressions(insert.getValues()));
    }
    return new Merge.When(
        operation instanceof MergeDelete delete
            ? tree.optional(delete.getAndPredicate())
            : Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }
}
