package io.github.pgslowlog.resolve;

import io.github.pgslowlog.sample.PatternSamples;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.Query;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads conditions on one term, and tells the block of their columns.
 *
 * <p>Both sides of a comparison may be subjects. {@link #subject} and {@link #value} tell of the
 * columns and sub-selects of a side, each side once; {@link #read} tells of nothing.
 */
final class PredicateReader {
  private static final Set<Role> BY_ORDER = Set.of(Role.EQUALITY, Role.IN, Role.RANGE);

  private final Scope scope;
  private final BlockAccumulator block;
  private final ExpressionWalker expressions;
  private final StatementWalker statements;
  private final ComparandReader comparands;
  private final ImplicitCasts casts;
  private final PatternTexts patterns;

  PredicateReader(
      Scope scope,
      BlockAccumulator block,
      ExpressionWalker expressions,
      StatementWalker statements) {
    PatternSamples samples = statements.samples();
    this.scope = scope;
    this.block = block;
    this.expressions = expressions;
    this.statements = statements;
    this.comparands = new ComparandReader(scope, samples);
    this.casts = new ImplicitCasts(scope, samples);
    this.patterns = new PatternTexts(samples);
  }

  Optional<ColumnRef> column(Expression expression) {
    return TermReader.column(expression, scope);
  }

  /** Whether a side has columns of tables. */
  boolean isSubject(Expression expression) {
    return ColumnFinder.hasColumns(expression) && !TermReader.columns(expression, scope).isEmpty();
  }

  // --- what the block is told

  /** Tells of the columns of a side that is compared; a column alone has the role. */
  void subject(Expression expression, Role role) {
    Optional<ColumnRef> column = column(expression);
    if (column.isPresent()) {
      block.use(column.get(), role);
    } else {
      expressions.walk(expression, Role.EXPRESSION);
    }
  }

  /** Tells of the columns and sub-selects of a side that something is compared with. */
  Dependence value(Expression expression) {
    int before = statements.blocks().size();
    expressions.walk(expression, Role.EXPRESSION);
    Set<ColumnRef> columns = new LinkedHashSet<>(TermReader.columns(expression, scope));
    columns.addAll(since(before));
    return new Dependence(columns);
  }

  /** What a side depends on, of which the block is told otherwise. */
  Dependence dependence(Expression expression) {
    return new Dependence(new LinkedHashSet<>(TermReader.columns(expression, scope)));
  }

  /** Tells of a sub-select; gives its columns that are plain columns of tables. */
  List<Optional<ColumnRef>> query(Query query) {
    return List.copyOf(statements.select(query, scope).columns().values());
  }

  /** Tells of the columns of anything that is no condition on a term. */
  Condition opaque(Expression expression) {
    return new Condition.Opaque(List.copyOf(value(expression).columns()));
  }

  private Set<ColumnRef> since(int before) {
    Set<ColumnRef> columns = new LinkedHashSet<>();
    List<QueryBlock> blocks = statements.blocks();
    for (QueryBlock inner : blocks.subList(before, blocks.size())) {
      inner.uses().forEach(use -> columns.add(use.column()));
    }
    return columns;
  }

  // --- predicates

  /**
   * Reads a condition.
   *
   * @param subject the side that is a term
   * @param operator the operator with the subject on its left side
   * @param value the other side
   * @param dependence what columns the other side depends on
   */
  Predicate read(
      Expression subject, OperatorClass operator, Expression value, Dependence dependence) {
    Term term = TermReader.of(subject, scope);
    List<PatternTexts.Escaped> texts =
        operator.role() == Role.LIKE || operator.role() == Role.REGEX
            ? patterns.of(value)
            : List.of();
    LikeForm like = like(operator, texts);
    Comparand comparand = comparands.of(value);
    return new Predicate(
        term,
        operator.role(),
        operator.operator(),
        comparand,
        sargability(term, operator, value, dependence, texts, like),
        like,
        comparands.constants(comparand));
  }

  private static LikeForm like(OperatorClass operator, List<PatternTexts.Escaped> texts) {
    if (operator.role() != Role.LIKE) {
      return LikeForm.UNKNOWN;
    }
    return operator.operator().equals("^@")
        ? LikeForm.PREFIX
        : LikeForms.of(texts, operator.operator());
  }

  private Sargability sargability(
      Term term,
      OperatorClass operator,
      Expression value,
      Dependence dependence,
      List<PatternTexts.Escaped> texts,
      LikeForm like) {
    if (operator.index() == Sargability.NEGATION) {
      return Sargability.NEGATION;
    }
    if (term instanceof Term.Computed computed) {
      return computed.cause();
    }
    if (operator.index() == Sargability.NOT_INDEXABLE) {
      return Sargability.NOT_INDEXABLE;
    }
    if (FunctionTypes.isVolatile(value)) {
      return Sargability.VOLATILE;
    }
    if (dependence.isOnTableOf(term)) {
      return Sargability.ROW_DEPENDENT;
    }
    ColumnRef column = term.columns().get(0);
    if (BY_ORDER.contains(operator.role())
        && ValueObstacles.hasCollation(value, scope.type(column))) {
      return Sargability.COLLATION;
    }
    if (BY_ORDER.contains(operator.role()) && casts.castColumn(column, value)) {
      return Sargability.IMPLICIT_CAST;
    }
    if (operator.role() == Role.LIKE) {
      return LikeForms.like(texts, like, operator.index());
    }
    return operator.role() == Role.REGEX
        ? LikeForms.regex(texts, operator.index())
        : operator.index();
  }
}
