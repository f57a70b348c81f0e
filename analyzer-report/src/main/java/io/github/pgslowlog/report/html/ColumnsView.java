package io.github.pgslowlog.report.html;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.Evidence;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.workload.ColumnUsage;
import io.github.pgslowlog.workload.ColumnUsage.RoleUsage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The fifth section: what columns are used for, weighted by time and by calls. */
final class ColumnsView {
  /** More columns than a person looks at; the JSON report has all. */
  static final int MOST_COLUMNS = 250;

  private static final int PER_TABLE = 40;

  /** As long as names of a server are. */
  private static final int LONGEST_NAME = 63;

  private final Ties ties;
  private final Set<Role> roles = EnumSet.noneOf(Role.class);
  private final Map<String, List<ColumnUsage>> byTable = new LinkedHashMap<>();
  private final long calls;
  private long mostMicros;
  private long mostCalls;
  private int further;

  ColumnsView(Ties ties) {
    this.ties = ties;
    this.calls = ties.analysis.workload().executions();
    int shown = 0;
    for (ColumnUsage usage : ties.analysis.columns()) {
      List<ColumnUsage> ofTable = byTable.getOrDefault(table(usage), List.of());
      if (usage.maxWorkMicros() < 0) {
        continue;
      }
      if (shown >= MOST_COLUMNS || ofTable.size() >= PER_TABLE) {
        further++;
      } else {
        byTable.computeIfAbsent(table(usage), t -> new ArrayList<>()).add(usage);
        shown++;
        usage.roles().forEach(this::see);
      }
    }
  }

  private void see(Role role, RoleUsage usage) {
    if (ColumnUsage.isWork(role)) {
      roles.add(role);
      mostMicros = Math.max(mostMicros, usage.micros());
      mostCalls = Math.max(mostCalls, usage.calls());
    }
  }

  /**
   * A column in a role.
   *
   * @param timeStep step of colour by time
   * @param callStep step of colour by calls
   * @param time share of the time in words
   * @param calls share of the calls in words
   * @param title both in a sentence
   */
  record Cell(int timeStep, int callStep, String time, String calls, String title) {
    static final Cell NONE = new Cell(0, 0, "", "", "");
  }

  /** A column and its cells, one for each role. */
  record Row(String column, String mark, List<Cell> cells) {}

  /** A table and its columns. */
  record Table(String name, List<Row> rows) {}

  boolean any() {
    return !byTable.isEmpty();
  }

  List<String> roles() {
    return roles.stream().map(ColumnsView::words).toList();
  }

  int width() {
    return roles.size() + 1;
  }

  List<Table> tables() {
    return byTable.entrySet().stream()
        .map(e -> new Table(e.getKey(), e.getValue().stream().map(this::row).toList()))
        .toList();
  }

  int further() {
    return further;
  }

  boolean inferred() {
    return shown().anyMatch(usage -> usage.evidence() == Evidence.NAMING);
  }

  boolean ambiguous() {
    return shown().anyMatch(usage -> usage.table().isEmpty());
  }

  private Stream<ColumnUsage> shown() {
    return byTable.values().stream().flatMap(List::stream);
  }

  private static String table(ColumnUsage usage) {
    return usage.table().map(TableName::toString).orElse("table not known");
  }

  private Row row(ColumnUsage usage) {
    String mark = usage.evidence() == Evidence.NAMING ? "~" : "";
    List<Cell> cells = roles.stream().map(role -> cell(usage, role)).toList();
    return new Row(
        Excerpt.of(usage.column(), LONGEST_NAME), usage.table().isEmpty() ? "?" : mark, cells);
  }

  private Cell cell(ColumnUsage column, Role role) {
    RoleUsage usage = column.roles().get(role);
    if (usage == null) {
      return Cell.NONE;
    }
    String title =
        Excerpt.of(column.column(), LONGEST_NAME)
            + ", "
            + words(role)
            + ": "
            + Figures.duration(usage.micros())
            + " ("
            + Figures.share(usage.micros(), ties.micros)
            + " of the time), "
            + Figures.count(usage.calls(), "call")
            + " ("
            + Figures.share(usage.calls(), calls)
            + "), "
            + Figures.count(usage.patterns(), "pattern");
    return new Cell(
        WeekHeat.step(usage.micros(), mostMicros),
        WeekHeat.step(usage.calls(), mostCalls),
        hundredths(usage.micros(), ties.micros),
        hundredths(usage.calls(), calls),
        title);
  }

  /** In a small cell; the title has it in full. */
  private static String hundredths(long part, long whole) {
    double share = whole == 0 ? 0 : 100d * part / whole;
    if (share < 0.05) {
      return "·";
    }
    return share < 9.95
        ? Figures.share(share / 100).replace("\u00a0%", "")
        : Long.toString(Math.round(share));
  }

  /** {@code groupBy} is {@code group by}. */
  static String words(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
