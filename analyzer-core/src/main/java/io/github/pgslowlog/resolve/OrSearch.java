package io.github.pgslowlog.resolve;

/**
 * An OR is searched arm by arm, each with an index of its own; if no index serves one of them, all
 * rows must be read. An arm of AND is served if one of its conditions is.
 */
final class OrSearch {
  private OrSearch() {}

  /** The same OR with the reason {@link Sargability#OR_WITH_UNINDEXABLE} where it applies. */
  static Condition mark(Condition.AnyOf or) {
    return or.conditions().stream().anyMatch(OrSearch::isNeverServed)
        ? Conditions.map(or, one -> one.because(Sargability.OR_WITH_UNINDEXABLE))
        : or;
  }

  /** An arm without columns is known before a row is read. */
  private static boolean isNeverServed(Condition arm) {
    return hasColumns(arm) && Conditions.conjuncts(arm).stream().noneMatch(OrSearch::isServed);
  }

  private static boolean isServed(Condition conjunct) {
    if (conjunct instanceof Condition.AnyOf or) {
      return or.conditions().stream().noneMatch(OrSearch::isNeverServed);
    }
    if (conjunct instanceof Condition.RowComparison rows) {
      return rows.keys().get(0).isSargable();
    }
    return conjunct instanceof Condition.Joined
        || conjunct instanceof Condition.Test test && mayBeServed(test.predicate());
  }

  /** What is told to be an OR across tables is served or not for that reason. */
  private static boolean mayBeServed(Predicate predicate) {
    return predicate.isSargable() || predicate.sargability() == Sargability.OR_ACROSS_TABLES;
  }

  private static boolean hasColumns(Condition condition) {
    if (condition instanceof Condition.Opaque opaque) {
      return !opaque.columns().isEmpty();
    }
    if (condition instanceof Condition.Not not) {
      return hasColumns(not.condition());
    }
    return !(condition instanceof Condition.AllOf and)
        || and.conditions().stream().anyMatch(OrSearch::hasColumns);
  }
}
