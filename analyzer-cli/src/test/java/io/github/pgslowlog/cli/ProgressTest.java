package io.github.pgslowlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.source.LogSource;
import io.github.pgslowlog.source.PathSource;
import io.github.pgslowlog.source.StreamSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the line on a terminal says of the reading. */
class ProgressTest {
  private static final int MB = 1_000_000;

  private @TempDir Path folder;
  private final StringWriter terminal = new StringWriter();
  private final HandClock clock = new HandClock();

  @Test
  void theLineTellsHowFarReadingIsAndHowLongItTakes() throws IOException {
    LogSource first = file("a.log", 10 * MB);
    LogSource second = file("b.log", 30 * MB);
    Progress progress = progress(120);

    progress.logs(List.of(first, second));
    clock.millis = 1000;
    progress.read(first.name(), 4 * MB);
    progress.read(first.name(), 10 * MB);
    progress.counted(1234, 56);
    clock.millis = 2000;
    progress.read(second.name(), 10 * MB);

    assertThat(lines())
        .containsExactly(
            first.name() + ": 10% of 40 MB, 4 MB/s, 9 s left",
            second.name() + ": 50% of 40 MB, 10 MB/s, 1,234 entries, 56 patterns, 2 s left");
  }

  @Test
  void shortRunsShowNothing() throws IOException {
    LogSource log = file("a.log", MB);
    Progress progress = progress(80);

    progress.logs(List.of(log));
    clock.millis = 999;
    progress.read(log.name(), MB);
    progress.clear();

    assertThat(terminal.toString()).isEmpty();
  }

  @Test
  void whatEndedIsNotDrawnAgain() {
    StringWriter told = new StringWriter();
    Progress progress = progress(80);
    Watcher watcher = new Watcher(new PrintWriter(told), false, progress);

    clock.millis = 1000;
    watcher.progress("a.log", MB);
    watcher.interrupted();
    clock.millis = 2000;
    watcher.progress("a.log", 2 * MB);
    watcher.finish();

    assertThat(terminal.toString()).isEqualTo("\r\033[Ka.log: 1 MB, 1 MB/s\r\033[K");
    assertThat(told.toString().strip())
        .isEqualTo("pgslowlog: interrupted; the report follows (Ctrl-C again ends at once)");
  }

  @Test
  void theLengthOfCompressedLogsIsLearntFromTheFirst() throws IOException {
    LogSource first = file("a.gz", Logs.gzip(Logs.TWO_SELECTS));
    LogSource second = file("b.gz", Logs.gzip(Logs.TWO_SELECTS));
    long size = Files.size(folder.resolve("a.gz"));
    ReadingShare share = new ReadingShare();

    share.logs(List.of(first, second));
    share.read(first.name(), size);
    assertThat(share.share().orElseThrow()).isEqualTo(0.05);
    share.read(first.name(), 3 * size);
    share.read(second.name(), 0);

    assertThat(share.expectedBytes()).isEqualTo(6 * size);
    assertThat(share.share().orElseThrow()).isEqualTo(0.5);
  }

  @Test
  void aStreamHasNoPercent() {
    Progress progress = progress(80);

    progress.logs(List.of(new StreamSource("-", InputStream.nullInputStream())));
    clock.millis = 2000;
    progress.read("-", 8 * MB);

    assertThat(lines()).containsExactly("-: 8 MB, 4 MB/s");
  }

  @Test
  void aLogThatGrowsIsNeverOverAHundredPercent() throws IOException {
    LogSource log = file("a.log", MB);
    ReadingShare share = new ReadingShare();

    share.logs(List.of(log));
    share.read(log.name(), 5 * MB);

    assertThat(share.share().orElseThrow()).isEqualTo(1);
  }

  @Test
  void theLineNeverBreaks() throws IOException {
    LogSource log = file("a-name-that-is-longer-than-anybody-wants.log", 10 * MB);
    Progress progress = progress(40);

    progress.logs(List.of(log));
    clock.millis = 1000;
    progress.read(log.name(), 5 * MB);

    assertThat(lines()).containsExactly("50% of 10 MB, 5 MB/s, 1 s left");
  }

  @Test
  void hostileNamesDoNotMoveTheCursor() {
    Progress progress = progress(80);

    clock.millis = 1000;
    progress.read("\033[2J\u202ea.log", MB);

    assertThat(lines()).containsExactly("?[2J?a.log: 1 MB, 1 MB/s");
  }

  private List<String> lines() {
    return List.of(terminal.toString().substring(4).split("\r\033\\[K", -1));
  }

  private Progress progress(int columns) {
    return new Progress(new PrintWriter(terminal), true, columns, clock);
  }

  private LogSource file(String name, int size) throws IOException {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) 'x');
    return file(name, bytes);
  }

  private LogSource file(String name, byte[] bytes) throws IOException {
    return new PathSource(Files.write(folder.resolve(name), bytes));
  }

  /** Stands until it is set. */
  private static final class HandClock extends Clock {
    private long millis;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis);
    }
  }
}
