package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the arms of an OR have in common, and what keeps an index from serving them.
 *
 * <p>An OR of conditions on one table can be searched arm by arm. If an arm says nothing of a
 * table, the conditions of the other arms do not help to search it (the server's
 * extract_restriction_or_clauses).
 */
final class OrArms {
  private OrArms() {}

  /** The conjuncts that every arm has: {@code (a AND b) OR (a AND c)} is {@code a AND (b OR c)}. */
  static Set<Expression> common(List<Expression> arms) {
    Set<Expression> common = new LinkedHashSet<>(conjuncts(arms.get(0)));
    for (Expression arm : arms.subList(1, arms.size())) {
      if (common.isEmpty()) {
        break;
      }
      common.retainAll(new LinkedHashSet<>(conjuncts(arm)));
    }
    return common;
  }

  /** What an arm asks for beyond conjuncts that all arms have. */
  static List<Expression> rest(Expression arm, Set<Expression> common) {
    return conjuncts(arm).stream().filter(conjunct -> !common.contains(conjunct)).toList();
  }

  private static List<Expression> conjuncts(Expression arm) {
    return arm instanceof Expression.And and ? and.operands() : List.of(arm);
  }

  // --- tables

  /** The same condition with the reason {@link Sargability#OR_ACROSS_TABLES} where it applies. */
  static Condition mark(Condition condition) {
    if (!(condition instanceof Condition.AnyOf or)) {
      return condition;
    }
    Set<TableRef> tables = new LinkedHashSet<>();
    or.conditions().forEach(arm -> addTables(arm, tables));
    boolean queries = or.conditions().stream().anyMatch(OrArms::hasQuery);
    if (tables.size() < 2 && !queries) {
      return OrSearch.mark(or);
    }
    Set<TableRef> served = new LinkedHashSet<>(tables);
    or.conditions().forEach(arm -> served.retainAll(servedBy(arm)));
    Condition marked = Conditions.map(or, predicate -> mark(predicate, served));
    return marked instanceof Condition.AnyOf any ? OrSearch.mark(any) : marked;
  }

  private static Predicate mark(Predicate predicate, Set<TableRef> served) {
    Set<TableRef> tables = new LinkedHashSet<>();
    addTables(predicate.term(), tables);
    return tables.isEmpty() || served.containsAll(tables)
        ? predicate
        : predicate.because(Sargability.OR_ACROSS_TABLES);
  }

  /** The tables of which an arm gives a condition that stands by itself. */
  private static Set<TableRef> servedBy(Condition arm) {
    Set<TableRef> served = new LinkedHashSet<>();
    for (Condition conjunct : Conditions.conjuncts(arm)) {
      Conditions.implied(conjunct)
          .filter(predicate -> !dependsOnOthers(predicate))
          .forEach(predicate -> addTables(predicate.term(), served));
      if (conjunct instanceof Condition.AnyOf inner) {
        Set<TableRef> both = new LinkedHashSet<>(servedBy(inner.conditions().get(0)));
        inner.conditions().forEach(one -> both.retainAll(servedBy(one)));
        served.addAll(both);
      }
    }
    return served;
  }

  private static boolean dependsOnOthers(Predicate predicate) {
    return predicate.comparand() instanceof Comparand.Columns || isInQuery(predicate);
  }

  private static boolean isInQuery(Predicate predicate) {
    boolean scalar = OperatorClass.of(predicate.operator()).role() != Role.EXPRESSION;
    return predicate.comparand() instanceof Comparand.Subquery && !scalar;
  }

  private static boolean hasQuery(Condition arm) {
    return Conditions.conjuncts(arm).stream()
        .flatMap(Conditions::implied)
        .anyMatch(OrArms::isInQuery);
  }

  private static void addTables(Condition condition, Set<TableRef> tables) {
    if (condition instanceof Condition.AllOf and) {
      and.conditions().forEach(inner -> addTables(inner, tables));
    } else if (condition instanceof Condition.AnyOf or) {
      or.conditions().forEach(inner -> addTables(inner, tables));
    } else if (condition instanceof Condition.Not not) {
      addTables(not.condition(), tables);
    } else if (condition instanceof Condition.Test test) {
      addTables(test.predicate(), tables);
    } else if (condition instanceof Condition.RowComparison rows) {
      rows.keys().forEach(key -> addTables(key, tables));
    } else if (condition instanceof Condition.Joined joined) {
      addTable(joined.join().left(), tables);
      addTable(joined.join().right(), tables);
    } else if (condition instanceof Condition.Opaque opaque) {
      opaque.columns().forEach(column -> addTable(column, tables));
    }
  }

  private static void addTables(Predicate predicate, Set<TableRef> tables) {
    addTables(predicate.term(), tables);
    if (predicate.comparand() instanceof Comparand.Columns columns) {
      addTables(columns.term(), tables);
    }
  }

  private static void addTables(Term term, Set<TableRef> tables) {
    term.columns().forEach(column -> addTable(column, tables));
  }

  private static void addTable(ColumnRef column, Set<TableRef> tables) {
    if (column instanceof ColumnRef.Resolved known) {
      tables.add(known.table());
    }
  }
}
