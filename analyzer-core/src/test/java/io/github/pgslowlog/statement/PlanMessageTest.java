package io.github.pgslowlog.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanMessageTest {
  private static PlanMessage read(String body) {
    return PlanMessage.read(SessionLog.slice("duration: 0.014 ms  plan:\n" + body));
  }

  @Test
  void textOfSeveralLinesEndsWhereThePlanStarts() {
    PlanMessage message =
        read(
            """
            Query Text: SELECT k, '(cost=1)',
              count(*)
            FROM facts -- Result  (cost=low)

            Sort  (cost=5.00..6.00 rows=7 width=40) (actual time=1.0..1.1 rows=7 loops=1)
              Sort Key: k
              ->  Seq Scan on facts  (cost=0.00..4.00 rows=200 width=4)
            Query Identifier: -8213\
            """);

    assertThat(message.format()).isEqualTo(PlanFormat.TEXT);
    assertThat(message.sql())
        .hasToString("SELECT k, '(cost=1)',\n  count(*)\nFROM facts -- Result  (cost=low)\n");
    assertThat(message.plan().text()).startsWith("Sort  (cost=5.00").endsWith("-8213");
    assertThat(message.parameters()).isNull();
    assertThat(message.queryId()).isEqualTo("-8213");
  }

  @Test
  void newlinesAroundTheTextBelongToIt() {
    assertThat(read("Query Text: \nSELECT 3\n\n\nResult  (cost=0.00..0.01 rows=1 width=4)").sql())
        .hasToString("\nSELECT 3\n\n");
  }

  @Test
  void parametersStandBetweenTextAndPlan() {
    PlanMessage message =
        read(
            """
            Query Text: SELECT $1
            Query Parameters: $1 = 'two
            lines', $2 = NULL
            Result  (cost=0.00..0.01 rows=1 width=4)\
            """);

    assertThat(message.sql()).hasToString("SELECT $1");
    assertThat(message.parameters()).hasToString("Parameters: $1 = 'two\nlines', $2 = NULL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Result",
        "Seq Scan on orders o",
        "Index Scan using orders_pkey on orders",
        "Update on public.orders",
        "HashAggregate (actual rows=1 loops=1)",
        "Limit  (actual time=0.010..0.011 rows=1 loops=1)",
      })
  void planWithoutCostsStartsWithTheNameOfANode(String node) {
    PlanMessage message = read("Query Text: SELECT 1\nFROM orders\n" + node + "\n  Output: id");

    assertThat(message.sql()).hasToString("SELECT 1\nFROM orders");
    assertThat(message.plan().text()).startsWith(node);
  }

  @Test
  void nodeOfAnExtensionIsKnownByItsCosts() {
    PlanMessage message =
        read("Query Text: SELECT 1\nColumnarScan on t  (cost=0.00..1.00 rows=1 width=4)");

    assertThat(message.sql()).hasToString("SELECT 1");
  }

  @Test
  void textWithoutPlanIsAllText() {
    PlanMessage message = read("Query Text: SELECT\n  1");

    assertThat(message.sql()).hasToString("SELECT\n  1");
    assertThat(message.plan().length()).isZero();
  }

  @Test
  void jsonIsUnescaped() {
    String body =
        """
        {
          "Query Text": "SELECT \\"a\\\\b\\",\\r\\n\\t'\\u0001é' -- \\"Query Parameters\\": \\"x\\"",
          "Query Parameters": "$1 = 'it''s \\"so\\"'",
          "Plan": {
            "Node Type": "Result"
          },
          "Query Identifier": 77
        }\
        """;

    PlanMessage message = read(body);

    assertThat(message.format()).isEqualTo(PlanFormat.JSON);
    assertThat(message.sql())
        .hasToString("SELECT \"a\\b\",\r\n\t'\u0001é' -- \"Query Parameters\": \"x\"");
    assertThat(message.parameters()).hasToString("Parameters: $1 = 'it''s \"so\"'");
    assertThat(message.plan()).hasToString(body);
    assertThat(message.queryId()).isEqualTo("77");
  }

  @Test
  void yamlIsUnescaped() {
    PlanMessage message =
        read(
            """
            Query Text: "SELECT \\"x\\"\\nFROM t"
            Query Parameters: "$1 = '7'"
            Plan:\s
              Node Type: "Result"\
            """);

    assertThat(message.format()).isEqualTo(PlanFormat.YAML);
    assertThat(message.sql()).hasToString("SELECT \"x\"\nFROM t");
    assertThat(message.parameters()).hasToString("Parameters: $1 = '7'");
  }

  @Test
  void xmlIsUnescaped() {
    PlanMessage message =
        read(
            """
            <explain xmlns="http://www.postgresql.org/2009/explain">
              <Query-Text>SELECT 1 &lt; 2 &amp;&amp; a&#x0d;
             WHERE b &gt; '&amp;lt;' &unknown; &#66;</Query-Text>
              <Query-Parameters>$1 = '&lt;'</Query-Parameters>
              <Plan/>
              <Query-Identifier>-5</Query-Identifier>
            </explain>\
            """);

    assertThat(message.format()).isEqualTo(PlanFormat.XML);
    assertThat(message.sql()).hasToString("SELECT 1 < 2 && a\r\n WHERE b > '&lt;' &unknown; B");
    assertThat(message.parameters()).hasToString("Parameters: $1 = '<'");
    assertThat(message.queryId()).isEqualTo("-5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Query Text: ",
        "{",
        "{\n  \"Query Text\": \"SELECT \\",
        "{\n  \"Query Text\": \"SELECT \\u00",
        "<explain",
        "<explain><Query-Text>SELECT &lt",
        "Query Text: \"SELECT",
        "Query Parameters: $1 = '7'",
        "\n\n  (cost=",
      })
  void tornMessageIsReadAsFarAsItGoes(String body) {
    PlanMessage message = read(body);

    assertThat(message.parameters()).isNull();
    assertThat(message.plan().length()).isLessThanOrEqualTo(body.length());
  }

  @Test
  void bytesThatAreNoTextStayAsTheyAre() {
    byte[] message =
        "duration: 1.000 ms  plan:\nQuery Text: \"SELECT '\u00e9'\"\nPlan: "
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThat(PlanMessage.read(Slice.of(message)).sql()).hasToString("SELECT 'é'");
  }
}
