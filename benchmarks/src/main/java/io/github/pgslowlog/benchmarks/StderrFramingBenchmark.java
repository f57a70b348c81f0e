package io.github.pgslowlog.benchmarks;

import io.github.pgslowlog.benchmarks.generator.Format;
import io.github.pgslowlog.bytes.LineReader;
import io.github.pgslowlog.frame.StderrFramer;
import io.github.pgslowlog.frame.StderrStyle;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.LogLinePrefix;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Cutting text into messages on the careful path: lines, prefixes, sections. The score is MB/s.
 *
 * <p>Last result: 670 MB/s by CPU time; AMD EPYC, Java 17.0.15, 2026-11-21.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class StderrFramingBenchmark {
  private final StderrStyle style = StderrStyle.of(LogLinePrefix.parse(BenchmarkLog.PREFIX));
  private byte[] log = {};

  /**
   * Makes the log.
   *
   * @throws IOException never
   */
  @Setup
  public void setUp() throws IOException {
    log = BenchmarkLog.of(Format.STDERR);
  }

  /**
   * Reads the log.
   *
   * @return number of messages
   * @throws IOException never
   */
  @Benchmark
  @OperationsPerInvocation(BenchmarkLog.MEGABYTES)
  public int frames() throws IOException {
    FrameCounter counter = new FrameCounter();
    new StderrFramer(
            new LineReader(new ByteArrayInputStream(log), BenchmarkLog.MAX_ENTRY_BYTES),
            0,
            style,
            Languages.english(),
            BenchmarkLog.NAME,
            BenchmarkLog.MAX_ENTRY_BYTES,
            counter)
        .read(false, Long.MAX_VALUE);
    return counter.frames();
  }
}
