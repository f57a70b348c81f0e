package io.github.pgslowlog.resolve;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Conditions that an outer join keeps away from the tables.
 *
 * <p>ON of an outer join decides which rows match, not which rows of the side that is kept are
 * read: {@code a LEFT JOIN b ON ... AND a.x = $1}. And NULLs that the join makes are found by no
 * index: {@code a LEFT JOIN b ON ... WHERE b.x IS NULL}.
 */
final class OuterJoins {
  private static final Set<String> STRICT_TESTS = Set.of("IS NOT NULL", "IS TRUE", "IS FALSE");

  private OuterJoins() {}

  /** The tables whose columns some relations give. */
  static Set<TableRef> tables(Collection<Relation> relations) {
    Set<TableRef> tables = new LinkedHashSet<>();
    relations.forEach(relation -> add(relation, tables));
    return tables;
  }

  private static void add(Relation relation, Set<TableRef> tables) {
    if (relation instanceof Relation.Base base) {
      tables.add(base.table());
    } else if (relation instanceof Relation.Derived derived) {
      derived.outputs().columns().forEach(column -> add(column, tables));
      derived.outputs().rests().forEach(rest -> add(rest, tables));
    } else if (relation instanceof Relation.Joined join) {
      join.parts().forEach(part -> add(part, tables));
      join.behind().forEach(side -> side.forEach(part -> add(part, tables)));
    }
  }

  private static void add(ColumnRef column, Set<TableRef> tables) {
    if (column instanceof ColumnRef.Resolved known) {
      tables.add(known.table());
    }
  }

  /** ON of a join that keeps all rows of some tables. */
  static Condition kept(Condition on, Set<TableRef> kept) {
    return kept.isEmpty()
        ? on
        : Conditions.map(
            on,
            predicate ->
                isOf(predicate, kept) ? predicate.because(Sargability.NOT_PUSHED_DOWN) : predicate);
  }

  /** A condition on the rows of joins that make NULLs of the columns of some tables. */
  static Condition afterwards(Condition condition, Set<TableRef> nullable) {
    if (nullable.isEmpty()) {
      return condition;
    }
    Set<TableRef> open = new LinkedHashSet<>(nullable);
    List<Condition> conjuncts = Conditions.conjuncts(condition);
    conjuncts.forEach(conjunct -> open.removeAll(strict(conjunct)));
    return Conditions.all(conjuncts.stream().map(one -> nulls(one, open)).toList());
  }

  /** Where NULLs are let through, no arm of the condition is tested in the table. */
  private static Condition nulls(Condition conjunct, Set<TableRef> open) {
    Set<TableRef> reached = new LinkedHashSet<>();
    Conditions.map(
        conjunct,
        predicate -> {
          if (!isStrict(predicate)) {
            predicate.term().columns().forEach(column -> add(column, reached));
          }
          return predicate;
        });
    reached.retainAll(open);
    return kept(conjunct, reached);
  }

  /** The tables that cannot have NULLs for a whole row where a condition holds. */
  private static Set<TableRef> strict(Condition conjunct) {
    Set<TableRef> tables = new LinkedHashSet<>();
    Conditions.implied(conjunct)
        .filter(OuterJoins::isStrict)
        .forEach(predicate -> add(predicate.term().columns().get(0), tables));
    if (conjunct instanceof Condition.Joined joined) {
      add(joined.join().left(), tables);
      add(joined.join().right(), tables);
    }
    return tables;
  }

  private static boolean isStrict(Predicate predicate) {
    String operator = predicate.operator();
    return predicate.term().plainColumn().isPresent()
        && (!operator.startsWith("IS ") || STRICT_TESTS.contains(operator));
  }

  private static boolean isOf(Predicate predicate, Set<TableRef> tables) {
    return predicate.term().columns().stream()
        .anyMatch(
            column -> column instanceof ColumnRef.Resolved known && tables.contains(known.table()));
  }
}
