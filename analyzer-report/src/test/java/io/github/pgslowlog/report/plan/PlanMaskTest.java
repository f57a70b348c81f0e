package io.github.pgslowlog.report.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.statement.PlanFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanMaskTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          (status = 'new'::text)                       | (status = ?::text)
          (total > 100.50)                             | (total > ?)
          (total > '-3'::integer)                      | (total > ?::integer)
          (note ~~ '%it''s a secret%'::text)           | (note ~~ ?::text)
          (note = E'a\\'b secret')                     | (note = E?)
          (id = ANY ('{1,2,3}'::integer[]))            | (id = ANY (?::integer[]))
          (table_2.col1 = $1)                          | (table_2.col1 = $1)
          ("we'ird"."2nd col" = 5)                     | ("we'ird"."2nd col" = ?)
          (x = 1e10)                                   | (x = ?)
          (x = 0xFF)                                   | (x = ?)
          (x = 'never ends                             | (x = ?
          (geçmiş2 = 7)                                | (geçmiş2 = ?)
          """)
  void valuesOfExpressionsAreMasked(String expression, String masked) {
    assertThat(PlanMask.expression(expression)).isEqualTo(masked);
  }

  @Test
  void aLineMayHaveAnyNumberOfFigures() {
    String one = "Seq Scan on t_1  (" + "cost=1.5 ".repeat(100_000) + ")\n";
    String many = "Seq Scan on t_1 " + " (cost=1.5)".repeat(100_000) + "\n";

    assertThat(PlanMask.mask(one + many, PlanFormat.TEXT)).hasValue(one + many);
  }

  @Test
  void textPlansKeepWhatTheServerEstimatedAndMeasured() {
    String plan =
        """
        Limit  (cost=0.42..8.44 rows=1 width=40) (actual time=0.020..0.021 rows=1 loops=1)
          ->  Index Scan using orders_2024_idx on orders_2024 o  (cost=0.42..8.44 rows=1 width=40)
                Index Cond: ((customer_id = 4711) AND (status = 'secret'::text))
                Filter: (note = 'one line
                Index Cond: secret 12
        and more'::text)
                Rows Removed by Filter: 17
                Buffers: shared hit=3 read=2
        Settings: work_mem = '64MB'
        Planning Time: 0.123 ms
        """;

    String masked = PlanMask.mask(plan, PlanFormat.TEXT).orElseThrow();

    assertThat(masked)
        .isEqualTo(
            """
            Limit  (cost=0.42..8.44 rows=1 width=40) (actual time=0.020..0.021 rows=1 loops=1)
              ->  Index Scan using orders_2024_idx on orders_2024 o  (cost=0.42..8.44 rows=1 width=40)
                    Index Cond: ((customer_id = ?) AND (status = ?::text))
                    Filter: (note = ?::text)
                    Rows Removed by Filter: 17
                    Buffers: shared hit=3 read=2
            Settings: work_mem = ?
            Planning Time: 0.123 ms
            """);
  }

  @Test
  void aConditionThatLooksLikeANodeIsMasked() {
    String plan = "  Filter: ((note)  (cost=1) AND total = 99  (cost=0.00..1.00 rows=1 width=4)";

    assertThat(PlanMask.mask(plan, PlanFormat.TEXT).orElseThrow()).doesNotContain("99");
  }

  @Test
  void jsonPlansKeepNamesAndNumbers() {
    String plan =
        """
        {"Query Text": "SELECT 'secret', 4711",
         "Plan": {"Node Type": "Seq Scan", "Relation Name": "orders_2024", "Total Cost": 12.5,
                  "Filter": "(status = 'secret'::text)", "Output": ["id", "'secret'::text"],
                  "Something New": "holds 4711 and 'secret'"}}
        """;

    String masked = PlanMask.mask(plan, PlanFormat.JSON).orElseThrow();

    assertThat(masked)
        .contains("\"Seq Scan\"", "\"orders_2024\"", "12.5", "(status = ?::text)", "(masked)")
        .doesNotContain("secret", "4711");
  }

  @Test
  void aJsonPlanThatIsNoneIsNotShown() {
    assertThat(PlanMask.mask("{\"Query Text\": \"SELECT 'secret", PlanFormat.JSON)).isEmpty();
  }

  @Test
  void yamlPlansKeepNamesAndNumbers() {
    String plan =
        """
        Query Text: "SELECT \\"a\\", 'secret'"
        Plan:
          Node Type: "Index Scan"
          Index Name: "orders_2024_idx"
          Total Cost: 8.44
          Index Cond: "(id = 4711)"
          Output:
            - "id"
            - "'secret'::text"
        """;

    String masked = PlanMask.mask(plan, PlanFormat.YAML).orElseThrow();

    assertThat(masked)
        .contains("\"Index Scan\"", "orders_2024_idx", "8.44", "(id = ?)", "- \"id\"")
        .doesNotContain("secret", "4711");
  }

  @Test
  void xmlPlansKeepNamesAndNumbers() {
    String plan =
        """
        <explain xmlns="http://www.postgresql.org/2009/explain">
          <Query-Text>SELECT 'secret'</Query-Text>
          <Plan>
            <Node-Type>Seq Scan</Node-Type>
            <Relation-Name>orders_2024</Relation-Name>
            <Total-Cost>12.5</Total-Cost>
            <Filter>((total &gt; 4711) AND (note = 'one
        secret 12'))</Filter>
            <Output><Item>'secret'</Item><Item>4712</Item></Output>
          </Plan>
        </explain>
        """;

    String masked = PlanMask.mask(plan, PlanFormat.XML).orElseThrow();

    assertThat(masked)
        .contains("Seq Scan", "orders_2024", "12.5", "((total &gt; ?) AND (note = ?))")
        .doesNotContain("secret", "4711", "4712");
  }
}
