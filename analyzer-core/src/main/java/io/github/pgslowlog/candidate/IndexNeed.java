package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.IndexKey;
import java.util.HashSet;
import java.util.Set;

/**
 * What a pattern asks of an index on one of its tables.
 *
 * @param index the index that does all of it
 * @param compared those of its first keys that are compared with values; they serve in any order
 * @param reason what the index does for the pattern, a few words in lower case
 */
public record IndexNeed(CandidateIndex index, Set<String> compared, String reason) {
  /** Copies the set. */
  public IndexNeed {
    compared = Set.copyOf(compared);
  }

  /**
   * How many keys it asks for.
   *
   * @return 1 or more
   */
  public int keys() {
    return index.keys().size();
  }

  /**
   * How many keys of an index serve it, from the first one on: a key behind one that does not serve
   * is of no use.
   *
   * <p>{@code WHERE a = $1 AND b = $2 AND c > $3} is served by 3 keys of {@code (b, a, c)}, by 2 of
   * {@code (a, b, d)}, by 1 of {@code (a, c)}, and by none of {@code (d, a)}.
   *
   * @param other an index
   * @return 0 to {@link #keys()}
   */
  public int served(CandidateIndex other) {
    if (!other.table().equals(index.table()) || !other.isBtree() || other.predicate().isPresent()) {
      return 0;
    }
    Set<String> open = new HashSet<>(compared);
    int served = 0;
    for (IndexKey key : other.keys()) {
      boolean isCompared = !key.expression() && open.remove(key.text());
      if (!isCompared && !(open.isEmpty() && isNext(key, served))) {
        break;
      }
      served++;
    }
    return served;
  }

  private boolean isNext(IndexKey key, int served) {
    return served < keys() && key.equals(index.keys().get(served));
  }
}
