package io.github.pgslowlog.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.decode.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls by three names at once, compared with counts by each. */
final class OriginCountsTest {
  private static Origin origin(
      @Nullable String user, @Nullable String database, @Nullable String application) {
    return new Origin("66.1", "1", user, database, application, null, null);
  }

  private static @Nullable String name(Random random, String head, int names) {
    int number = random.nextInt(names + 1);
    return number == 0 ? null : head + number;
  }

  private static List<Origin> origins(long seed, int users, int databases, int applications) {
    Random random = new Random(seed);
    List<Origin> origins = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      origins.add(
          origin(
              name(random, "user", users),
              name(random, "db", databases),
              name(random, "job ", applications)));
    }
    return origins;
  }

  private static OriginCounts counts(List<Origin> origins) {
    OriginCounts counts = new OriginCounts();
    origins.forEach(counts::add);
    return counts;
  }

  private static void assertCounts(OriginCounts counts, List<Origin> origins) {
    NameCounts users = new NameCounts();
    NameCounts databases = new NameCounts();
    NameCounts applications = new NameCounts();
    for (Origin origin : origins) {
      users.add(origin.user());
      databases.add(origin.database());
      applications.add(origin.application());
    }
    assertThat(counts.users()).isEqualTo(users.sorted());
    assertThat(counts.databases()).isEqualTo(databases.sorted());
    assertThat(counts.applications()).isEqualTo(applications.sorted());
  }

  @ParameterizedTest(name = "{0} users, {1} databases, {2} applications")
  @CsvSource({"0, 0, 0", "1, 1, 0", "1, 1, 1", "2, 1, 2", "3, 3, 3", "5, 2, 400", "9, 1500, 3000"})
  void eachNameHasItsCalls(int users, int databases, int applications) {
    List<Origin> origins = origins(users, users, databases, applications);

    assertCounts(counts(origins), origins);
  }

  @ParameterizedTest(name = "{0} applications")
  @CsvSource({"2", "64", "2000"})
  void partsInAnyOrderCountTheSame(int applications) {
    List<Origin> origins = origins(7, 3, 2, applications);
    List<Origin> shuffled = new ArrayList<>(origins);
    Collections.shuffle(shuffled, new Random(8));

    OriginCounts merged = counts(shuffled.subList(4_000, 5_000));
    merged.merge(new OriginCounts());
    merged.merge(counts(shuffled.subList(0, 2)));
    merged.merge(counts(shuffled.subList(2, 4_000)));

    assertCounts(merged, origins);
  }

  @Test
  void countsGoOnAfterASnapshot() {
    List<Origin> origins = origins(9, 2, 2, 2);
    OriginCounts counts = counts(origins.subList(0, 100));
    assertCounts(counts, origins.subList(0, 100));

    origins.subList(100, 300).forEach(counts::add);

    assertCounts(counts, origins.subList(0, 300));
  }

  @Test
  void sessionsDoNotCount() {
    Origin other = new Origin("66.2", "2", "shop", "store", null, "[local]", "77");

    OriginCounts counts = counts(List.of(origin("shop", "store", null), other));

    assertThat(counts.users()).hasSize(1).containsEntry("shop", 2L);
    assertThat(counts.applications()).isEmpty();
  }
}
