package io.github.pgslowlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.source.LogSource;
import io.github.pgslowlog.source.StreamSource;
import io.github.pgslowlog.statement.LoggedStatement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run over a stream that somebody else writes, stopped while it gives nothing or as it ends. */
@Timeout(60)
class StoppedStreamTest {
  private static final BusyLog BUSY = new BusyLog(3, 300);

  private static final Map<String, byte[]> LOGS =
      Map.of(
          "stderr", BUSY.stderr().getBytes(UTF_8),
          "csvlog", BUSY.csvlog().getBytes(UTF_8),
          "syslog", BUSY.syslog(BusyLog.Syslog.ISO).getBytes(UTF_8));

  private static final List<Integer> CUTS = List.of(9_000, 9_001, 9_040, 9_077, 9_113);

  @ParameterizedTest
  @ValueSource(strings = {"stderr", "csvlog", "syslog"})
  void aPipeWhoseWriterIsInterruptedTooIsCut(String format) {
    byte[] log = log(format);
    List<String> all =
        statements(new StreamSource("-", new ByteArrayInputStream(log)), () -> false);
    for (int cut : CUTS) {
      EndingStream stream = new EndingStream(Arrays.copyOf(log, cut));
      List<String> some = statements(new StreamSource("-", stream), stream.wish::isHeard);

      assertThat(some).as("%d bytes", cut).hasSizeBetween(10, all.size() - 1);
      assertThat(some).as("%d bytes", cut).isEqualTo(all.subList(0, some.size()));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theReportOfAPipeThatWasCutIsPartial(int jobs) {
    EndingStream stream = new EndingStream(cut("stderr"));

    Analysis analysis = analyzer(stream, stream.wish::isHeard).jobs(jobs).build().analyze();

    assertThat(analysis.complete()).isFalse();
    assertThat(messages(analysis)).containsExactly("partial: interrupted after 8,705 bytes");
  }

  @Test
  void compressionThatIsCutByItIsNoDamage() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(log("stderr"));
    }
    EndingStream stream = new EndingStream(Arrays.copyOf(packed.toByteArray(), packed.size() / 2));

    Analysis analysis = analyzer(stream, stream.wish::isHeard).build().analyze();

    assertThat(analysis.workload().executions()).isPositive();
    assertThat(messages(analysis)).hasSize(1).allMatch(m -> m.startsWith("partial: interrupted"));
  }

