package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.Evidence;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.workload.CancelledTotal;
import io.github.pgslowlog.workload.ColumnUsage;
import io.github.pgslowlog.workload.DurationSummary;
import io.github.pgslowlog.workload.OtherPatterns;
import io.github.pgslowlog.workload.Pattern;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An analysis for a terminal: coverage, load over time, the patterns that cost most, columns,
 * advice. The same analysis gives the same text everywhere.
 */
public final class TextReport {
  private static final int MAX_EVENTS = 3;
  private static final int MAX_NAMES = 3;

  /** Of the numbers of a pattern. */
  private static final int[] WIDTHS = {3, 6, 10, 8, 9, 9, 9};

  private final Analysis analysis;
  private final int top;
  private final TextCanvas canvas;
  private final long executionMicros;
  private final PatternNumbers patterns;

  private TextReport(Analysis analysis, int top, TextCanvas canvas) {
    this.analysis = analysis;
    this.top = top;
    this.canvas = canvas;
    this.executionMicros = analysis.workload().executionMicros();
    this.patterns = PatternNumbers.in(analysis);
  }

  /**
   * Writes an analysis.
   *
   * @param analysis the analysis
   * @param options how many patterns and columns to show, how wide it may be, and whether in
   *     colours
   * @param out receives the text
   * @throws IOException when it cannot be written
   */
  public static void write(Analysis analysis, ReportOptions options, Appendable out)
      throws IOException {
    TextCanvas canvas = new TextCanvas(options.columns(), options.colour());
    new TextReport(analysis, options.top(), canvas).report();
    out.append(canvas.text());
  }

  private void report() {
    canvas.title("pgslowlog report" + (analysis.complete() ? "" : " (partial)"));
    new CoverageText(analysis, canvas).write();
    new LoadText(canvas).write(analysis.workload().history().timeline());
    patterns();
    cancelled();
    columns();
    advice();
  }

  private void cancelled() {
    List<CancelledTotal> totals = analysis.workload().cancelled();
    if (totals.isEmpty()) {
      return;
    }
    canvas.heading("Cancelled statements");
    for (CancelledTotal total : totals) {
      canvas.paragraph(
          Words.count(total.count()) + " by " + total.reason().word() + foreignKey(total), 2);
    }
  }

  private static String foreignKey(CancelledTotal total) {
    return total
        .foreignKeyCheck()
        .map(
            check ->
                ", while rows of "
                    + new TableName(check.schema(), check.table())
                    + " that reference a changed key were searched: is there an index on ("
                    + String.join(", ", check.columns())
                    + ")?")
        .orElse("");
  }

  private void advice() {
    if (analysis.advice().basis().isEmpty()) {
      new CandidateText(analysis, patterns, canvas).write();
    } else {
      new AdviceText(analysis, patterns, top, canvas).write();
    }
  }

  // --- patterns

  private void patterns() {
    List<Query> queries = analysis.queries();
    canvas.heading("Patterns that cost most time" + shown(queries.size()));
    if (queries.isEmpty()) {
      canvas.line("(none)");
      return;
    }
    row("#", "time", "total", "calls", "mean", "p95", "max");
    queries.stream().limit(top).forEach(this::pattern);
    analysis.workload().other().ifPresent(this::other);
  }

  private String shown(int all) {
    return all > top ? " (" + top + " of " + Words.count(all) + ")" : "";
  }

  private void pattern(Query query) {
    Pattern pattern = query.pattern();
    numbers(
        Integer.toString(patterns.place(pattern.fingerprint())),
        pattern.executionMicros(),
        pattern.calls(),
        pattern.durations());
    canvas.excerpt(pattern.query().isEmpty() ? "(empty statement)" : pattern.query(), 4, 4);
    origin(pattern);
    events(pattern);
    query.unparsed().ifPresent(reason -> canvas.excerpt("! not parsed: " + reason, 4, 2));
  }

  private void events(Pattern pattern) {
    String events = EventWords.of(pattern.history().events(), MAX_EVENTS);
    if (!events.isEmpty()) {
      canvas.excerpt("-- " + events, 4, 3);
    }
  }

  private void other(OtherPatterns others) {
    numbers("-", others.executionMicros(), others.calls(), others.durations());
    canvas.line(
        "    other: about "
            + Words.count(Words.rounded(others.patterns()), "further pattern")
            + " together");
  }

  private void numbers(String rank, long micros, long calls, Optional<DurationSummary> durations) {
    row(
        rank,
        Words.share(micros, executionMicros),
        Words.duration(micros),
        Words.count(calls),
        durations.map(d -> Words.duration(d.mean())).orElse("-"),
        durations.map(d -> Words.duration(d.p95())).orElse("-"),
        durations.map(d -> Words.duration(d.max())).orElse("-"));
  }

  /** As many cells as there is room for. */
  private void row(String... cells) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      String cell = " ".repeat(Math.max(0, WIDTHS[i] - cells[i].length())) + cells[i];
      if (row.length() + 1 + cell.length() > canvas.width()) {
        break;
      }
      row.append(i == 0 ? "" : " ").append(cell);
    }
    canvas.line(row.toString());
  }

  private void origin(Pattern pattern) {
    String users = names(pattern.users());
    String databases = names(pattern.databases());
    String applications = names(pattern.applications());
    String text =
        (users.isEmpty() ? "" : "by " + users)
            + (databases.isEmpty() ? "" : " in " + databases)
            + (applications.isEmpty() ? "" : " from " + applications);
    if (!text.isEmpty()) {
      canvas.excerpt("-- " + text.strip(), 4, 2);
    }
  }

  /** Those with most calls first. */
  private static String names(Map<String, Long> counts) {
    String first =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(MAX_NAMES)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    return first + Words.further(counts.size(), MAX_NAMES, Pattern.MAX_NAMES);
  }

  // --- columns

  /** Columns that are only given back or filled are not shown: most statements have many. */
  private void columns() {
    List<ColumnUsage> columns =
        analysis.columns().stream().filter(usage -> usage.maxWorkMicros() >= 0).toList();
    canvas.heading("Columns in use" + shown(columns.size()));
    if (columns.isEmpty()) {
      canvas.line("(none)");
      return;
    }
    List<ColumnUsage> first = columns.stream().limit(top).toList();
    first.forEach(this::column);
    if (first.stream().anyMatch(c -> c.evidence() == Evidence.NAMING)) {
      canvas.paragraph("~ the table is inferred from how columns are named", 0);
    }
    if (first.stream().anyMatch(c -> c.table().isEmpty())) {
      canvas.paragraph("? the column could belong to several tables; a schema would tell", 0);
    }
  }

  private void column(ColumnUsage usage) {
    String mark = usage.evidence() == Evidence.NAMING ? "~" : "";
    String table = usage.table().map(TableName::toString).orElse("?");
    String roles =
        usage.roles().entrySet().stream()
            .filter(e -> ColumnUsage.isWork(e.getKey()))
            .sorted(
                Map.Entry.<Role, ColumnUsage.RoleUsage>comparingByValue(
                        Comparator.comparingLong(ColumnUsage.RoleUsage::micros))
                    .reversed())
            .map(e -> e.getKey().word() + " " + Words.share(e.getValue().micros(), executionMicros))
            .collect(Collectors.joining(", "));
    canvas.column(mark + table + "." + usage.column(), roles, 34);
  }
}
