package io.github.pgslowlog.postgres.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.select.PlanNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanReaderTest {
  private static final PlanNames NAMES =
      new PlanNames() {
        @Override
        public Optional<String> schemaOfTable(String table) {
          return Optional.of("sales");
        }

        @Override
        public String shown(String schema, String index) {
          return schema + "/" + index;
        }
      };

  @Test
  void nodesAreRead() throws IOException {
    PlanNode plan =
        new PlanReader(NAMES)
            .read(
                """
                [{"Plan": {"Node Type": "Sort", "Startup Cost": 1.5, "Total Cost": 2.25,
                  "Plan Rows": 1e9, "Plan Width": 4, "Sort Key": ["a", "b DESC"], "Odd": [{"x": []}],
                  "Plans": [{"Node Type": "Bitmap Heap Scan", "Relation Name": "t",
                    "Recheck Cond": "(a = 1)", "Filter": "b",
                    "Plans": [{"Node Type": "Bitmap Index Scan", "Index Name": "i",
                      "Index Cond": "(a = 1)"}]}]}, "Settings": {}}]
                """);

    PlanNode indexScan =
        new PlanNode(
            "Bitmap Index Scan",
            Optional.empty(),
            Optional.of("sales/i"),
            "(a = 1)",
            "",
            List.of(),
            0,
            0,
            0,
            0,
            List.of());
    PlanNode heapScan =
        new PlanNode(
            "Bitmap Heap Scan",
            Optional.of(new TableName("sales", "t")),
            Optional.empty(),
            "(a = 1)",
            "b",
            List.of(),
            0,
            0,
            0,
            0,
            List.of(indexScan));
    assertThat(plan)
        .isEqualTo(
            new PlanNode(
                "Sort",
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                List.of("a", "b DESC"),
                1.5,
                2.25,
                1e9,
                4,
                List.of(heapScan)));
  }

  @Test
  void planThatNestsTooDeepIsNotRead() {
    String json = "[{\"Plan\":" + "{\"Plans\":[".repeat(600) + "]}".repeat(600) + "}]";

    assertThatThrownBy(() -> new PlanReader(NAMES).read(json)).isInstanceOf(IOException.class);
  }

  @Test
  void whatIsNoPlanIsNotRead() {
    assertThatThrownBy(() -> new PlanReader(NAMES).read("[{}]"))
        .isInstanceOf(IOException.class)
        .hasMessage("no plan in what EXPLAIN printed");
  }
}
