package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.fingerprint.Fingerprint;
import java.util.List;

/**
 * An index to create, with what speaks for it and against it.
 *
 * @param index the index
 * @param statement ready to run
 * @param rollback undoes it
 * @param queries the patterns it serves, those that cost most first
 * @param calls their calls
 * @param micros their execution time in microseconds
 * @param confidence {@code heuristic}: from the statements alone
 * @param reasons what the index does for them
 * @param caveats what to check before creating it
 */
public record Recommendation(
    CandidateIndex index,
    String statement,
    String rollback,
    List<Fingerprint> queries,
    long calls,
    long micros,
    String confidence,
    List<String> reasons,
    List<String> caveats) {
  /** Copies the lists. */
  public Recommendation {
    queries = List.copyOf(queries);
    reasons = List.copyOf(reasons);
    caveats = List.copyOf(caveats);
  }
}
