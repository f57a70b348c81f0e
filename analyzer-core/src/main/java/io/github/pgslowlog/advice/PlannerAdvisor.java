package io.github.pgslowlog.advice;

import io.github.pgslowlog.candidate.Candidate;
import io.github.pgslowlog.candidate.CandidateFinder;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.select.CostModel;
import io.github.pgslowlog.select.IndexSelector;
import io.github.pgslowlog.select.LoggedInsert;
import io.github.pgslowlog.select.LoggedUpdate;
import io.github.pgslowlog.select.PlannableStatement;
import io.github.pgslowlog.select.Selection;
import io.github.pgslowlog.select.SelectionLimits;
import io.github.pgslowlog.select.WeightedQuery;
import io.github.pgslowlog.select.WriteCostModel;
import io.github.pgslowlog.workload.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Advice that a planner has confirmed. */
public final class PlannerAdvisor implements Advisor {
  private final CostModel model;
  private final SelectionLimits limits;

  /**
   * Makes an advisor.
   *
   * @param model plans statements; stays open
   * @param limits bounds of the selection
   */
  public PlannerAdvisor(CostModel model, SelectionLimits limits) {
    this.model = model;
    this.limits = limits;
  }

  @Override
  public Advice advise(AdviceRequest request) {
    List<WeightedQuery> queries =
        withoutRewritten(request, withoutContradictions(request, queries(request)));
    Selection selection = new IndexSelector(model, limits, writes(request)).select(queries);
    AdviceContext context = new AdviceContext(request, queries, selection, Optional.of(model));
    WithinLimits within = new WithinLimits(limits);
    IndexAdvice.of(context).forEach(within::add);
    AdviceRules.ALL.forEach(rule -> rule.advise(context).forEach(within::add));
    List<Problem> problems = new ArrayList<>(FailedPlans.problems(context));
    within.problem().ifPresent(problems::add);
    return new Advice(
        within.kept(), UnhelpedPatterns.of(context, within.kept()), problems, model.description());
  }

  private static List<WeightedQuery> queries(AdviceRequest request) {
    CandidateFinder finder =
        new CandidateFinder(request.catalog(), request.columns()::equalityMicros);
    List<WeightedQuery> queries = new ArrayList<>();
    for (ShapedPattern shaped : request.patterns()) {
      Pattern pattern = shaped.pattern();
      shaped
          .shape()
          .flatMap(shape -> query(pattern, shape, finder.candidates(pattern, shape)))
          .ifPresent(queries::add);
    }
    return queries;
  }

  /** No index is proposed for statements that ask for what cannot be: they have to be mended. */
  private List<WeightedQuery> withoutContradictions(
      AdviceRequest request, List<WeightedQuery> queries) {
    AdviceContext before = new AdviceContext(request, queries, Selection.NONE, Optional.of(model));
    Set<Fingerprint> contradicted = new ContradictedChecks().always(before);
    return queries.stream()
        .map(query -> contradicted.contains(query.fingerprint()) ? query.withNoCandidates() : query)
        .toList();
  }

  /** No index on an expression where another way to write it is served by an index that exists. */
  private List<WeightedQuery> withoutRewritten(AdviceRequest request, List<WeightedQuery> queries) {
    AdviceContext before = new AdviceContext(request, queries, Selection.NONE, Optional.of(model));
    Set<Fingerprint> rewritten = Rewrites.servedThen(before);
    return queries.stream()
        .map(query -> rewritten.contains(query.fingerprint()) ? query.withoutExpressions() : query)
        .toList();
  }

  private static WriteCostModel writes(AdviceRequest request) {
    List<LoggedUpdate> updates = new ArrayList<>();
    List<LoggedInsert> inserts = new ArrayList<>();
    for (ShapedPattern shaped : request.patterns()) {
      long calls = shaped.pattern().calls();
      shaped.shape().ifPresent(shape -> updates.addAll(LoggedUpdate.of(shape, calls)));
      shaped.shape().ifPresent(shape -> inserts.addAll(LoggedInsert.of(shape, calls)));
    }
    return new WriteCostModel(request.catalog(), updates, inserts);
  }

  private static Optional<WeightedQuery> query(
      Pattern pattern, QueryShape shape, List<Candidate> candidates) {
    List<PlannableStatement> statements = StatementsToPlan.of(pattern, shape.type());
    if (statements.isEmpty() || pattern.executionMicros() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new WeightedQuery(
            pattern.fingerprint(),
            statements,
            pattern.calls(),
            pattern.executionMicros(),
            shape.tables(),
            candidates));
  }
}
