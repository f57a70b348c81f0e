package io.github.pgslowlog.workload;

import static io.github.pgslowlog.workload.Blocks.L;
import static io.github.pgslowlog.workload.Blocks.LINES;
import static io.github.pgslowlog.workload.Blocks.O;
import static io.github.pgslowlog.workload.Blocks.ORDERS;
import static io.github.pgslowlog.workload.Blocks.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.TableRef;
import io.github.pgslowlog.workload.JoinEdge.ColumnPair;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How patterns add up to joins. */
final class JoinEdgeAccumulatorTest {
  private static List<JoinEdge> edges(QueryShape... shapes) {
    JoinEdgeAccumulator accumulator = new JoinEdgeAccumulator();
    List.of(shapes).forEach(shape -> accumulator.add(shape, Statements.pattern("SELECT 1", 70)));
    return accumulator.toEdges();
  }

  @Test
  void aJoinIsTheSameWhicheverSideIsWrittenFirst() {
    QueryShape one = new Blocks().join(column(O, "id"), column(L, "order_id")).shape();
    QueryShape other = new Blocks().join(column(L, "order_id"), column(O, "id")).shape();

    assertThat(edges(one, other))
        .containsExactly(
            new JoinEdge(LINES, ORDERS, List.of(new ColumnPair("order_id", "id")), 2, 2, 140));
  }

  @Test
  void columnsOfOneJoinStayTogether() {
    QueryShape shape =
        new Blocks()
            .join(column(O, "tenant"), column(L, "tenant"))
            .join(column(L, "order_id"), column(O, "id"))
            .shape();

    assertThat(edges(shape))
        .extracting(JoinEdge::columns)
        .containsExactly(
            List.of(new ColumnPair("order_id", "id"), new ColumnPair("tenant", "tenant")));
  }

  @Test
  void joinsWithTwoUsesOfATableAreTwo() {
    TableRef again = new TableRef(LINES, "m", 2);
    QueryShape shape =
        new Blocks()
            .join(column(O, "id"), column(L, "order_id"))
            .join(column(O, "tenant"), column(again, "tenant"))
            .shape();

    assertThat(edges(shape))
        .extracting(JoinEdge::columns)
        .containsExactly(
            List.of(new ColumnPair("order_id", "id")), List.of(new ColumnPair("tenant", "tenant")));
  }

  @Test
  void aTableJoinedWithItselfHasOneOrder() {
    TableRef parent = new TableRef(ORDERS, "p", 1);
    QueryShape up = new Blocks().join(column(O, "parent_id"), column(parent, "id")).shape();
    QueryShape down = new Blocks().join(column(O, "id"), column(parent, "parent_id")).shape();

    assertThat(edges(up, down))
        .containsExactly(
            new JoinEdge(ORDERS, ORDERS, List.of(new ColumnPair("id", "parent_id")), 2, 2, 140));
  }

  @Test
  void columnsOfOneUseOfATableAndAmbiguousOnesAreNoJoin() {
    ColumnRef ambiguous = new ColumnRef.Ambiguous("x", List.of(List.of(O, L)), false);
    QueryShape shape =
        new Blocks()
            .join(column(O, "a"), column(O, "b"))
            .join(ambiguous, column(L, "order_id"))
            .shape();

    assertThat(edges(shape)).isEmpty();
  }
}
