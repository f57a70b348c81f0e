package io.github.pgslowlog.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Collects a {@link QueryBlock} while its tree is walked.
 *
 * <p>What is said of an output of a set operation is kept for the columns of all its parts.
 */
final class BlockAccumulator {
  private final Budget budget;
  private final Twins twins;
  private final List<TableRef> tables = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();
  private final List<Predicate> predicates = new ArrayList<>();
  private final List<JoinPredicate> joins = new ArrayList<>();
  private final Set<Term> groupBy = new LinkedHashSet<>();
  private final List<SortKey> orderBy = new ArrayList<>();
  private final List<ColumnUse> uses = new ArrayList<>();
  private final Set<ColumnRef> read = new LinkedHashSet<>();
  private final Set<TableRef> nullable = new HashSet<>();
  private RowLimit limit = RowLimit.NONE;

  BlockAccumulator(Budget budget, Twins twins) {
    this.budget = budget;
    this.twins = twins;
  }

  /** Tables of which an outer join may give rows of NULLs. */
  Set<TableRef> nullable() {
    return nullable;
  }

  /** One column for several, as COALESCE of them. */
  ColumnRef merged(ColumnRef one, ColumnRef other) {
    return twins.merged(List.of(one, other));
  }

  void table(TableRef table) {
    tables.add(table);
  }

  void use(ColumnRef column, Role role) {
    use(ColumnUse.of(column, role));
  }

  void use(ColumnUse use) {
    for (ColumnRef twin : twins.of(use.column())) {
      if (budget.use(twin)) {
        read.add(twin);
        uses.add(
            new ColumnUse(
                twin,
                use.role(),
                use.within().map(term -> (Term.Computed) term.withColumns(this::leading)),
                use.partner().map(this::leading)));
      }
    }
  }

  /** A column whose values are needed, in whatever role. */
  void read(ColumnRef column) {
    if (read.size() < Budget.MAX_USES) {
      read.addAll(twins.of(column));
    }
  }

  private ColumnRef leading(ColumnRef column) {
    return twins.of(column).get(0);
  }

  /** A condition that every row satisfies; its uses are told by themselves. */
  void predicate(Predicate predicate) {
    for (UnaryOperator<ColumnRef> change : changes(predicate.term().columns())) {
      if (!budget.isExceeded()) {
        predicates.add(twins.marked(predicate).withColumns(change));
      }
    }
  }

  /** For each twin of the only column of a term the change to it. */
  private List<UnaryOperator<ColumnRef>> changes(List<ColumnRef> columns) {
    if (columns.size() != 1) {
      return List.of(this::leading);
    }
    ColumnRef only = columns.get(0);
    return twins.of(only).stream()
        .<UnaryOperator<ColumnRef>>map(
            twin -> column -> column.equals(only) ? twin : leading(column))
        .toList();
  }

  /** An equality that every row satisfies, as USING asks for it, and its uses. */
  void join(ColumnRef left, ColumnRef right) {
    joinUses(left, right);
    JoinPredicate join = new JoinPredicate(left, right);
    join(join);
    condition(new Condition.Joined(join));
  }

  void joinUses(ColumnRef left, ColumnRef right) {
    use(new ColumnUse(left, Role.JOIN, Optional.empty(), Optional.of(right)));
    use(new ColumnUse(right, Role.JOIN, Optional.empty(), Optional.of(left)));
  }

  /** An equality that every row satisfies; its uses are told by themselves. */
  void join(JoinPredicate join) {
    for (ColumnRef one : joined(join.left())) {
      for (ColumnRef other : joined(join.right())) {
        if (!budget.isExceeded()) {
          joins.add(new JoinPredicate(one, other));
        }
      }
    }
  }

  /** Each twin is joined; of a column that stands for COALESCE of several, only the first. */
  private List<ColumnRef> joined(ColumnRef column) {
    return twins.isBarred(column) ? List.of(leading(column)) : twins.of(column);
  }

  /** A tree that every row satisfies; what follows from it is told by itself. */
  void condition(Condition condition) {
    if (!budget.isExceeded()) {
      conditions.add(Conditions.map(condition, twins::marked).withColumns(this::leading));
    }
  }

  /** An element of GROUP BY; its uses are told by themselves, and so are those of the next. */
  void groupBy(Term term) {
    groupBy.add(term.withColumns(this::leading));
  }

  void orderBy(SortKey key) {
    orderBy.add(new SortKey(sorted(key.term()), key.descending(), key.nulls()));
  }

  /** An output of several queries is sorted after they are put together. */
  private Term sorted(Term term) {
    List<ColumnRef> all = term.plainColumn().map(twins::of).orElse(List.of());
    return all.size() < 2
        ? term.withColumns(this::leading)
        : new Term.Computed(all.get(0).column(), all, List.of(), Sargability.NOT_PUSHED_DOWN);
  }

  void limit(RowLimit rows) {
    limit = rows;
  }

  boolean isEmpty() {
    return tables.isEmpty()
        && uses.isEmpty()
        && groupBy.isEmpty()
        && orderBy.isEmpty()
        && limit.equals(RowLimit.NONE);
  }

  QueryBlock toBlock() {
    return new QueryBlock(
        tables,
        Conditions.all(conditions),
        predicates,
        joins,
        List.copyOf(groupBy),
        orderBy,
        limit,
        uses,
        List.copyOf(read));
  }
}
