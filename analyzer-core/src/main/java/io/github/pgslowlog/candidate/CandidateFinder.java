package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.workload.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongBiFunction;

/**
 * Proposes, with a schema at hand, every index that could serve a pattern: a planner decides among
 * them.
 */
public final class CandidateFinder {
  /** 60: each candidate is an index that the planner looks at. */
  static final int MAX_CANDIDATES = 60;

  /** Of one table of a statement. */
  static final int MAX_OF_TABLE = 30;

  /** B-trees on columns, of which there are partial and covering forms, too. */
  private static final List<ScanRule> BASIC =
      List.of(
          new EqualityColumnsRule(),
          new EqualityAndRangeRule(),
          new OrderRule(),
          new JoinColumnsRule(),
          new ExtremeRule(),
          new GroupingRule(),
          new AlternativesRule());

  private static final List<ScanRule> RULES =
      List.of(
          new ExpressionRule(),
          new PrefixRule(),
          new TrigramRule(),
          new ContainmentRule(),
          new NearestRule(),
          new PartialRule(CandidateFinder::basic),
          new HashRule(),
          new BlockRangeRule());

  private final Catalog catalog;
  private final ColumnOrder order;
  private final CoveringRule covering = new CoveringRule();
  private final NotNullRule notNull = new NotNullRule();
  private final NarrowCopyRule narrowCopy = new NarrowCopyRule();

  /**
   * Makes a finder.
   *
   * @param catalog the database
   * @param equalityWeight how much of the workload, in microseconds, compares a column for
   *     equality; such columns come first in an index, so that queries can share it
   */
  public CandidateFinder(Catalog catalog, ToLongBiFunction<TableName, String> equalityWeight) {
    this.catalog = catalog;
    this.order = new ColumnOrder(equalityWeight);
  }

  /**
   * The indexes that could serve a pattern.
   *
   * @param pattern the pattern with its samples
   * @param shape what it does with which columns
   * @return each index once, in a fixed order
   */
  public List<Candidate> candidates(Pattern pattern, QueryShape shape) {
    SampleConstants constants = new SampleConstants(pattern.samples().samples());
    List<List<Candidate>> byScan =
        ScanReader.scans(catalog, order, shape, constants).stream().map(this::candidates).toList();
    return interleaved(byScan);
  }

  private List<Candidate> candidates(TableScan scan) {
    if (ExistingIndexes.hasUnique(scan.facts(), scan.given())) {
      return List.of();
    }
    List<Candidate> narrow = new ArrayList<>();
    RULES.forEach(rule -> narrow.addAll(rule.candidates(scan)));
    for (Candidate candidate : basic(scan)) {
      narrow.add(candidate);
      narrow.addAll(notNull.variants(scan, candidate));
    }
    Map<CandidateIndex, Candidate> found = new LinkedHashMap<>();
    narrow.forEach(candidate -> add(scan, candidate, found));
    narrow.stream()
        .flatMap(candidate -> covering.variants(scan, candidate.index()).stream())
        .forEach(wider -> add(scan, wider, found));
    narrowCopy.candidates(scan).forEach(candidate -> add(scan, candidate, found));
    return List.copyOf(found.values());
  }

  private static List<Candidate> basic(TableScan scan) {
    return BASIC.stream().flatMap(rule -> rule.candidates(scan).stream()).toList();
  }

  private static void add(
      TableScan scan, Candidate candidate, Map<CandidateIndex, Candidate> found) {
    CandidateIndex index = candidate.index();
    if (found.size() < MAX_OF_TABLE
        && KeyLimits.allow(scan.facts(), index)
        && !ExistingIndexes.serve(scan.facts(), index)
        && (scan.isCoveredBy(index) || !ExistingIndexes.findOneRow(scan.facts(), index))) {
      found.putIfAbsent(index, candidate);
    }
  }

  /** The best of each table, then the second best, and so on, so that no table goes without. */
  private static List<Candidate> interleaved(List<List<Candidate>> byScan) {
    Map<CandidateIndex, Candidate> all = new LinkedHashMap<>();
    for (int rank = 0; rank < MAX_OF_TABLE; rank++) {
      for (List<Candidate> candidates : byScan) {
        if (rank < candidates.size() && all.size() < MAX_CANDIDATES) {
          all.putIfAbsent(candidates.get(rank).index(), candidates.get(rank));
        }
      }
    }
    return new ArrayList<>(all.values());
  }
}
