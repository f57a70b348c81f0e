package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.select.Configuration;
import io.github.pgslowlog.select.PlanNode;
import io.github.pgslowlog.select.PlanResult;
import io.github.pgslowlog.select.PlannableStatement;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/** Plans statements, each question once. */
final class StatementPlanner {
  /** Plans of so many statements are kept. */
  private static final int MAX_STATEMENTS = 2000;

  private final PlanningDatabase database;
  private final Candidates candidates;
  private final Map<PlannableStatement, StatementPlans> statements =
      new RecentMap<>(MAX_STATEMENTS);
  private final Map<PlannableStatement, PlanResult> failed = new RecentMap<>(MAX_STATEMENTS);
  private long plansAsked;

  StatementPlanner(PlanningDatabase database, Candidates candidates) {
    this.database = database;
    this.candidates = candidates;
  }

  long plansAsked() {
    return plansAsked;
  }

  PlanResult plan(PlannableStatement statement, Configuration configuration) throws SQLException {
    Optional<String> setting =
        configuration.settings().keySet().stream()
            .filter(name -> !AllowedSettings.isAllowed(name))
            .sorted()
            .findFirst();
    if (setting.isPresent()) {
      return new PlanResult.Unplanned(setting.get() + " is not a setting of the planner");
    }
    if (statement.sql().indexOf('\0') >= 0 || !StatementText.isPlanned(statement.sql())) {
      return new PlanResult.Unplanned("not a statement that is planned");
    }
    PlanResult failure = failed.get(statement);
    if (failure != null) {
      return failure;
    }
    StatementPlans plans = statements.get(statement);
    return plans == null
        ? planFirst(statement, configuration)
        : plan(plans, visible(configuration, plans.tables()::contains));
  }

  /**
   * Plans a statement for the first time: in the way that works. As its tables are not known yet,
   * all indexes have to be as the configuration has them.
   */
  private PlanResult planFirst(PlannableStatement statement, Configuration configuration)
      throws SQLException {
    VisibleIndexes visible = visible(configuration, table -> true);
    Set<Long> any = new TreeSet<>(database.visibility().hidden());
    any.addAll(candidates.byOid().keySet());
    show(any, visible);
    try {
      database.planning().apply(visible.settings());
    } catch (SQLException e) {
      return new PlanResult.Unplanned(reason(e));
    }
    PlanResult result = planFirst(statement, visible);
    if (result instanceof PlanResult.Unplanned) {
      failed.put(statement, result);
    }
    return result;
  }

  private PlanResult planFirst(PlannableStatement statement, VisibleIndexes visible)
      throws SQLException {
    String reason = "";
    try {
      database.planning().checkSingle(statement.sql());
    } catch (SQLException e) {
      return new PlanResult.Unplanned(reason(e));
    }
    for (PlanQuestion question : PlanQuestion.of(statement)) {
      try {
        PlanningConnection.Answer answer = ask(question, true);
        StatementPlans plans =
            new StatementPlans(question, answer.tables(), new KnownPlans(this::isTelling));
        statements.put(statement, plans);
        return read(plans, on(plans.tables(), visible), answer.plan());
      } catch (SQLException e) {
        reason = reason.isEmpty() ? reason(e) : reason;
      }
    }
    return new PlanResult.Unplanned(reason);
  }

  private PlanningConnection.Answer ask(PlanQuestion question, boolean withTables)
      throws SQLException {
    plansAsked++;
    return question.ask(database.planning(), withTables);
  }

  /** What the server said; nothing more can be asked if the connection is gone. */
  private static String reason(SQLException e) throws SQLException {
    if (ServerMessage.isConnectionLost(e)) {
      throw e;
    }
    return ServerMessage.of(e);
  }

  /** Whether the planner learns something from an index that it does not use. */
  private boolean isTelling(long index) {
    return candidates
        .find(index)
        .map(built -> built.index().keys().stream().anyMatch(key -> key.expression()))
        .orElse(true);
  }

  /** What of a configuration can matter to a statement on these tables. */
  private VisibleIndexes visible(Configuration configuration, LongPredicate tables) {
    Set<Long> shown = new TreeSet<>();
    for (CandidateIndex index : configuration.candidates()) {
      candidates.find(index).ifPresent(built -> addOn(tables, built.relations(), shown));
    }
    Set<Long> concealed = new TreeSet<>();
    for (IndexName name : configuration.hidden()) {
      database
          .relations()
          .index(name)
          .ifPresent(index -> addOn(tables, database.relations().withParts(index), concealed));
    }
    return new VisibleIndexes(shown, concealed, configuration.settings());
  }

