package io.github.pgslowlog.advice;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Proof;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.ServedQuery;
import io.github.pgslowlog.select.WriteCost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Puts the advice of several servers together: what is the same becomes one.
 *
 * <p>An index is to be dropped only if all servers say so: what one does not use, another may need.
 */
public final class AdviceMerge {
  private static final Comparator<Recommendation> BY_ACTION =
      Comparator.comparing(Recommendation::action);

  private final List<Part> parts;

  private AdviceMerge(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * Advice for one server.
   *
   * @param advice its advice
   * @param micros execution time of its statements in microseconds, which weighs its gains
   */
  public record Part(Advice advice, long micros) {}

  /**
   * Puts advice together.
   *
   * @param parts at least one
   * @return one recommendation for each statement: calls, time and costs are added up; gains are
   *     means weighted by execution time, 0 where a server's advice has none
   */
  public static Advice of(List<Part> parts) {
    return new AdviceMerge(parts).advice();
  }

  private Advice advice() {
    Map<String, List<Given>> byStatement = new LinkedHashMap<>();
    for (Part part : parts) {
      for (Recommendation given : part.advice().recommendations()) {
        String key = given.action().word() + " " + given.table() + " " + given.statement();
        byStatement.computeIfAbsent(key, k -> new ArrayList<>()).add(new Given(given, part));
      }
    }
    List<Recommendation> recommendations =
        byStatement.values().stream()
            .filter(this::isAgreed)
            .map(this::merged)
            .sorted(
                BY_ACTION
                    .thenComparing(AdviceMerge::gain, Comparator.reverseOrder())
                    .thenComparing(Recommendation::micros, Comparator.reverseOrder())
                    .thenComparing(Recommendation::statement))
            .toList();
    return new Advice(recommendations, unhelped(recommendations), problems(), basis());
  }

  private record Given(Recommendation recommendation, Part part) {}

  private boolean isAgreed(List<Given> given) {
    return given.get(0).recommendation().action() != Action.DROP || given.size() == parts.size();
  }

  private static double gain(Recommendation recommendation) {
    return recommendation.proof().map(Proof::standaloneGain).orElse(0.0);
  }

  private Recommendation merged(List<Given> given) {
    Recommendation one = given.get(0).recommendation();
    List<Recommendation> all = given.stream().map(Given::recommendation).toList();
    return new Recommendation(
        one.action(),
        one.table(),
        one.index(),
        one.statement(),
        one.rollback(),
        one.verification(),
        served(all),
        all.stream().allMatch(r -> r.proof().isPresent())
            ? Optional.of(proof(given))
            : Optional.empty(),
        all.stream().allMatch(r -> r.bytes().isPresent())
            ? OptionalLong.of(all.stream().mapToLong(r -> r.bytes().orElse(0)).max().orElse(0))
            : OptionalLong.empty(),
        all.stream().flatMap(r -> r.writeCost().stream()).reduce(AdviceMerge::both),
        all.stream().map(Recommendation::confidence).max(Comparator.naturalOrder()).orElseThrow(),
        reasons(all),
        distinct(all.stream().flatMap(r -> r.caveats().stream()).toList()));
  }

  private List<String> reasons(List<Recommendation> all) {
    List<String> reasons =
        new ArrayList<>(distinct(all.stream().flatMap(r -> r.reasons().stream()).toList()));
    if (parts.size() > 1) {
      reasons.add("advised for " + all.size() + " of " + parts.size() + " reports");
    }
    return reasons;
  }

  private Proof proof(List<Given> given) {
    return new Proof(
        sum(given, Proof::costBefore),
        sum(given, Proof::costAfter),
        mean(given, Proof::marginalGain),
        mean(given, Proof::standaloneGain));
  }

  private static double sum(List<Given> given, ToDoubleFunction<Proof> number) {
    return given.stream()
        .mapToDouble(g -> g.recommendation().proof().map(number::applyAsDouble).orElse(0.0))
        .sum();
  }

  private double mean(List<Given> given, ToDoubleFunction<Proof> share) {
    double whole = parts.stream().mapToDouble(Part::micros).sum();
    double saved =
        given.stream()
            .mapToDouble(
                g ->
                    g.part().micros()
                        * g.recommendation().proof().map(share::applyAsDouble).orElse(0.0))
            .sum();
    return whole == 0 ? 0 : saved / whole;
  }

  private static WriteCost both(WriteCost one, WriteCost other) {
    Set<String> columns = new LinkedHashSet<>(one.hotColumns());
    columns.addAll(other.hotColumns());
    boolean known = one.bytesPerDay().isPresent() && other.bytesPerDay().isPresent();
    return new WriteCost(
        Math.max(one.bytesPerInsert(), other.bytesPerInsert()),
        Math.max(one.bytesPerUpdate(), other.bytesPerUpdate()),
        List.copyOf(columns),
        known
            ? OptionalDouble.of(
                Math.max(one.bytesPerDay().orElse(0), other.bytesPerDay().orElse(0)))
            : OptionalDouble.empty());
  }

  /** Of a pattern that several serve, calls and time together, and the mean cost of a call. */
  private static List<ServedQuery> served(List<Recommendation> all) {
    Map<Fingerprint, ServedQuery> merged = new LinkedHashMap<>();
    all.forEach(r -> r.served().forEach(q -> merged.merge(q.fingerprint(), q, AdviceMerge::both)));
    return merged.values().stream()
        .sorted(
            Comparator.comparingLong(ServedQuery::micros)
                .reversed()
                .thenComparing(ServedQuery::fingerprint))
        .toList();
  }

  private static ServedQuery both(ServedQuery one, ServedQuery other) {
    return new ServedQuery(
        one.fingerprint(),
        one.calls() + other.calls(),
        one.micros() + other.micros(),
        mean(one.costBefore(), one.calls(), other.costBefore(), other.calls()),
        mean(one.costAfter(), one.calls(), other.costAfter(), other.calls()));
  }

  private static OptionalDouble mean(
      OptionalDouble one, long calls, OptionalDouble other, long otherCalls) {
    long all = calls + otherCalls;
    if (one.isEmpty() || other.isEmpty() || all == 0) {
      return one.isEmpty() ? other : one;
    }
    return OptionalDouble.of((one.orElse(0) * calls + other.orElse(0) * otherCalls) / all);
  }

  /** What is helped on one server may be on the others. */
  private List<Unhelped> unhelped(List<Recommendation> recommendations) {
    Set<Fingerprint> seen = new HashSet<>();
    recommendations.forEach(r -> seen.addAll(r.queries()));
    return parts.stream()
        .flatMap(part -> part.advice().unhelped().stream())
        .filter(unhelped -> seen.add(unhelped.fingerprint()))
        .toList();
  }

  private List<Problem> problems() {
    return parts.stream().flatMap(part -> part.advice().problems().stream()).distinct().toList();
  }

  private String basis() {
    return distinct(
            parts.stream().map(part -> part.advice().basis()).filter(b -> !b.isEmpty()).toList())
        .stream()
        .collect(Collectors.joining("; "));
  }

  private static List<String> distinct(List<String> texts) {
    return List.copyOf(new LinkedHashSet<>(texts));
  }
}
