package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.SortItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The expressions that an expression is made of; what is in a sub-select is none of them. */
final class Parts {
  private Parts() {}

  static List<Expression> of(Expression expression) {
    List<Expression> parts = new ArrayList<>();
    if (expression instanceof Expression.Call call) {
      parts.addAll(call.arguments());
      parts.addAll(sorted(call.orderBy()));
      call.filter().ifPresent(parts::add);
      call.over().ifPresent(window -> parts.addAll(window.partitionBy()));
      call.over().ifPresent(window -> parts.addAll(sorted(window.orderBy())));
    } else if (expression instanceof Expression.Case cases) {
      cases.operand().ifPresent(parts::add);
      parts.addAll(cases.arms());
      cases.otherwise().ifPresent(parts::add);
    } else if (expression instanceof Expression.Operation operation) {
      operation.left().ifPresent(parts::add);
      parts.add(operation.right());
    } else {
      parts.addAll(condition(expression).or(() -> operands(expression)).orElse(List.of()));
    }
    return parts;
  }

  private static List<Expression> sorted(List<SortItem> items) {
    return items.stream().map(SortItem::expression).toList();
  }

  private static Optional<List<Expression>> condition(Expression expression) {
    if (expression instanceof Expression.And and) {
      return Optional.of(and.operands());
    }
    if (expression instanceof Expression.Or or) {
      return Optional.of(or.operands());
    }
    if (expression instanceof Expression.Not not) {
      return Optional.of(List.of(not.operand()));
    }
    if (expression instanceof Expression.Is is) {
      return Optional.of(List.of(is.operand()));
    }
    if (expression instanceof Expression.Between between) {
      return Optional.of(List.of(between.operand(), between.low(), between.high()));
    }
    if (expression instanceof Expression.In in) {
      return Optional.of(List.of(in.operand(), in.set()));
    }
    if (expression instanceof Expression.Quantified any) {
      return Optional.of(List.of(any.operand(), any.set()));
    }
    return expression instanceof Expression.Like like
        ? Optional.of(List.of(like.operand(), like.pattern()))
        : Optional.empty();
  }

  private static Optional<List<Expression>> operands(Expression expression) {
    if (expression instanceof Expression.Cast cast) {
      return Optional.of(List.of(cast.operand()));
    }
    if (expression instanceof Expression.Collate collate) {
      return Optional.of(List.of(collate.operand()));
    }
    if (expression instanceof Expression.Row row) {
      return Optional.of(row.elements());
    }
    if (expression instanceof Expression.ArrayOf array) {
      return Optional.of(array.elements());
    }
    if (expression instanceof Expression.Subscript subscript) {
      List<Expression> parts = new ArrayList<>(subscript.indexes());
      parts.add(0, subscript.operand());
      return Optional.of(parts);
    }
    if (expression instanceof Expression.Field field) {
      return Optional.of(List.of(field.operand()));
    }
    return expression instanceof Expression.Other other
        ? Optional.of(other.parts())
        : Optional.empty();
  }
}