  /** The same, as far as it is about some tables. */
  private VisibleIndexes on(Set<Long> tables, VisibleIndexes visible) {
    Set<Long> indexes = indexesOf(tables);
    Set<Long> shown = new TreeSet<>(visible.candidates());
    shown.retainAll(indexes);
    Set<Long> concealed = new TreeSet<>(visible.concealed());
    concealed.retainAll(indexes);
    return new VisibleIndexes(shown, concealed, visible.settings());
  }

  private static void addOn(LongPredicate tables, Iterable<Relation> indexes, Set<Long> to) {
    for (Relation index : indexes) {
      if (tables.test(index.table())) {
        to.add(index.oid());
      }
    }
  }

  private PlanResult plan(StatementPlans plans, VisibleIndexes visible) throws SQLException {
    Optional<PlanResult> known = plans.known().find(visible);
    if (known.isPresent()) {
      return known.get();
    }
    show(indexesOf(plans.tables()), visible);
    try {
      database.planning().apply(visible.settings());
      return read(plans, visible, ask(plans.question(), false).plan());
    } catch (SQLException e) {
      return unplanned(plans, visible, reason(e));
    }
  }

  private Set<Long> indexesOf(Set<Long> tables) {
    return tables.stream()
        .flatMap(table -> database.relations().indexes(table).stream())
        .map(Relation::oid)
        .collect(Collectors.toSet());
  }

  /** Shows and hides some indexes; existing ones that were concealed before come back. */
  private void show(Set<Long> indexes, VisibleIndexes visible) throws SQLException {
    Set<Long> shown = new TreeSet<>(visible.candidates());
    Set<Long> concealed = new TreeSet<>(visible.concealed());
    for (long index : indexes) {
      boolean candidate = candidates.find(index).isPresent();
      if (candidate ? !shown.contains(index) : concealed.contains(index)) {
        concealed.add(index);
      } else {
        shown.add(index);
      }
    }
    database.visibility().set(shown, concealed);
  }

  /** The same without some indexes, and without what they are part of. */
  private VisibleIndexes without(Set<Long> indexes, VisibleIndexes visible) {
    Set<Long> shown = new TreeSet<>(visible.candidates());
    Set<Long> concealed = new TreeSet<>(visible.concealed());
    for (long index : indexes) {
      Optional<BuiltCandidate> candidate = candidates.find(index);
      candidate.ifPresent(
          built -> built.relations().forEach(relation -> shown.remove(relation.oid())));
      if (candidate.isEmpty()) {
        concealed.add(index);
      }
    }
    return new VisibleIndexes(shown, concealed, visible.settings());
  }

  private PlanResult read(StatementPlans plans, VisibleIndexes visible, String json)
      throws SQLException {
    UsedIndexes names = new UsedIndexes(database.relations(), candidates.byOid());
    try {
      PlanNode plan = new PlanReader(names).read(json);
      if (!database.skipScans() && !names.skipping().isEmpty()) {
        PlanResult result = plan(plans, without(names.skipping(), visible));
        plans.known().addExact(visible, result);
        return result;
      }
      Set<Long> used = names.used();
      Set<CandidateIndex> usedCandidates =
          used.stream()
              .flatMap(index -> candidates.find(index).stream())
              .map(BuiltCandidate::index)
              .collect(Collectors.toSet());
      Set<Long> candidateNumbers = new TreeSet<>(used);
      candidateNumbers.retainAll(candidates.byOid().keySet());
      Set<Long> existing = new TreeSet<>(used);
      existing.removeAll(candidateNumbers);
      PlanResult result =
          new PlanResult.Planned(plan.totalCost(), usedCandidates, names(existing), plan);
      plans.known().add(visible, candidateNumbers, existing, result);
      return result;
    } catch (IOException e) {
      return unplanned(plans, visible, "its plan cannot be read: " + e.getMessage());
    }
  }

  private Set<IndexName> names(Set<Long> indexes) {
    return indexes.stream()
        .flatMap(index -> database.relations().index(index).stream())
        .map(Relation::indexName)
        .collect(Collectors.toSet());
  }

  private static PlanResult unplanned(
      StatementPlans plans, VisibleIndexes visible, String message) {
    PlanResult result = new PlanResult.Unplanned(ServerMessage.oneLine(message));
    plans.known().addExact(visible, result);
    return result;
  }

  /**
   * A statement and its plans.
   *
   * @param question how to ask for a plan
   * @param tables the numbers of the tables that the server locks to plan it
   * @param known its plans so far
   */
  private record StatementPlans(PlanQuestion question, Set<Long> tables, KnownPlans known) {}
}
