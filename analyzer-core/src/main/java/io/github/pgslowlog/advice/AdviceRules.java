package io.github.pgslowlog.advice;

import java.util.List;

/** All kinds of advice besides the choice of indexes, in the order of reports. */
final class AdviceRules {
  static final List<AdviceRule> ALL =
      List.of(
          new MissingForeignKeyIndexes(),
          new RedundantIndexes(),
          new UnusedIndexes(),
          new ContradictedChecks(),
          new DateTruncGroups(),
          new DateTruncIndexes(),
          new CorrelatedColumns(),
          new LongUniqueValues(),
          new Rewrites());

  private AdviceRules() {}
}