  @Test
  void aStreamThatEndsByItselfIsComplete() {
    EndingStream stream = new EndingStream(cut("stderr"));

    Analysis analysis = analyzer(stream, () -> false).build().analyze();

    assertThat(analysis.complete()).isTrue();
    assertThat(analysis.inputs().get(0).bytes()).isEqualTo(9_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stderr", "csvlog", "syslog"})
  void nobodyWaitsForAStreamThatGivesNothing(String format) {
    byte[] log = log(format);
    List<String> all =
        statements(new StreamSource("-", new ByteArrayInputStream(log)), () -> false);
    SilentStream stream = new SilentStream(Arrays.copyOf(log, 9_000));
    List<String> some = statements(new StreamSource("-", stream), stream.wish::isHeard);

    assertThat(some).hasSizeBetween(10, all.size() - 1).isEqualTo(all.subList(0, some.size()));
    assertThat(stream.isClosedSoon()).isTrue();
  }

  @Test
  void norForOneThatCannotEvenBeOpened() {
    SilentStream stream = new SilentStream(new byte[0]);
    LogSource pipe =
        new LogSource() {
          @Override
          public String name() {
            return "pipe";
          }

          @Override
          public InputStream open() throws IOException {
            stream.read(new byte[1], 0, 1);
            return stream;
          }

          @Override
          public boolean reopenable() {
            return false;
          }
        };

    Analysis analysis =
        LogAnalyzer.builder().source(pipe).stopWhen(stream.wish::isHeard).build().analyze();

    assertThat(messages(analysis))
        .containsExactly("partial: interrupted after 0 bytes; 1 of 1 logs were not read");
  }

  @Test
  void whatCannotBeReadIsToldAsWithoutAThread() {
    byte[] log = log("stderr");
    LogAnalyzer.Builder detached = analyzer(new BreakingStream(log), () -> false);
    LogAnalyzer.Builder plain =
        LogAnalyzer.builder().source(new StreamSource("-", new BreakingStream(log)));

    assertThat(messages(detached.build().analyze()))
        .containsExactly("-: the cable is cut")
        .isEqualTo(messages(plain.build().analyze()));
  }

  @Test
  void withoutTheWishNoOtherThreadReads() {
    EndingStream plain = new EndingStream(cut("stderr"));
    LogAnalyzer.builder().source(new StreamSource("-", plain)).build().analyze();
    EndingStream detached = new EndingStream(cut("stderr"));
    analyzer(detached, () -> false).build().analyze();

    assertThat(plain.readers).containsExactly(Thread.currentThread());
    assertThat(detached.readers).hasSize(1).doesNotContain(Thread.currentThread());
  }

  private static byte[] log(String format) {
    return Objects.requireNonNull(LOGS.get(format));
  }

  private static byte[] cut(String format) {
    return Arrays.copyOf(log(format), 9_000);
  }

  private static LogAnalyzer.Builder analyzer(InputStream stream, BooleanSupplier stop) {
    return LogAnalyzer.builder().source(new StreamSource("-", stream)).stopWhen(stop);
  }

  private static List<String> messages(Analysis analysis) {
    return analysis.problems().stream().map(Problem::message).toList();
  }

  private static List<String> statements(LogSource log, BooleanSupplier stop) {
    List<String> statements = new ArrayList<>();
    LogListener listener =
        new LogListener() {
          @Override
          public void statement(LoggedStatement statement) {
            statements.add(
                statement.location().offset()
                    + " "
                    + (statement.sql() == null ? "" : statement.sql().text()));
          }
        };
    LogAnalyzer.builder().source(log).stopWhen(stop).listener(listener).build().read();
    return statements;
  }

  /** Somebody wants an end; that is heard of later than what came before is read. */
  private static final class Wish {
    /** Questions while a small stream is read. */
    private static final int LATER = 9;

    private final AtomicBoolean told = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();

    void tell() {
      told.set(true);
    }

    boolean isHeard() {
      return told.get() && asked.incrementAndGet() > LATER;
    }
  }

  /** Tells that it ended, as a terminal tells the writer of a pipe and its reader. */
  private static final class EndingStream extends ByteArrayInputStream {
    private final Set<Thread> readers = ConcurrentHashMap.newKeySet();
    private final Wish wish = new Wish();

    EndingStream(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] target, int from, int length) {
      readers.add(Thread.currentThread());
      int read = super.read(target, from, length);
      if (read < 0) {
        wish.tell();
      }
      return read;
    }
  }

  /** Gives nothing behind its bytes, until its reader is interrupted. */
  private static final class SilentStream extends InputStream {
    private final InputStream bytes;
    private final Wish wish = new Wish();
    private final CountDownLatch closed = new CountDownLatch(1);

    SilentStream(byte[] bytes) {
      this.bytes = new ByteArrayInputStream(bytes);
    }

    boolean isClosedSoon() {
      try {
        return closed.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("one by one is slow");
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      int read = bytes.read(target, from, length);
      if (read >= 0) {
        return read;
      }
      wish.tell();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      }
      throw new IOException("nobody waits any more");
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  /** Breaks off behind its bytes. */
  private static final class BreakingStream extends InputStream {
    private final InputStream bytes;

    BreakingStream(byte[] bytes) {
      this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("one by one is slow");
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      int read = bytes.read(target, from, length);
      if (read < 0) {
        throw new IOException("the cable is cut");
      }
      return read;
    }
  }
}
