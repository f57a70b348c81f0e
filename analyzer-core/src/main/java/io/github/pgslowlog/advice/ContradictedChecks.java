package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.ColumnDefinition;
import io.github.pgslowlog.catalog.Constraint;
import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.QueryBlock;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.sample.ConstantCounts;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Configuration;
import io.github.pgslowlog.select.PlanNode;
import io.github.pgslowlog.select.PlanResult;
import io.github.pgslowlog.select.PlannableStatement;
import io.github.pgslowlog.select.Proof;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.ServedQuery;
import io.github.pgslowlog.select.WeightedQuery;
import io.github.pgslowlog.workload.Pattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A statement that asks for a value that a CHECK constraint forbids reads the whole table for
 * nothing. The value is to be corrected; with constraint_exclusion the planner sees that there are
 * no such rows.
 *
 * <pre>
 * CHECK (plan IN ('free', 'pro'))     SELECT * FROM accounts WHERE plan = 'Pro'
 * ALTER ROLE analyst SET constraint_exclusion = on;
 * </pre>
 *
 * <p>Only where the values are known, the constraint is valid, and the planner proves it. Wrong as
 * a setting for all: then every statement is compared with every constraint. Prepared statements
 * with a generic plan gain nothing.
 */
final class ContradictedChecks implements AdviceRule {
  private static final Set<String> TYPES =
      Set.of("text", "character varying", "smallint", "integer", "bigint", "numeric");

  private static final Map<String, String> SETTING = Map.of("constraint_exclusion", "on");

  @Override
  public List<Recommendation> advise(AdviceContext context) {
    if (context.model().isEmpty()) {
      return List.of();
    }
    return new Run(context).recommendations();
  }

  /** What a statement asks for although it cannot be. */
  private record Contradiction(
      TableName table, String column, SimpleCheck check, Constraint constraint, long samples) {}

  /** A plan before and after, of so many of so many statements. */
  private record Trial(double before, double after, int proven, int tried) {}

  private static final class Run {
    private final AdviceContext context;
    private final Sizes sizes;

    Run(AdviceContext context) {
      this.context = context;
      sizes = new Sizes(context.catalog());
    }

    List<Recommendation> recommendations() {
      List<Recommendation> all = new ArrayList<>();
      for (ShapedPattern shaped : context.request().patterns()) {
        if (shaped.shape().isPresent() && Weights.isCostly(context, shaped)) {
          shaped.shape().get().blocks().stream()
              .flatMap(block -> contradiction(block).stream())
              .findFirst()
              .ifPresent(found -> all.addAll(advice(shaped.pattern(), found)));
        }
      }
      return all;
    }

    // --- the contradiction

    private Optional<Contradiction> contradiction(QueryBlock block) {
      return block.predicates().stream()
          .flatMap(predicate -> contradiction(predicate).stream())
          .findFirst();
    }

    private Optional<Contradiction> contradiction(Predicate predicate) {
      boolean equality = predicate.role() == Role.EQUALITY || predicate.role() == Role.IN;
      Optional<ColumnRef.Resolved> column =
          predicate.term().plainColumn().isPresent() && equality
              ? Predicates.column(predicate.term())
              : Optional.empty();
      if (column.isEmpty() || predicate.constants().size() != 1) {
        return Optional.empty();
      }
      TableName table = column.get().table().table();
      String name = column.get().column();
      if (sizes.isSmall(table) || !hasSimpleType(table, name)) {
        return Optional.empty();
      }
      ConstantCounts values = predicate.constants().get(0);
      return context.catalog().constraints(table).stream()
          .filter(constraint -> constraint.kind() == Constraint.Kind.CHECK)
          .filter(Constraint::validated)
          .flatMap(
              constraint ->
                  SimpleCheck.of(constraint.definition()).stream()
                      .filter(check -> check.column().equals(name))
                      .filter(check -> forbidden(values, check) > 0)
                      .map(
                          check ->
                              new Contradiction(
                                  table, name, check, constraint, forbidden(values, check))))
          .findFirst();
    }

    private boolean hasSimpleType(TableName table, String column) {
      return context
          .catalog()
          .find(table)
          .flatMap(known -> known.column(column))
          .map(ColumnDefinition::type)
          .map(type -> type.replaceAll("\\([0-9, ]*\\)", ""))
          .filter(TYPES::contains)
          .isPresent();
    }

    private static long forbidden(ConstantCounts values, SimpleCheck check) {
      return values.most().stream()
          .filter(seen -> check.forbids(seen.text()))
          .mapToLong(ConstantCounts.Seen::count)
          .sum();
    }

    // --- the proof

