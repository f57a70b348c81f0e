package io.github.pgslowlog.advice;

import io.github.pgslowlog.statement.PlannedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from a plan of auto_explain with log_analyze how many rows of a table were expected and how
 * many there were, per loop.
 *
 * <pre>
 * Seq Scan on orders  (cost=0.00..25980.00 rows=25 width=8) (actual time=0.1..98.2 rows=50000 loops=1)
 * </pre>
 *
 * @param table the table, without its schema
 * @param byIndex whether an index found the rows
 * @param expected rows that the planner expected
 * @param actual rows that there were
 */
record ActualRows(String table, boolean byIndex, double expected, double actual) {
  /** Longer plans are not read. */
  private static final int MAX_CHARACTERS = 1 << 20;

  private static final String NAME = "(?:[\\w$]{1,63}\\.)?([\\w$]{1,63})";
  private static final Pattern TEXT =
      Pattern.compile(
          "(Seq Scan|Bitmap Heap Scan|Index (?:Only )?Scan (?:Backward )?using \\S{1,200}) on "
              + NAME
              + "(?: \\S{1,200})?  \\(cost=[0-9.]+ rows=(\\d{1,18}) width=\\d+\\)"
              + " \\(actual (?:time=[0-9.]+ )?rows=(\\d{1,18}(?:\\.\\d+)?) loops=\\d+\\)");
  private static final Pattern JSON_NODE =
      Pattern.compile("\"Node Type\": *\"([^\"]{1,40})\"([^{}]{0,4000}+)");
  private static final Pattern RELATION = Pattern.compile("\"Relation Name\": *\"([^\"]{1,63})\"");
  private static final Pattern EXPECTED = Pattern.compile("\"Plan Rows\": *(\\d{1,18})");
  private static final Pattern ACTUAL =
      Pattern.compile("\"Actual Rows\": *(\\d{1,18}(?:\\.\\d{1,9})?)");

  static List<ActualRows> of(PlannedStatement plan) {
    String text = plan.plan().text();
    if (text.length() > MAX_CHARACTERS) {
      return List.of();
    }
    return switch (plan.format()) {
      case TEXT -> ofText(text);
      case JSON -> ofJson(text);
      default -> List.of();
    };
  }

  private static List<ActualRows> ofText(String text) {
    Matcher matcher = TEXT.matcher(text);
    List<ActualRows> rows = new ArrayList<>();
    while (matcher.find()) {
      rows.add(rows(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4)));
    }
    return rows;
  }

  private static List<ActualRows> ofJson(String text) {
    Matcher node = JSON_NODE.matcher(text);
    List<ActualRows> rows = new ArrayList<>();
    while (node.find()) {
      Matcher relation = RELATION.matcher(node.group(2));
      Matcher expected = EXPECTED.matcher(node.group(2));
      Matcher actual = ACTUAL.matcher(node.group(2));
      if (relation.find() && expected.find() && actual.find()) {
        rows.add(rows(node.group(1), relation.group(1), expected.group(1), actual.group(1)));
      }
    }
    return rows;
  }

  private static ActualRows rows(String type, String table, String expected, String actual) {
    return new ActualRows(
        table, type.startsWith("Index"), Double.parseDouble(expected), Double.parseDouble(actual));
  }
}
