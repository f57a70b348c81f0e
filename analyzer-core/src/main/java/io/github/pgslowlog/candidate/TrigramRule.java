package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.resolve.LikeForm;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.Sargability;
import io.github.pgslowlog.resolve.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Texts that have given characters somewhere, or in either case: an index of all groups of three
 * characters, of the extension pg_trgm. What is looked for must have three characters in a row, or
 * the whole index is read.
 *
 * <p>{@code WHERE name ILIKE '%smith%'} gives {@code USING gin (name gin_trgm_ops)}.
 */
final class TrigramRule implements ScanRule {
  private static final Set<String> OPERATORS = Set.of("LIKE", "ILIKE", "~", "~*");
  private static final Pattern THREE = Pattern.compile("[\\p{L}\\p{N}]{3}");

  @Override
  public List<Candidate> candidates(TableScan scan) {
    List<Candidate> candidates = new ArrayList<>();
    for (Predicate predicate : scan.predicates()) {
      if (applies(predicate)) {
        key(scan, predicate.term()).ifPresent(key -> candidates.add(candidate(scan, key)));
      }
    }
    return candidates;
  }

  private static Candidate candidate(TableScan scan, IndexKey key) {
    return new Candidate(
        new CandidateIndex(
            scan.table(),
            "gin",
            List.of(key.withOperatorClass("gin_trgm_ops")),
            List.of(),
            Optional.empty()),
        "texts with given characters",
        List.of(
            "needs the extension pg_trgm",
            "each row written adds an entry for every three characters of the text"));
  }

  private static boolean applies(Predicate predicate) {
    boolean pattern = predicate.role() == Role.LIKE || predicate.role() == Role.REGEX;
    if (!pattern
        || !OPERATORS.contains(predicate.operator())
        || predicate.sargability() == Sargability.NEGATION) {
      return false;
    }
    boolean prefix =
        predicate.isSargable()
            && predicate.like() != LikeForm.INFIX
            && predicate.like() != LikeForm.MIXED;
    return !prefix && hasThreeCharacters(predicate);
  }

  private static boolean hasThreeCharacters(Predicate predicate) {
    return predicate.constants().stream()
        .flatMap(counts -> counts.most().stream())
        .anyMatch(seen -> THREE.matcher(seen.text()).find());
  }

  private static Optional<IndexKey> key(TableScan scan, Term term) {
    if (term instanceof Term.Computed computed) {
      return ExpressionKeys.of(computed, scan.constants());
    }
    String column = term.columns().get(0).column();
    return TextTypes.isText(scan.facts().type(column))
        ? Optional.of(IndexKey.of(column))
        : Optional.empty();
  }
}
