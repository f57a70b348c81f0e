package io.github.pgslowlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.source.StreamSource;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.workload.Workload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that somebody stops before all is read. */
class StoppedRunTest {
  /** Some hundred KB, more than what the format is looked for in. */
  private static final BusyLog BUSY = new BusyLog(3, 6000);

  private static final byte[] STDERR = BUSY.stderr().getBytes(UTF_8);
  private static final byte[] CSVLOG = BUSY.csvlog().getBytes(UTF_8);
  private static final byte[] SYSLOG = BUSY.syslog(BusyLog.Syslog.ISO).getBytes(UTF_8);

  private @TempDir Path folder;

  @Test
  void aRunThatNobodyStopsIsComplete() {
    Analysis analysis = builder(STDERR).stopWhen(() -> false).build().analyze();

    assertThat(analysis.complete()).isTrue();
    assertThat(analysis.problems())
        .extracting(Problem::message)
        .noneMatch(StoppedRunTest::isPartial);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatWasReadIsAnalysed(int jobs) {
    for (byte[] log : List.of(STDERR, CSVLOG)) {
      assertThat(log.length).isGreaterThan(LogReader.DETECTION_BYTES + 100_000);
      Analysis analysis =
          builder(log).blockBytes(20_000).jobs(jobs).stopWhen(after(30)).build().analyze();
      Input input = analysis.inputs().get(0);

      assertThat(analysis.complete()).isFalse();
      assertThat(input.bytes()).isBetween(1L, log.length - 1L);
      assertThat(analysis.workload()).isEqualTo(workload(Arrays.copyOf(log, (int) input.bytes())));
      assertThat(analysis.problems())
          .contains(
              Problem.notice(
                  String.format(
                      Locale.ROOT, "partial: interrupted after %,d bytes", input.bytes())));
    }
  }

  private static Workload workload(byte[] log) {
    return builder(log).build().collect(text -> {}).workload();
  }

  /** The last statement would be another if its end were missing. */
  @Test
  void noStatementIsCut() {
    for (byte[] log : List.of(STDERR, CSVLOG, SYSLOG)) {
      List<String> all = statements(log, () -> false);
      for (int reads = 10; reads < 30; reads++) {
        List<String> some = statements(log, after(reads));

        assertThat(some.size()).isBetween(100, all.size() - 1);
        assertThat(some.equals(all.subList(0, some.size()))).as("%d reads", reads).isTrue();
      }
    }
  }

  private static List<String> statements(byte[] log, BooleanSupplier stop) {
    List<String> statements = new ArrayList<>();
    builder(log)
        .stopWhen(stop)
        .listener(
            new LogListener() {
              @Override
              public void statement(LoggedStatement statement) {
                statements.add(
                    statement.location().offset()
                        + " "
                        + (statement.sql() == null ? "" : statement.sql().text()));
              }
            })
        .build()
        .read();
    return statements;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void logsThatWereNotReadAreCounted(int jobs) throws IOException {
    Path first = Files.write(folder.resolve("a.log"), STDERR);
    Path second = Files.write(folder.resolve("b.csv"), CSVLOG);

    Analysis analysis =
        LogAnalyzer.builder()
            .path(first)
            .path(second)
            .blockBytes(20_000)
            .jobs(jobs)
            .stopWhen(after(3))
            .build()
            .analyze();

    assertThat(analysis.complete()).isFalse();
    assertThat(analysis.inputs()).hasSize(1);
    assertThat(analysis.problems())
        .containsExactly(
            Problem.notice(
                String.format(
                    Locale.ROOT,
                    "partial: interrupted after %,d of %,d bytes; 1 of 2 logs were not read",
                    analysis.inputs().get(0).bytes(),
                    STDERR.length + CSVLOG.length)));
  }

  @Test
  void aRunThatIsStoppedAtOnceReadsNothing() {
    Analysis analysis = builder(STDERR).stopWhen(() -> true).build().analyze();

    assertThat(analysis.complete()).isFalse();
    assertThat(analysis.inputs()).isEmpty();
    assertThat(analysis.problems())
        .containsExactly(
            Problem.notice("partial: interrupted after 0 bytes; 1 of 1 logs were not read"));
  }

  private static BooleanSupplier after(int questions) {
    int[] asked = {0};
    return () -> ++asked[0] > questions;
  }

  private static boolean isPartial(String message) {
    return message.startsWith("partial");
  }

  private static LogAnalyzer.Builder builder(byte[] log) {
    return LogAnalyzer.builder().source(new StreamSource("busy.log", new Pipe(log)));
  }

  /** Gives 8 KB at a time. */
  private static final class Pipe extends ByteArrayInputStream {
    private static final int MOST = 8 << 10;

    Pipe(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] target, int from, int length) {
      return super.read(target, from, Math.min(length, MOST));
    }
  }
}
