package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads IN, ANY and ALL. */
final class Sets {
  private static final OperatorClass IN =
      new OperatorClass("IN", Role.IN, Sargability.SARGABLE, "", "NOT IN");
  private static final OperatorClass NOT_IN =
      new OperatorClass("NOT IN", Role.NOT_EQUAL, Sargability.NEGATION, "", "IN");
  private static final OperatorClass EQUAL = OperatorClass.of("=");
  private static final OperatorClass NOT_EQUAL = OperatorClass.of("<>");

  private final PredicateReader predicates;
  private final Comparisons comparisons;
  private final BlockAccumulator block;

  Sets(PredicateReader predicates, Comparisons comparisons, BlockAccumulator block) {
    this.predicates = predicates;
    this.comparisons = comparisons;
    this.block = block;
  }

  // --- IN

  Condition in(Expression operand, Expression set, boolean negated) {
    OperatorClass operator = negated ? NOT_IN : IN;
    if (set instanceof Expression.Subquery query) {
      return query(operand, operator, query);
    }
    List<Expression> elements = Parts.of(set);
    if (operand instanceof Expression.Row row) {
      return rows(row.elements(), operator, elements);
    }
    Map<Boolean, List<Expression>> parts =
        elements.stream().collect(Collectors.partitioningBy(ColumnFinder::hasColumns));
    List<Expression> columns = parts.getOrDefault(true, List.of());
    List<Expression> values = parts.getOrDefault(false, List.of());
    if (columns.isEmpty() || ColumnFinder.hasQueries(operand)) {
      return list(operand, operator, set);
    }
    return columns(operand, columns, values, negated);
  }

  private Condition list(Expression operand, OperatorClass operator, Expression set) {
    Dependence dependence = predicates.value(set);
    if (!predicates.isSubject(operand)) {
      return predicates.opaque(operand);
    }
    predicates.subject(operand, operator.role());
    return new Condition.Test(predicates.read(operand, operator, set, dependence));
  }

  /** {@code $1 IN (a, b)} is {@code a = $1 OR b = $1}, as the server has it. */
  private Condition columns(
      Expression operand, List<Expression> columns, List<Expression> values, boolean negated) {
    List<Condition> arms = new ArrayList<>();
    if (!values.isEmpty()) {
      arms.add(list(operand, negated ? NOT_IN : IN, new Expression.Row(values)));
    }
    for (Expression column : columns) {
      arms.add(comparisons.compare(operand, negated ? NOT_EQUAL : EQUAL, column));
    }
    return negated ? Conditions.all(arms) : Conditions.any(arms);
  }

  /** {@code (a, b) IN (($1, $2), ...)}: each column is in the list of its values. */
  private Condition rows(List<Expression> row, OperatorClass operator, List<Expression> elements) {
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      List<Expression> values = new ArrayList<>();
      for (Expression element : elements) {
        values.add(element instanceof Expression.Row one ? at(one, i, element) : element);
      }
      conditions.add(list(row.get(i), operator, new Expression.Row(values)));
    }
    return operator.role() == Role.NOT_EQUAL
        ? Conditions.any(conditions)
        : Conditions.all(conditions);
  }

  private static Expression at(Expression.Row row, int place, Expression otherwise) {
    return place < row.elements().size() ? row.elements().get(place) : otherwise;
  }

  // --- sub-selects

  /** What a sub-select gives is joined with what is looked for in it. */
  private Condition query(Expression operand, OperatorClass operator, Expression.Subquery query) {
    List<Expression> row =
        operand instanceof Expression.Row several ? several.elements() : List.of(operand);
    row.forEach(element -> predicates.subject(element, operator.role()));
    List<Optional<ColumnRef>> outputs = predicates.query(query.query());
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Expression element = row.get(i);
      if (i < outputs.size() && outputs.get(i).isPresent()) {
        ColumnRef output = outputs.get(i).get();
        Optional<ColumnRef> partner = predicates.column(element);
        block.use(new ColumnUse(output, Role.JOIN, Optional.empty(), partner));
      }
      if (predicates.isSubject(element)) {
        conditions.add(
            new Condition.Test(predicates.read(element, operator, query, Dependence.NONE)));
      }
    }
    if (conditions.isEmpty()) {
      return new Condition.Opaque(List.of());
    }
    return operator.role() == Role.NOT_EQUAL
        ? Conditions.any(conditions)
        : Conditions.all(conditions);
  }

  // --- ANY and ALL

  Condition quantified(Expression operand, OperatorClass each, boolean all, Expression set) {
    OperatorClass operator = quantifier(each, all);
    if (set instanceof Expression.Subquery query && operator.role() == Role.IN) {
      return query(operand, operator, query);
    }
    if (!predicates.isSubject(operand)) {
      return array(operand, operator, set);
    }
    predicates.subject(operand, operator.role());
    boolean arrays = predicates.isSubject(set) && operator.role() == Role.IN;
    Dependence dependence = arrays ? predicates.dependence(set) : predicates.value(set);
    Condition one = new Condition.Test(predicates.read(operand, operator, set, dependence));
    return arrays ? Conditions.all(List.of(one, array(operand, operator, set))) : one;
  }

  private static OperatorClass quantifier(OperatorClass each, boolean all) {
    String written = each.operator() + (all ? " ALL" : " ANY");
    boolean equal = each.role() == Role.EQUALITY;
    Sargability index =
        all && each.role() != Role.NOT_EQUAL ? Sargability.NOT_INDEXABLE : each.index();
    return new OperatorClass(written, equal && !all ? Role.IN : each.role(), index, "", "");
  }

  /** {@code $1 = ANY (tags)}: the array contains it, but no index on arrays is asked that way. */
  private Condition array(Expression operand, OperatorClass operator, Expression set) {
    if (!predicates.isSubject(set)) {
      return predicates.opaque(new Expression.Row(List.of(operand, set)));
    }
    OperatorClass contains = operator.role() == Role.NOT_EQUAL ? operator : elements(operator);
    predicates.subject(set, contains.role());
    Dependence dependence =
        predicates.isSubject(operand) ? predicates.dependence(operand) : predicates.value(operand);
    return new Condition.Test(predicates.read(set, contains, operand, dependence));
  }

  /** Only {@code = ANY} asks whether something is an element. */
  private static OperatorClass elements(OperatorClass operator) {
    Role role = operator.role() == Role.IN ? Role.CONTAINS : Role.EXPRESSION;
    return new OperatorClass(operator.operator(), role, Sargability.NOT_INDEXABLE, "", "");
  }
}
