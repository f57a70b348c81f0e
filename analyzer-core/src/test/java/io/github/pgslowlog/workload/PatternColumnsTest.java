package io.github.pgslowlog.workload;

import static io.github.pgslowlog.workload.Blocks.L;
import static io.github.pgslowlog.workload.Blocks.O;
import static io.github.pgslowlog.workload.Blocks.ORDERS;
import static io.github.pgslowlog.workload.Blocks.column;
import static io.github.pgslowlog.workload.Blocks.equal;
import static io.github.pgslowlog.workload.Blocks.lower;
import static io.github.pgslowlog.workload.Blocks.term;
import static io.github.pgslowlog.workload.Blocks.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.ColumnUse;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.Sargability;
import io.github.pgslowlog.resolve.SortKey;
import io.github.pgslowlog.workload.PatternColumn.Order;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of each use of a column. */
final class PatternColumnsTest {
  private static PatternColumn plain(String column, Role role) {
    return new PatternColumn(
        Optional.of(ORDERS),
        List.of(),
        column,
        role,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void aUseThatIsNotComparedHasOnlyItsRole() {
    ColumnUse returned = ColumnUse.of(column(O, "total"), Role.RETURNED);

    assertThat(PatternColumns.of(new Blocks().use(returned).use(returned).shape()))
        .containsExactly(plain("total", Role.RETURNED));
  }

  @Test
  void eachOperatorIsAUse() {
    ColumnUse use = ColumnUse.of(column(O, "total"), Role.RANGE);

    List<PatternColumn> columns =
        PatternColumns.of(
            new Blocks()
                .always(
                    test(term(O, "total"), Role.RANGE, ">"),
                    test(term(O, "total"), Role.RANGE, "<="),
                    equal(O, "total"))
                .use(use)
                .use(use)
                .shape());

    assertThat(columns)
        .extracting(PatternColumn::operator, PatternColumn::sargability)
        .containsExactly(
            tuple(Optional.of(">"), Optional.of(Sargability.SARGABLE)),
            tuple(Optional.of("<="), Optional.of(Sargability.SARGABLE)));
  }

  @Test
  void aColumnInAnExpressionSaysWhyNoIndexOnItServes() {
    ColumnUse use =
        new ColumnUse(
            column(O, "email"), Role.EXPRESSION, Optional.of(lower(O, "email")), Optional.empty());

    List<PatternColumn> columns =
        PatternColumns.of(
            new Blocks().always(test(lower(O, "email"), Role.EQUALITY, "=")).use(use).shape());

    assertThat(columns)
        .singleElement()
        .satisfies(
            column -> {
              assertThat(column.role()).isEqualTo(Role.EXPRESSION);
              assertThat(column.expression()).contains("lower(email)");
              assertThat(column.operator()).contains("=");
              assertThat(column.sargability()).contains(Sargability.FUNCTION);
            });
  }

  @Test
  void aJoinNamesItsPartner() {
    ColumnUse use =
        new ColumnUse(
            column(O, "id"), Role.JOIN, Optional.empty(), Optional.of(column(L, "order_id")));

    assertThat(PatternColumns.of(new Blocks().use(use).shape()))
        .singleElement()
        .satisfies(
            column -> {
              assertThat(column.partner()).contains("lines.order_id");
              assertThat(column.operator()).contains("=");
              assertThat(column.sargability()).contains(Sargability.SARGABLE);
            });
  }

  @Test
  void sortKeysHaveTheirDirection() {
    List<PatternColumn> columns =
        PatternColumns.of(
            new Blocks()
                .orderBy(term(O, "total"), true)
                .use(ColumnUse.of(column(O, "total"), Role.ORDER_BY))
                .use(ColumnUse.of(column(O, "total"), Role.RETURNED))
                .shape());

    assertThat(columns)
        .extracting(PatternColumn::order)
        .containsExactly(Optional.of(new Order(true, SortKey.Nulls.DEFAULT)), Optional.empty());
  }

  @Test
  void anAmbiguousColumnHasNoTable() {
    ColumnRef ambiguous = new ColumnRef.Ambiguous("city", List.of(List.of(O, L)), false);

    assertThat(PatternColumns.of(new Blocks().use(ColumnUse.of(ambiguous, Role.EQUALITY)).shape()))
        .extracting(PatternColumn::table)
        .containsExactly(Optional.empty());
  }
}
