package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.workload.ColumnUsage;
import io.github.pgslowlog.workload.ColumnUsage.RoleUsage;
import io.github.pgslowlog.workload.DurationSummary;
import io.github.pgslowlog.workload.EventKind;
import io.github.pgslowlog.workload.EventTotal;
import io.github.pgslowlog.workload.Pattern;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Patterns and columns for a spreadsheet: comma-separated, a line for each, the first one with the
 * names (RFC 4180, lines end in a newline). Milliseconds have three decimals.
 *
 * <p>Where text of clients could begin a formula, an apostrophe stands before it. Names in a cell
 * have a bar between them.
 */
public final class CsvReport {
  private static final List<String> PATTERN_NAMES =
      List.of(
          "fingerprint",
          "type",
          "calls",
          "total_ms",
          "mean_ms",
          "stddev_ms",
          "min_ms",
          "max_ms",
          "p50_ms",
          "p95_ms",
          "p99_ms",
          "parse_ms",
          "bind_ms",
          "first_time",
          "last_time",
          "cancelled",
          "errors",
          "lock_waits",
          "temporary_files",
          "users",
          "databases",
          "applications",
          "tables",
          "query");

  private static final List<String> COLUMN_NAMES =
      List.of("schema", "table", "column", "role", "calls", "total_ms", "patterns", "evidence");

  /** Between names in a cell: no program splits a line at it unasked. */
  private static final String SEPARATOR = " | ";

  private CsvReport() {}

  /**
   * Writes all patterns, those that cost most time first.
   *
   * @param analysis the analysis
   * @param out receives the lines
   * @throws IOException when they cannot be written
   */
  public static void writePatterns(Analysis analysis, Appendable out) throws IOException {
    line(PATTERN_NAMES, out);
    for (Query query : analysis.queries()) {
      line(pattern(query), out);
    }
  }

  /**
   * Writes how columns are used, a line for each column and role.
   *
   * @param analysis the analysis
   * @param out receives the lines; schema and table are empty where the table is not known
   * @throws IOException when they cannot be written
   */
  public static void writeColumns(Analysis analysis, Appendable out) throws IOException {
    line(COLUMN_NAMES, out);
    for (ColumnUsage usage : analysis.columns()) {
      for (Map.Entry<Role, RoleUsage> role : usage.roles().entrySet()) {
        line(column(usage, role.getKey(), role.getValue()), out);
      }
    }
  }

  private static List<String> pattern(Query query) {
    Pattern pattern = query.pattern();
    return List.of(
        pattern.fingerprint().toString(),
        query.type().word(),
        Long.toString(pattern.calls()),
        Milliseconds.exact(pattern.executionMicros()),
        number(pattern, DurationSummary::mean),
        number(pattern, DurationSummary::deviation),
        number(pattern, DurationSummary::min),
        number(pattern, DurationSummary::max),
        number(pattern, DurationSummary::p50),
        number(pattern, DurationSummary::p95),
        number(pattern, DurationSummary::p99),
        Milliseconds.exact(pattern.parseMicros()),
        Milliseconds.exact(pattern.bindMicros()),
        pattern.first().map(Times::iso).orElse(""),
        pattern.last().map(Times::iso).orElse(""),
        Long.toString(pattern.cancelled()),
        events(pattern, EventKind.ERROR),
        events(pattern, EventKind.LOCK_WAIT),
        events(pattern, EventKind.TEMPORARY_FILE),
        names(pattern.users().keySet().stream()),
        names(pattern.databases().keySet().stream()),
        names(pattern.applications().keySet().stream()),
        names(query.tables().stream().map(TableName::toString)),
        CsvCell.text(pattern.query()));
  }

  private static String number(Pattern pattern, Function<DurationSummary, Long> number) {
    return pattern.durations().map(number).map(Milliseconds::exact).orElse("");
  }

  private static String events(Pattern pattern, EventKind kind) {
    return Long.toString(
        pattern.history().events().stream()
            .filter(event -> event.kind() == kind)
            .mapToLong(EventTotal::count)
            .sum());
  }

  private static List<String> column(ColumnUsage usage, Role role, RoleUsage uses) {
    Optional<TableName> table = usage.table();
    return List.of(
        CsvCell.text(table.map(TableName::schema).orElse("")),
        CsvCell.text(table.map(TableName::name).orElse("")),
        CsvCell.text(usage.column()),
        role.word(),
        Long.toString(uses.calls()),
        Milliseconds.exact(uses.micros()),
        Long.toString(uses.patterns()),
        table.isPresent() ? Words.evidence(usage.evidence()) : "");
  }

  private static String names(Stream<String> names) {
    return CsvCell.text(names.collect(Collectors.joining(SEPARATOR)));
  }

  private static void line(Collection<String> cells, Appendable out) throws IOException {
    String separator = "";
    for (String cell : cells) {
      out.append(separator).append(CsvCell.quoted(cell));
      separator = ",";
    }
    out.append('\n');
  }
}
