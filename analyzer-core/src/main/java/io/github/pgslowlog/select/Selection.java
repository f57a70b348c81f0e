package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.fingerprint.Fingerprint;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The indexes chosen, and what they do.
 *
 * @param indexes the one that saves most first
 * @param queries what became of each pattern, by fingerprint
 * @param refused candidates that cannot be had, with the reason
 * @param plans how many plans were asked for
 * @param exhausted whether the bound on plans ended the search
 */
public record Selection(
    List<SelectedIndex> indexes,
    Map<Fingerprint, QueryOutcome> queries,
    Map<CandidateIndex, String> refused,
    int plans,
    boolean exhausted) {
  /**
   * An index that was chosen.
   *
   * @param index the index
   * @param bytes how large it would be
   * @param proof its gains
   * @param writeCost what it costs when rows are written
   * @param served the patterns whose plan has it, those that cost most first
   * @param reasons what it does for them
   * @param caveats what comes with it
   */
  public record SelectedIndex(
      CandidateIndex index,
      long bytes,
      Proof proof,
      WriteCost writeCost,
      List<ServedQuery> served,
      List<String> reasons,
      List<String> caveats) {
    /** Copies the lists. */
    public SelectedIndex {
      served = List.copyOf(served);
      reasons = List.copyOf(reasons);
      caveats = List.copyOf(caveats);
    }
  }

  /** What became of a pattern. */
  public sealed interface QueryOutcome {}

  /**
   * It was planned.
   *
   * @param costBefore mean cost of its samples as things are
   * @param costAfter the same with all indexes chosen
   * @param used those of them that its plans have
   * @param before a plan of its costliest sample as things are
   * @param after the same with all indexes chosen
   */
  public record Planned(
      double costBefore,
      double costAfter,
      Set<CandidateIndex> used,
      PlanNode before,
      PlanNode after)
      implements QueryOutcome {
    /** Copies the set. */
    public Planned {
      used = Set.copyOf(used);
    }
  }

  /**
   * It could not be planned.
   *
   * @param reason why, one line
   */
  public record Failed(String reason) implements QueryOutcome {}

  /** Nothing was chosen, and nothing planned. */
  public static final Selection NONE = new Selection(List.of(), Map.of(), Map.of(), 0, false);

  /** Copies. */
  public Selection {
    indexes = List.copyOf(indexes);
    queries = Map.copyOf(queries);
    refused = Map.copyOf(refused);
  }
}
