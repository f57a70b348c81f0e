package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.Term;
import io.github.pgslowlog.workload.Pattern;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A time cut to a unit: grouped by, or compared.
 *
 * @param table its table
 * @param column its column
 * @param unit {@code day} and so on
 * @param sql the expression with the values that the statements have
 */
record TimeGroup(TableName table, String column, String unit, String sql) {
  private static final java.util.regex.Pattern ZONE =
      java.util.regex.Pattern.compile("[A-Za-z0-9_+/-]{1,60}");

  /** Empty for other expressions, and where the samples have several units or zones. */
  static Optional<TimeGroup> of(Term term, Pattern pattern) {
    Optional<ColumnRef.Resolved> column =
        term instanceof Term.Computed ? Predicates.column(term) : Optional.empty();
    return column.flatMap(known -> of((Term.Computed) term, known, pattern));
  }

  private static Optional<TimeGroup> of(
      Term.Computed term, ColumnRef.Resolved column, Pattern pattern) {
    TableName table = column.table().table();
    String name = Identifier.quoted(column.column());
    if (term.text().equals("(" + name + ")::date") || term.text().equals("date(" + name + ")")) {
      return Optional.of(new TimeGroup(table, column.column(), "day", name + "::date"));
    }
    Optional<String> unit = TimeUnits.of(term, pattern);
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    String start = "date_trunc(" + SqlText.literal(unit.get()) + ", " + name;
    if (term.text().equals("date_trunc($1, " + name + ")")) {
      return Optional.of(new TimeGroup(table, column.column(), unit.get(), start + ")"));
    }
    return term.text().equals("date_trunc($1, " + name + ", $2)") && term.values().size() == 2
        ? TimeUnits.only(pattern, term.values().get(1))
            .filter(zone -> ZONE.matcher(zone).matches())
            .map(
                zone ->
                    new TimeGroup(
                        table,
                        column.column(),
                        unit.get(),
                        start + ", " + SqlText.literal(zone) + ")"))
        : Optional.empty();
  }

  /** Whether an expression, as the server prints it, is this one. */
  boolean isWrittenAs(String expression) {
    String plain = plain(expression);
    return plain.equals(plain(sql))
        || sql.endsWith("::date") && plain.equals(plain("date(" + Identifier.quoted(column) + ")"));
  }

  /** Without the casts, brackets and blanks that the server adds. */
  private static String plain(String expression) {
    return expression.replace("::text", "").replaceAll("[() ]", "");
  }

  boolean hasZone() {
    return sql.startsWith("date_trunc(") && sql.endsWith("')");
  }

  /** How many units lie between the first and the last value that statistics show. */
  OptionalDouble likely(Catalog catalog) {
    List<LocalDate> days =
        catalog.statistics(table).flatMap(known -> known.column(column)).stream()
            .flatMap(
                known -> Stream.concat(known.histogram().stream(), known.commonValues().stream()))
            .flatMap(value -> day(value).stream())
            .sorted()
            .toList();
    if (days.size() < 2) {
      return OptionalDouble.empty();
    }
    long between = 1 + ChronoUnit.DAYS.between(days.get(0), days.get(days.size() - 1));
    return OptionalDouble.of(1 + 86_400.0 * between / TimeUnits.seconds(unit));
  }

  private static Optional<LocalDate> day(String value) {
    if (value.length() < 10) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(value.substring(0, 10)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
