package io.github.pgslowlog.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.Evidence;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.Shapes;
import io.github.pgslowlog.workload.ColumnUsage.RoleUsage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How patterns add up to the usage of columns. */
final class ColumnUsageAccumulatorTest {
  private static final TableName ORDERS = new TableName("", "orders");

  @Test
  void callsAndTimeAreAddedByRole() {
    List<ColumnUsage> usages =
        usages(
            Map.of(
                "SELECT * FROM orders WHERE status = 'a'", 300L,
                "SELECT * FROM orders WHERE status = 'a' ORDER BY status", 40L));

    assertThat(usages)
        .containsExactly(
            new ColumnUsage(
                Optional.of(ORDERS),
                List.of(),
                "status",
                Evidence.STATEMENT,
                Map.of(
                    Role.EQUALITY,
                    new RoleUsage(2, 2, 340),
                    Role.ORDER_BY,
                    new RoleUsage(1, 1, 40))));
    assertThat(usages.get(0).maxMicros()).isEqualTo(340);
  }

  @Test
  void aPatternCountsOnceInARole() {
    List<ColumnUsage> usages =
        usages(
            Map.of(
                """
                SELECT * FROM orders o WHERE o.status = 'a' OR o.status = 'b'
                OR EXISTS (SELECT 1 FROM orders p WHERE p.status = 'c')
                """,
                300L));

    assertThat(usages).hasSize(1);
    assertThat(usages.get(0).roles()).isEqualTo(Map.of(Role.EQUALITY, new RoleUsage(1, 1, 300)));
  }

  @Test
  void columnsThatCostMostComeFirst() {
    List<ColumnUsage> usages =
        usages(
            Map.of(
                "SELECT * FROM orders WHERE cheap = 1", 5L,
                "SELECT * FROM orders WHERE dear = 1", 500L,
                "SELECT * FROM orders WHERE middling > 1", 50L));

    assertThat(usages).extracting(ColumnUsage::column).containsExactly("dear", "middling", "cheap");
  }

  @Test
  void anAmbiguousColumnNamesItsCandidates() {
    List<ColumnUsage> usages =
        usages(Map.of("SELECT * FROM orders, customers WHERE city = 'x'", 5L));

    assertThat(usages)
        .singleElement()
        .satisfies(
            usage -> {
              assertThat(usage.table()).isEmpty();
              assertThat(usage.candidates())
                  .containsExactly(new TableName("", "customers"), ORDERS);
            });
  }

  @Test
  void theWeakestEvidenceIsTold() {
    ColumnUsageAccumulator accumulator = new ColumnUsageAccumulator();
    String loose = "SELECT * FROM orders, customers WHERE city = 'x'";
    String proof = "SELECT * FROM customers WHERE city = 'x'";
    List<QueryShape> shapes = Shapes.ofLog(loose, proof);

    accumulator.add(shapes.get(0), Statements.pattern(loose, 1));
    accumulator.add(shapes.get(1), Statements.pattern(proof, 1));

    assertThat(accumulator.toUsages())
        .singleElement()
        .satisfies(usage -> assertThat(usage.evidence()).isEqualTo(Evidence.WORKLOAD));
  }

  @Test
  void equalityListsAndJoinsWeighForTheOrderOfKeys() {
    ColumnUsageAccumulator accumulator =
        accumulator(
            Map.of(
                "SELECT * FROM orders WHERE a = 1", 1L,
                "SELECT * FROM orders WHERE a IN (1, 2)", 20L,
                "SELECT * FROM orders o JOIN lines l ON l.b = o.a", 300L,
                "SELECT * FROM orders WHERE a > 1", 4_000L,
                "SELECT * FROM orders ORDER BY a", 50_000L));

    assertThat(accumulator.equalityMicros(ORDERS, "a")).isEqualTo(321);
    assertThat(accumulator.equalityMicros(ORDERS, "b")).isZero();
    assertThat(accumulator.equalityMicros(new TableName("x", "orders"), "a")).isZero();
  }

  private static List<ColumnUsage> usages(Map<String, Long> microsBySql) {
    return accumulator(microsBySql).toUsages();
  }

  private static ColumnUsageAccumulator accumulator(Map<String, Long> microsBySql) {
    ColumnUsageAccumulator accumulator = new ColumnUsageAccumulator();
    microsBySql.forEach(
        (sql, micros) -> accumulator.add(Shapes.of(sql), Statements.pattern(sql, micros)));
    return accumulator;
  }
}
