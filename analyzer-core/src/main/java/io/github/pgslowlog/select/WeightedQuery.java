package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.Candidate;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.fingerprint.Fingerprint;
import java.util.List;

/**
 * A pattern as selection sees it.
 *
 * @param fingerprint names it
 * @param statements executions of it to plan, at least one
 * @param calls its calls
 * @param micros its execution time in microseconds
 * @param tables the tables in it
 * @param candidates indexes proposed for it
 */
public record WeightedQuery(
    Fingerprint fingerprint,
    List<PlannableStatement> statements,
    long calls,
    long micros,
    List<TableName> tables,
    List<Candidate> candidates) {
  /** Copies the lists. */
  public WeightedQuery {
    statements = List.copyOf(statements);
    tables = List.copyOf(tables);
    candidates = List.copyOf(candidates);
  }

  /**
   * The same pattern, for which no index is to be found.
   *
   * @return without candidates
   */
  public WeightedQuery withNoCandidates() {
    return new WeightedQuery(fingerprint, statements, calls, micros, tables, List.of());
  }

  /**
   * The same pattern, for which no index on an expression is to be found.
   *
   * @return with the other candidates
   */
  public WeightedQuery withoutExpressions() {
    List<Candidate> plain =
        candidates.stream()
            .filter(candidate -> candidate.index().keys().stream().noneMatch(IndexKey::expression))
            .toList();
    return new WeightedQuery(fingerprint, statements, calls, micros, tables, plain);
  }
}