    private List<Recommendation> advice(Pattern pattern, Contradiction found) {
      return query(pattern.fingerprint())
          .flatMap(query -> trial(query, found.table()))
          .map(
              trial -> {
                List<Recommendation> both = new ArrayList<>(List.of(value(pattern, found, trial)));
                setting(pattern, found, trial).ifPresent(both::add);
                return both;
              })
          .orElse(List.of());
    }

    private Optional<WeightedQuery> query(Fingerprint fingerprint) {
      return context.queries().stream()
          .filter(query -> query.fingerprint().equals(fingerprint))
          .findFirst();
    }

    private Optional<Trial> trial(WeightedQuery query, TableName table) {
      double before = 0;
      double after = 0;
      int proven = 0;
      int tried = 0;
      Configuration chosen = Plans.chosen(context);
      Configuration on = new Configuration(chosen.candidates(), Set.of(), SETTING);
      for (PlannableStatement statement : query.statements()) {
        Optional<PlanResult.Planned> off = Plans.plan(context, statement, chosen);
        Optional<PlanResult.Planned> excluded = Plans.plan(context, statement, on);
        if (!statement.generic() && off.isPresent() && excluded.isPresent()) {
          tried++;
          before += off.get().cost();
          after += excluded.get().cost();
          boolean dummy =
              isRead(off.get().plan(), table)
                  && !isRead(excluded.get().plan(), table)
                  && hasEmptyResult(excluded.get().plan());
          proven += dummy ? 1 : 0;
        }
      }
      return proven == 0
          ? Optional.empty()
          : Optional.of(new Trial(before / tried, after / tried, proven, tried));
    }

    private boolean isRead(PlanNode plan, TableName table) {
      return Plans.reads(plan, table).findAny().isPresent()
          || sizes.leaves(table).stream()
              .anyMatch(leaf -> Plans.reads(plan, leaf).findAny().isPresent());
    }

    private static boolean hasEmptyResult(PlanNode plan) {
      return Plans.nodes(plan)
          .anyMatch(node -> node.type().equals("Result") && node.children().isEmpty());
    }

    // --- the words

    /** The values themselves stay in the log. */
    private Recommendation value(Pattern pattern, Contradiction found, Trial trial) {
      Recommendation.Builder advice =
          Recommendation.of(
                  Action.REWRITE,
                  found.table(),
                  new Rewrite(
                          "value",
                          Identifier.quoted(found.column())
                              + " = a value that "
                              + Identifier.quoted(found.constraint().name())
                              + " forbids",
                          "a value that it allows, or no statement at all",
                          "",
                          List.of())
                      .statement())
              .served(served(pattern, trial))
              .reason(
                  trial.proven()
                      + " of "
                      + trial.tried()
                      + " samples ask for a value that CHECK "
                      + found.constraint().name()
                      + " forbids: they read "
                      + found.table()
                      + " and find nothing")
              .reason(Weights.percent(Weights.share(context, pattern)) + " of the time")
              .caveat("see where the value comes from: case, spelling, an old name");
      return advice.build();
    }

    private Optional<Recommendation> setting(Pattern pattern, Contradiction found, Trial trial) {
      Optional<String> role =
          pattern.users().entrySet().stream()
              .filter(entry -> !entry.getKey().isEmpty())
              .max(
                  Map.Entry.<String, Long>comparingByValue()
                      .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
              .map(Map.Entry::getKey);
      return role.map(
          name ->
              Recommendation.of(
                      Action.SETTING,
                      found.table(),
                      "ALTER ROLE " + Identifier.quoted(name) + " SET constraint_exclusion = on;")
                  .rollback(
                      "ALTER ROLE " + Identifier.quoted(name) + " RESET constraint_exclusion;")
                  .verification(
                      "SELECT rolconfig FROM pg_roles WHERE rolname = "
                          + SqlText.literal(name)
                          + ";")
                  .served(served(pattern, trial))
                  .proof(proof(pattern, trial))
                  .reason(
                      "with it the planner proves from CHECK "
                          + found.constraint().name()
                          + " that no row fits, and reads nothing")
                  .caveat("correct the value first: then nothing has to be set")
                  .caveat(
                      "for a role that runs reports, not for all: every statement of the role is"
                          + " compared with every CHECK of its tables when it is planned")
                  .caveat("a prepared statement with a generic plan gains nothing")
                  .build());
    }

    private static List<ServedQuery> served(Pattern pattern, Trial trial) {
      return List.of(
          new ServedQuery(
              pattern.fingerprint(),
              pattern.calls(),
              pattern.executionMicros(),
              OptionalDouble.of(trial.before()),
              OptionalDouble.of(trial.after())));
    }

    private Proof proof(Pattern pattern, Trial trial) {
      double before = trial.before() * pattern.calls();
      double after = trial.after() * pattern.calls();
      double all = Math.max(before, Plans.workloadCost(context));
      double gain = all == 0 ? 0 : (before - after) / all;
      return new Proof(before, after, gain, gain);
    }
  }
}
