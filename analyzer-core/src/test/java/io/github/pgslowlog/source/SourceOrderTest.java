package io.github.pgslowlog.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceOrderTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void namesOfRotationTellTheAge(int seed) {
    List<String> oldestFirst =
        List.of(
            "day-9.log",
            "day-10.log",
            "log/postgresql.log.10.gz",
            "log/postgresql.log.9.gz",
            "log/postgresql.log.1",
            "log/postgresql.log-20251231.gz",
            "log/postgresql.log-20260101.gz",
            "log/postgresql.log",
            "postgresql-2026-01-02_000000.log",
            "postgresql-2026-01-10_000000.log");
    List<String> shuffled = new ArrayList<>(oldestFirst);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(names(shuffled.stream().map(name -> head(name, null)))).isEqualTo(oldestFirst);
  }

  @Test
  void endlessNumbersCompareByValue() {
    String small = "9".repeat(40);
    String large = "1" + "0".repeat(40);

    assertThat(names(Stream.of(head("x" + large + "y", null), head("x000" + small + "y", null))))
        .containsExactly("x000" + small + "y", "x" + large + "y");
  }

  @Test
  void firstTimestampComesBeforeTheName() {
    assertThat(
            names(
                Stream.of(
                    head("postgresql-Fri.log", "2026-11-20T00:00:00Z"),
                    head("postgresql-Mon.log", "2026-11-16T00:00:00Z"),
                    head("postgresql-Sat.log", "2026-11-14T00:00:00Z"))))
        .containsExactly("postgresql-Sat.log", "postgresql-Mon.log", "postgresql-Fri.log");
  }

  @Test
  void logWithoutATimeFollowsTheOneBeforeItByName() {
    assertThat(
            names(
                Stream.of(
                    head("b.log", "2026-11-16T00:00:00Z"),
                    head("b.log.1", null),
                    head("b.log.2", "2026-11-14T00:00:00Z"),
                    head("b.log.3", null))))
        .containsExactly("b.log.3", "b.log.2", "b.log.1", "b.log");
  }

  @Test
  void equalTimesKeepTheGivenOrder() {
    assertThat(
            names(
                Stream.of(
                    head("b.log", "2026-11-16T00:00:00Z"), head("a.log", "2026-11-16T00:00:00Z"))))
        .containsExactly("b.log", "a.log");
  }

  @Test
  void streamFollowsTheLogGivenBeforeIt() {
    SourceHead stream =
        SourceHead.of(
            new StreamSource("-", InputStream.nullInputStream()), Optional.empty(), new byte[0]);

    assertThat(
            names(
                Stream.of(
                    head("b.log", "2026-11-16T00:00:00Z"),
                    stream,
                    head("a.log", "2026-11-15T00:00:00Z"))))
        .containsExactly("a.log", "b.log", "-");
    assertThat(names(Stream.of(stream, head("a.log", null)))).containsExactly("-", "a.log");
  }

  private static List<String> names(Stream<SourceHead> given) {
    return SourceOrder.sort(given.toList()).stream().map(head -> head.source().name()).toList();
  }

  private static SourceHead head(String name, @Nullable String first) {
    return SourceHead.of(
        new PathSource(Path.of(name)), Optional.ofNullable(first).map(Instant::parse), new byte[0]);
  }
}
