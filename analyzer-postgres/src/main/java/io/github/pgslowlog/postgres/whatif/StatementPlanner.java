package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.select.Configuration;
import io.github.pgslowlog.select.PlanNode;
import io.github.pgslowlog.select.PlanResult;
import io.github.pgslowlog.select.PlannableStatement;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Plans statements, each question once. */
final class StatementPlanner {
  /** Plans of so many statements are kept. */
  private static final int MAX_STATEMENTS = 2000;

  private final ShadowDatabase database;
  private final Candidates candidates;
  private final Map<PlannableStatement, StatementPlans> statements =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PlannableStatement, StatementPlans> eldest) {
          return size() > MAX_STATEMENTS;
        }
      };
  private long plansAsked;

  StatementPlanner(ShadowDatabase database, Candidates candidates) {
    this.database = database;
    this.candidates = candidates;
  }

  long plansAsked() {
    return plansAsked;
  }

  PlanResult plan(PlannableStatement statement, Configuration configuration) throws SQLException {
    Optional<String> setting =
        configuration.settings().keySet().stream()
            .filter(name -> !PlannerSettings.isAllowed(name))
            .sorted()
            .findFirst();
    if (setting.isPresent()) {
      return new PlanResult.Unplanned(setting.get() + " is not a setting of the planner");
    }
    StatementPlans plans = statements.get(statement);
    if (plans == null) {
      plans = open(statement);
      statements.put(statement, plans);
    }
    return plans.question() instanceof PlanQuestion.None none
        ? new PlanResult.Unplanned(none.reason())
        : plan(plans, visible(configuration, plans.tables()));
  }

  private StatementPlans open(PlannableStatement statement) throws SQLException {
    PlanQuestion question = PlanQuestion.of(statement, database.planning());
    Set<Long> tables = Set.of();
    if (!(question instanceof PlanQuestion.None)) {
      tables = database.planning().tablesOf(() -> ask(question));
    }
    return new StatementPlans(question, tables, new KnownPlans(this::isTelling));
  }

  private String ask(PlanQuestion question) throws SQLException {
    plansAsked++;
    return question.ask(database.planning());
  }

  /** Whether the planner learns something from an index that it does not use. */
  private boolean isTelling(long index) {
    return candidates
        .find(index)
        .map(built -> built.index().keys().stream().anyMatch(key -> key.expression()))
        .orElse(true);
  }

  /** What of a configuration can matter to a statement on these tables. */
  private VisibleIndexes visible(Configuration configuration, Set<Long> tables) {
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

  private static void addOn(Set<Long> tables, Iterable<Relation> indexes, Set<Long> to) {
    for (Relation index : indexes) {
      if (tables.contains(index.table())) {
        to.add(index.oid());
      }
    }
  }

  private PlanResult plan(StatementPlans plans, VisibleIndexes visible) throws SQLException {
    Optional<PlanResult> known = plans.known().find(visible);
    if (known.isPresent()) {
      return known.get();
    }
    show(plans.tables(), visible);
    try {
      database.planning().apply(visible.settings());
      return read(plans, visible, ask(plans.question()));
    } catch (SQLException e) {
      if (ServerMessage.isConnectionLost(e)) {
        throw e;
      }
      return unplanned(plans, visible, ServerMessage.of(e));
    }
  }

  /** Indexes of other tables stay as they are. */
  private void show(Set<Long> tables, VisibleIndexes visible) throws SQLException {
    Set<Long> shown = new TreeSet<>(visible.candidates());
    Set<Long> concealed = new TreeSet<>(visible.concealed());
    for (long table : tables) {
      for (Relation index : database.relations().indexes(table)) {
        boolean candidate = candidates.find(index.oid()).isPresent();
        boolean seen =
            candidate
                ? visible.candidates().contains(index.oid())
                : !visible.concealed().contains(index.oid());
        (seen ? shown : concealed).add(index.oid());
      }
    }
    database.visibility().set(shown, concealed);
  }

  private PlanResult read(StatementPlans plans, VisibleIndexes visible, String json) {
    UsedIndexes names = new UsedIndexes(database.relations(), candidates.byOid());
    try {
      PlanNode plan = new PlanReader(names).read(json);
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
    plans.known().addUnplanned(visible, result);
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
