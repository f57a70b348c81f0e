package io.github.pgslowlog.benchmarks;

import io.github.pgslowlog.benchmarks.generator.Format;
import io.github.pgslowlog.prefix.LineHead;
import io.github.pgslowlog.prefix.LogLinePrefix;
import java.io.IOException;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Matching log_line_prefix and label at the start of every line, lines already found. The score is
 * MB/s.
 *
 * <p>Last result: 1080 MB/s by CPU time; AMD EPYC, Java 17.0.15, 2026-11-21.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class PrefixBenchmark {
  private final LineHead head = new LineHead(LogLinePrefix.parse(BenchmarkLog.PREFIX).matcher());
  private byte[] log = {};
  private int[] ends = {};

  /**
   * Makes the log and finds its lines.
   *
   * @throws IOException never
   */
  @Setup
  public void setUp() throws IOException {
    log = BenchmarkLog.of(Format.STDERR);
    ends = new int[log.length];
    int lines = 0;
    for (int i = 0; i < log.length; i++) {
      if (log[i] == '\n') {
        ends[lines++] = i;
      }
    }
    ends = Arrays.copyOf(ends, lines);
  }

  /**
   * Looks at every line.
   *
   * @return number of lines that start with the prefix
   */
  @Benchmark
  @OperationsPerInvocation(BenchmarkLog.MEGABYTES)
  public int heads() {
    int heads = 0;
    int start = 0;
    for (int end : ends) {
      heads += head.find(log, start, end) ? 1 : 0;
      start = end + 1;
    }
    return heads;
  }
}
