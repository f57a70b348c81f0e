package io.github.pgslowlog.resolve;

import java.util.List;
import java.util.function.UnaryOperator;

/** What WHERE and ON ask for: the tree of AND, OR and NOT over conditions on single terms. */
public sealed interface Condition {
  /**
   * The condition that all rows satisfy.
   *
   * @return AND of nothing
   */
  static Condition always() {
    return new AllOf(List.of());
  }

  /**
   * Replaces columns.
   *
   * @param change gives the new column for each
   * @return the same condition on other columns
   */
  Condition withColumns(UnaryOperator<ColumnRef> change);

  /**
   * AND.
   *
   * @param conditions what must hold together
   */
  record AllOf(List<Condition> conditions) implements Condition {
    /** Copies the list. */
    public AllOf {
      conditions = List.copyOf(conditions);
    }

    @Override
    public Condition withColumns(UnaryOperator<ColumnRef> change) {
      return new AllOf(conditions.stream().map(c -> c.withColumns(change)).toList());
    }
  }

  /**
   * OR.
   *
   * @param conditions of which one must hold
   */
  record AnyOf(List<Condition> conditions) implements Condition {
    /** Copies the list. */
    public AnyOf {
      conditions = List.copyOf(conditions);
    }

    @Override
    public Condition withColumns(UnaryOperator<ColumnRef> change) {
      return OrArms.mark(new AnyOf(conditions.stream().map(c -> c.withColumns(change)).toList()));
    }
  }

  /**
   * NOT.
   *
   * @param condition what must not hold
   */
  record Not(Condition condition) implements Condition {
    @Override
    public Condition withColumns(UnaryOperator<ColumnRef> change) {
      return new Not(condition.withColumns(change));
    }
  }

  /**
   * A condition on one term.
   *
   * @param predicate the condition
   */
  record Test(Predicate predicate) implements Condition {
    @Override
    public Condition withColumns(UnaryOperator<ColumnRef> change) {
      return new Test(predicate.withColumns(change));
    }
  }

  /**
   * A comparison of rows by order: {@code (a, b) > ($1, $2)}. One range of an index on the terms in
   * this order; of the first alone it follows that {@code a >= $1}.
   *
   * @param keys what is compared, the first as written, the others where all before them are equal
   */
  record RowComparison(List<Predicate> keys) implements Condition {
    /** Copies the list. */
    public RowComparison {
      keys = List.copyOf(keys);
    }

    @Override
    public Condition withColumns(UnaryOperator<ColumnRef> change) {
      return new RowComparison(keys.stream().map(key -> key.withColumns(change)).toList());
    }
  }

  /**
   * An equality between columns of two tables.
   *
   * @param join the equality
   */
  record Joined(JoinPredicate join) implements Condition {
    @Override
    public Condition withColumns(UnaryOperator<ColumnRef> change) {
      JoinPredicate changed = join.withColumns(change);
      return changed.isWithinTable() ? new Test(Conditions.equality(changed)) : new Joined(changed);
    }
  }

  /**
   * Anything else: EXISTS, a function that gives a truth value, a condition without columns.
   *
   * @param columns the columns in it, those of its sub-selects included
   */
  record Opaque(List<ColumnRef> columns) implements Condition {
    /** Copies the list. */
    public Opaque {
      columns = List.copyOf(columns);
    }

    @Override
    public Condition withColumns(UnaryOperator<ColumnRef> change) {
      return new Opaque(columns.stream().map(change).toList());
    }
  }
}
