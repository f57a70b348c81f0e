package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the JSON report, {@code schemaVersion} 1. */
class JsonReportTest {
  @TempDir Path folder;

  // --- fields

  @Test
  void fieldsOfTheReportInOrder() throws IOException {
    JsonTree report = report(Analyses.SHOP);

    assertNames(
        report,
        "schemaVersion, inputs, problems, coverage, totals, queries, columns, recommendations");
    assertThat(report.field("schemaVersion").text()).isEqualTo("1");
  }

  @Test
  void fieldsOfAnInputInOrder() throws IOException {
    JsonTree input = report(Analyses.SHOP).field("inputs").item(0);

    assertNames(
        input,
        "path, format, logLinePrefix, bytes, entries, firstTime, lastTime, layers, languages,"
            + " laterPrefixes");
    assertThat(input.field("languages").item(0).text()).isEqualTo("en");
    assertThat(input.field("path").text()).isEqualTo("postgresql.log");
    assertThat(input.field("format").text()).isEqualTo("stderr");
    assertThat(input.field("bytes").text()).isEqualTo("" + Analyses.SHOP.length());
    assertThat(input.field("firstTime").text()).isEqualTo("2026-11-20T09:00:00.100Z");
    assertThat(input.field("lastTime").text()).isEqualTo("2026-11-20T09:00:05.000Z");
  }

  @Test
  void fieldsOfCoverageInOrder() throws IOException {
    JsonTree coverage = report(Analyses.SHOP + "garbage\n").field("coverage");

    assertNames(
        coverage,
        "lines, entries, skipped, understoodTimePercent, sqlParsedTimePercent,"
            + " columnsResolvedTimePercent");
    assertNames(coverage.field("skipped").item(0), "reason, count, example");
    assertThat(coverage.field("skipped").item(0).field("example").text())
        .isEqualTo("postgresql.log:9");
    assertThat(coverage.field("understoodTimePercent").text()).isEqualTo("99.7");
  }

  @Test
  void fieldsOfTotalsInOrder() throws IOException {
    JsonTree totals = report(Analyses.SHOP).field("totals");

    assertNames(totals, "byKind, executions, executionMs, fingerprints");
    assertNames(totals.field("byKind").field("execute"), "count, ms");
    assertThat(totals.field("byKind").field("execute").field("ms").text()).isEqualTo("2000.003");
    assertThat(totals.field("byKind").field("bare").field("ms").text()).isEqualTo("5.000");
    assertThat(totals.field("executions").text()).isEqualTo("4");
    assertThat(totals.field("executionMs").text()).isEqualTo("2033.339");
    assertThat(totals.field("fingerprints").text()).isEqualTo("3");
  }

  @Test
  void fieldsOfAQueryInOrder() throws IOException {
    JsonTree query = report(Analyses.SHOP).field("queries").item(0);

    assertNames(
        query,
        "fingerprint, query, type, calls, totalMs, meanMs, stddevMs, minMs, maxMs, p50Ms, p95Ms,"
            + " p99Ms, parseMs, bindMs, firstTime, lastTime, users, databases, applications,"
            + " tables, tags, cancelled, unparsed");
    assertThat(query.field("fingerprint").text()).matches("[0-9a-f]{32}");
    assertThat(query.field("calls").text()).isEqualTo("2");
    assertThat(query.field("totalMs").text()).isEqualTo("2000.003");
    assertThat(query.field("minMs").text()).isEqualTo("900.001");
    assertThat(query.field("maxMs").text()).isEqualTo("1100.002");
    assertThat(query.field("parseMs").text()).isEqualTo("0.101");
    assertThat(query.field("bindMs").text()).isEqualTo("0.202");
    assertThat(query.field("users").field("shop_app").text()).isEqualTo("2");
    assertThat(query.field("tables").items()).extracting(JsonTree::text).containsExactly("orders");
  }

  @Test
  void tagsOfAQueryCountCalls() throws IOException {
    String line =
        "2026-11-20 09:00:01.000 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: SELECT 1";
    JsonTree tags =
        report(line + " /*action:show*/\n" + line + " /*action:edit*/\n" + line + "\n")
            .field("queries")
            .item(0)
            .field("tags");

    assertThat(tags.field("action").names()).containsExactly("edit", "show");
    assertThat(tags.field("action").field("show").text()).isEqualTo("1");
  }

