package io.github.pgslowlog.select;

import java.util.List;
import java.util.Optional;

/**
 * Asks the cost model, within a bound.
 *
 * <p>Time must not decide what is found, so the bound is a number. As planning takes longer the
 * more tables are joined, a plan of many tables counts as several.
 */
final class PlanRequests {
  /**
   * Bounds this near to each other need no plan: the planner itself calls costs equal within 1 %.
   */
  private static final double SAME = 0.005;

  /** Up to six tables there are few orders of joins: a plan takes a millisecond or two. */
  private static final int FEW_TABLES = 6;

  /** From twelve on the planner no longer tries all orders (geqo_threshold). */
  private static final int MANY_TABLES = 12;

  /** Measured with joins of 7 to 11 tables. */
  private static final double FACTOR_PER_TABLE = 1.6;

  /** With so many candidates that could be used, a plan takes twice as long as with none. */
  private static final double MANY_VISIBLE = 40;

  private final CostModel model;
  private final OfferedIndexes offered;
  private final int maxPlans;
  private double spent;
  private double allowed;
  private int plans;
  private boolean isExhausted;

  PlanRequests(CostModel model, OfferedIndexes offered, int maxPlans) {
    this.model = model;
    this.offered = offered;
    this.maxPlans = maxPlans;
    this.allowed = maxPlans;
  }

  /** From now on not more than this share of all plans, what is spent included. */
  void allow(double share) {
    allowed = maxPlans * share;
  }

  boolean isUsedUp() {
    return spent >= allowed;
  }

  int plans() {
    return plans;
  }

  /** Whether a plan was asked for that was not made. */
  boolean isExhausted() {
    return isExhausted;
  }

  /** Plans, unless the cost is known well enough or no more plans may be made. */
  void ask(StatementCosts statement, IndexSet set) {
    IndexSet visible = relevant(statement, set);
    if (isKnown(statement, visible) || statement.isHopeless(visible)) {
      return;
    }
    Optional<PlanResult> result = plan(statement, visible);
    if (result.isPresent() && result.get() instanceof PlanResult.Planned planned) {
      statement.add(answer(visible, planned));
    } else if (result.isPresent()) {
      statement.addFailure(visible);
    }
  }

  /**
   * Plans all statements with just this set.
   *
   * @return those of the set that are in a plan
   */
  IndexSet confirm(List<QueryCosts> queries, IndexSet set) {
    IndexSet used = IndexSet.EMPTY;
    for (QueryCosts query : queries) {
      for (StatementCosts statement : query.statements()) {
        used = used.or(confirm(statement, relevant(statement, set)).used());
      }
    }
    return used;
  }

  private StatementCosts.Answer confirm(StatementCosts statement, IndexSet visible) {
    if (statement.exactly(visible).isEmpty()
        && plan(statement, visible).orElse(null) instanceof PlanResult.Planned planned) {
      statement.add(answer(visible, planned));
    }
    return statement.exactly(visible).orElseGet(() -> statement.best(visible));
  }

  /** Plans in any case, if plans may be made. */
  Optional<PlanResult> plan(StatementCosts statement, IndexSet visible) {
    return plan(statement.statement(), statement.tables().size(), visible);
  }

  Optional<PlanResult> plan(PlannableStatement statement, int tables, IndexSet visible) {
    if (isUsedUp()) {
      isExhausted = true;
      return Optional.empty();
    }
    plans++;
    spent += units(tables, visible.size());
    return Optional.of(model.plan(statement, Configuration.with(offered.indexes(visible))));
  }

  /** Whether the plan was made, or the bounds of its cost meet. */
  boolean isKnown(StatementCosts statement, IndexSet visible) {
    StatementCosts.Bounds bounds = statement.bounds(visible);
    return Math.abs(bounds.atMost() - bounds.atLeast()) <= SAME * bounds.atMost();
  }

  /** The part of a set that is on tables of a statement. */
  IndexSet relevant(StatementCosts statement, IndexSet set) {
    return set.and(offered.onTables(statement.tables()));
  }

  StatementCosts.Answer answer(IndexSet visible, PlanResult.Planned planned) {
    IndexSet used = offered.ids(planned.candidates()).and(visible);
    return new StatementCosts.Answer(
        visible, used, WholeReads.of(planned.plan(), used, offered), planned.cost());
  }

  private static double units(int tables, int visible) {
    int more = Math.min(Math.max(tables, FEW_TABLES), MANY_TABLES) - FEW_TABLES;
    return Math.pow(FACTOR_PER_TABLE, more) * (1 + visible / MANY_VISIBLE);
  }
}
