package io.github.pgslowlog.candidate;

import io.github.pgslowlog.resolve.Condition;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.TableRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Takes the arms of ORs apart: what each asks of each table. */
final class Alternatives {
  private final Function<TableRef, Optional<ScanAccumulator>> scans;

  Alternatives(Function<TableRef, Optional<ScanAccumulator>> scans) {
    this.scans = scans;
  }

  /** Reads the ORs that stand alone or under AND. */
  void read(Condition condition) {
    conjuncts(condition)
        .filter(Condition.AnyOf.class::isInstance)
        .flatMap(or -> ((Condition.AnyOf) or).conditions().stream())
        .forEach(this::arm);
  }

  private static Stream<Condition> conjuncts(Condition condition) {
    return condition instanceof Condition.AllOf and
        ? and.conditions().stream()
        : Stream.of(condition);
  }

  private void arm(Condition arm) {
    Map<TableRef, List<Predicate>> byTable = new LinkedHashMap<>();
    conjuncts(arm)
        .flatMap(Alternatives::predicate)
        .forEach(
            predicate ->
                ScanReader.table(predicate.term())
                    .ifPresent(
                        table ->
                            byTable
                                .computeIfAbsent(table, key -> new ArrayList<>())
                                .add(predicate)));
    byTable.forEach(
        (table, predicates) -> scans.apply(table).ifPresent(scan -> scan.alternative(predicates)));
  }

  private static Stream<Predicate> predicate(Condition condition) {
    return condition instanceof Condition.Test test ? Stream.of(test.predicate()) : Stream.empty();
  }
}
