package io.github.pgslowlog.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsRowsTest {
  @Test
  void ofManyBoundsThoseOfFewerEqualGroupsAreKept() {
    assertThat(StatisticsRows.spread(bounds(1000))).isEqualTo(every(10, 1000));
    assertThat(StatisticsRows.spread(bounds(100))).isEqualTo(bounds(100));
    assertThat(StatisticsRows.spread(bounds(101))).hasSize(101).startsWith("0").endsWith("101");
  }

  private static List<String> bounds(int groups) {
    return every(1, groups);
  }

  private static List<String> every(int step, int last) {
    return IntStream.rangeClosed(0, last / step).mapToObj(i -> "" + i * step).toList();
  }
}
