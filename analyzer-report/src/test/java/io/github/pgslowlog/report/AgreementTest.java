package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each output of an analysis, read back, has the numbers that the JSON has. */
class AgreementTest {
  private static final Map<String, String> NUMBERS =
      Map.ofEntries(
          Map.entry("fingerprint", "fingerprint"),
          Map.entry("type", "type"),
          Map.entry("calls", "calls"),
          Map.entry("total_ms", "totalMs"),
          Map.entry("mean_ms", "meanMs"),
          Map.entry("stddev_ms", "stddevMs"),
          Map.entry("min_ms", "minMs"),
          Map.entry("max_ms", "maxMs"),
          Map.entry("p50_ms", "p50Ms"),
          Map.entry("p95_ms", "p95Ms"),
          Map.entry("p99_ms", "p99Ms"),
          Map.entry("parse_ms", "parseMs"),
          Map.entry("bind_ms", "bindMs"),
          Map.entry("first_time", "firstTime"),
          Map.entry("last_time", "lastTime"),
          Map.entry("cancelled", "cancelled"));

  static Stream<Analysis> analyses() {
    return SampleAnalyses.all();
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void linesOfJsonAreTheQueriesOfTheWhole(Analysis analysis) throws IOException {
    List<JsonTree> lines = new ArrayList<>();
    for (String line : written(analysis, ReportFormat.JSON_LINES).lines().toList()) {
      lines.add(JsonTree.parse(line));
    }

    assertThat(lines).isEqualTo(json(analysis).field("queries").items());
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void patternsForASpreadsheet(Analysis analysis) throws IOException {
    List<Map<String, String>> rows = csv(written(analysis, ReportFormat.CSV));
    List<JsonTree> queries = json(analysis).field("queries").items();

    assertThat(rows).hasSameSizeAs(queries);
    for (int i = 0; i < rows.size(); i++) {
      for (Map.Entry<String, String> number : NUMBERS.entrySet()) {
        String expected = queries.get(i).field(number.getValue()).text();
        assertThat(rows.get(i).get(number.getKey()))
            .as(number.getKey())
            .isEqualTo(expected.equals("null") ? "" : expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void columnsForASpreadsheet(Analysis analysis) throws IOException {
    List<String> expected = new ArrayList<>();
    for (JsonTree column : json(analysis).field("columns").items()) {
      for (String role : column.field("roles").names()) {
        JsonTree uses = column.field("roles").field(role);
        expected.add(role + " " + uses.field("calls").text() + " " + uses.field("ms").text());
      }
    }

    assertThat(csv(written(analysis, ReportFormat.COLUMNS_CSV)))
        .extracting(row -> row.get("role") + " " + row.get("calls") + " " + row.get("total_ms"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void rowsOfTheText(Analysis analysis) throws IOException {
    Pattern row = Pattern.compile("(?m)^ *(\\d+) +\\S+ +(\\S+ \\S+|\\S+) +([\\d,]+) +\\S.*$");
    List<String> found = new ArrayList<>();
    Matcher matcher = row.matcher(section(written(analysis, ReportFormat.TEXT)));
    while (matcher.find()) {
      found.add(matcher.group(1) + ": " + matcher.group(2) + ", " + matcher.group(3));
    }

    assertThat(found).isEqualTo(rows(json(analysis)));
  }

  private static String section(String text) {
    int from = text.indexOf("Patterns that cost most time");
    int to = text.indexOf("\nColumns in use", from);
    return text.substring(from, to);
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void rowsOfMarkdown(Analysis analysis) throws IOException {
    List<String> found =
        written(analysis, ReportFormat.MARKDOWN)
            .lines()
            .filter(line -> line.matches("\\| \\d+ \\|.*"))
            .map(line -> line.split(" \\| "))
            .map(cells -> cells[0].substring(2) + ": " + cells[2] + ", " + cells[3])
            .toList();

    assertThat(found).isEqualTo(rows(json(analysis)));
  }

  /** Place, time and calls of each pattern, as people read them. */
  private static List<String> rows(JsonTree report) {
    List<String> rows = new ArrayList<>();
    for (JsonTree query : report.field("queries").items()) {
      long micros =
          new BigDecimal(query.field("totalMs").text()).movePointRight(3).longValueExact();
      rows.add(
          (rows.size() + 1)
              + ": "
              + Words.duration(micros)
              + ", "
              + Words.count(Long.parseLong(query.field("calls").text())));
    }
    return rows;
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void statementsOfTheSql(Analysis analysis) throws IOException {
    String sql = written(analysis, ReportFormat.SQL);
    String text = written(analysis, ReportFormat.TEXT).replaceAll("\\s+", " ");

    for (JsonTree advised : json(analysis).field("recommendations").items()) {
      assertThat(sql).contains(advised.field("statement").text());
      assertThat(text).contains(advised.field("statement").text());
      if (!advised.field("costBefore").text().equals("null")) {
        String costs =
            "cost "
                + Words.cost(Double.parseDouble(advised.field("costBefore").text()))
                + " -> "
                + Words.cost(Double.parseDouble(advised.field("costAfter").text()));
        assertThat(sql).contains(costs);
        assertThat(text).contains(costs);
      }
    }
  }

  // --- reading back

  private static JsonTree json(Analysis analysis) throws IOException {
    return JsonTree.parse(written(analysis, ReportFormat.JSON));
  }

  private static String written(Analysis analysis, ReportFormat format) throws IOException {
    StringWriter out = new StringWriter();
    format.write(analysis, ReportOptions.DEFAULT, out);
    return out.toString();
  }

  private static List<Map<String, String>> csv(String text) {
    List<String> lines = text.lines().toList();
    List<String> names = cells(lines.get(0));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      assertThat(cells).hasSameSizeAs(names);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        row.put(names.get(i), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
        cell.append(quoted && !cell.isEmpty() ? "\"" : "");
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
