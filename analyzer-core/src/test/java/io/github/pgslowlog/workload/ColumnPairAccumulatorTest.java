package io.github.pgslowlog.workload;

import static io.github.pgslowlog.workload.Blocks.L;
import static io.github.pgslowlog.workload.Blocks.O;
import static io.github.pgslowlog.workload.Blocks.ORDERS;
import static io.github.pgslowlog.workload.Blocks.all;
import static io.github.pgslowlog.workload.Blocks.any;
import static io.github.pgslowlog.workload.Blocks.column;
import static io.github.pgslowlog.workload.Blocks.equal;
import static io.github.pgslowlog.workload.Blocks.is;
import static io.github.pgslowlog.workload.Blocks.term;
import static io.github.pgslowlog.workload.Blocks.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.resolve.Condition;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.TableRef;
import io.github.pgslowlog.workload.ColumnPairUsage.Roles;
import io.github.pgslowlog.workload.ColumnUsage.RoleUsage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which columns count as used together. */
final class ColumnPairAccumulatorTest {
  private static final Pattern PATTERN = Statements.pattern("SELECT 1", 70);
  private static final Predicate RECENT = test(term(O, "created_at"), Role.RANGE, ">");

  private static List<ColumnPairUsage> pairs(QueryShape... shapes) {
    ColumnPairAccumulator accumulator = new ColumnPairAccumulator();
    List.of(shapes).forEach(shape -> accumulator.add(shape, PATTERN));
    return accumulator.toUsages();
  }

  private static List<String> names(QueryShape... shapes) {
    return pairs(shapes).stream()
        .map(pair -> pair.table() + "." + pair.first() + "+" + pair.second())
        .toList();
  }

  @Test
  void conditionsJoinedByAndArePairsWithTheRolesOfBoth() {
    QueryShape shape = new Blocks().always(equal(O, "status"), RECENT).shape();

    assertThat(pairs(shape, shape))
        .containsExactly(
            new ColumnPairUsage(
                ORDERS,
                "created_at",
                "status",
                Map.of(new Roles(Role.RANGE, Role.EQUALITY), new RoleUsage(2, 2, 140)),
                2,
                2,
                140));
  }

  @Test
  void thePatternCountsOnceHoweverOftenThePairOccurs() {
    Condition both = all(is(equal(O, "a")), is(equal(O, "b")));
    Condition other = all(is(equal(O, "b")), is(test(term(O, "a"), Role.IN, "IN")));

    assertThat(pairs(new Blocks().where(any(both, other, both)).shape()))
        .containsExactly(
            new ColumnPairUsage(
                ORDERS,
                "a",
                "b",
                Map.of(
                    new Roles(Role.EQUALITY, Role.EQUALITY), new RoleUsage(1, 1, 70),
                    new Roles(Role.IN, Role.EQUALITY), new RoleUsage(1, 1, 70)),
                1,
                1,
                70));
  }

  @Test
  void onlyWhatStandsUnderTheSameAndIsAPair() {
    Condition where =
        all(
            is(equal(O, "a")),
            all(is(equal(O, "b"))),
            any(is(equal(O, "c")), all(is(equal(O, "d")), is(equal(O, "e")))),
            new Condition.Not(all(is(equal(O, "f")), is(equal(O, "g")))));

    assertThat(names(new Blocks().where(where).shape()))
        .containsExactly("orders.a+b", "orders.d+e");
  }

  @Test
  void columnsOfDifferentTablesOrUsesOfATableAreNoPair() {
    TableRef again = new TableRef(ORDERS, "p", 2);

    assertThat(names(new Blocks().always(equal(O, "a"), equal(L, "b"), equal(again, "c")).shape()))
        .isEmpty();
  }

  @Test
  void aColumnIsNoPairWithItself() {
    Predicate bounded = test(term(O, "created_at"), Role.RANGE, "<");

    assertThat(names(new Blocks().always(RECENT, bounded).shape())).isEmpty();
  }

  @Test
  void joinsAreConditionsOnBothTables() {
    QueryShape shape =
        new Blocks()
            .always(equal(O, "status"), equal(L, "sku"))
            .join(column(L, "order_id"), column(O, "id"))
            .shape();

    assertThat(names(shape)).containsExactly("lines.order_id+sku", "orders.id+status");
  }

  @Test
  void expressionsAreNoColumns() {
    Predicate lower = test(Blocks.lower(O, "email"), Role.EQUALITY, "=");

    assertThat(names(new Blocks().always(lower, equal(O, "status")).shape())).isEmpty();
  }

  @ParameterizedTest(name = "{0} columns: {1} pairs")
  @CsvSource({"45, 990, true", "46, 1000, false", "5000, 1000, false"})
  void aHugeConjunctionGivesABoundedNumberOfPairs(int columns, int pairs, boolean all) {
    Predicate[] conditions =
        IntStream.range(0, columns)
            .mapToObj(i -> equal(O, "c%04d".formatted(i)))
            .toArray(Predicate[]::new);
    ColumnPairAccumulator accumulator = new ColumnPairAccumulator();

    assertThat(accumulator.add(new Blocks().always(conditions).shape(), PATTERN)).isEqualTo(all);
    assertThat(accumulator.toUsages()).hasSize(pairs);
    assertThat(accumulator.toUsages().get(0).second()).isEqualTo("c0001");
  }

  @Test
  void aVeryDeepConditionIsWalkedWithoutRecursion() {
    Condition condition = all(is(equal(O, "a")), is(equal(O, "b")));
    for (int i = 0; i < 100_000; i++) {
      condition =
          i % 3 == 0 ? new Condition.Not(condition) : i % 3 == 1 ? any(condition) : all(condition);
    }

    assertThat(names(new Blocks().where(condition).shape())).isEmpty();
  }
}
