package io.github.pgslowlog.advice;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.select.Selection;
import io.github.pgslowlog.select.WeightedQuery;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells how many patterns could not be planned, with the first reason of those that are most
 * frequent, and what to do about it.
 */
final class FailedPlans {
  private final Map<Cause, List<String>> reasons = new EnumMap<>(Cause.class);
  private int failed;

  /** What is wrong, by the message of the server in English. */
  private enum Cause {
    MISSING("; does the schema belong to these logs?"),
    PRIVILEGES("; connect as a role that may run the statements, or give --schema"),
    OTHER("");

    private final String remedy;

    Cause(String remedy) {
      this.remedy = remedy;
    }

    static Cause of(String reason) {
      if (reason.startsWith("permission denied")) {
        return PRIVILEGES;
      }
      return reason.contains(" does not exist") ? MISSING : OTHER;
    }
  }

  static List<Problem> problems(AdviceContext context) {
    FailedPlans plans = new FailedPlans();
    for (WeightedQuery query : context.queries()) {
      if (context.selection().queries().get(query.fingerprint())
          instanceof Selection.Failed failed) {
        plans.add(query.fingerprint(), failed.reason());
      }
    }
    return plans.problem(context.queries().size()).stream().toList();
  }

  void add(Fingerprint pattern, String reason) {
    failed++;
    reasons
        .computeIfAbsent(Cause.of(reason), cause -> new ArrayList<>())
        .add(pattern + ": " + reason);
  }

  /** Empty if all could be planned. */
  Optional<Problem> problem(int patterns) {
    Cause most = null;
    for (Cause cause : reasons.keySet()) {
      most = most == null || count(cause) > count(most) ? cause : most;
    }
    return most == null ? Optional.empty() : Optional.of(problem(patterns, most));
  }

  private int count(Cause cause) {
    return reasons.getOrDefault(cause, List.of()).size();
  }

  private Problem problem(int patterns, Cause most) {
    String first = reasons.getOrDefault(most, List.of()).get(0);
    return Problem.damage(
        String.format(
            Locale.ROOT,
            "%d of %d patterns could not be planned and are not part of the advice, such as %s%s",
            failed,
            patterns,
            first,
            most.remedy));
  }
}
