package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.ColumnDefinition;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.resolve.LikeForm;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Texts that begin with given characters. In most collations only an index with the operator class
 * for patterns finds them.
 *
 * <p>{@code WHERE name LIKE 'abc%'} gives {@code (name text_pattern_ops)}, in the collation C the
 * plain {@code (name)}; {@code WHERE lower(name) LIKE 'abc%'} gives {@code (lower(name)
 * text_pattern_ops)}.
 */
final class PrefixRule implements ScanRule {
  @Override
  public List<Candidate> candidates(TableScan scan) {
    Proposals proposals = new Proposals(scan, "texts with a given beginning");
    for (Predicate predicate : scan.predicates()) {
      key(scan, predicate).ifPresent(key -> propose(scan, key, proposals));
    }
    return proposals.all();
  }

  private static void propose(TableScan scan, IndexKey key, Proposals proposals) {
    proposals.addKeys(List.of(key));
    List<IndexKey> keys = new ArrayList<>(scan.given().stream().map(IndexKey::of).toList());
    keys.add(key);
    proposals.addKeys(keys);
  }

  private static Optional<IndexKey> key(TableScan scan, Predicate predicate) {
    boolean regex = predicate.role() == Role.REGEX && predicate.isSargable();
    boolean like = predicate.role() == Role.LIKE && predicate.like() != LikeForm.INFIX;
    if (!regex && !like) {
      return Optional.empty();
    }
    if (predicate.term() instanceof Term.Computed computed) {
      boolean prefix = predicate.operator().equals("LIKE") && predicate.like() == LikeForm.PREFIX;
      return prefix
          ? ExpressionKeys.of(computed, scan.constants())
              .map(key -> key.withOperatorClass("text_pattern_ops"))
          : Optional.empty();
    }
    return predicate.isSargable()
        ? scan.facts()
            .table()
            .column(predicate.term().columns().get(0).column())
            .flatMap(PrefixRule::key)
        : Optional.empty();
  }

  private static Optional<IndexKey> key(ColumnDefinition column) {
    IndexKey plain = IndexKey.of(column.name());
    Optional<String> operators = TextTypes.patternOperators(column.type());
    return TextTypes.isOrderedByCode(column)
        ? Optional.of(plain)
        : operators.map(plain::withOperatorClass);
  }
}
