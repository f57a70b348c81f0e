package io.github.pgslowlog.candidate;

import java.util.List;

/**
 * An index proposed for a pattern.
 *
 * @param index the index
 * @param reason what it does for the pattern, a few words in lower case
 * @param caveats what holds for this index and has to be told, such as a constant that must be
 *     written in the statement
 */
public record Candidate(CandidateIndex index, String reason, List<String> caveats) {
  /** Copies the list. */
  public Candidate {
    caveats = List.copyOf(caveats);
  }

  /**
   * A candidate without caveats.
   *
   * @param index the index
   * @param reason what it does for the pattern
   */
  public Candidate(CandidateIndex index, String reason) {
    this(index, reason, List.of());
  }
}
