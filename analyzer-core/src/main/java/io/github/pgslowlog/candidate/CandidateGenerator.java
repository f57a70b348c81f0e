package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.JoinPredicate;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.QueryBlock;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.SortKey;
import io.github.pgslowlog.resolve.TableRef;
import io.github.pgslowlog.resolve.Term;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongBiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Applies the rules to every table of every query of a pattern. */
public final class CandidateGenerator {
  /** The first rule that applies speaks; for joined tables also the join rule. */
  private static final List<CandidateRule> FILTER_RULES =
      List.of(
          new EqualityThenSortRule(),
          new EqualityThenRangeRule(),
          new EqualityRule(),
          new RangeRule(),
          new SortedLimitRule());

  private static final CandidateRule JOIN_RULE = new JoinKeyRule();

  private final ToLongBiFunction<TableName, String> equalityWeight;

  /**
   * Makes a generator.
   *
   * @param equalityWeight how much of the workload compares a column for equality; such columns
   *     come first in an index, so that queries can share it
   */
  public CandidateGenerator(ToLongBiFunction<TableName, String> equalityWeight) {
    this.equalityWeight = equalityWeight;
  }

  /**
   * The indexes that could serve a pattern.
   *
   * @param shape what it does with which columns
   * @return each index once, with the reason why; system tables and lookups by primary key have
   *     none
   */
  public List<IndexNeed> needs(QueryShape shape) {
    Map<CandidateIndex, IndexNeed> needs = new LinkedHashMap<>();
    for (QueryBlock block : shape.blocks()) {
      for (TableRef table : block.tables()) {
        if (!isSystem(table.table())) {
          propose(access(block, table), needs);
        }
      }
    }
    return List.copyOf(needs.values());
  }

  private static void propose(TableAccess access, Map<CandidateIndex, IndexNeed> needs) {
    if (access.isByPrimaryKey()) {
      return;
    }
    FILTER_RULES.stream()
        .filter(rule -> rule.candidate(access).isPresent())
        .findFirst()
        .ifPresent(rule -> propose(rule, access, needs));
    propose(JOIN_RULE, access, needs);
  }

  private static void propose(
      CandidateRule rule, TableAccess access, Map<CandidateIndex, IndexNeed> needs) {
    rule.candidate(access)
        .ifPresent(
            index ->
                needs.putIfAbsent(
                    index, new IndexNeed(index, compared(index, access), rule.reason())));
  }

  private static Set<String> compared(CandidateIndex index, TableAccess access) {
    return index.keys().stream()
        .map(IndexKey::text)
        .filter(column -> access.equality().contains(column) || access.in().contains(column))
        .collect(Collectors.toSet());
  }

  private static boolean isSystem(TableName table) {
    return table.schema().equals("pg_catalog")
        || table.schema().equals("information_schema")
        || table.name().startsWith("pg_");
  }

  private TableAccess access(QueryBlock block, TableRef table) {
    Comparator<String> byWeight =
        Comparator.<String>comparingLong(c -> equalityWeight.applyAsLong(table.table(), c))
            .reversed()
            .thenComparing(Comparator.naturalOrder());
    return new TableAccess(
        table.table(),
        columns(block, table, equalityRoles(block)).sorted(byWeight).toList(),
        columns(block, table, Role.IN).sorted(byWeight).toList(),
        columns(block, table, Role.RANGE).toList(),
        joins(block, table),
        sort(block, table),
        block.limit().limited(),
        block.tables().size() == 1);
  }

  /** IS NULL on a joined table most often asks for rows without partner, which no index finds. */
  private static Role[] equalityRoles(QueryBlock block) {
    return block.tables().size() == 1
        ? new Role[] {Role.EQUALITY, Role.IS_NULL}
        : new Role[] {Role.EQUALITY};
  }

  private static Stream<String> columns(QueryBlock block, TableRef table, Role... roles) {
    List<Role> wanted = List.of(roles);
    return block.predicates().stream()
        .filter(predicate -> wanted.contains(predicate.role()) && predicate.isSargable())
        .map(Predicate::term)
        .flatMap(term -> columnOf(table, term).stream())
        .distinct();
  }

  private static List<String> joins(QueryBlock block, TableRef table) {
    return block.joins().stream()
        .filter(join -> !isWithinOneTable(join))
        .flatMap(join -> Stream.of(join.left(), join.right()))
        .flatMap(column -> columnOf(table, column).stream())
        .distinct()
        .toList();
  }

  private static boolean isWithinOneTable(JoinPredicate join) {
    return join.left() instanceof ColumnRef.Resolved left
        && join.right() instanceof ColumnRef.Resolved right
        && left.table().equals(right.table());
  }

  private static List<SortKey> sort(QueryBlock block, TableRef table) {
    boolean all = block.orderBy().stream().allMatch(key -> columnOf(table, key.term()).isPresent());
    return all ? block.orderBy() : List.of();
  }

  private static Optional<String> columnOf(TableRef table, Term term) {
    return term.plainColumn().flatMap(column -> columnOf(table, column));
  }

  private static Optional<String> columnOf(TableRef table, ColumnRef column) {
    return column instanceof ColumnRef.Resolved known && known.table().equals(table)
        ? Optional.of(known.column())
        : Optional.empty();
  }
}
