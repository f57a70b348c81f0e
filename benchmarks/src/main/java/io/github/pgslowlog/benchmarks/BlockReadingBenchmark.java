package io.github.pgslowlog.benchmarks;

import io.github.pgslowlog.benchmarks.generator.Format;
import io.github.pgslowlog.block.BlockFormat;
import io.github.pgslowlog.block.BlockReader;
import io.github.pgslowlog.block.BlockRecords;
import io.github.pgslowlog.block.CsvBlockFormat;
import io.github.pgslowlog.block.JsonBlockFormat;
import io.github.pgslowlog.block.StderrBlockFormat;
import io.github.pgslowlog.block.SyslogBlockFormat;
import io.github.pgslowlog.fingerprint.KnownStatements;
import io.github.pgslowlog.frame.StderrStyle;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.LogLinePrefix;
import java.io.IOException;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading a log in one block to records with their patterns, as each worker does: everything but
 * adding up. The statements are known after the first block. The score is MB/s of the same events
 * as text.
 *
 * <p>Last result: stderr 834, csvlog 478, jsonlog 384 MB/s by CPU time; AMD EPYC, Java 17.0.15,
 * 2026-11-21.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class BlockReadingBenchmark {
  /** How the log is written. */
  @Param({"STDERR", "CSVLOG", "JSONLOG", "SYSLOG"})
  public Format format = Format.STDERR;

  private final BlockRecords records = new BlockRecords();
  private byte[] log = {};
  private BlockReader reader = blocks(Format.STDERR).reader(new KnownStatements());

  private static BlockFormat blocks(Format format) {
    Languages english = Languages.english();
    int maxEntryBytes = BenchmarkLog.MAX_ENTRY_BYTES;
    return switch (format) {
      case STDERR ->
          new StderrBlockFormat(
              BenchmarkLog.NAME,
              StderrStyle.of(LogLinePrefix.parse(BenchmarkLog.PREFIX)),
              english,
              Optional.empty(),
              maxEntryBytes);
      case CSVLOG ->
          new CsvBlockFormat(BenchmarkLog.NAME, english, Optional.empty(), maxEntryBytes);
      case JSONLOG ->
          new JsonBlockFormat(BenchmarkLog.NAME, english, Optional.empty(), maxEntryBytes);
      case SYSLOG ->
          new SyslogBlockFormat(
              BenchmarkLog.NAME,
              StderrStyle.of(LogLinePrefix.parse(BenchmarkLog.PREFIX)),
              english,
              Optional.empty(),
              maxEntryBytes);
    };
  }

  /**
   * Makes the log.
   *
   * @throws IOException never
   */
  @Setup
  public void setUp() throws IOException {
    log = BenchmarkLog.of(format);
    reader = blocks(format).reader(new KnownStatements());
  }

  /**
   * Reads the log.
   *
   * @return the records
   */
  @Benchmark
  @OperationsPerInvocation(BenchmarkLog.MEGABYTES)
  public BlockRecords records() {
    records.clear();
    int end = reader.read(log, 0, log.length, 0, records);
    if (end != log.length) {
      throw new IllegalStateException("stopped at " + end);
    }
    return records;
  }
}
