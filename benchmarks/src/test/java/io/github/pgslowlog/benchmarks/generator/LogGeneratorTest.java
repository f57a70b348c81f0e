package io.github.pgslowlog.benchmarks.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogGeneratorTest {
  private static final long BYTES = 1_000_000;

  @TempDir static Path folder;
  private static final Map<Format, Analysis> analyses = new EnumMap<>(Format.class);

  @BeforeAll
  static void analyze() throws IOException {
    for (Format format : Format.values()) {
      analyses.put(format, analysis(format));
    }
  }

  private static Analysis read(Format format) {
    return Objects.requireNonNull(analyses.get(format));
  }

  private static Analysis analysis(Format format) throws IOException {
    Path file = folder.resolve(format + ".log");
    Files.write(file, log(format, 1, 300));
    return LogAnalyzer.builder().path(file).build().analyze();
  }

  private static byte[] log(Format format, long seed, int patterns) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LogGenerator.write(new GeneratorOptions(BYTES, format, seed, patterns, "-"), out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @EnumSource
  void equalOptionsGiveEqualBytes(Format format) throws IOException {
    assertThat(log(format, 7, 300)).isEqualTo(log(format, 7, 300));
  }

  @Test
  void anotherSeedGivesAnotherLog() throws IOException {
    assertThat(log(Format.STDERR, 1, 300)).isNotEqualTo(log(Format.STDERR, 2, 300));
  }

  @Test
  void textEndsWithTheFirstMessageOverTheSize() throws IOException {
    assertThat(log(Format.STDERR, 1, 300)).hasSizeBetween((int) BYTES, (int) BYTES + 20_000);
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatIsReadWithoutSkips(Format format) {
    Analysis analysis = read(format);

    assertThat(analysis.coverage().skipped()).isEmpty();
    assertThat(analysis.coverage().understoodTime()).isEqualTo(1000);
    assertThat(analysis.coverage().sqlParsedTime()).isEqualTo(1000);
    assertThat(analysis.problems()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatTellsTheSameEvents(Format format) {
    Analysis analysis = read(format);
    Analysis stderr = read(Format.STDERR);

    assertThat(analysis.coverage().entries()).isEqualTo(stderr.coverage().entries());
    assertThat(analysis.workload().byKind()).isEqualTo(stderr.workload().byKind());
    assertThat(analysis.workload().cancelled()).isEqualTo(stderr.workload().cancelled());
    assertThat(sums(analysis)).isEqualTo(sums(stderr));
    assertThat(analysis.columns()).isEqualTo(stderr.columns());
  }

  private static List<String> sums(Analysis analysis) {
    return analysis.workload().patterns().stream().map(LogGeneratorTest::sums).toList();
  }

  private static String sums(io.github.pgslowlog.workload.Pattern pattern) {
    return String.join(
        "|",
        pattern.fingerprint().toString(),
        Long.toString(pattern.calls()),
        Long.toString(pattern.executionMicros()),
        Long.toString(pattern.parseMicros()),
        Long.toString(pattern.bindMicros()),
        pattern.durations().toString(),
        pattern.users().toString(),
        pattern.databases().toString(),
        pattern.tags().toString());
  }

  @Test
  void thereAreAsManyPatternsAsAskedFor() {
    Analysis stderr = read(Format.STDERR);
    long utility = stderr.coverage().sql().utility().patterns();

    assertThat(stderr.workload().patterns().size() - utility).isBetween(220L, 300L);
  }

  @Test
  void manyPatternsArePartitionsOfTheSame() throws IOException {
    Set<String> partitions = new HashSet<>();
    Matcher table =
        Pattern.compile("FROM \"?(\\w+_p\\d+)", Pattern.CASE_INSENSITIVE)
            .matcher(new String(log(Format.STDERR, 1, 1_000_000), StandardCharsets.UTF_8));
    while (table.find()) {
      partitions.add(table.group(1));
    }

    assertThat(partitions).hasSizeGreaterThan(40).contains("tickets_p3");
  }
}
