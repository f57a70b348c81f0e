package io.github.pgslowlog.benchmarks;

import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.workload.WorkloadAccumulator;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Merging what the two halves of the log added up to, some 300 patterns each with samples. The
 * score is merges a second.
 *
 * <p>Last result: 1030 merges a second by CPU time; AMD EPYC, Java 17.0.15, 2026-11-21.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class MergeBenchmark {
  private List<LoggedStatement> statements = List.of();
  private WorkloadAccumulator first = new WorkloadAccumulator();
  private WorkloadAccumulator second = new WorkloadAccumulator();

  /**
   * Reads the statements.
   *
   * @throws IOException never
   */
  @Setup
  public void setUp() throws IOException {
    statements = BenchmarkLog.statements();
  }

  /** Adds up each half anew, for merging uses them up. */
  @Setup(Level.Invocation)
  public void addUp() {
    int half = statements.size() / 2;
    first = new WorkloadAccumulator();
    statements.subList(0, half).forEach(first::add);
    second = new WorkloadAccumulator();
    statements.subList(half, statements.size()).forEach(second::add);
  }

  /**
   * Merges the halves.
   *
   * @return the whole
   */
  @Benchmark
  public WorkloadAccumulator merge() {
    first.merge(second);
    return first;
  }
}
