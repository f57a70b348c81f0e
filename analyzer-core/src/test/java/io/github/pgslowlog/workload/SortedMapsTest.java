package io.github.pgslowlog.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SortedMapsTest {
  @Test
  void aMapThatMayChangeIsCopied() {
    SortedMap<String, Long> users = new TreeMap<>(Map.of("app", 1L));

    SortedMap<String, Long> copy = SortedMaps.copyOf(users);
    users.put("eve", 2L);

    assertThat(copy).containsExactly(Map.entry("app", 1L));
    assertThatThrownBy(() -> copy.put("eve", 2L)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void soAreTheMapsWithinIt() {
    SortedMap<String, Long> values = new TreeMap<>(Map.of("login", 1L));
    SortedMap<String, SortedMap<String, Long>> tags = new TreeMap<>(Map.of("action", values));

    SortedMap<String, SortedMap<String, Long>> copy =
        SortedMaps.copyOfAll(Collections.unmodifiableSortedMap(tags));
    values.put("logout", 2L);

    assertThat(copy.get("action")).containsExactly(Map.entry("login", 1L));
    copy.values()
        .forEach(
            counts ->
                assertThatThrownBy(() -> counts.put("logout", 2L))
                    .isInstanceOf(UnsupportedOperationException.class));
    assertThatThrownBy(() -> copy.remove("action"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aMapThatNeverChangesCostsNoMemory() {
    SortedMap<String, Long> copy = SortedMaps.copyOf(new TreeMap<>(Map.of("app", 1L)));
    SortedMap<String, SortedMap<String, Long>> copies =
        SortedMaps.copyOfAll(new TreeMap<>(Map.of("action", copy)));

    assertThat(SortedMaps.copyOf(copy)).isSameAs(copy);
    assertThat(SortedMaps.copyOfAll(copies)).isSameAs(copies);
    assertThat(copies.get("action")).isSameAs(copy);
    assertThat(SortedMaps.copyOf(new TreeMap<String, Long>()))
        .isSameAs(Collections.emptySortedMap());
  }
}