  @Test
  void cancelledStatementsAreListed() throws IOException {
    JsonTree report =
        report(
            """
            2026-11-20 09:00:01.000 UTC [41] app@shop ERROR:  canceling statement due to statement timeout
            2026-11-20 09:00:01.000 UTC [41] app@shop CONTEXT:  SQL statement "DELETE FROM ONLY "public"."orders" WHERE $1 OPERATOR(pg_catalog.=) "customer_id""
            2026-11-20 09:00:01.000 UTC [41] app@shop STATEMENT:  DELETE FROM customers WHERE id = 7
            """);

    JsonTree cancelled = report.field("cancelled").item(0);
    assertNames(cancelled, "reason, count, foreignKey");
    assertThat(cancelled.field("reason").text()).isEqualTo("statement timeout");
    assertThat(cancelled.field("count").text()).isEqualTo("1");
    assertNames(cancelled.field("foreignKey"), "schema, table, columns");
    assertThat(cancelled.field("foreignKey").field("columns").item(0).text())
        .isEqualTo("customer_id");
    JsonTree query = report.field("queries").item(0);
    assertThat(query.field("query").text()).isEqualTo("DELETE FROM customers WHERE id = $1");
    assertThat(query.field("calls").text()).isEqualTo("0");
    assertThat(query.field("cancelled").text()).isEqualTo("1");
  }

  @Test
  void joinedDurationsAreExecutionsAndUnderstood() throws IOException {
    JsonTree report =
        report(
            """
            2026-11-20 09:00:01.000 UTC [41] app@shop LOG:  statement: SELECT 1
            2026-11-20 09:00:01.000 UTC [41] app@shop LOG:  duration: 3.000 ms
            2026-11-20 09:00:02.000 UTC [41] app@shop LOG:  duration: 1.000 ms
            """);

    JsonTree totals = report.field("totals");
    assertThat(totals.field("byKind").names()).containsExactly("bare");
    assertThat(totals.field("byKind").field("bare").field("ms").text()).isEqualTo("4.000");
    assertThat(totals.field("executions").text()).isEqualTo("1");
    assertThat(totals.field("executionMs").text()).isEqualTo("3.000");
    assertThat(report.field("coverage").field("understoodTimePercent").text()).isEqualTo("75.0");
  }

  @Test
  void fieldsOfAColumnInOrder() throws IOException {
    List<JsonTree> columns = report(Analyses.SHOP).field("columns").items();

    assertThat(columns).isNotEmpty();
    for (JsonTree column : columns) {
      assertThat(column.names().stream().limit(4).toList().toString())
          .isEqualTo("[schema, table, column, roles]");
      assertThat(column.field("roles").names())
          .isSubsetOf(
              Set.of(
                  "equality",
                  "range",
                  "in",
                  "like",
                  "isNull",
                  "contains",
                  "join",
                  "groupBy",
                  "orderBy",
                  "distinct",
                  "aggregate",
                  "updated",
                  "expression"));
    }
  }

  @Test
  void fieldsOfARecommendationInOrder() throws IOException {
    JsonTree recommendation = report(Analyses.SHOP).field("recommendations").item(0);

    assertNames(
        recommendation,
        "action, statement, rollback, schema, table, accessMethod, keys, include, predicate,"
            + " unique, queries, calls, totalMs, costBefore, costAfter, marginalGain,"
            + " standaloneGain, sizeBytes, writeCost, confidence, reasons, caveats");
    assertThat(recommendation.field("statement").text()).startsWith("CREATE INDEX CONCURRENTLY ");
    assertThat(recommendation.field("rollback").text()).startsWith("DROP INDEX CONCURRENTLY ");
    assertThat(recommendation.field("confidence").text()).isEqualTo("heuristic");
  }

  @Test
  void anEmptyAnalysisHasAllFields() throws IOException {
    Analysis nothing = LogAnalyzer.builder().build().analyze();

    JsonTree report = JsonTree.parse(Analyses.json(nothing));

    assertNames(
        report,
        "schemaVersion, inputs, problems, coverage, totals, queries, columns, recommendations");
    assertThat(report.field("queries").items()).isEmpty();
    assertThat(report.field("totals").field("executionMs").text()).isEqualTo("0.000");
  }

