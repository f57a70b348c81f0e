package io.github.pgslowlog.skeleton;

import io.github.pgslowlog.skeleton.grammar.SqlSkeleton;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.AssignmentContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.AssignmentsContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.ConditionContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.ConflictActionContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.ConflictContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.ConflictWhereContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.DeleteContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.InsertContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.MergeContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.MergeWhenContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.StatementContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.TermContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.UpdateContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.WithContext;
import io.github.pgslowlog.syntax.Alias;
import io.github.pgslowlog.syntax.Assignment;
import io.github.pgslowlog.syntax.CommonTable;
import io.github.pgslowlog.syntax.Delete;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.FromItem;
import io.github.pgslowlog.syntax.Insert;
import io.github.pgslowlog.syntax.Merge;
import io.github.pgslowlog.syntax.Output;
import io.github.pgslowlog.syntax.Query;
import io.github.pgslowlog.syntax.SqlStatement;
import io.github.pgslowlog.syntax.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands that write: INSERT, UPDATE, DELETE and MERGE. */
final class StatementReader {
  private final QueryReader queries;
  private final ExpressionReader expressions;

  StatementReader(QueryReader queries, ExpressionReader expressions) {
    this.queries = queries;
    this.expressions = expressions;
  }

  SqlStatement writing(StatementContext statement) {
    Optional<WithContext> with = Optional.ofNullable(statement.with());
    List<CommonTable> tables = queries.with(with);
    boolean recursive = QueryReader.isRecursive(with);
    if (statement.insert() != null) {
      return insert(tables, recursive, statement.insert());
    }
    if (statement.update() != null) {
      return update(tables, recursive, statement.update());
    }
    return statement.delete() != null
        ? delete(tables, recursive, statement.delete())
        : merge(tables, recursive, statement.merge());
  }

  // --- INSERT

  private Insert insert(List<CommonTable> tables, boolean recursive, InsertContext insert) {
    PieceCursor rest = new PieceCursor(Piece.ofPlain(insert.plain()));
    List<String> columns =
        rest.is(SqlSkeleton.OPEN) ? columns(expressions.inside(rest.group().inside())) : List.of();
    String alias = insert.AS() == null ? "" : names(insert, 1).get(0);
    Optional<Query> source = Optional.ofNullable(insert.query()).map(queries::query);
    return new Insert(
        tables,
        recursive,
        FromReader.table(names(insert, 0), new Alias(alias, List.of())),
        columns,
        source,
        Optional.ofNullable(insert.conflict()).map(this::conflict),
        returning(insert));
  }

  private static List<String> names(InsertContext insert, int place) {
    return ((SkeletonToken) insert.NAME(place).getSymbol()).names();
  }

  /** RETURNING stands behind the last term of the query, or behind ON CONFLICT. */
  private List<Output> returning(InsertContext insert) {
    if (insert.returning() != null) {
      return expressions.outputs(insert.returning().list());
    }
    if (insert.query() == null) {
      return ClauseReader.of(insert.clause(), expressions).returning();
    }
    List<TermContext> terms = insert.query().queryBody().term();
    return terms.get(terms.size() - 1).clause().stream()
        .filter(clause -> clause.clauseWord() != null && clause.clauseWord().RETURNING() != null)
        .flatMap(clause -> expressions.outputs(clause.list()).stream())
        .toList();
  }

  private Insert.Conflict conflict(ConflictContext conflict) {
    PieceCursor target = new PieceCursor(Piece.of(conflict.piece()));
    ConflictActionContext action = conflict.conflictAction();
    return new Insert.Conflict(
        target.is(SqlSkeleton.OPEN) ? expressions.inside(target.group().inside()) : List.of(),
        where(conflict.conflictWhere()),
        action == null ? List.of() : assignments(action.assignments()),
        action == null ? Optional.empty() : where(action.conflictWhere()));
  }

