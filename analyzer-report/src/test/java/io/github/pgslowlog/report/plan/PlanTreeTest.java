package io.github.pgslowlog.report.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.pgslowlog.statement.PlanFormat;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTreeTest {
  private static final String PLAN =
      """
      {"Query Text": "SELECT 'secret'",
       "Plan": {
         "Node Type": "Aggregate", "Strategy": "Sorted", "Partial Mode": "Finalize",
         "Parallel Aware": false, "Startup Cost": 0.42, "Total Cost": 8.44, "Plan Rows": 1,
         "Plan Width": 40, "Actual Startup Time": 0.020, "Actual Total Time": 0.021,
         "Actual Rows": 1, "Actual Loops": 1, "Group Key": ["o.id", "(o.total > '3'::numeric)"],
         "Shared Hit Blocks": 3, "Shared Read Blocks": 0, "Temp Written Blocks": 7,
         "Plans": [
           {"Node Type": "Result", "Parent Relationship": "InitPlan",
            "Subplan Name": "InitPlan 1 (returns $0)", "Startup Cost": 0.00, "Total Cost": 0.01,
            "Plan Rows": 1, "Plan Width": 4, "Actual Rows": 0, "Actual Loops": 0},
           {"Node Type": "Hash Join", "Join Type": "Left", "Parallel Aware": true,
            "Startup Cost": 1.00, "Total Cost": 2.00, "Plan Rows": 5, "Plan Width": 8,
            "Hash Cond": "(o.id = p.order_id)",
            "Plans": [
              {"Node Type": "Index Only Scan", "Scan Direction": "Backward",
               "Index Name": "orders_pkey", "Relation Name": "orders", "Schema": "public",
               "Alias": "o", "Filter": "(note = 'a secret'::text)", "Rows Removed by Filter": 17,
               "Heap Fetches": 0}]}]},
       "Settings": {"work_mem": "64MB"}}
      """;

  @Test
  void aPlanReadsLikeItsTextForm() {
    String masked = PlanMask.mask(PLAN, PlanFormat.JSON).orElseThrow();

    assertThat(PlanTree.of(masked))
        .hasValue(
            """
            Finalize GroupAggregate  (cost=0.42..8.44 rows=1 width=40) (actual time=0.020..0.021 rows=1 loops=1)
              Group Key: o.id, (o.total > ?::numeric)
              Buffers: shared hit=3, temp written=7
              InitPlan 1 (returns $0)
                ->  Result  (cost=0.00..0.01 rows=1 width=4) (never executed)
              ->  Parallel Hash Left Join  (cost=1.00..2.00 rows=5 width=8)
                    Hash Cond: (o.id = p.order_id)
                    ->  Index Only Scan Backward using orders_pkey on public.orders o
                          Filter: (note = ?::text)
                          Rows Removed by Filter: 17
            Settings: work_mem=?""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "Node Type": "Nested Loop", "Join Type": "Inner"                          | Nested Loop
          "Node Type": "Nested Loop", "Join Type": "Anti"                           | Nested Loop Anti Join
          "Node Type": "Merge Join", "Join Type": "Inner"                           | Merge Join
          "Node Type": "ModifyTable", "Operation": "Update", "Relation Name": "t", "Alias": "t" | Update on t
          "Node Type": "Foreign Scan", "Operation": "Update", "Relation Name": "t", "Alias": "t" | Foreign Update on t
          "Node Type": "Foreign Scan", "Operation": "Select", "Relation Name": "t", "Alias": "t" | Foreign Scan on t
          "Node Type": "Foreign Scan", "Relation Name": "t", "Alias": "t"           | Foreign Scan on t
          "Node Type": "Seq Scan", "Relation Name": "a \\n\\n \\r\\n b", "Alias": "" | Seq Scan on a b
          "Node Type": "Bitmap Index Scan", "Index Name": "i"                       | Bitmap Index Scan on i
          "Node Type": "CTE Scan", "CTE Name": "c", "Alias": "d"                    | CTE Scan on c d
          "Node Type": "Aggregate", "Strategy": "Plain", "Partial Mode": "Simple"   | Aggregate
          "Node Type": "SetOp", "Strategy": "Hashed", "Command": "Except"           | HashSetOp Except
          "Node Type": "Seq Scan", "Relation Name": "two\\nlines", "Alias": "a"     | Seq Scan on two lines a
          """)
  void nodesHaveTheNamesOfTheTextForm(String fields, String line) {
    assertThat(PlanTree.of("{\"Plan\": {" + fields + "}}")).hasValue(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{}", "{\"Plan\": []}", "{\"Plan\": {\"Plans\": [{"})
  void whatIsNoPlanIsNone(String json) {
    assertThat(PlanTree.of(json)).isEmpty();
  }

  /** Sought blank by blank, or made longer list by list, either would take minutes. */
  @Test
  void manyBlanksAndLongListsTakeNoTime() {
    String blanks = " ".repeat(1_000_000) + "x\\ny";
    String list = "\"k\", ".repeat(200_000) + "\"k\"";
    String plan = "{\"Plan\": {\"Filter\": \"a" + blanks + "\", \"Output\": [" + list + "]}}";

    String tree =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> PlanTree.of(plan).orElseThrow());

    assertThat(tree).contains("  x y\n").hasSizeGreaterThan(1_600_000).endsWith(", k, k");
  }

  @Test
  void aPlanThatIsTooDeepIsNone() {
    String deep = "{\"Plan\": {\"Plans\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}}";

    assertThat(PlanTree.of(deep)).isEmpty();
  }
}
