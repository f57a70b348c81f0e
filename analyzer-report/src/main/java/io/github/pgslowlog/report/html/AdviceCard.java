package io.github.pgslowlog.report.html;

import io.github.pgslowlog.select.Confidence;
import io.github.pgslowlog.select.Proof;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.ServedQuery;
import io.github.pgslowlog.select.WriteCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A recommendation in words. */
final class AdviceCard {
  private static final int MOST_SERVED = 12;
  private static final int LONGEST_TITLE = 300;

  /** Costs closer than that are told to be the same: an estimate is no better. */
  static final double LEAST_CHANGE = 1.05;

  private final Ties ties;
  private final Recommendation recommendation;
  private final int number;
  private final List<String> common;
  private final boolean planned;

  AdviceCard(Ties ties, Recommendation recommendation, int number, List<String> common) {
    this.ties = ties;
    this.recommendation = recommendation;
    this.number = number;
    this.common = common;
    this.planned = !ties.analysis.advice().basis().isEmpty();
  }

  /** A pattern that is served, and what the planner says of one call of it. */
  record Served(
      PatternLink link, String calls, String time, String before, String after, String times) {}

  /** A figure and its name. */
  record Fact(String name, String value) {}

  static String id(int number) {
    return "r-" + number;
  }

  String id() {
    return id(number);
  }

  int number() {
    return number;
  }

  String title() {
    return Excerpt.of(wholeTitle(), LONGEST_TITLE);
  }

  private String wholeTitle() {
    String table = recommendation.table().toString();
    return switch (recommendation.action()) {
      case CREATE ->
          "Create an index on " + recommendation.index().map(AdviceClause::index).orElse(table);
      case DROP -> "Drop an index of " + table;
      case STATISTICS -> "Create statistics on " + table;
      case SETTING -> "Change a setting" + (table.isEmpty() ? "" : " for " + table);
      case CONSTRAINT -> "Change a constraint of " + table;
      case REWRITE -> "Rewrite a statement" + (table.isEmpty() ? "" : " on " + table);
    };
  }

  String why() {
    String reasons = capitalized(String.join("; ", recommendation.reasons()));
    if (recommendation.served().isEmpty()) {
      return reasons;
    }
    return reasons
        + ". Serves "
        + Figures.share(recommendation.micros(), ties.micros)
        + " of the time, "
        + Figures.count(recommendation.calls(), "call")
        + " of "
        + Figures.count(recommendation.served().size(), "pattern")
        + ".";
  }

  private static String capitalized(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    recommendation.proof().ifPresent(proof -> proof(facts, proof));
    if (recommendation.bytes().isPresent()) {
      facts.add(new Fact("Size", Figures.bytes(recommendation.bytes().getAsLong())));
    }
    recommendation.writeCost().ifPresent(cost -> writes(facts, cost));
    if (planned && recommendation.confidence() == Confidence.HEURISTIC) {
      facts.add(new Fact("Proof", "none: not confirmed by the planner"));
    }
    return facts;
  }

  private static void proof(List<Fact> facts, Proof proof) {
    facts.add(
        new Fact(
            "Planner’s cost, with all advice followed",
            Figures.cost(proof.costBefore())
                + " → "
                + Figures.cost(proof.costAfter())
                + change(proof.costBefore(), proof.costAfter())));
    facts.add(new Fact("Saves on its own", Figures.share(proof.standaloneGain()) + " of all cost"));
    facts.add(new Fact("Lost without it", Figures.share(proof.marginalGain()) + " of all cost"));
  }

  private static String change(double before, double after) {
    String times = times(before, after);
    return times.isEmpty() ? "" : " (" + times + ")";
  }

  private static String times(double before, double after) {
    if (before <= 0 || after <= 0) {
      return "";
    }
    double ratio = Math.max(before, after) / Math.min(before, after);
    return ratio < LEAST_CHANGE
        ? "about the same"
        : Figures.times(ratio) + " times " + (after < before ? "cheaper" : "costlier");
  }

  private static void writes(List<Fact> facts, WriteCost cost) {
    String each =
        Figures.bytes(Math.round(cost.bytesPerInsert()))
            + " for each inserted row, "
            + Figures.bytes(Math.round(cost.bytesPerUpdate()))
            + " for each updated key";
    String day =
        cost.bytesPerDay().isPresent()
            ? "; " + Figures.bytes(Math.round(cost.bytesPerDay().getAsDouble())) + " a day"
            : "";
    String hot =
        cost.hotColumns().isEmpty()
            ? ""
            : "; updates of "
                + String.join(", ", cost.hotColumns())
                + " are no longer heap-only (HOT)";
    facts.add(new Fact("Writes", each + day + hot));
  }

  String statement() {
    return recommendation.statement();
  }

  String rollback() {
    return recommendation.rollback();
  }

  String verification() {
    return recommendation.verification();
  }

  List<String> caveats() {
    return caveats(recommendation).stream().filter(caveat -> !common.contains(caveat)).toList();
  }

  /** The statement that undoes it has a place of its own. */
  static List<String> caveats(Recommendation recommendation) {
    String undo = ": " + recommendation.rollback();
    return recommendation.caveats().stream().map(caveat -> caveat.replace(undo, "")).toList();
  }

  List<Served> served() {
    return recommendation.served().stream().limit(MOST_SERVED).map(this::served).toList();
  }

  boolean hasCosts() {
    return recommendation.served().stream().anyMatch(s -> s.costBefore().isPresent());
  }

  int furtherServed() {
    return Math.max(0, recommendation.served().size() - MOST_SERVED);
  }

  private Served served(ServedQuery query) {
    return new Served(
        ties.link(query.fingerprint()),
        Figures.count(query.calls()),
        Figures.duration(query.micros()),
        cost(query.costBefore()),
        cost(query.costAfter()),
        times(query.costBefore().orElse(0), query.costAfter().orElse(0)));
  }

  private static String cost(OptionalDouble cost) {
    return cost.isPresent() ? Figures.cost(cost.getAsDouble()) : "–";
  }
}
