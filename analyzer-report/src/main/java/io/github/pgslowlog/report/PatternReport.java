package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.fingerprint.SqlLayout;
import io.github.pgslowlog.resolve.RowLimit;
import io.github.pgslowlog.workload.DurationSummary;
import io.github.pgslowlog.workload.EventTotal;
import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.PatternHistory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** All that is known of one pattern, for a terminal. */
public final class PatternReport {
  private static final int NAMES = 16;
  private static final int MAX_NAMES = 12;

  private final Analysis analysis;
  private final Query query;
  private final Pattern pattern;
  private final ReportOptions options;
  private final TextCanvas canvas;
  private final PatternNumbers patterns;

  private PatternReport(Analysis analysis, Query query, ReportOptions options) {
    this.analysis = analysis;
    this.query = query;
    this.pattern = query.pattern();
    this.options = options;
    this.canvas = new TextCanvas(options.columns(), options.colour());
    this.patterns = PatternNumbers.in(analysis);
  }

  /**
   * Writes what is known of a pattern.
   *
   * @param analysis the analysis
   * @param query one of its queries
   * @param options how wide it may be, whether in colours, and whether samples show their values
   * @param out receives the text
   * @throws IOException when it cannot be written
   */
  public static void write(Analysis analysis, Query query, ReportOptions options, Appendable out)
      throws IOException {
    PatternReport report = new PatternReport(analysis, query, options);
    report.report();
    out.append(report.canvas.text());
  }

  private void report() {
    canvas.title(
        "Pattern " + pattern.fingerprint() + (analysis.complete() ? "" : " (partial report)"));
    canvas.paragraph(place(), 0);
    canvas.blank();
    canvas.sql(
        pattern.query().isEmpty() ? "-- empty statement" : SqlLayout.pretty(pattern.query()), 2);
    query.unparsed().ifPresent(reason -> canvas.warning("not parsed: " + reason));
    numbers();
    new HistogramText(canvas).write(pattern.history().histogram());
    new LoadText(canvas).write(pattern.history().timeline());
    origins();
    tags();
    new PatternColumnsText(canvas).write(query);
    events();
    new SamplesText(canvas, options.values()).write(pattern);
    new PatternAdviceText(analysis, query, patterns, canvas).write();
  }

  private String place() {
    return patterns.of(pattern.fingerprint())
        + " of "
        + Words.count(analysis.queries().size(), "pattern")
        + " by time: "
        + Words.share(pattern.executionMicros(), analysis.workload().executionMicros())
        + " of execution time, "
        + Words.share(pattern.calls(), analysis.workload().executions())
        + " of executions";
  }

  // --- numbers

  private void numbers() {
    canvas.heading("Numbers");
    number("type", query.type().word());
    number("calls", Words.count(pattern.calls()));
    number("total", Words.duration(pattern.executionMicros()));
    pattern.durations().ifPresent(this::durations);
    duration("parse", pattern.parseMicros());
    duration("bind", pattern.bindMicros());
    if (pattern.cancelled() > 0) {
      number("cancelled", Words.count(pattern.cancelled()));
    }
    pattern.first().ifPresent(time -> number("first", Times.iso(time)));
    pattern.last().ifPresent(time -> number("last", Times.iso(time)));
    query.limit().map(PatternReport::limit).ifPresent(text -> number("rows asked", text));
  }

  private void durations(DurationSummary durations) {
    number(
        "mean",
        Words.duration(durations.mean())
            + ", standard deviation "
            + Words.duration(durations.deviation()));
    number("min", Words.duration(durations.min()));
    number("p50", Words.duration(durations.p50()));
    number("p95", Words.duration(durations.p95()));
    number("p99", Words.duration(durations.p99()));
    number("max", Words.duration(durations.max()));
  }

  private static String limit(RowLimit limit) {
    return (limit.limited() ? "LIMIT" : "all")
        + (limit.offset() ? (limit.limited() ? " and" : " behind an") + " OFFSET" : "");
  }

  private void duration(String name, long micros) {
    if (micros > 0) {
      number(name, Words.duration(micros));
    }
  }

  private void number(String name, String value) {
    canvas.column("  " + name, value, NAMES);
  }

  // --- who, and what happened

  private void origins() {
    boolean any =
        !pattern.users().isEmpty()
            || !pattern.databases().isEmpty()
            || !pattern.applications().isEmpty()
            || !pattern.history().hosts().isEmpty();
    if (any) {
      canvas.heading("Where calls come from");
      names("users", pattern.users(), Pattern.MAX_NAMES);
      names("databases", pattern.databases(), Pattern.MAX_NAMES);
      names("applications", pattern.applications(), Pattern.MAX_NAMES);
      names("hosts", pattern.history().hosts(), PatternHistory.MAX_HOSTS);
    }
  }

  private void tags() {
    if (!pattern.tags().isEmpty()) {
      canvas.heading("Tags");
      pattern.tags().forEach((key, values) -> names(key, values, Pattern.MAX_NAMES));
    }
  }

  /** Those with most calls first; so many at most are known. */
  private void names(String name, SortedMap<String, Long> counts, int most) {
    if (counts.isEmpty()) {
      return;
    }
    String first =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(MAX_NAMES)
            .map(e -> e.getKey() + " " + Words.count(e.getValue()))
            .collect(Collectors.joining(", "));
    number(name, first + Words.further(counts.size(), MAX_NAMES, most));
  }

  private void events() {
    List<EventTotal> events = pattern.history().events();
    if (!events.isEmpty()) {
      canvas.heading("Events");
      events.forEach(event -> canvas.paragraph("- " + EventWords.of(event), 2));
    }
  }
}