  private Optional<Expression> where(ConflictWhereContext where) {
    return Optional.ofNullable(where).map(present -> expressions.condition(present.condition()));
  }

  private static List<String> columns(List<Expression> elements) {
    return elements.stream().flatMap(element -> column(element).stream()).toList();
  }

  /** The column that is filled: of {@code a[1]} and {@code a.b} it is a. */
  private static Optional<String> column(Expression element) {
    Expression inner = element;
    while (!(inner instanceof Expression.ColumnName)) {
      if (inner instanceof Expression.Subscript subscript) {
        inner = subscript.operand();
      } else if (inner instanceof Expression.Field field) {
        inner = field.operand();
      } else {
        return Optional.empty();
      }
    }
    Expression.ColumnName column = (Expression.ColumnName) inner;
    String outermost = column.schema().isEmpty() ? column.table() : column.schema();
    return Optional.of(outermost.isEmpty() ? column.name() : outermost);
  }

  // --- UPDATE and DELETE

  private Update update(List<CommonTable> tables, boolean recursive, UpdateContext update) {
    ClauseReader clauses = ClauseReader.of(update.clause(), expressions);
    FromItem.Table target =
        update.list() == null
            ? queries.from().target(update.source())
            : queries.from().target(update.source(), update.list());
    return new Update(
        tables,
        recursive,
        target,
        assignments(update.assignments()),
        clauses.from(),
        clauses.where(),
        clauses.returning());
  }

  private List<Assignment> assignments(AssignmentsContext assignments) {
    return assignments == null
        ? List.of()
        : assignments.assignment().stream().map(this::assignment).toList();
  }

  private Assignment assignment(AssignmentContext assignment) {
    List<Piece> target = new ArrayList<>();
    assignment.assigned().forEach(piece -> target.add(Piece.of(piece)));
    Expression columns = expressions.pieces(target);
    ConditionContext value = assignment.condition();
    return new Assignment(
        columns(columns instanceof Expression.Row row ? row.elements() : List.of(columns)),
        value == null ? ExpressionReader.NOTHING : expressions.condition(value));
  }

  private Delete delete(List<CommonTable> tables, boolean recursive, DeleteContext delete) {
    ClauseReader clauses = ClauseReader.of(delete.clause(), expressions);
    List<FromItem> using = delete.fromList() == null ? List.of() : queries.from(delete.fromList());
    return new Delete(
        tables,
        recursive,
        queries.from().target(delete.source()),
        using,
        clauses.where(),
        clauses.returning());
  }

  // --- MERGE

  private Merge merge(List<CommonTable> tables, boolean recursive, MergeContext merge) {
    JoinBuilder source = queries.from().joined(merge.fromList().fromItem(0));
    return new Merge(
        tables,
        recursive,
        queries.from().target(merge.source()),
        source.toItem(),
        source.spare().orElse(ExpressionReader.NOTHING),
        merge.mergeWhen().stream().map(this::when).toList(),
        ClauseReader.of(merge.clause(), expressions).returning());
  }

  private Merge.When when(MergeWhenContext when) {
    Expression condition = expressions.condition(when.condition());
    Optional<Expression> and = Optional.empty();
    if (condition instanceof Expression.And all && all.operands().size() > 1) {
      List<Expression> rest = all.operands().subList(1, all.operands().size());
      and = Optional.of(rest.size() == 1 ? rest.get(0) : new Expression.And(rest));
    }
    List<String> columns = new ArrayList<>();
    Piece.of(when.piece()).stream()
        .filter(piece -> piece.is(SqlSkeleton.OPEN))
        .map(piece -> expressions.inside(((SqlSkeleton.GroupContext) piece.context()).inside()))
        .forEach(names -> columns.addAll(columns(names)));
    List<List<Expression>> rows = when.list() == null ? List.of() : queries.rows(when.list());
    return new Merge.When(
        and, assignments(when.assignments()), columns, rows.isEmpty() ? List.of() : rows.get(0));
  }
}
