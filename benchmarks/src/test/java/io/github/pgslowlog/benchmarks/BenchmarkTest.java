package io.github.pgslowlog.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.benchmarks.generator.Format;
import io.github.pgslowlog.block.BlockRecords;
import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.fingerprint.Canonicalizer;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.workload.KindTotal;
import io.github.pgslowlog.workload.Workload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is measured is the work that is meant: its results are those of the whole program. */
class BenchmarkTest {
  private static Analysis analysis;

  @BeforeAll
  static void analyze() throws IOException {
    analysis = BenchmarkLog.analysis();
  }

  private static int entries() {
    return Math.toIntExact(analysis.coverage().entries());
  }

  @Test
  void theWholeLogIsUnderstood() {
    assertThat(analysis.coverage().skipped()).isEmpty();
    assertThat(analysis.coverage().understoodTime()).isEqualTo(1000);
  }

  @Test
  void stderrFramingFindsEveryMessage() throws IOException {
    StderrFramingBenchmark benchmark = new StderrFramingBenchmark();
    benchmark.setUp();

    assertThat(benchmark.frames()).isEqualTo(entries());
    assertThat(benchmark.frames()).as("read again").isEqualTo(entries());
  }

  @Test
  void csvFramingFindsEveryMessage() throws IOException {
    CsvFramingBenchmark benchmark = new CsvFramingBenchmark();
    benchmark.setUp();

    assertThat(benchmark.frames()).isEqualTo(entries());
    assertThat(benchmark.frames()).as("read again").isEqualTo(entries());
  }

  @Test
  void jsonFramingFindsEveryMessage() throws IOException {
    JsonFramingBenchmark benchmark = new JsonFramingBenchmark();
    benchmark.setUp();

    assertThat(benchmark.frames()).isEqualTo(entries());
    assertThat(benchmark.frames()).as("read again").isEqualTo(entries());
  }

  @Test
  void prefixMatchesEveryLineWithoutATab() throws IOException {
    PrefixBenchmark benchmark = new PrefixBenchmark();
    benchmark.setUp();
    long untabbed =
        new String(BenchmarkLog.of(Format.STDERR), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("\t"))
            .count();

    assertThat(benchmark.heads()).isEqualTo(Math.toIntExact(untabbed));
  }

  @Test
  void fingerprintsAreThoseOfTheWorkload() throws IOException {
    FingerprintBenchmark benchmark = new FingerprintBenchmark();
    benchmark.setUp();
    Set<Fingerprint> distinct = new HashSet<>();
    long sum = 0;
    for (Slice statement : benchmark.statements()) {
      Fingerprint fingerprint = new Canonicalizer().read(statement);
      distinct.add(fingerprint);
      sum += fingerprint.low();
    }

    assertThat(benchmark.fingerprints()).isEqualTo(sum);
    assertThat(analysis.workload().patterns())
        .extracting(pattern -> pattern.fingerprint())
        .containsAll(distinct);
    assertThat(distinct).hasSizeGreaterThan(280);
  }

  @Test
  void knownStatementsHaveTheSameFingerprints() throws IOException {
    FingerprintBenchmark unseen = new FingerprintBenchmark();
    unseen.setUp();
    KnownStatementsBenchmark known = new KnownStatementsBenchmark();
    known.setUp();

    assertThat(known.fingerprints()).isEqualTo(unseen.fingerprints());
    assertThat(known.fingerprints()).as("all known").isEqualTo(unseen.fingerprints());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSLOG")
  void blocksHoldEveryMessage(Format format) throws IOException {
    BlockReadingBenchmark benchmark = new BlockReadingBenchmark();
    benchmark.format = format;
    benchmark.setUp();

    for (int round = 0; round < 2; round++) {
      BlockRecords records = benchmark.records();
      long micros =
          IntStream.range(0, records.size())
              .filter(i -> records.statement(i) != null)
              .mapToLong(records::micros)
              .sum();

      assertThat(records.messages()).isEqualTo(entries());
      assertThat(micros)
          .isEqualTo(
              analysis.workload().byKind().stream()
                  .filter(total -> total.kind().hasSql())
                  .mapToLong(KindTotal::micros)
                  .sum());
    }
  }

  /** The last message of each process ends in a later block. */
  @Test
  void blockOfSyslogHoldsEveryMessageOrItsLines() throws IOException {
    BlockReadingBenchmark benchmark = new BlockReadingBenchmark();
    benchmark.format = Format.SYSLOG;
    benchmark.setUp();

    BlockRecords records = benchmark.records();

    assertThat(records.messages() + records.looseEnds().touched().size()).isEqualTo(entries());
    assertThat(records.looseEnds().touched()).allMatch(process -> process.open() != null);
  }

  @Test
  void mergingGivesTheWhole() throws IOException {
    MergeBenchmark benchmark = new MergeBenchmark();
    benchmark.setUp();
    benchmark.addUp();

    Workload merged = benchmark.merge().toWorkload();

    assertThat(merged.executions()).isEqualTo(analysis.workload().executions());
    assertThat(merged.executionMicros()).isEqualTo(analysis.workload().executionMicros());
    assertThat(merged.byKind()).isEqualTo(analysis.workload().byKind());
  }
}
