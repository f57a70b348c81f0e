package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.select.Configuration;
import io.github.pgslowlog.select.PlanNode;
import io.github.pgslowlog.select.PlanResult;
import io.github.pgslowlog.select.PlannableStatement;
import io.github.pgslowlog.select.Selection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at plans. */
final class Plans {
  private Plans() {}

  /** The node and all below it. */
  static Stream<PlanNode> nodes(PlanNode plan) {
    return Stream.concat(Stream.of(plan), plan.children().stream().flatMap(Plans::nodes));
  }

  /** The nodes that read a table, those of its partitions under its own name included. */
  static Stream<PlanNode> reads(PlanNode plan, TableName table) {
    return nodes(plan).filter(node -> node.table().filter(table::equals).isPresent());
  }

  static Optional<Selection.Planned> planned(AdviceContext context, Fingerprint fingerprint) {
    return context.selection().queries().get(fingerprint) instanceof Selection.Planned planned
        ? Optional.of(planned)
        : Optional.empty();
  }

  /** What a planner says, empty if there is none or it does not know. */
  static Optional<PlanResult.Planned> plan(
      AdviceContext context, PlannableStatement statement, Configuration configuration) {
    return context
        .model()
        .map(model -> model.plan(statement, configuration))
        .filter(PlanResult.Planned.class::isInstance)
        .map(PlanResult.Planned.class::cast);
  }

  /** All that was chosen. */
  static Configuration chosen(AdviceContext context) {
    return new Configuration(
        context.selection().indexes().stream()
            .map(Selection.SelectedIndex::index)
            .collect(Collectors.toCollection(LinkedHashSet::new)),
        Set.of(),
        Map.of());
  }

  /** Cost of the whole workload as things are. */
  static double workloadCost(AdviceContext context) {
    return context.queries().stream()
        .mapToDouble(
            query ->
                planned(context, query.fingerprint())
                    .map(planned -> planned.costBefore() * query.calls())
                    .orElse(0.0))
        .sum();
  }
}
