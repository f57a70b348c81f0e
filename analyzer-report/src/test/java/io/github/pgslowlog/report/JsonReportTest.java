package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.select.Proof;
import io.github.pgslowlog.workload.ColumnPairUsage;
import io.github.pgslowlog.workload.ColumnUsage;
import io.github.pgslowlog.workload.ExpressionUsage;
import io.github.pgslowlog.workload.JoinEdge;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        "schemaVersion, inputs, problems, lostInput, coverage, totals, load, week, events, queries,"
            + " columns, recommendations, advice, expressions, columnPairs, joins");
    assertThat(report.field("schemaVersion").text()).isEqualTo("1");
  }

  @Test
  void fieldsOfAnInputInOrder() throws IOException {
    JsonTree input = report(Analyses.SHOP).field("inputs").item(0);

    assertNames(
        input,
        "path, format, logLinePrefix, bytes, entries, firstTime, lastTime, layers, languages,"
            + " laterPrefixes, lines, prefixDetected");
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
        "lines, entries, skipped, lostMs, understoodTimePercent, sqlParsedTimePercent,"
            + " columnsResolvedTimePercent, sql, columnUses, ambiguousUses, cutPatterns,"
            + " longStatements");
    assertNames(coverage.field("sql"), "parser, skeleton, unparsed, utility");
    assertNames(coverage.field("sql").field("parser"), "patterns, ms");
    assertThat(coverage.field("sql").field("parser").field("patterns").text()).isEqualTo("3");
    assertThat(coverage.field("sql").field("parser").field("ms").text()).isEqualTo("2033.339");
    assertThat(coverage.field("ambiguousUses").text()).isEqualTo("0");
    assertNames(coverage.field("skipped").item(0), "reason, count, example");
    assertThat(coverage.field("skipped").item(0).field("example").text())
        .isEqualTo("postgresql.log:9");
    assertThat(coverage.field("understoodTimePercent").text()).isEqualTo("99.7");
  }

  @Test
  void fieldsOfTotalsInOrder() throws IOException {
    JsonTree totals = report(Analyses.SHOP).field("totals");

    assertNames(totals, "byKind, executions, executionMs, fingerprints, joinedMs, plannedMs");
    assertNames(totals.field("byKind").field("execute"), "count, ms");
    assertThat(totals.field("byKind").field("execute").field("ms").text()).isEqualTo("2000.003");
    assertThat(totals.field("byKind").field("bare").field("ms").text()).isEqualTo("5.000");
    assertThat(totals.field("executions").text()).isEqualTo("4");
    assertThat(totals.field("executionMs").text()).isEqualTo("2033.339");
    assertThat(totals.field("fingerprints").text()).isEqualTo("3");
  }

  @Test
  void fieldsOfFurtherPatternsInOrder() throws IOException {
    JsonTree report = JsonTree.parse(Analyses.json(Analyses.of(Analyses.SHOP, 1)));
    JsonTree totals = report.field("totals");

    assertNames(
        totals,
        "byKind, executions, executionMs, fingerprints, joinedMs, plannedMs, otherPatterns");
    JsonTree other = totals.field("otherPatterns");
    assertNames(
        other,
        "bound, approximatePatterns, messages, calls, totalMs, meanMs, stddevMs, minMs, maxMs,"
            + " p50Ms, p95Ms, p99Ms, parseMs, bindMs, firstTime, lastTime, users, databases,"
            + " applications, cancelled");
    assertThat(other.field("bound").text()).isEqualTo("number");
    assertThat(other.field("approximatePatterns").text()).isEqualTo("2");
    assertThat(other.field("calls").text()).isEqualTo("2");
    assertThat(other.field("totalMs").text()).isEqualTo("33.336");
    assertThat(other.field("users").field("report").text()).isEqualTo("2");
    assertThat(totals.field("fingerprints").text()).isEqualTo("1");
    assertThat(totals.field("executionMs").text()).isEqualTo("2033.339");
    assertThat(report.field("coverage").field("sqlParsedTimePercent").text()).isEqualTo("98.3");
  }

  @Test
  void fieldsOfAQueryInOrder() throws IOException {
    JsonTree query = report(Analyses.SHOP).field("queries").item(0);

    assertNames(
        query,
        "fingerprint, query, type, calls, totalMs, meanMs, stddevMs, minMs, maxMs, p50Ms, p95Ms,"
            + " p99Ms, parseMs, bindMs, firstTime, lastTime, users, databases, applications,"
            + " tables, tags, cancelled, unparsed, columns, limit, callMs, squaredCallMicros,"
            + " histogram, timeline, hosts, events, samples");
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
          .isSubsetOf(Stream.of(Role.values()).map(Role::word).toList());
    }
  }

  @Test
  void aQueryTellsEachUseOfItsColumns() throws IOException {
    JsonTree query =
        report(
                """
                2026-11-20 09:00:01.000 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: SELECT o.id FROM orders o JOIN lines l ON l.order_id = o.id WHERE o.status = 'open' AND l.sku <> 'x' ORDER BY o.created_at DESC LIMIT 5
                """)
            .field("queries")
            .item(0);

    assertThat(query.field("columns").items()).isNotEmpty();
    query
        .field("columns")
        .items()
        .forEach(
            use ->
                assertNames(
                    use,
                    "schema, table, column, role, expression, operator, sargable, reason, partner,"
                        + " descending, nulls"));
    assertThat(uses(query))
        .anyMatch(use -> use.startsWith("[null, orders, status, equality, null, "))
        .contains(
            "[null, orders, id, join, null, =, true, null, lines.order_id, null, null]",
            "[null, lines, order_id, join, null, =, true, null, orders.id, null, null]",
            "[null, orders, created_at, orderBy, null, null, null, null, null, true, default]");
    assertNames(query.field("limit"), "limited, offset");
    assertThat(query.field("limit").field("limited").text()).isEqualTo("true");
    assertThat(query.field("limit").field("offset").text()).isEqualTo("false");
  }

  private static List<String> uses(JsonTree query) {
    return query.field("columns").items().stream()
        .map(use -> use.names().stream().map(name -> use.field(name).text()).toList().toString())
        .toList();
  }

  @Test
  void aUseStandsInOneLine() throws IOException {
    String json = Analyses.json(Analyses.of(Analyses.SHOP));

    assertThat(json)
        .containsPattern(
            "\\n {8}\\{ \"schema\" : null, \"table\" : \"orders\", \"column\" : \"customer_id\", .* \\},?\\n")
        .containsPattern("\\n {6}\"limit\" : null,\\n {6}\"callMs\" : 2000.003,\\n");
  }

  @Test
  void fieldsOfAnExpressionInOrder() throws IOException {
    ExpressionUsage usage =
        new ExpressionUsage(
            new TableName("", "customers"),
            List.of("email"),
            "lower(email)",
            Map.of(Role.EQUALITY, new ColumnUsage.RoleUsage(2, 30, 4_500)));

    JsonTree expression =
        JsonTree.parse(Analyses.json(with(List.of(usage), List.of(), List.of())))
            .field("expressions")
            .item(0);

    assertNames(expression, "schema, table, expression, columns, roles");
    assertThat(expression.field("table").text()).isEqualTo("customers");
    assertThat(expression.field("expression").text()).isEqualTo("lower(email)");
    assertThat(expression.field("columns").item(0).text()).isEqualTo("email");
    assertNames(expression.field("roles").field("equality"), "patterns, calls, ms");
    assertThat(expression.field("roles").field("equality").field("ms").text()).isEqualTo("4.500");
  }

  @Test
  void fieldsOfAPairInOrder() throws IOException {
    ColumnPairUsage usage =
        new ColumnPairUsage(
            new TableName("sales", "orders"),
            "created_at",
            "status",
            Map.of(
                new ColumnPairUsage.Roles(Role.RANGE, Role.EQUALITY),
                new ColumnUsage.RoleUsage(1, 20, 3_000)),
            2,
            30,
            4_500);

    JsonTree pair =
        JsonTree.parse(Analyses.json(with(List.of(), List.of(usage), List.of())))
            .field("columnPairs")
            .item(0);

    assertNames(pair, "schema, table, first, second, roles, patterns, calls, ms");
    assertThat(pair.field("schema").text()).isEqualTo("sales");
    assertThat(pair.field("second").text()).isEqualTo("status");
    assertThat(pair.field("ms").text()).isEqualTo("4.500");
    assertNames(pair.field("roles").item(0), "first, second, patterns, calls, ms");
    assertThat(pair.field("roles").item(0).field("first").text()).isEqualTo("range");
    assertThat(pair.field("roles").item(0).field("calls").text()).isEqualTo("20");
  }

  @Test
  void fieldsOfAJoinInOrder() throws IOException {
    JoinEdge edge =
        new JoinEdge(
            new TableName("", "lines"),
            new TableName("sales", "orders"),
            List.of(
                new JoinEdge.ColumnPair("order_id", "id"),
                new JoinEdge.ColumnPair("tenant", "tenant")),
            2,
            30,
            4_500);

    JsonTree join =
        JsonTree.parse(Analyses.json(with(List.of(), List.of(), List.of(edge))))
            .field("joins")
            .item(0);

    assertNames(join, "left, right, columns, patterns, calls, ms");
    assertNames(join.field("right"), "schema, table");
    assertThat(join.field("right").field("schema").text()).isEqualTo("sales");
    assertNames(join.field("columns").item(1), "left, right");
    assertThat(join.field("columns").item(0).field("right").text()).isEqualTo("id");
    assertThat(join.field("patterns").text()).isEqualTo("2");
  }

  private static Analysis with(
      List<ExpressionUsage> expressions, List<ColumnPairUsage> pairs, List<JoinEdge> joins) {
    Analysis nothing = LogAnalyzer.builder().build().analyze();
    return new Analysis(
        nothing.inputs(),
        nothing.problems(),
        nothing.coverage(),
        nothing.workload(),
        nothing.queries(),
        nothing.columns(),
        nothing.advice(),
        expressions,
        pairs,
        joins,
        nothing.complete());
  }

  @Test
  void whatStandsTogetherInALogIsReported() throws IOException {
    JsonTree report = report(Analyses.SHOP);

    assertThat(report.field("joins").items()).hasSize(1);
    JsonTree join = report.field("joins").item(0);
    assertThat(join.field("left").field("table").text()).isEqualTo("order_items");
    assertThat(join.field("columns").item(0).field("left").text()).isEqualTo("product_id");
    assertThat(join.field("ms").text()).isEqualTo("33.333");
    JsonTree pair = report.field("columnPairs").item(0);
    assertThat(pair.field("table").text()).isEqualTo("products");
    assertThat(pair.field("first").text()).isEqualTo("id");
    assertThat(pair.field("second").text()).isEqualTo("sku");
  }

  @Test
  void noValueOfAStatementIsShown() throws IOException {
    String log =
        """
        2026-11-20 09:00:01.000 UTC [41] app@shop LOG:  duration: 1.000 ms  execute S_1: SELECT * FROM orders WHERE lower(email) = $1 AND status IN ($2, $3) AND note LIKE $4 AND flag IS NOT DISTINCT FROM $5 LIMIT $6
        2026-11-20 09:00:01.000 UTC [41] app@shop DETAIL:  parameters: $1 = 'canary-1', $2 = 'canary-2', $3 = 'canary-3', $4 = '%canary-4', $5 = '7770005', $6 = '7770006'
        2026-11-20 09:00:02.000 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: SELECT date_trunc('canary-7', created_at), data ->> 'canary-8' FROM orders WHERE date_trunc('canary-9', created_at) = '7770010' AND data ->> 'canary-11' = 'canary-12' AND total * 7770013 > 7770014 AND id = ANY('{7770015}') GROUP BY 1, date_trunc('canary-16', created_at) ORDER BY coalesce(total, 7770017) OFFSET 7770018 FETCH FIRST 7770019 ROWS ONLY
        2026-11-20 09:00:03.000 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: UPDATE orders SET status = 'canary-20', total = total + 7770021 WHERE id = 7770022 AND name ~ 'canary-23'
        2026-11-20 09:00:04.000 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: SELEKT 'canary-24', FROM WHERE 7770025
        2026-11-20 09:00:05.000 UTC [41] app@shop LOG:  statement: SELECT 1 FROM orders WHERE tag = 'canary-26'
        2026-11-20 09:00:05.000 UTC [41] app@shop LOG:  duration: 1.000 ms
        """;
    Analysis analysis = Analyses.of(log);

    assertThat(analysis.workload().patterns())
        .extracting(pattern -> pattern.samples().samples().toString())
        .allMatch(sample -> sample.contains("canary"), "has the values of its statement");
    assertThat(Analyses.json(analysis)).doesNotContain("canary", "77700");
    assertThat(Analyses.text(analysis)).doesNotContain("canary", "77700");
  }

  @Test
  void fieldsOfARecommendationInOrder() throws IOException {
    JsonTree recommendation = report(Analyses.SHOP).field("recommendations").item(0);

    assertNames(
        recommendation,
        "action, statement, rollback, schema, table, accessMethod, keys, include, predicate,"
            + " unique, queries, calls, totalMs, costBefore, costAfter, marginalGain,"
            + " standaloneGain, sizeBytes, writeCost, confidence, reasons, caveats, verification,"
            + " costs");
    assertThat(recommendation.field("statement").text()).startsWith("CREATE INDEX CONCURRENTLY ");
    assertThat(recommendation.field("rollback").text()).startsWith("DROP INDEX CONCURRENTLY ");
    assertThat(recommendation.field("confidence").text()).isEqualTo("heuristic");
  }

  @Test
  void withoutPlannerNothingIsKnownOfCosts() throws IOException {
    JsonTree report = report(Analyses.SHOP);
    JsonTree recommendation = report.field("recommendations").item(0);

    assertNames(report.field("advice"), "basis, unhelped, problems");
    assertThat(report.field("advice").field("basis").value()).isNull();
    assertThat(
            Stream.of(
                "costBefore",
                "costAfter",
                "marginalGain",
                "standaloneGain",
                "sizeBytes",
                "writeCost",
                "predicate"))
        .allMatch(field -> recommendation.field(field).value() == null, "null");
    assertThat(recommendation.field("costs").items()).isEmpty();
  }

  @Test
  void aConfirmedIndexHasItsProof() throws IOException {
    JsonTree report = JsonTree.parse(Analyses.json(Advised.index()));
    JsonTree index = report.field("recommendations").item(0);

    assertThat(index.field("confidence").text()).isEqualTo("planner");
    assertThat(index.field("schema").text()).isEqualTo("public");
    assertThat(index.field("keys").item(1).text()).isEqualTo("created_at");
    assertThat(index.field("include").item(0).text()).isEqualTo("total");
    assertThat(index.field("predicate").text()).isEqualTo("status <> 'done'");
    assertThat(index.field("costBefore").text()).isEqualTo("2469.13");
    assertThat(index.field("costAfter").text()).isEqualTo("16.63");
    assertThat(index.field("marginalGain").text()).isEqualTo("0.1234");
    assertThat(index.field("standaloneGain").text()).isEqualTo("0.5000");
    assertThat(index.field("sizeBytes").text()).isEqualTo("12345678");
    assertThat(index.field("verification").text())
        .isEqualTo("SELECT idx_scan FROM pg_stat_user_indexes;");
  }

  @Test
  void whatAnIndexCostsWhenRowsAreWritten() throws IOException {
    JsonTree report = JsonTree.parse(Analyses.json(Advised.index()));
    JsonTree cost = report.field("recommendations").item(0).field("writeCost");

    assertNames(cost, "bytesPerInsert, bytesPerUpdate, hotColumns, bytesPerDay");
    assertThat(cost.field("bytesPerInsert").text()).isEqualTo("60.50");
    assertThat(cost.field("bytesPerUpdate").text()).isEqualTo("120.25");
    assertThat(cost.field("hotColumns").item(0).text()).isEqualTo("status");
    assertThat(cost.field("bytesPerDay").text()).isEqualTo("1500000.00");
  }

  @Test
  void costsOfEachPatternServed() throws IOException {
    JsonTree report = JsonTree.parse(Analyses.json(Advised.index()));
    JsonTree cost = report.field("recommendations").item(0).field("costs").item(0);

    assertNames(cost, "fingerprint, before, after");
    assertThat(cost.field("fingerprint").text())
        .isEqualTo(report.field("queries").item(0).field("fingerprint").text());
    assertThat(cost.field("before").text()).isEqualTo("1234.57");
    assertThat(cost.field("after").text()).isEqualTo("8.31");
  }

  @Test
  void whatNoIndexHelpsIsToldWithItsCause() throws IOException {
    JsonTree report = JsonTree.parse(Analyses.json(Advised.index()));
    JsonTree unhelped = report.field("advice").field("unhelped").item(0);

    assertThat(report.field("advice").field("basis").text()).isEqualTo(Advised.BASIS);
    assertNames(unhelped, "fingerprint, cause");
    assertThat(unhelped.field("fingerprint").text())
        .isEqualTo(report.field("queries").item(1).field("fingerprint").text());
    assertThat(unhelped.field("cause").text()).isEqualTo("half of all rows are read");
    assertThat(report.field("problems").item(0).text())
        .isEqualTo("1 of 5 patterns could not be planned");
  }

  @ParameterizedTest
  @CsvSource({
    "0,         0.00",
    "-0.001,    0.00",
    "0.005,     0.01",
    "8.314,     8.31",
    "1e15,      1000000000000000.00",
    "NaN,       null",
    "Infinity,  null"
  })
  void costsHaveTwoDecimals(double cost, String expected) throws IOException {
    Analysis analysis =
        Advised.by(
            pattern -> List.of(Advised.index(pattern).proof(new Proof(cost, 0, 0, 0)).build()));

    assertThat(Analyses.json(analysis)).contains("\"costBefore\" : " + expected + ",\n");
  }

  @Test
  void anEmptyAnalysisHasAllFields() throws IOException {
    Analysis nothing = LogAnalyzer.builder().build().analyze();

    JsonTree report = JsonTree.parse(Analyses.json(nothing));

    assertNames(
        report,
        "schemaVersion, inputs, problems, lostInput, coverage, totals, load, week, events, queries,"
            + " columns, recommendations,"
            + " advice, expressions, columnPairs, joins");
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

    assertThat(Pattern.compile("\"(ms|\\w+Ms)\" : (\\S+?)(,| \\}|\n)").matcher(json).results())
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
