package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanIndentsTest {
  private static final String PLAN =
      """
      Limit
        Buffers: shared hit=4
        ->  Nested Loop
              Join Filter: (a.id = b.id)

              ->  Seq Scan on a
              ->  Hash
                    ->  Seq Scan on b
        InitPlan 1
          ->  Result
      Settings: work_mem=?
      """;

  @Test
  void aPlanThatFitsStaysAsItIs() {
    assertThat(PlanIndents.within(PLAN, 14))
        .containsExactlyElementsOf(PLAN.lines().filter(line -> !line.isEmpty()).toList());
  }

  @Test
  void aDeeperOneIsDrawnTogether() {
    assertThat(PlanIndents.within(PLAN, 13))
        .containsExactly(
            "Limit",
            "    Buffers: shared hit=4",
            "    ->  Nested Loop",
            "        Join Filter: (a.id = b.id)",
            "        ->  Seq Scan on a",
            "        ->  Hash",
            "            ->  Seq Scan on b",
            "    InitPlan 1",
            "        ->  Result",
            "Settings: work_mem=?");
  }

  @Test
  void whatIsDeeperThanThereIsRoomTellsItsLevel() {
    assertThat(PlanIndents.within(PLAN, 2))
        .containsExactly(
            "Limit",
            " Buffers: shared hit=4",
            " ->  Nested Loop",
            "  Join Filter: (a.id = b.id)",
            "  ->  Seq Scan on a",
            "  ->  Hash",
            "  [3] ->  Seq Scan on b",
            " InitPlan 1",
            "  ->  Result",
            "Settings: work_mem=?");
  }

  @Test
  void oneLineFarToTheRightIsOneLevel() {
    assertThat(PlanIndents.within("a\n" + " ".repeat(60_000) + "b", 34))
        .containsExactly("a", "      b");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 30, 40, 80, 200})
  void twentyJoinsCanBeReadAtEveryWidth(int width) {
    String plan =
        IntStream.range(0, 20)
            .mapToObj(i -> " ".repeat(6 * i) + "->  Nested Loop Left Join  (cost=0.0..1.0 rows=1)")
            .collect(Collectors.joining("\n"));
    TextCanvas canvas = new TextCanvas(width);
    int most = width / 2 - 6;

    PlanIndents.within(plan, most)
        .forEach(line -> canvas.paragraph("  " + line, PlanIndents.indent(line) + 6));

    assertThat(canvas.text().lines())
        .allMatch(line -> !line.isBlank() && line.length() <= width)
        .hasSizeLessThanOrEqualTo(20 * (width < 40 ? 7 : width < 80 ? 4 : 2));
    assertThat(canvas.text().lines().filter(line -> line.contains("->")))
        .hasSize(20)
        .doesNotHaveDuplicates();
  }
}
