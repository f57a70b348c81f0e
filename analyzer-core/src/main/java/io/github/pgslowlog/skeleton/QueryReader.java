package io.github.pgslowlog.skeleton;

import io.github.pgslowlog.skeleton.grammar.SqlSkeleton;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.CommonTableContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.FromListContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.InsideContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.ListContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.QueryBodyContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.QueryContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.StatementContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.TermContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.WithContext;
import io.github.pgslowlog.syntax.Alias;
import io.github.pgslowlog.syntax.CommonTable;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.FromItem;
import io.github.pgslowlog.syntax.Output;
import io.github.pgslowlog.syntax.Query;
import io.github.pgslowlog.syntax.QueryBody;
import io.github.pgslowlog.syntax.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Queries: WITH, SELECT, VALUES and set operations. */
final class QueryReader {
  private final ExpressionReader expressions = new ExpressionReader(this);
  private final StatementReader statements = new StatementReader(this, expressions);
  private final FromReader from;

  /**
   * Starts.
   *
   * @param qualifiers names that qualify columns somewhere in the command
   */
  QueryReader(Set<String> qualifiers) {
    from = new FromReader(this, expressions, qualifiers);
  }

  FromReader from() {
    return from;
  }

  List<FromItem> from(FromListContext list) {
    return from.list(list);
  }

  /** What a statement with its WITH means. */
  SqlStatement statement(StatementContext statement) {
    return statement.queryBody() == null
        ? statements.writing(statement)
        : body(statement.with(), statement.queryBody());
  }

  /** A statement where a query should be: one that writes is kept as a common table expression. */
  Query query(StatementContext statement) {
    SqlStatement read = statement(statement);
    if (read instanceof Query query) {
      return query;
    }
    CommonTable writing = new CommonTable("", List.of(), read);
    return new Query(
        List.of(writing),
        false,
        new QueryBody.Values(List.of()),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  Query query(QueryContext query) {
    return body(query.with(), query.queryBody());
  }

  // --- WITH

  static boolean isRecursive(Optional<WithContext> with) {
    return with.isPresent() && with.get().RECURSIVE() != null;
  }

  List<CommonTable> with(Optional<WithContext> with) {
    List<CommonTable> tables = new ArrayList<>();
    if (with.isPresent()) {
      for (CommonTableContext table : with.get().commonTable()) {
        if (!table.cteStatement().isEmpty()) {
          tables.add(commonTable(table));
        }
      }
    }
    return tables;
  }

  private CommonTable commonTable(CommonTableContext table) {
    List<Piece> pieces = Piece.ofPlain(table.plain());
    Alias alias = from.alias(new PieceCursor(pieces), true);
    return new CommonTable(
        alias.name(), alias.columns(), statement(table.cteStatement(0).statement()));
  }

  // --- bodies

  private Query body(WithContext with, QueryBodyContext body) {
    Optional<WithContext> present = Optional.ofNullable(with);
    List<CommonTable> tables = with(present);
    boolean recursive = isRecursive(present);
    List<TermContext> terms = body.term();
    TermContext last = terms.get(terms.size() - 1);
    ClauseReader tail = ClauseReader.of(last.clause(), expressions);
    if (terms.size() == 1) {
      return whole(tables, recursive, single(last, tail), tail);
    }
    List<Query> parts = new ArrayList<>();
    for (TermContext term : terms) {
      parts.add(part(term, term == last ? tail : ClauseReader.of(term.clause(), expressions)));
    }
    boolean distinct =
        body.SET_OPERATOR().stream().anyMatch(sign -> !sign.getText().equals("UNION ALL"));
    return whole(tables, recursive, new QueryBody.SetOperation(parts, distinct), tail);
  }

  private static Query whole(
      List<CommonTable> tables, boolean recursive, QueryBody body, ClauseReader tail) {
    boolean bare =
        tables.isEmpty()
            && tail.orderBy().isEmpty()
            && tail.limit().isEmpty()
            && tail.offset().isEmpty()
            && !tail.locking();
    if (bare && body instanceof QueryBody.Nested nested) {
      return nested.query();
    }
    return new Query(
        tables, recursive, body, tail.orderBy(), tail.limit(), tail.offset(), tail.locking());
  }

  private Query part(TermContext term, ClauseReader clauses) {
    return term.statement() == null ? Query.of(single(term, clauses)) : query(term.statement());
  }

  private QueryBody single(TermContext term, ClauseReader clauses) {
    if (term.statement() != null) {
      return new QueryBody.Nested(query(term.statement()));
    }
    if (term.VALUES() != null) {
      return new QueryBody.Values(rows(term.list()));
    }
    return term.select() == null ? table(term) : select(term.select(), clauses);
  }

  /** The rows behind VALUES. */
  List<List<Expression>> rows(ListContext list) {
    List<List<Expression>> rows = new ArrayList<>();
    for (Expression row : expressions.list(list)) {
      rows.add(row instanceof Expression.Row several ? several.elements() : List.of(row));
    }
    return rows;
  }

  private QueryBody table(TermContext term) {
    return new QueryBody.Select(
        false,
        List.of(),
        List.of(new Output(new Expression.Star("", ""), Optional.empty())),
        List.of(from.source(term.source())),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private QueryBody select(SqlSkeleton.SelectContext select, ClauseReader clauses) {
    InsideContext on = select.group() == null ? null : select.group().inside();
    return new QueryBody.Select(
        select.DISTINCT() != null || on != null,
        on == null ? List.of() : expressions.inside(on),
        expressions.outputs(select.list()),
        clauses.from(),
        clauses.where(),
        clauses.groupBy(),
        clauses.having(),
        clauses.windows());
  }
}
