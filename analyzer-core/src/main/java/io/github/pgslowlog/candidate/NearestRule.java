package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.IndexKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows nearest to something: GiST gives them in the order of their distance.
 *
 * <p>{@code ORDER BY place <-> $1 LIMIT 10} gives {@code USING gist (place)}.
 */
final class NearestRule implements ScanRule {
  private static final Set<String> SHAPES =
      Set.of("point", "box", "circle", "polygon", "geometry", "geography");

  @Override
  public List<Candidate> candidates(TableScan scan) {
    List<Candidate> candidates = new ArrayList<>();
    for (String column : scan.distances()) {
      String type = scan.facts().type(column);
      IndexKey key = IndexKey.of(column);
      if (SHAPES.contains(type.replaceFirst("\\(.*", ""))) {
        candidates.add(candidate(scan, key, List.of()));
      } else if (TextTypes.isText(type)) {
        candidates.add(
            candidate(
                scan,
                key.withOperatorClass("gist_trgm_ops"),
                List.of("needs the extension pg_trgm")));
      }
    }
    return candidates;
  }

  private static Candidate candidate(TableScan scan, IndexKey key, List<String> caveats) {
    return new Candidate(
        new CandidateIndex(scan.table(), "gist", List.of(key), List.of(), Optional.empty()),
        "the nearest rows first",
        caveats);
  }
}
