package io.github.pgslowlog.candidate;

import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * For each arm of an OR an index: the server searches for the arms one by one and puts the results
 * together. An arm that no index serves makes the others worthless.
 *
 * <p>{@code WHERE email = $1 OR phone = $2} gives {@code (email)} and {@code (phone)}.
 */
final class AlternativesRule implements ScanRule {
  private static final Set<Role> EQUALITY = Set.of(Role.EQUALITY, Role.IN, Role.IS_NULL);

  @Override
  public List<Candidate> candidates(TableScan scan) {
    Proposals proposals = new Proposals(scan, "an arm of OR");
    for (List<Predicate> arm : scan.alternatives()) {
      List<String> equality = columns(arm, EQUALITY);
      List<String> ranges = columns(arm, Set.of(Role.RANGE));
      proposals.add(equality, ranges.stream().limit(1).toList());
      if (!scan.given().isEmpty() && !(equality.isEmpty() && ranges.isEmpty())) {
        proposals.add(scan.given(), equality, ranges.stream().limit(1).toList());
      }
    }
    return proposals.all();
  }

  private static List<String> columns(List<Predicate> arm, Set<Role> roles) {
    Set<String> columns = new LinkedHashSet<>();
    for (Predicate predicate : arm) {
      if (roles.contains(predicate.role()) && predicate.isSargable()) {
        predicate.term().plainColumn().ifPresent(column -> columns.add(column.column()));
      }
    }
    return new ArrayList<>(columns);
  }
}
