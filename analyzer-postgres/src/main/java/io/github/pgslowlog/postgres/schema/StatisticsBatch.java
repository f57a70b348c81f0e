package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts statistics in, some hundred at once, and counts what came of it. */
final class StatisticsBatch {
  private static final int MAX_CALLS = 500;

  /** Of values as text; a column may have 10,000 of a thousand bytes. */
  private static final long MAX_CHARS = 8 << 20;

  /** Calls as they came, with the lines they are at. */
  private record Line(StatisticsCall call, TableName relation, long line) {}

  private final Connection connection;
  private final StatisticsTarget target;
  private List<Line> lines = new ArrayList<>();
  private long chars;
  private long applied;
  private long missing;
  private long refused;
  private @Nullable String firstMissing;
  private @Nullable String firstRefused;

  StatisticsBatch(Connection connection, StatisticsTarget target) {
    this.connection = connection;
    this.target = target;
  }

  void add(StatisticsCall call, TableName relation, long line) throws SQLException {
    lines.add(new Line(call, relation, line));
    chars += call.arguments().values().stream().mapToLong(String::length).sum();
    if (lines.size() == MAX_CALLS || chars > MAX_CHARS) {
      flush();
    }
  }

  void flush() throws SQLException {
    List<Line> all = lines;
    lines = new ArrayList<>();
    chars = 0;
    if (!all.isEmpty()) {
      apply(all);
    }
  }

  /** All at once; where the server refuses, by halves, so that one bad call costs but itself. */
  private void apply(List<Line> some) throws SQLException {
    try {
      run(some);
    } catch (SQLException e) {
      if (ServerError.of(e).isFatal()) {
        throw e;
      }
      if (some.size() == 1) {
        refuse(some.get(0), ServerError.of(e).message());
        return;
      }
      int half = some.size() / 2;
      apply(some.subList(0, half));
      apply(some.subList(half, some.size()));
    }
  }

  private void run(List<Line> some) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(target.sql())) {
      bind(statement, 1, some, line -> line.relation.schema());
      bind(statement, 2, some, line -> line.relation.name());
      int parameter = 3;
      for (String argument : target.arguments()) {
        bind(statement, parameter++, some, line -> line.call.arguments().get(argument));
      }
      try (ResultSet rows = statement.executeQuery()) {
        for (Line line : some) {
          rows.next();
          count(line, rows.getBoolean(1), rows.getBoolean(2));
        }
      }
    }
  }

  private interface Value {
    @Nullable String of(Line line);
  }

  private void bind(PreparedStatement statement, int parameter, List<Line> some, Value value)
      throws SQLException {
    @Nullable String[] values = new @Nullable String[some.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.of(some.get(i));
    }
    statement.setArray(parameter, connection.createArrayOf("text", values));
  }

  private void count(Line line, boolean there, boolean complete) {
    if (!there) {
      missing++;
      if (firstMissing == null) {
        firstMissing = line.relation + column(line);
      }
    } else if (complete) {
      applied++;
    } else {
      refuse(line, "its values do not fit the type of the column");
    }
  }

  private static String column(Line line) {
    String column = line.call.arguments().get("attname");
    return column == null ? "" : "." + column;
  }

  private void refuse(Line line, String why) {
    refused++;
    if (firstRefused == null) {
      firstRefused = line.line + ": " + line.relation + column(line) + ": " + why;
    }
  }

  long applied() {
    return applied;
  }

  long missing() {
    return missing;
  }

  long refused() {
    return refused;
  }

  String firstMissing() {
    return OneLine.of(String.valueOf(firstMissing));
  }

  String firstRefused() {
    return OneLine.of(String.valueOf(firstRefused));
  }
}
