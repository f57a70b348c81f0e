package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.workload.Pattern;
import java.util.List;
import java.util.function.ToLongBiFunction;

/**
 * Proposes, with a schema at hand, every index that could serve a pattern: a planner decides among
 * them.
 */
public final class CandidateFinder {
  private final CandidateGenerator generator;

  /**
   * Makes a finder.
   *
   * @param catalog the database
   * @param equalityWeight how much of the workload, in microseconds, compares a column for
   *     equality; such columns come first in an index, so that queries can share it
   */
  public CandidateFinder(Catalog catalog, ToLongBiFunction<TableName, String> equalityWeight) {
    generator = new CandidateGenerator(equalityWeight);
  }

  /**
   * The indexes that could serve a pattern.
   *
   * @param pattern the pattern with its samples
   * @param shape what it does with which columns
   * @return each index once, in a fixed order
   */
  public List<Candidate> candidates(Pattern pattern, QueryShape shape) {
    return generator.candidates(shape).entrySet().stream()
        .map(entry -> new Candidate(entry.getKey(), entry.getValue()))
        .toList();
  }
}
