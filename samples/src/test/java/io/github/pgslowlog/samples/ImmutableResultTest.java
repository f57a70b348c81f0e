package io.github.pgslowlog.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nobody can change an analysis, however deep below it. */
class ImmutableResultTest {
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> changeable = new TreeSet<>();
  private int collections;

  @Test
  void everyListSetAndMapOfAnAnalysisRefusesChanges() throws ReflectiveOperationException {
    Analysis analysis =
        LogAnalyzer.builder().path(Path.of("shop/postgresql.log")).build().analyze();

    walk("analysis", analysis);

    assertThat(collections).isGreaterThan(300);
    assertThat(changeable).isEmpty();
  }

  private void walk(String place, @Nullable Object value) throws ReflectiveOperationException {
    if (value instanceof Optional<?> optional) {
      walk(place, optional.orElse(null));
    }
    if (value == null || !seen.add(value)) {
      return;
    }
    if (value instanceof Collection<?> collection) {
      check(place, () -> collection.add(null));
      for (Object element : collection) {
        walk(place, element);
      }
    }
    if (value instanceof Map<?, ?> map) {
      check(place, () -> map.put(null, null));
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        walk(place + " keys", entry.getKey());
        walk(place, entry.getValue());
      }
    }
    if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        String part = value.getClass().getSimpleName() + "." + component.getName();
        component.getAccessor().setAccessible(true);
        walk(part, component.getAccessor().invoke(value));
      }
    }
  }

  private void check(String place, Runnable change) {
    collections++;
    try {
      change.run();
      changeable.add(place);
    } catch (UnsupportedOperationException expected) {
      // as it should be
    } catch (RuntimeException late) {
      changeable.add(place + ": " + late);
    }
  }
}
