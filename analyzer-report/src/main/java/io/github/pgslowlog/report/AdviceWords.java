package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Confidence;
import io.github.pgslowlog.select.Proof;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.WriteCost;
import java.util.ArrayList;
import java.util.List;

/** Advice in words: what text, Markdown and SQL tell alike. */
final class AdviceWords {
  private AdviceWords() {}

  /** What is under a heading of its own. */
  static String heading(Action action) {
    return switch (action) {
      case CREATE -> "Indexes to create";
      case DROP -> "Indexes to drop";
      case STATISTICS -> "Statistics to create";
      case SETTING -> "Settings to change";
      case CONSTRAINT -> "Constraints to change";
      case REWRITE -> "Statements to rewrite";
    };
  }

  /** What is to be done, of one recommendation. */
  static String title(Recommendation recommendation) {
    String table = recommendation.table().toString();
    return switch (recommendation.action()) {
      case CREATE -> "Create an index on " + table;
      case DROP -> "Drop an index of " + table;
      case STATISTICS -> "Create statistics on " + table;
      case SETTING -> "Change a setting" + (table.isEmpty() ? "" : " for " + table);
      case CONSTRAINT -> "Change a constraint of " + table;
      case REWRITE -> "Rewrite a statement" + (table.isEmpty() ? "" : " on " + table);
    };
  }

  /** Why, and for what share of the time. */
  static String why(Recommendation recommendation, Analysis analysis) {
    String reasons = String.join("; ", recommendation.reasons());
    if (recommendation.served().isEmpty()) {
      return reasons;
    }
    return reasons
        + ": "
        + Words.share(recommendation.micros(), analysis.workload().executionMicros())
        + " of execution time, "
        + Words.count(recommendation.calls(), "call");
  }

  /** The same, and which patterns it serves. */
  static String why(Recommendation recommendation, Analysis analysis, PatternNumbers patterns) {
    String why = why(recommendation, analysis);
    return recommendation.served().isEmpty()
        ? why
        : why + ", " + patterns.of(recommendation.queries());
  }

  /** What the planner says, and what it takes: each a few words. */
  static List<String> facts(Recommendation recommendation) {
    List<String> facts = new ArrayList<>();
    String cost = recommendation.proof().map(AdviceWords::cost).orElse("");
    String size =
        recommendation.bytes().isPresent()
            ? "size " + Words.bytes(recommendation.bytes().getAsLong())
            : "";
    if (!cost.isEmpty() || !size.isEmpty()) {
      facts.add(cost + (cost.isEmpty() || size.isEmpty() ? "" : ", ") + size);
    }
    recommendation.proof().ifPresent(proof -> facts.add(gain(proof)));
    recommendation.writeCost().ifPresent(written -> facts.add(writes(written)));
    if (recommendation.confidence() == Confidence.HEURISTIC) {
      facts.add("not confirmed by the planner");
    }
    return facts;
  }

  /** {@code cost 12,345 -> 123 (100 times cheaper)}. */
  static String cost(Proof proof) {
    return "cost " + costs(proof.costBefore(), proof.costAfter());
  }

  static String costs(double before, double after) {
    return Words.cost(before) + " -> " + Words.cost(after) + times(before, after);
  }

  private static String times(double before, double after) {
    if (before <= 0 || after <= 0) {
      return "";
    }
    boolean cheaper = after <= before;
    String ratio = Words.times(cheaper ? before / after : after / before);
    return ratio.equals("1.0")
        ? " (the same)"
        : " (" + ratio + " times " + (cheaper ? "cheaper)" : "costlier)");
  }

  private static String gain(Proof proof) {
    return "saves "
        + Words.percent(proof.standaloneGain())
        + " of all cost on its own; without it, "
        + Words.percent(proof.marginalGain())
        + " come back";
  }

  private static String writes(WriteCost cost) {
    StringBuilder words = new StringBuilder("writes ");
    words.append(Words.bytes(Math.round(cost.bytesPerInsert()))).append(" for each inserted row, ");
    words.append(Words.bytes(Math.round(cost.bytesPerUpdate()))).append(" for each updated key");
    if (cost.bytesPerDay().isPresent()) {
      words.append(", ").append(Words.bytes(Math.round(cost.bytesPerDay().getAsDouble())));
      words.append(" a day");
    }
    if (!cost.hotColumns().isEmpty()) {
      words.append("; updates of ").append(String.join(", ", cost.hotColumns()));
      words.append(" are no longer heap-only (HOT)");
    }
    return words.toString();
  }
}
