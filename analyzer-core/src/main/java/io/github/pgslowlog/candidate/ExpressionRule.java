package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.Term;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is computed from columns and then compared. The values in it must be the same in all
 * statements, as they are part of the index. The server refuses what is not immutable.
 *
 * <p>{@code WHERE lower(email) = $1 AND tenant_id = $2} gives {@code (lower(email))} and {@code
 * (tenant_id, lower(email))}; {@code WHERE data ->> 'kind' = $1} gives {@code (data ->> 'kind')}.
 */
final class ExpressionRule implements ScanRule {
  private static final Set<Role> COMPARED = Set.of(Role.EQUALITY, Role.IN, Role.RANGE);

  @Override
  public List<Candidate> candidates(TableScan scan) {
    Proposals proposals = new Proposals(scan, "an expression compared");
    for (Predicate predicate : scan.predicates()) {
      if (COMPARED.contains(predicate.role())
          && predicate.term() instanceof Term.Computed computed) {
        ExpressionKeys.of(computed, scan.constants())
            .ifPresent(key -> propose(scan, key, proposals));
      }
    }
    return proposals.all();
  }

  private static void propose(TableScan scan, IndexKey key, Proposals proposals) {
    proposals.addKeys(List.of(key));
    List<IndexKey> behind = new ArrayList<>(scan.given().stream().map(IndexKey::of).toList());
    behind.add(key);
    proposals.addKeys(behind);
    Set<String> joined = new LinkedHashSet<>();
    scan.joins().forEach(joined::addAll);
    if (!joined.isEmpty()) {
      List<IndexKey> partners = new ArrayList<>();
      scan.joins().get(0).forEach(column -> partners.add(IndexKey.of(column)));
      partners.add(key);
      proposals.addKeys(partners);
    }
  }
}
