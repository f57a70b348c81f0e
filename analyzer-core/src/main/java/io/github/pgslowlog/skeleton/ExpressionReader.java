package io.github.pgslowlog.skeleton;

import io.github.pgslowlog.skeleton.grammar.SqlSkeleton;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.CaseWhenContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.ConditionContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.ConjunctionContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.InsideContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.ItemContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.ListContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.PieceContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.PredicateContext;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.Output;
import io.github.pgslowlog.syntax.SortItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conditions, lists and their elements: AND and OR are flat, parentheses go. */
final class ExpressionReader {
  /** Nothing where an expression is expected. */
  static final Expression NOTHING = new Expression.Other(List.of());

  /** Pieces before a name that is then an alias: they end an operand. */
  private static final Set<Integer> OPERAND_ENDS =
      Set.of(
          SqlSkeleton.NAME,
          SqlSkeleton.VALUE,
          SqlSkeleton.LIST,
          SqlSkeleton.NUMBER,
          SqlSkeleton.CONSTANT,
          SqlSkeleton.OPEN,
          SqlSkeleton.QUERY_OPEN,
          SqlSkeleton.LEFT_BRACKET,
          SqlSkeleton.CASE);

  /** {@code INTERVAL $1 DAY} has no alias. */
  private static final Set<String> UNITS =
      Set.of("year", "month", "day", "hour", "minute", "second");

  private final QueryReader queries;

  ExpressionReader(QueryReader queries) {
    this.queries = queries;
  }

  QueryReader queries() {
    return queries;
  }

  // --- conditions

  Expression condition(ConditionContext condition) {
    return condition(condition, null);
  }

  /** A condition without a piece that is no part of it. */
  private Expression condition(ConditionContext condition, @Nullable PieceContext without) {
    List<Expression> operands = new ArrayList<>();
    for (ConjunctionContext conjunction : condition.conjunction()) {
      Expression operand = conjunction(conjunction, without);
      if (operand instanceof Expression.Or or) {
        operands.addAll(or.operands());
      } else if (!operand.equals(NOTHING)) {
        operands.add(operand);
      }
    }
    return operands.size() > 1 ? new Expression.Or(operands) : first(operands);
  }

  private Expression conjunction(ConjunctionContext conjunction, @Nullable PieceContext without) {
    List<Expression> operands = new ArrayList<>();
    for (PredicateContext predicate : conjunction.predicate()) {
      Expression operand = predicate(predicate, without);
      if (operand instanceof Expression.And and) {
        operands.addAll(and.operands());
      } else if (!operand.equals(NOTHING)) {
        operands.add(operand);
      }
    }
    return operands.size() > 1 ? new Expression.And(operands) : first(operands);
  }

  private static Expression first(List<Expression> operands) {
    return operands.isEmpty() ? NOTHING : operands.get(0);
  }

  private Expression predicate(PredicateContext predicate, @Nullable PieceContext without) {
    List<Piece> pieces = new ArrayList<>();
    for (PieceContext piece : predicate.piece()) {
      if (piece != without) {
        pieces.add(Piece.of(piece));
      }
    }
    return pieces(pieces);
  }

  /** What pieces in a row mean. */
  Expression pieces(List<Piece> pieces) {
    return new OperandReader(new PieceCursor(pieces), this).read();
  }

  Expression caseWhen(CaseWhenContext caseWhen) {
    List<ConditionContext> conditions = caseWhen.condition();
    Expression operand = condition(conditions.get(0));
    List<Expression> arms = new ArrayList<>();
    Optional<Expression> otherwise = Optional.empty();
    for (int i = 1; i < conditions.size(); i++) {
      Expression arm = condition(conditions.get(i));
      if (caseWhen.caseWord(i - 1).ELSE() == null) {
        arms.add(arm);
      } else {
        otherwise = Optional.of(arm);
      }
    }
    return new Expression.Case(
        operand.equals(NOTHING) ? Optional.empty() : Optional.of(operand), arms, otherwise);
  }

  // --- lists

  /** An element of a list; what stands behind AS, ASC and other words goes. */
  Expression item(ItemContext item) {
    return condition(item.condition(0));
  }

  /** The elements of a list that are not empty. */
  List<Expression> list(ListContext list) {
    return list.item().stream().map(this::item).filter(item -> !item.equals(NOTHING)).toList();
  }

  /** The condition of WHERE and its like. */
  Optional<Expression> one(ListContext list) {
    List<Expression> elements = list(list);
    if (elements.size() > 1) {
      return Optional.of(new Expression.Other(elements));
    }
    return elements.stream().findFirst();
  }

  /** What parentheses or brackets hold: the elements of all lists. */
  List<Expression> inside(InsideContext inside) {
    return inside.list().stream().flatMap(list -> list(list).stream()).toList();
  }

  List<Output> outputs(ListContext list) {
    return list.item().stream()
        .map(this::output)
        .filter(output -> !output.expression().equals(NOTHING))
        .toList();
  }

  private Output output(ItemContext item) {
    ConditionContext value = item.condition(0);
    if (!item.infill().isEmpty() && item.infill(0).AS() != null) {
      return new Output(condition(value), label(item.condition(1)));
    }
    PieceContext alias = bareLabel(value);
    return alias == null
        ? new Output(condition(value), Optional.empty())
        : new Output(condition(value, alias), Optional.of(Piece.of(alias).token().names().get(0)));
  }

  private static Optional<String> label(ConditionContext condition) {
    return condition.getStart() instanceof SkeletonToken token && !token.names().isEmpty()
        ? Optional.of(token.names().get(0))
        : Optional.empty();
  }

  /** {@code SELECT a b}: a name at the end, behind an operand. */
  private static @Nullable PieceContext bareLabel(ConditionContext condition) {
    ConjunctionContext conjunction = last(condition.conjunction());
    List<PieceContext> pieces = last(conjunction.predicate()).piece();
    if (pieces.size() < 2) {
      return null;
    }
    Piece label = Piece.of(last(pieces));
    int before = Piece.of(pieces.get(pieces.size() - 2)).type();
    boolean name = label.is(SqlSkeleton.NAME) && label.token().names().size() == 1;
    boolean unit = before == SqlSkeleton.VALUE && UNITS.contains(label.token().getText());
    return name && !unit && OPERAND_ENDS.contains(before) ? last(pieces) : null;
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  List<SortItem> sorts(ListContext list) {
    return list.item().stream()
        .map(this::sort)
        .filter(sort -> !sort.expression().equals(NOTHING))
        .toList();
  }

  private SortItem sort(ItemContext item) {
    boolean descending = item.infill().stream().anyMatch(word -> word.DESC() != null);
    Optional<Boolean> nullsFirst =
        item.infill().stream()
            .filter(word -> word.NULLS() != null)
            .map(word -> word.getText().endsWith("FIRST"))
            .findFirst();
    return new SortItem(item(item), descending, nullsFirst);
  }
}
