package io.github.pgslowlog.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameCountsTest {
  private final NameCounts counts = new NameCounts();

  @Test
  void callsAreCountedByName() {
    counts.add("web");
    counts.add("job");
    counts.add("web");
    counts.add(null);

    assertThat(counts.sorted()).hasSize(2).containsEntry("job", 1L).containsEntry("web", 2L);
  }

  @Test
  void countsOfTheNamesKeptAreExactInAnyOrder() {
    List<String> names = new ArrayList<>();
    IntStream.range(0, 3 * NameCounts.MAX_NAMES)
        .mapToObj(i -> String.format("job %05d", i))
        .forEach(name -> names.addAll(List.of(name, name)));
    Collections.shuffle(names, new Random(1));

    names.forEach(counts::add);

    assertThat(counts.sorted()).hasSize(NameCounts.MAX_NAMES);
    assertThat(counts.sorted().firstKey()).isEqualTo("job 00000");
    assertThat(counts.sorted().lastKey()).isEqualTo("job 00999");
    assertThat(counts.sorted().values()).containsOnly(2L);
  }

  @Test
  void mergedPartsKeepTheBoundToo() {
    NameCounts other = new NameCounts();
    for (int i = 0; i < NameCounts.MAX_NAMES; i++) {
      counts.add(String.format("a %05d", i));
      other.add(String.format("b %05d", i));
    }

    other.merge(counts);

    assertThat(other.sorted()).isEqualTo(counts.sorted());
  }
}
