package io.github.pgslowlog.report.html;

import io.github.pgslowlog.Query;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.fingerprint.SqlLayout;
import io.github.pgslowlog.workload.DurationSummary;
import io.github.pgslowlog.workload.EventTotal;
import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.TimeSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** A row of the table of patterns, in words; the script makes the same ones of its data. */
final class PatternRow {
  /** Bars of the small picture of a pattern's time. */
  static final int TREND_BINS = 40;

  /** Characters of a statement in the table. */
  static final int EXCERPT = 220;

  private static final int LONGEST_TEXT = 6_000;
  private static final int MOST_NAMES = 5;

  /** Kinds of events that are told one by one; of the others only how many there are. */
  static final int MOST_EVENTS = 12;

  private final Ties ties;
  private final Query query;
  private final Pattern pattern;

  PatternRow(Ties ties, Query query) {
    this.ties = ties;
    this.query = query;
    this.pattern = query.pattern();
  }

  String fingerprint() {
    return pattern.fingerprint().toString();
  }

  int rank() {
    return ties.rank(pattern.fingerprint());
  }

  String excerpt() {
    return Excerpt.ofStatement(pattern.query(), EXCERPT);
  }

  /** What is special about it, a word or two each. */
  List<String> marks() {
    List<String> marks = new ArrayList<>();
    if (!ties.advice(pattern.fingerprint()).isEmpty()) {
      marks.add("advice");
    }
    if (pattern.plan().isPresent()) {
      marks.add("plan");
    }
    long events = pattern.history().events().stream().mapToLong(EventTotal::count).sum();
    if (events > 0) {
      marks.add(Figures.count(events, "event"));
    }
    if (query.unparsed().isPresent()) {
      marks.add("not parsed");
    }
    return marks;
  }

  String share() {
    return Figures.share(pattern.executionMicros(), ties.micros);
  }

  /** For a bar: how many of a hundred. */
  long hundredths() {
    return ties.micros == 0 ? 0 : Math.round(100d * pattern.executionMicros() / ties.micros);
  }

  String total() {
    return Figures.duration(pattern.executionMicros());
  }

  String calls() {
    return Figures.count(pattern.calls());
  }

  String mean() {
    return figure(DurationSummary::mean);
  }

  String p95() {
    return figure(DurationSummary::p95);
  }

  String p99() {
    return figure(DurationSummary::p99);
  }

  String max() {
    return figure(DurationSummary::max);
  }

  private String figure(ToLongFunction<DurationSummary> figure) {
    return pattern
        .durations()
        .map(durations -> Figures.duration(figure.applyAsLong(durations)))
        .orElse("–");
  }

  String growth() {
    return ties.growth(pattern).map(Growth::words).orElse("–");
  }

  String trend() {
    return ties.period
        .filter(period -> period.micros() > 0)
        .map(period -> Bins.of(pattern.history().timeline(), period, TREND_BINS, TimeSlice::micros))
        .map(StepPath::of)
        .orElse("");
  }

  // --- what is shown of it without the script

  String pretty() {
    return Excerpt.of(SqlLayout.pretty(pattern.query()), LONGEST_TEXT);
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    names(facts, "users", pattern.users());
    names(facts, "databases", pattern.databases());
    names(facts, "applications", pattern.applications());
    names(facts, "hosts", pattern.history().hosts());
    if (!query.tables().isEmpty()) {
      facts.add(new Fact("tables", Headline.list(tables())));
    }
    pattern.first().ifPresent(first -> facts.add(new Fact("first", Figures.time(first))));
    pattern.last().ifPresent(last -> facts.add(new Fact("last", Figures.time(last))));
    events(facts, pattern.history().events());
    query.unparsed().ifPresent(reason -> facts.add(new Fact("not parsed", reason)));
    String advice = new AdviceClause(ties).of(pattern.fingerprint());
    if (!advice.isEmpty()) {
      facts.add(new Fact("advice", advice));
    }
    return facts;
  }

  private static void events(List<Fact> facts, List<EventTotal> events) {
    for (EventTotal event : events.stream().limit(MOST_EVENTS).toList()) {
      facts.add(new Fact(event.kind().word(), EventWords.of(event)));
    }
    if (events.size() > MOST_EVENTS) {
      facts.add(new Fact("events", (events.size() - MOST_EVENTS) + " further kinds"));
    }
  }

  private List<String> tables() {
    return query.tables().stream().map(TableName::toString).toList();
  }

  private static void names(List<Fact> facts, String what, Map<String, Long> counts) {
    if (counts.isEmpty()) {
      return;
    }
    List<String> words = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(MOST_NAMES)
        .forEach(e -> words.add(e.getKey() + " " + Figures.count(e.getValue())));
    int more = counts.size() - MOST_NAMES;
    facts.add(new Fact(what, String.join(", ", words) + (more > 0 ? ", " + more + " more" : "")));
  }

  /** A name and a value. */
  record Fact(String name, String value) {}
}
