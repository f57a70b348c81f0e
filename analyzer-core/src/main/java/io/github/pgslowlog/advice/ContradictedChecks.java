package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.fingerprint.Fingerprint;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

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
  private static final Map<String, String> SETTING = Map.of("constraint_exclusion", "on");

  @Override
  public List<Recommendation> advise(AdviceContext context) {
    List<Proven> proven = new Run(context).proven();
    List<Recommendation> all = new ArrayList<>();
    proven.forEach(one -> all.add(value(context, one)));
    Map<String, List<Proven>> byRole = new LinkedHashMap<>();
    proven.forEach(
        one ->
            role(one.pattern())
                .ifPresent(
                    role -> byRole.computeIfAbsent(role, name -> new ArrayList<>()).add(one)));
    byRole.forEach((role, patterns) -> all.add(setting(context, role, patterns)));
    return all;
  }

  /** The patterns of which every statement asks for what cannot be. */
  Set<Fingerprint> always(AdviceContext context) {
    return new Run(context)
        .proven().stream()
            .filter(one -> one.trial().proven() == one.trial().tried())
            .map(one -> one.pattern().fingerprint())
            .collect(Collectors.toSet());
  }

  /** A plan before and after, of so many of so many statements. */
  private record Trial(double before, double after, int proven, int tried) {}

  private record Proven(Pattern pattern, Contradiction found, Trial trial) {}

  private static final class Run {
    private final AdviceContext context;
    private final Sizes sizes;

    Run(AdviceContext context) {
      this.context = context;
      sizes = new Sizes(context.catalog());
    }

    List<Proven> proven() {
      List<Proven> all = new ArrayList<>();
      for (ShapedPattern shaped : context.request().patterns()) {
        if (context.model().isPresent() && Weights.isCostly(context, shaped)) {
          shaped
              .shape()
              .flatMap(shape -> Contradiction.of(shape, context.catalog(), sizes))
              .flatMap(found -> proven(shaped.pattern(), found))
              .ifPresent(all::add);
        }
      }
      return all;
    }

    private Optional<Proven> proven(Pattern pattern, Contradiction found) {
      return context.queries().stream()
          .filter(query -> query.fingerprint().equals(pattern.fingerprint()))
          .findFirst()
          .flatMap(query -> trial(query, found.table()))
          .map(trial -> new Proven(pattern, found, trial));
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
  }

  // --- the words

  /** The values themselves stay in the log. */
  private static Recommendation value(AdviceContext context, Proven one) {
    String check = one.found().constraint().name();
    Rewrite rewrite =
        new Rewrite(
            "value",
            one.found().words(),
            "a value that it allows, or no statement at all",
            "",
            List.of());
    return Recommendation.of(Action.REWRITE, one.found().table(), rewrite.statement())
        .served(List.of(served(one)))
        .reason(
            one.trial().proven()
                + " of "
                + one.trial().tried()
                + " samples ask for a value that CHECK "
                + check
                + " forbids: they read "
                + one.found().table()
                + " and find nothing")
        .reason(Weights.percent(Weights.share(context, one.pattern())) + " of the time")
        .caveat("see where the value comes from: case, spelling, an old name")
        .build();
  }

  /** The role that has most of the calls. */
  private static Optional<String> role(Pattern pattern) {
    return pattern.users().entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty())
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }

  private static Recommendation setting(AdviceContext context, String role, List<Proven> all) {
    String alter = "ALTER ROLE " + Identifier.quoted(role);
    String checks =
        all.stream()
            .map(one -> one.found().constraint().name())
            .distinct()
            .collect(Collectors.joining(", "));
    return Recommendation.of(
            Action.SETTING, all.get(0).found().table(), alter + " SET constraint_exclusion = on;")
        .rollback(alter + " RESET constraint_exclusion;")
        .verification(
            "SELECT rolconfig FROM pg_roles WHERE rolname = " + SqlText.literal(role) + ";")
        .served(all.stream().map(ContradictedChecks::served).toList())
        .proof(proof(context, all))
        .reason(
            "with it the planner proves from CHECK "
                + checks
                + " that no row fits, and reads nothing")
        .caveat("correct the value first: then nothing has to be set")
        .caveat(
            "for a role that runs reports, not for all: every statement of the role is"
                + " compared with every CHECK of its tables when it is planned")
        .caveat("a prepared statement with a generic plan gains nothing")
        .build();
  }

  private static ServedQuery served(Proven one) {
    return new ServedQuery(
        one.pattern().fingerprint(),
        one.pattern().calls(),
        one.pattern().executionMicros(),
        OptionalDouble.of(one.trial().before()),
        OptionalDouble.of(one.trial().after()));
  }

  private static Proof proof(AdviceContext context, List<Proven> patterns) {
    double before = 0;
    double after = 0;
    for (Proven one : patterns) {
      before += one.trial().before() * one.pattern().calls();
      after += one.trial().after() * one.pattern().calls();
    }
    double all = Math.max(before, Plans.workloadCost(context));
    double gain = all == 0 ? 0 : (before - after) / all;
    return new Proof(before, after, gain, gain);
  }
}
