package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.candidate.IndexDefinition;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A planner that knows plans by heart: for each statement some sets of indexes and their costs. */
final class TableOfCosts implements CostModel {
  static final TableName TABLE = new TableName("public", "t");

  private record Known(Set<CandidateIndex> needed, double cost) {}

  private final Map<String, List<Known>> plans = new HashMap<>();
  private final Map<CandidateIndex, Long> bytes = new HashMap<>();
  private final Map<CandidateIndex, String> refused = new HashMap<>();
  private final Set<CandidateIndex> whole = new HashSet<>();
  private int asked;

  static CandidateIndex index(String... columns) {
    return new CandidateIndex(TABLE, Arrays.stream(columns).map(IndexKey::of).toList());
  }

  /** A statement costs so much with these indexes, or more of them. */
  TableOfCosts cost(String sql, double cost, CandidateIndex... needed) {
    plans.computeIfAbsent(sql, k -> new ArrayList<>()).add(new Known(Set.of(needed), cost));
    return this;
  }

  /** A statement costs so much if all of an index is read in place of the table. */
  TableOfCosts wholeRead(String sql, double cost, CandidateIndex index) {
    whole.add(index);
    return cost(sql, cost, index);
  }

  /** Other indexes have a million bytes. */
  TableOfCosts bytes(CandidateIndex index, long size) {
    bytes.put(index, size);
    return this;
  }

  TableOfCosts refuse(CandidateIndex index, String reason) {
    refused.put(index, reason);
    return this;
  }

  int asked() {
    return asked;
  }

  @Override
  public Confidence confidence() {
    return Confidence.PLANNER;
  }

  @Override
  public String description() {
    return "a table of costs";
  }

  @Override
  public Map<CandidateIndex, Offer> offer(Collection<CandidateIndex> candidates) {
    Map<CandidateIndex, Offer> offers = new LinkedHashMap<>();
    for (CandidateIndex candidate : candidates) {
      String reason = refused.get(candidate);
      offers.put(
          candidate,
          reason == null
              ? new Offer.Accepted(bytes.getOrDefault(candidate, 1_000_000L))
              : new Offer.Refused(reason));
    }
    return offers;
  }

  /** The cheapest of the plans that have an index, even if one without any would be cheaper. */
  @Override
  public PlanResult plan(PlannableStatement statement, Configuration configuration) {
    asked++;
    List<Known> allowed =
        plans.getOrDefault(statement.sql(), List.of()).stream()
            .filter(plan -> configuration.candidates().containsAll(plan.needed()))
            .toList();
    return allowed.stream()
        .min(
            Comparator.comparing((Known plan) -> plan.needed().isEmpty())
                .thenComparingDouble(Known::cost))
        .<PlanResult>map(
            plan -> new PlanResult.Planned(plan.cost(), plan.needed(), Set.of(), node(plan)))
        .orElseGet(() -> new PlanResult.Unplanned("no such statement"));
  }

  private PlanNode node(Known plan) {
    Optional<CandidateIndex> read = plan.needed().stream().filter(whole::contains).findFirst();
    return new PlanNode(
        read.isPresent() ? "Index Only Scan" : "Scan",
        Optional.of(TABLE),
        read.map(index -> new IndexDefinition(index).name()),
        "",
        "",
        List.of(),
        0,
        plan.cost(),
        1,
        8,
        List.of());
  }

  @Override
  public void close() {}
}
