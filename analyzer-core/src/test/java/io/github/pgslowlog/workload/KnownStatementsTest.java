package io.github.pgslowlog.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.fingerprint.KnownStatement;
import io.github.pgslowlog.fingerprint.KnownTexts;
import io.github.pgslowlog.fingerprint.Tags;
import io.github.pgslowlog.sample.EpochMicros;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.statement.StatementKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast entrance of executions, compared with the slow one. */
final class KnownStatementsTest {
  private static final StatementKind[] KINDS = {
    StatementKind.STATEMENT,
    StatementKind.PARSE,
    StatementKind.BIND,
    StatementKind.EXECUTE,
    StatementKind.EXECUTE_FETCH
  };

  private record Execution(
      StatementKind kind,
      Origin origin,
      @Nullable Instant time,
      long micros,
      String sql,
      @Nullable String detail) {
    LoggedStatement logged() {
      return new LoggedStatement(
          new Location("a.log", 1, 0),
          time,
          origin,
          kind,
          null,
          null,
          micros,
          slice(sql),
          detail == null ? null : slice(detail));
    }

    private static Slice slice(String text) {
      return Slice.of(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** What a reader knows of texts, and where it keeps them. */
  private final Map<String, KnownStatement> known = new HashMap<>();

  private void addFast(WorkloadAccumulator workload, Execution e) {
    String detail = e.detail();
    byte[] line =
        ("<" + e.sql() + "|" + (detail == null ? "" : detail) + ">")
            .getBytes(StandardCharsets.UTF_8);
    int sqlTo = 1 + e.sql().getBytes(StandardCharsets.UTF_8).length;
    workload.add(
        known.computeIfAbsent(e.sql(), KnownTexts::known),
        Tags.read(Execution.slice(e.sql())),
        e.kind(),
        e.origin(),
        EpochMicros.of(e.time()),
        e.micros(),
        line,
        1,
        sqlTo,
        detail == null ? null : line,
        detail == null ? 0 : sqlTo + 1,
        detail == null ? 0 : line.length - 1);
  }

  private static List<Execution> log(long seed, int size) {
    Random random = new Random(seed);
    List<Execution> log = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String sql =
          switch (random.nextInt(5)) {
            case 0 -> "SELECT 'ä%d' FROM t%d".formatted(random.nextInt(40), random.nextInt(9));
            case 1 -> "SELECT 1 /*action:a%d,host:h*/".formatted(random.nextInt(50));
            case 2 -> "SELECT a%d".formatted(random.nextInt(1 + random.nextInt(40)));
            case 3 -> "UPDATE t SET a = $1 WHERE b = %d -- 'x".formatted(random.nextInt(20));
            default -> "SELECT '%s'".formatted("x".repeat(1 << random.nextInt(16)));
          };
      Instant time = Instant.ofEpochSecond(1_795_000_000L + random.nextInt(90), 941_001_000);
      log.add(
          new Execution(
              KINDS[random.nextInt(KINDS.length)],
              origin(random),
              random.nextInt(9) == 0 ? null : time,
              (long) Math.exp(random.nextInt(20)),
              sql,
              random.nextInt(3) == 0 ? "Parameters: $1 = 'ö%d'".formatted(i % 100) : null));
    }
    return log;
  }

  private static Origin origin(Random random) {
    String number = Integer.toString(random.nextInt(5));
    return new Origin(
        random.nextInt(4) == 0 ? null : "66." + number,
        number,
        random.nextInt(4) == 0 ? null : "user" + number,
        "store",
        random.nextInt(9) == 0 ? null : "job " + random.nextInt(1 + random.nextInt(900)),
        null,
        null);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void bothEntrancesGiveTheSame(long seed) {
    List<Execution> log = log(seed, 3_000);
    int patterns = seed % 3 == 0 ? 15 : 1_000;
    long sampleBytes = seed % 2 == 0 ? 1 << 20 : 1 << 14;
    WorkloadAccumulator slow = new WorkloadAccumulator(patterns, 1_000_000, sampleBytes);
    WorkloadAccumulator fast = new WorkloadAccumulator(patterns, 1_000_000, sampleBytes);

    log.forEach(execution -> slow.add(execution.logged()));
    log.forEach(execution -> addFast(fast, execution));

    assertThat(fast.toWorkload()).isEqualTo(slow.toWorkload());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13})
  void bothEntrancesMayTakeTurnsAndPartsMerge(long seed) {
    List<Execution> log = log(seed, 2_000);
    WorkloadAccumulator slow = new WorkloadAccumulator();
    log.forEach(execution -> slow.add(execution.logged()));

    Random random = new Random(seed);
    WorkloadAccumulator mixed = new WorkloadAccumulator();
    WorkloadAccumulator other = new WorkloadAccumulator();
    for (int i = 0; i < 1_500; i++) {
      WorkloadAccumulator one = random.nextBoolean() ? mixed : other;
      if (random.nextBoolean()) {
        addFast(one, log.get(i));
      } else {
        one.add(log.get(i).logged());
      }
    }
    mixed.merge(other);
    log.subList(1_500, 2_000).forEach(execution -> addFast(mixed, execution));

    assertThat(mixed.toWorkload()).isEqualTo(slow.toWorkload());
  }

  @Test
  void whatAnotherRunRememberedIsNotUsed() {
    Execution execution = log(1, 1).get(0);
    WorkloadAccumulator first = new WorkloadAccumulator();
    WorkloadAccumulator second = new WorkloadAccumulator();

    addFast(first, execution);
    addFast(second, execution);
    addFast(second, execution);

    assertThat(first.toWorkload().patterns()).hasSize(1);
    assertThat(first.toWorkload().byKind().get(0).count()).isEqualTo(1);
    assertThat(second.toWorkload().patterns()).hasSize(1);
    assertThat(second.toWorkload().patterns().get(0).query())
        .isEqualTo(first.toWorkload().patterns().get(0).query());
  }
}
