package io.github.pgslowlog.report.saved;

import io.github.pgslowlog.advice.Advice;
import io.github.pgslowlog.advice.Unhelped;
import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Confidence;
import io.github.pgslowlog.select.Proof;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.ServedQuery;
import io.github.pgslowlog.select.WriteCost;
import io.github.pgslowlog.workload.Pattern;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What to do, and what nothing helps. */
final class SavedAdvice {
  private final Map<Fingerprint, Pattern> patterns = new HashMap<>();

  SavedAdvice(List<Pattern> patterns) {
    patterns.forEach(pattern -> this.patterns.put(pattern.fingerprint(), pattern));
  }

  /** Its problems are among those of the whole. */
  Advice read(Saved recommendations, Saved advice, List<Problem> all) {
    if (!advice.isGiven()) {
      return new Advice(recommendations.list(this::recommendation), List.of(), List.of(), "");
    }
    return new Advice(
        recommendations.list(this::recommendation),
        advice.field("unhelped").list(SavedAdvice::unhelped),
        problems(advice.field("problems").list(Saved::text), all),
        advice.optionalText("basis").orElse(""));
  }

  private static List<Problem> problems(List<String> messages, List<Problem> all) {
    Set<String> own = new HashSet<>(messages);
    return all.stream().filter(problem -> own.contains(problem.message())).toList();
  }

  private static Unhelped unhelped(Saved unhelped) {
    return new Unhelped(
        SavedQuery.fingerprint(unhelped.field("fingerprint")), unhelped.field("cause").text());
  }

  private Recommendation recommendation(Saved saved) {
    TableName table = SavedUsage.table(saved);
    return new Recommendation(
        saved.field("action").oneOf(Action.values(), Action::word),
        table,
        index(saved, table),
        saved.field("statement").text(),
        saved.field("rollback").text(),
        saved.field("verification").text(),
        served(saved),
        proof(saved),
        saved.optionalBytes("sizeBytes"),
        saved.optional("writeCost", SavedAdvice::writeCost),
        saved.field("confidence").oneOf(Confidence.values(), Confidence::word),
        saved.field("reasons").list(Saved::text),
        saved.field("caveats").list(Saved::text));
  }

  private static Optional<CandidateIndex> index(Saved saved, TableName table) {
    return saved.optional(
        "accessMethod",
        method ->
            new CandidateIndex(
                table,
                method.text(),
                saved.field("keys").list(SavedKey::read),
                saved.field("include").list(Saved::text),
                saved.optionalText("predicate")));
  }

  private static Optional<Proof> proof(Saved saved) {
    return saved.optional(
        "costBefore",
        before ->
            new Proof(
                before.real(),
                saved.field("costAfter").real(),
                saved.field("marginalGain").real(),
                saved.field("standaloneGain").real()));
  }

  private static WriteCost writeCost(Saved cost) {
    return new WriteCost(
        cost.field("bytesPerInsert").real(),
        cost.field("bytesPerUpdate").real(),
        cost.field("hotColumns").list(Saved::text),
        cost.optionalReal("bytesPerDay"));
  }

  private List<ServedQuery> served(Saved saved) {
    Map<Fingerprint, Saved> costs = new HashMap<>();
    saved
        .field("costs")
        .list(cost -> cost)
        .forEach(cost -> costs.put(SavedQuery.fingerprint(cost.field("fingerprint")), cost));
    return saved.field("queries").list(query -> served(query, costs));
  }

  private ServedQuery served(Saved query, Map<Fingerprint, Saved> costs) {
    Fingerprint fingerprint = SavedQuery.fingerprint(query);
    Pattern pattern = patterns.get(fingerprint);
    if (pattern == null) {
      throw query.expected("the fingerprint of a pattern of the report");
    }
    Saved cost = costs.get(fingerprint);
    return new ServedQuery(
        fingerprint,
        pattern.calls(),
        pattern.executionMicros(),
        cost == null ? OptionalDouble.empty() : cost.optionalReal("before"),
        cost == null ? OptionalDouble.empty() : cost.optionalReal("after"));
  }
}
