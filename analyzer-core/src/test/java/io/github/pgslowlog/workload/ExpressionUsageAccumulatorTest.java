package io.github.pgslowlog.workload;

import static io.github.pgslowlog.workload.Blocks.L;
import static io.github.pgslowlog.workload.Blocks.O;
import static io.github.pgslowlog.workload.Blocks.ORDERS;
import static io.github.pgslowlog.workload.Blocks.column;
import static io.github.pgslowlog.workload.Blocks.lower;
import static io.github.pgslowlog.workload.Blocks.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.resolve.Condition;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.Sargability;
import io.github.pgslowlog.resolve.Term;
import io.github.pgslowlog.workload.ColumnUsage.RoleUsage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How patterns add up to the usage of expressions. */
final class ExpressionUsageAccumulatorTest {
  private static List<ExpressionUsage> usages(Map<QueryShape, Long> microsByShape) {
    ExpressionUsageAccumulator accumulator = new ExpressionUsageAccumulator();
    microsByShape.forEach(
        (shape, micros) -> accumulator.add(shape, Statements.pattern("SELECT 1", micros)));
    return accumulator.toUsages();
  }

  @Test
  void callsAndTimeAreAddedByRoleOncePerPattern() {
    QueryShape compared =
        new Blocks()
            .always(
                test(lower(O, "email"), Role.EQUALITY, "="),
                test(lower(O, "email"), Role.EQUALITY, "<>"))
            .shape();
    QueryShape sorted =
        new Blocks()
            .where(
                new Condition.Not(new Condition.Test(test(lower(O, "email"), Role.EQUALITY, "="))))
            .groupBy(lower(O, "email"))
            .orderBy(lower(O, "email"), true)
            .shape();

    assertThat(usages(Map.of(compared, 300L, sorted, 40L)))
        .containsExactly(
            new ExpressionUsage(
                ORDERS,
                List.of("email"),
                "lower(email)",
                Map.of(
                    Role.EQUALITY, new RoleUsage(2, 2, 340),
                    Role.GROUP_BY, new RoleUsage(1, 1, 40),
                    Role.ORDER_BY, new RoleUsage(1, 1, 40))));
  }

  @Test
  void theCostliestComeFirst() {
    QueryShape cheap = new Blocks().orderBy(lower(O, "a"), false).shape();
    QueryShape dear = new Blocks().orderBy(lower(O, "b"), false).shape();
    QueryShape same = new Blocks().orderBy(lower(L, "z"), false).shape();

    assertThat(usages(Map.of(cheap, 5L, dear, 50L, same, 50L)))
        .extracting(ExpressionUsage::expression)
        .containsExactly("lower(z)", "lower(b)", "lower(a)");
  }

  @Test
  void plainColumnsAndExpressionsOfSeveralTablesAreNotCounted() {
    Term.Computed across =
        new Term.Computed(
            "total * quantity",
            List.of(column(O, "total"), column(L, "quantity")),
            List.of(),
            Sargability.OPERATOR);
    Term.Computed constant =
        new Term.Computed("count(*)", List.of(), List.of(), Sargability.EXPRESSION);

    assertThat(
            usages(
                Map.of(
                    new Blocks()
                        .always(Blocks.equal(O, "id"), test(across, Role.RANGE, ">"))
                        .orderBy(constant, true)
                        .shape(),
                    5L)))
        .isEmpty();
  }
}