  @Test
  void whatTheLogDoesNotShowIsNull() throws IOException {
    JsonTree input = JsonTree.parse(Analyses.json(Analyses.of("no log\n"))).field("inputs").item(0);

    assertThat(input.field("format").text()).isEqualTo("unknown");
    assertThat(input.field("logLinePrefix").value()).isNull();
    assertThat(input.field("firstTime").value()).isNull();
  }

  // --- numbers

  @Test
  void everyMillisecondHasThreeDecimals() throws IOException {
    String json = Analyses.json(Analyses.of(Analyses.SHOP));

    assertThat(Pattern.compile("\"(ms|\\w+Ms)\" : (\\S+?),?\n").matcher(json).results())
        .isNotEmpty()
        .allMatch(field -> field.group(2).matches("\\d+\\.\\d{3}|null"), "three decimals");
  }

  @Test
  void sumsAreExact() throws IOException {
    JsonTree report = report(Analyses.SHOP.repeat(333));

    BigDecimal sum =
        report.field("queries").items().stream()
            .map(query -> new BigDecimal(query.field("totalMs").text()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(sum).isEqualTo(report.field("totals").field("executionMs").text());
    assertThat(sum).isEqualTo("677101.887");
  }

  // --- equal bytes

  @Test
  void equalLogsGiveEqualBytes() throws IOException {
    String first = Analyses.json(Analyses.of(Analyses.SHOP));
    String second = Analyses.json(Analyses.of(Analyses.SHOP));

    assertThat(second).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 7})
  void aLogInTwoFilesGivesTheSameBesidesItsInputs(int linesOfTheFirst) throws IOException {
    List<String> lines = Analyses.SHOP.lines().map(line -> line + "\n").toList();
    Path first = folder.resolve("a.log");
    Path second = folder.resolve("b.log");
    Files.writeString(first, String.join("", lines.subList(0, linesOfTheFirst)));
    Files.writeString(second, String.join("", lines.subList(linesOfTheFirst, lines.size())));

    Analysis split = LogAnalyzer.builder().path(first).path(second).build().analyze();

    assertThat(withoutInputs(Analyses.json(split)))
        .isEqualTo(withoutInputs(Analyses.json(Analyses.of(Analyses.SHOP))));
  }

  private static String withoutInputs(String json) {
    return json.substring(json.indexOf("\"problems\""));
  }

  // --- hostile text

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[2J\u001b]0;owned\u0007",
        "\u009b31m\u007f",
        "\u202egnissim\u2066",
        "a\u2028b\u2029c",
        "\"quoted\" 'text' \\ </script>",
        "\uD83D\uDE00"
      })
  void hostileTextComesBackWholeButEscaped(String hostile) throws IOException {
    String log =
        """
        2026-11-20 09:00:00.100 UTC [41] user=,db=,app=H,client= LOG:  duration: 5.000 ms  statement: SELECT 1
        """
            .replace("H", hostile);
    Analysis analysis =
        LogAnalyzer.builder()
            .logLinePrefix("%m [%p] user=%u,db=%d,app=%a,client=%h ")
            .path(Files.writeString(folder.resolve(hostile.replace('/', '_') + ".log"), log))
            .build()
            .analyze();

    String json = Analyses.json(analysis);

    JsonTree report = JsonTree.parse(json);
    assertThat(json.codePoints()).noneMatch(c -> c != '\n' && PlainText.isActive(c));
    assertThat(report.field("inputs").item(0).field("path").text())
        .isEqualTo(folder.resolve(hostile.replace('/', '_') + ".log").toString());
    assertThat(report.field("queries").item(0).field("applications").names().toString())
        .isEqualTo("[" + hostile + "]");
  }

  private static void assertNames(JsonTree tree, String expected) {
    assertThat(tree.names().toString()).isEqualTo("[" + expected + "]");
  }

  private static JsonTree report(String log) throws IOException {
    return JsonTree.parse(Analyses.json(Analyses.of(log)));
  }
}
