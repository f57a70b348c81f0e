package io.github.pgslowlog.select;

import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.select.Selection.QueryOutcome;
import io.github.pgslowlog.select.Selection.SelectedIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Puts together what there is to say of a set of indexes. */
final class SelectionMaker {
  private final List<QueryCosts> queries;
  private final OfferedIndexes offered;
  private final PlanRequests requests;
  private final WriteCostModel writes;

  SelectionMaker(
      List<QueryCosts> queries,
      OfferedIndexes offered,
      PlanRequests requests,
      WriteCostModel writes) {
    this.queries = queries;
    this.offered = offered;
    this.requests = requests;
    this.writes = writes;
  }

  /**
   * By the time that is saved of the statements that it serves, whatever serves them besides; of
   * those that serve the same by what is lost without it.
   */
  private record Ranked(SelectedIndex index, double servedTime, double ownTime) {}

  /** What there is to say of those of a set that are in a plan. */
  Selection selection(IndexSet chosen, Map<Fingerprint, String> failed, boolean isCut) {
    IndexSet set = requests.confirm(queries, chosen);
    requests.confirm(queries, set);
    List<Ranked> ranked = new ArrayList<>();
    for (int id : set.ids()) {
      List<QueryCosts> served = served(id, set);
      ranked.add(
          new Ranked(
              selected(id, set, served),
              savedTime(served, IndexSet.EMPTY, set),
              savedTime(queries, set.without(id), set)));
    }
    ranked.sort(
        Comparator.comparingDouble(Ranked::servedTime)
            .thenComparingDouble(Ranked::ownTime)
            .reversed()
            .thenComparing(one -> offered.definition(only(one.index()))));
    Map<Fingerprint, QueryOutcome> outcomes = new HashMap<>();
    failed.forEach(
        (fingerprint, reason) -> outcomes.put(fingerprint, new Selection.Failed(reason)));
    queries.forEach(query -> outcomes.put(query.query().fingerprint(), outcome(query, set)));
    return new Selection(
        ranked.stream().map(Ranked::index).toList(),
        outcomes,
        offered.refused(),
        requests.plans(),
        requests.isExhausted() || isCut);
  }

  private int only(SelectedIndex selected) {
    return offered.ids(List.of(selected.index())).ids().get(0);
  }

  private List<QueryCosts> served(int id, IndexSet set) {
    return queries.stream()
        .filter(query -> used(query, set).contains(id))
        .sorted(Comparator.comparingLong(query -> -query.query().micros()))
        .toList();
  }

  private SelectedIndex selected(int id, IndexSet set, List<QueryCosts> served) {
    WriteCost writeCost = writes.cost(offered.index(id), offered.bytes(id));
    IndexReasons reasons = new IndexReasons(offered.index(id), served, queries);
    return new SelectedIndex(
        offered.index(id),
        offered.bytes(id),
        proof(id, set, served),
        writeCost,
        served.stream().map(query -> served(query, set)).toList(),
        reasons.reasons(),
        reasons.caveats(writeCost, writes.unknown(offered.index(id).table())));
  }

  private Proof proof(int id, IndexSet set, List<QueryCosts> served) {
    double all = queries.stream().mapToDouble(q -> q.query().calls() * q.before()).sum();
    double marginal = total(queries, set.without(id)) - total(queries, set);
    double standalone = total(queries, IndexSet.EMPTY) - total(queries, IndexSet.of(id));
    return new Proof(
        total(served, IndexSet.EMPTY),
        total(served, set),
        share(marginal, all),
        share(standalone, all));
  }

  private static double share(double part, double all) {
    return all <= 0 ? 0 : Math.min(1, Math.max(0, part / all));
  }

  /** Calls times mean cost. */
  private double total(List<QueryCosts> some, IndexSet set) {
    return some.stream().mapToDouble(query -> query.query().calls() * cost(query, set)).sum();
  }

  private double savedTime(List<QueryCosts> some, IndexSet without, IndexSet with) {
    return some.stream()
        .mapToDouble(
            query ->
                query.query().micros()
                    * (cost(query, without) - cost(query, with))
                    / query.before())
        .sum();
  }

  private double cost(QueryCosts query, IndexSet set) {
    return query.mean(
        statement -> {
          requests.ask(statement, set);
          return statement.cost(requests.relevant(statement, set));
        });
  }

  private ServedQuery served(QueryCosts query, IndexSet set) {
    return new ServedQuery(
        query.query().fingerprint(),
        query.query().calls(),
        query.query().micros(),
        OptionalDouble.of(query.before()),
        OptionalDouble.of(cost(query, set)));
  }

  private IndexSet used(QueryCosts query, IndexSet set) {
    IndexSet used = IndexSet.EMPTY;
    for (StatementCosts statement : query.statements()) {
      IndexSet visible = requests.relevant(statement, set);
      used = used.or(statement.exactly(visible).orElseGet(() -> statement.best(visible)).used());
    }
    return used;
  }

  private QueryOutcome outcome(QueryCosts query, IndexSet set) {
    StatementCosts costliest = query.costliest();
    IndexSet visible = requests.relevant(costliest, set);
    PlanNode after =
        !used(query, set).isEmpty()
                && requests.plan(costliest, visible).orElse(null)
                    instanceof PlanResult.Planned planned
            ? planned.plan()
            : query.plan();
    return new Selection.Planned(
        query.before(), cost(query, set), offered.indexes(used(query, set)), query.plan(), after);
  }
}
