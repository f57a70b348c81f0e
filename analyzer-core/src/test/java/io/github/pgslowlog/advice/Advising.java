package io.github.pgslowlog.advice;

import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.select.Confidence;
import io.github.pgslowlog.select.Configuration;
import io.github.pgslowlog.select.CostModel;
import io.github.pgslowlog.select.Offer;
import io.github.pgslowlog.select.PlanNode;
import io.github.pgslowlog.select.PlanResult;
import io.github.pgslowlog.select.PlannableStatement;
import io.github.pgslowlog.select.Proof;
import io.github.pgslowlog.select.Selection;
import io.github.pgslowlog.select.WeightedQuery;
import io.github.pgslowlog.select.WriteCost;
import io.github.pgslowlog.source.LogSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What rules of advice look at, from a log and a catalog. */
final class Advising {
  private final AdviceRequest request;
  private final List<CandidateIndex> chosen = new ArrayList<>();
  private Function<WeightedQuery, Optional<Selection.QueryOutcome>> outcome =
      query -> Optional.empty();
  private Optional<CostModel> model = Optional.empty();

  private Advising(AdviceRequest request) {
    this.request = request;
  }

  /** A log that is written out. */
  static Advising ofLog(Catalog catalog, String log) {
    AtomicReference<AdviceRequest> asked = new AtomicReference<>();
    LogAnalyzer.builder()
        .source(new TextSource(log))
        .catalog(catalog)
        .advisor(
            request -> {
              asked.set(request);
              return new Advice(List.of(), List.of(), List.of(), "");
            })
        .build()
        .analyze();
    return new Advising(Objects.requireNonNull(asked.get()));
  }

  /** A log with some statements, a second each. */
  static Advising of(Catalog catalog, String... statements) {
    StringBuilder log = new StringBuilder();
    for (String statement : statements) {
      log.append(
          "2024-05-01 10:00:00.000 UTC [1] app@shop LOG:  duration: 1000.000 ms  statement: "
              + statement
              + "\n");
    }
    return ofLog(catalog, log.toString());
  }

  Advising chosen(CandidateIndex... indexes) {
    chosen.addAll(List.of(indexes));
    return this;
  }

  /** Each pattern has this plan before and after. */
  Advising plan(PlanNode plan) {
    return outcome(new Selection.Planned(plan.totalCost(), plan.totalCost(), Set.of(), plan, plan));
  }

  Advising outcome(Selection.QueryOutcome same) {
    outcome = query -> Optional.of(same);
    return this;
  }

  Advising planner(BiFunction<PlannableStatement, Configuration, PlanResult> planner) {
    model = Optional.of(new FakeModel(planner));
    return this;
  }

  AdviceContext context() {
    List<WeightedQuery> queries = new ArrayList<>();
    Map<io.github.pgslowlog.fingerprint.Fingerprint, Selection.QueryOutcome> outcomes =
        new LinkedHashMap<>();
    for (ShapedPattern shaped : request.patterns()) {
      shaped.shape().flatMap(shape -> query(shaped, shape)).ifPresent(queries::add);
    }
    queries.forEach(
        query -> outcome.apply(query).ifPresent(o -> outcomes.put(query.fingerprint(), o)));
    List<Selection.SelectedIndex> selected =
        chosen.stream()
            .map(
                index ->
                    new Selection.SelectedIndex(
                        index,
                        1 << 20,
                        new Proof(2, 1, 0, 0),
                        new WriteCost(0, 0, List.of(), OptionalDouble.empty()),
                        List.of(),
                        List.of(),
                        List.of()))
            .toList();
    Selection selection = new Selection(selected, outcomes, Map.of(), 0, false);
    return new AdviceContext(request, queries, selection, model);
  }

  private static Optional<WeightedQuery> query(ShapedPattern shaped, QueryShape shape) {
    List<PlannableStatement> statements = StatementsToPlan.of(shaped.pattern(), shape.type());
    return statements.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new WeightedQuery(
                shaped.pattern().fingerprint(),
                statements,
                shaped.pattern().calls(),
                shaped.pattern().executionMicros(),
                shape.tables(),
                List.of()));
  }

  /** A node that reads a table. */
  static PlanNode scan(String type, String table, double cost, double rows) {
    return node(type, Optional.of(table), Optional.empty(), "", "", cost, rows);
  }

  static PlanNode node(
      String type,
      Optional<String> table,
      Optional<String> index,
      String condition,
      String filter,
      double cost,
      double rows,
      PlanNode... children) {
    return new PlanNode(
        type,
        table.map(name -> new TableName("public", name)),
        index,
        condition,
        filter,
        List.of(),
        0,
        cost,
        rows,
        8,
        List.of(children));
  }

  /** A plan as a planner answers. */
  static PlanResult planned(PlanNode plan, Set<CandidateIndex> candidates, IndexName... existing) {
    return new PlanResult.Planned(plan.totalCost(), candidates, Set.of(existing), plan);
  }

  private record FakeModel(BiFunction<PlannableStatement, Configuration, PlanResult> planner)
      implements CostModel {
    @Override
    public Confidence confidence() {
      return Confidence.PLANNER;
    }

    @Override
    public String description() {
      return "a planner of the test";
    }

    @Override
    public Map<CandidateIndex, Offer> offer(Collection<CandidateIndex> candidates) {
      Map<CandidateIndex, Offer> offers = new LinkedHashMap<>();
      candidates.forEach(candidate -> offers.put(candidate, new Offer.Accepted(4 << 20)));
      return offers;
    }

    @Override
    public PlanResult plan(PlannableStatement statement, Configuration configuration) {
      return planner.apply(statement, configuration);
    }

    @Override
    public void close() {}
  }

  private record TextSource(String text) implements LogSource {
    @Override
    public String name() {
      return "postgresql.log";
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
