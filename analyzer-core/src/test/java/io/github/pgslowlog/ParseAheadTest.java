package io.github.pgslowlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.advice.HeuristicAdvisor;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.diagnostics.SkipAccumulator;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.parse.ParseResult;
import io.github.pgslowlog.source.StreamSource;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.Workload;
import io.github.pgslowlog.workload.WorkloadAccumulator;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParseAheadTest {
  private static final Fingerprint FIRST = new Fingerprint(0, 1);

  /** Longer than the parser takes. */
  private static final String TOO_LONG = "SELECT " + "c + ".repeat(20_000);

  /** Every thirtieth is too long, every seventh a utility command. */
  private static final String LOG =
      IntStream.range(0, 70)
          .mapToObj(
              i ->
                  "2026-01-01 00:00:00.%03d UTC [1] LOG:  duration: %d.000 ms  statement: %s%n"
                      .formatted(i, i, sql(i)))
          .collect(Collectors.joining());

  private static String sql(int i) {
    if (i % 30 == 0) {
      return TOO_LONG + "c" + i;
    }
    return i % 7 == 0
        ? "SET s%d = 1".formatted(i)
        : "SELECT a%d FROM t, u WHERE t.b = u.c AND d%d = 1".formatted(i, i % 3);
  }

  @Test
  void parsesWhatIsOffered() throws InterruptedException {
    try (ParseAhead ahead = new ParseAhead()) {
      ahead.offer(FIRST, "SELECT a FROM t WHERE b = $1");

      ParseResult result = awaited(ahead, FIRST);

      assertThat(result).isInstanceOf(ParseResult.Parsed.class);
      assertThat(ahead.take(FIRST)).as("handed over once").isNull();
    }
  }

  @Test
  void leavesWhatItCannotParseToTheEnd() throws InterruptedException {
    Fingerprint second = new Fingerprint(0, 2);
    try (ParseAhead ahead = new ParseAhead()) {
      ahead.offer(FIRST, TOO_LONG + "c");
      ahead.offer(second, "SET x = $1");

      assertThat(awaited(ahead, second)).isInstanceOf(ParseResult.Utility.class);
      assertThat(ahead.take(FIRST)).isNull();
    }
  }

  @Test
  void holdsNoMoreThanItsBound() throws InterruptedException {
    String half = "SET x = '" + "y".repeat(ParseAhead.MAX_CHARACTERS / 2 - 9);
    Fingerprint last = new Fingerprint(0, 4);
    try (ParseAhead ahead = new ParseAhead()) {
      ahead.offer(FIRST, half);
      ahead.offer(new Fingerprint(0, 2), half);
      ahead.offer(new Fingerprint(0, 3), "SET x = $1");
      ahead.offer(last, "");

      awaited(ahead, last);

      assertThat(ahead.take(new Fingerprint(0, 3))).as("one character too many").isNull();
    }
  }

  @Test
  void takesNothingAfterTheEnd() throws InterruptedException {
    ParseAhead ahead = new ParseAhead();
    ahead.close();
    ahead.offer(FIRST, "SET x = $1");

    assertThat(ahead.take(FIRST)).isNull();
  }

  @ParameterizedTest(name = "{0} threads, {1} patterns parsed ahead")
  @CsvSource({"1,0", "1,70", "2,0", "2,70", "3,31", "8,70"})
  void changesNoResult(int threads, int patterns) {
    Workload workload = workload();
    Analysis expected = analysis(workload, 1, null);
    try (ParseAhead ahead = new ParseAhead()) {
      workload.patterns().stream()
          .limit(patterns)
          .forEach(pattern -> ahead.offer(pattern.fingerprint(), pattern.query()));

      Analysis analysis = analysis(workload, threads, ahead);

      assertThat(analysis).usingRecursiveComparison().isEqualTo(expected);
      assertThat(analysis.queries()).anySatisfy(query -> assertThat(query.unparsed()).isPresent());
    }
  }

  private static Analysis analysis(Workload workload, int threads, @Nullable ParseAhead ahead) {
    return new AnalysisBuilder(
            List.of(),
            List.of(),
            new SkipAccumulator(),
            workload,
            Catalog.empty(),
            new HeuristicAdvisor())
        .parsing(threads, ahead)
        .build();
  }

  private static Workload workload() {
    WorkloadAccumulator workload = new WorkloadAccumulator();
    LogAnalyzer.builder()
        .source(
            new StreamSource("log", new ByteArrayInputStream(LOG.getBytes(StandardCharsets.UTF_8))))
        .listener(
            new LogListener() {
              @Override
              public void statement(LoggedStatement statement) {
                workload.add(statement);
              }
            })
        .build()
        .read();
    Workload read = workload.toWorkload();
    assertThat(read.patterns()).extracting(Pattern::query).hasSizeGreaterThan(60);
    return read;
  }

  private static ParseResult awaited(ParseAhead ahead, Fingerprint fingerprint)
      throws InterruptedException {
    ParseResult result = ahead.take(fingerprint);
    while (result == null) {
      Thread.sleep(1);
      result = ahead.take(fingerprint);
    }
    return result;
  }
}
