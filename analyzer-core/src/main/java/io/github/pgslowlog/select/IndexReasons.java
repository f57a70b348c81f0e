package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.Candidate;
import io.github.pgslowlog.candidate.CandidateIndex;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What speaks for an index, and what comes with it. */
final class IndexReasons {
  private final CandidateIndex index;
  private final List<QueryCosts> served;
  private final List<QueryCosts> all;

  /**
   * Looks at the candidates.
   *
   * @param index the index
   * @param served the patterns whose plans have it
   * @param all all patterns
   */
  IndexReasons(CandidateIndex index, List<QueryCosts> served, List<QueryCosts> all) {
    this.index = index;
    this.served = served;
    this.all = all;
  }

  /** Those of the patterns it serves; if it was made from other candidates, theirs. */
  List<String> reasons() {
    Set<String> reasons = new LinkedHashSet<>();
    candidates(served, index::equals).map(Candidate::reason).forEach(reasons::add);
    if (reasons.isEmpty()) {
      candidates(served, this::isAkin).map(Candidate::reason).forEach(reasons::add);
    }
    if (reasons.isEmpty()) {
      candidates(all, this::isAkin).map(Candidate::reason).forEach(reasons::add);
    }
    return List.copyOf(reasons);
  }

  /**
   * What to think of before it is created.
   *
   * @param cost what it costs when rows are written
   * @param unknown why that is not known a day, empty if it is
   */
  List<String> caveats(WriteCost cost, Optional<String> unknown) {
    Set<String> caveats = new LinkedHashSet<>();
    candidates(all, index::equals).flatMap(c -> c.caveats().stream()).forEach(caveats::add);
    if (caveats.isEmpty() && index.predicate().isPresent()) {
      candidates(all, other -> isAkin(other) && other.predicate().equals(index.predicate()))
          .flatMap(c -> c.caveats().stream())
          .forEach(caveats::add);
    }
    List<String> list = new ArrayList<>(caveats);
    if (!cost.hotColumns().isEmpty()) {
      list.add(
          "statements of the log update "
              + String.join(", ", cost.hotColumns())
              + ", which no index has so far: these updates will no longer be heap-only (HOT)");
    }
    unknown.ifPresent(list::add);
    return list;
  }

  private static Stream<Candidate> candidates(
      List<QueryCosts> queries, Predicate<CandidateIndex> which) {
    return queries.stream()
        .flatMap(query -> query.query().candidates().stream())
        .filter(candidate -> which.test(candidate.index()));
  }

  private boolean isAkin(CandidateIndex other) {
    return other.table().equals(index.table()) && other.keys().get(0).equals(index.keys().get(0));
  }
}
