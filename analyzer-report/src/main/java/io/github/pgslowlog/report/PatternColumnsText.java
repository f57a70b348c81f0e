package io.github.pgslowlog.report;

import io.github.pgslowlog.Query;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.Sargability;
import io.github.pgslowlog.workload.PatternColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a pattern uses columns for, and whether an index can serve that. */
final class PatternColumnsText {
  private static final int COLUMN = 30;

  private final TextCanvas canvas;

  PatternColumnsText(TextCanvas canvas) {
    this.canvas = canvas;
  }

  void write(Query query) {
    if (!query.tables().isEmpty()) {
      canvas.heading("Tables");
      canvas.paragraph(
          query.tables().stream().map(TableName::toString).collect(Collectors.joining(", ")), 2);
    }
    if (!query.columns().isEmpty()) {
      canvas.heading("Columns");
      Map<String, String> uses = new LinkedHashMap<>();
      for (PatternColumn column : query.columns()) {
        uses.merge(name(column), use(column), (some, more) -> some + "; " + more);
      }
      int start = Math.min(COLUMN, canvas.width() / 2);
      uses.forEach((name, use) -> canvas.column("  " + name, use, start));
    }
  }

  /** {@code orders.id}; a question mark where the table is not known. */
  static String name(PatternColumn column) {
    return column.table().map(TableName::toString).orElse("?") + "." + column.column();
  }

  /** {@code equality in lower(email) =: function on column}. */
  private static String use(PatternColumn column) {
    StringBuilder use = new StringBuilder(column.role().word());
    column.expression().ifPresent(text -> use.append(" in ").append(text));
    column.operator().ifPresent(operator -> use.append(' ').append(operator));
    column.partner().ifPresent(partner -> use.append(' ').append(partner));
    column.order().map(PatternColumnsText::order).ifPresent(use::append);
    obstacles(List.of(column))
        .forEach(why -> use.append(" (no plain index: ").append(why).append(')'));
    return use.toString();
  }

  private static String order(PatternColumn.Order order) {
    return (order.descending() ? " DESC" : " ASC")
        + switch (order.nulls()) {
          case FIRST -> " NULLS FIRST";
          case LAST -> " NULLS LAST";
          case DEFAULT -> "";
        };
  }

  /** Why an index on plain columns cannot serve conditions, each reason once. */
  static List<String> obstacles(List<PatternColumn> columns) {
    return columns.stream()
        .flatMap(column -> column.sargability().stream())
        .filter(sargability -> sargability != Sargability.SARGABLE)
        .map(Sargability::words)
        .distinct()
        .toList();
  }
}
