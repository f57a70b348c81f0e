package io.github.pgslowlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.filter.LogFilter;
import io.github.pgslowlog.filter.NameFilter;
import io.github.pgslowlog.source.StreamSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is understood of two logs apart is, added up, what is understood of both together. */
class MergedCoverageTest {
  private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

  /**
   * Each paragraph is one session: what parses, what parses with an ambiguous column, or with too
   * many pairs of columns, in outline, not at all, and what is no statement. P stands for prefix.
   */
  private static final String LOG =
      """
      P LOG:  duration: 12.345 ms  statement: SELECT o.id FROM orders o WHERE o.total > %d

      P LOG:  duration: 33.000 ms  statement: SELECT name FROM a, b WHERE a.x = b.x AND name = '%d'

      P LOG:  duration: 5.001 ms  statement: SELECT 1 FROM w WHERE WIDE

      P LOG:  duration: 8.000 ms  statement: SELECT a.x FROM a WHERE ((a.y = %d

      P LOG:  duration: 9.000 ms  statement: UPDATE secret WHERE a = %d

      P LOG:  duration: 1.000 ms  statement: SET work_mem = %d

      P LOG:  duration: 777.777 ms

      P LOG:  statement: SELECT a.x FROM a WHERE a.y = %d
      P LOG:  duration: 50.500 ms

      P LOG:  duration: 40.000 ms  plan:
      \tQuery Text: SELECT b.x FROM b WHERE b.y = %d
      \tSeq Scan on b  (cost=0.00..1.00 rows=1 width=4)

      P ERROR:  canceling statement due to statement timeout
      P STATEMENT:  SELECT %d

      torn 2026-11-20 LOG:  duration: 123.456 ms  statement: SELECT %d

      P LOG:  checkpoint starting: time
      """;

  private static final List<String> SESSIONS = sessions();

  private static List<String> sessions() {
    String wide =
        IntStream.range(0, 46)
            .mapToObj(i -> "w.c" + i + " = %d")
            .collect(Collectors.joining(" AND "));
    return Arrays.stream(LOG.replace("WIDE", wide).strip().split("\n\n", -1))
        .map(session -> session + "\n")
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void isThatOfOneRunOverBoth(int seed) {
    List<StringBuilder> parts = split(seed);
    String one = parts.get(0).toString();
    String other = parts.get(1).toString();

    for (LogFilter filter : filters()) {
      Analysis whole = analysis("whole.log", one + other, filter);
      Analysis merged =
          Analysis.merge(
              List.of(analysis("one.log", one, filter), analysis("other.log", other, filter)));

      assertThat(merged.coverage())
          .usingRecursiveComparison()
          .ignoringFieldsMatchingRegexes("skipped.*example.*")
          .isEqualTo(whole.coverage());
      assertThat(merged.columns()).isEqualTo(whole.columns());
      assertThat(merged.queries())
          .extracting(Query::gaps)
          .isEqualTo(whole.queries().stream().map(Query::gaps).toList());
    }
  }

  /** Else nothing was tested. */
  @Test
  void everyNumberIsThatOfSomething() {
    Coverage coverage = analysis("a.log", split(1).get(0).toString(), LogFilter.NONE).coverage();

    assertThat(coverage.lostMicros()).isPositive();
    assertThat(coverage.understoodTime()).isBetween(1, 999);
    assertThat(coverage.sqlParsedTime()).isBetween(1, 999);
    assertThat(coverage.columnsResolvedTime()).isBetween(1, coverage.sqlParsedTime() - 1);
    assertThat(coverage.sql().parser().patterns()).isPositive();
    assertThat(coverage.sql().skeleton().patterns()).isPositive();
    assertThat(coverage.sql().unparsed().patterns()).isPositive();
    assertThat(coverage.sql().utility().patterns()).isPositive();
    assertThat(coverage.ambiguousUses()).isPositive();
    assertThat(coverage.cutPatterns()).isEqualTo(1);
    assertThat(coverage.skipped()).isNotEmpty();
  }

  private static List<LogFilter> filters() {
    return List.of(
        LogFilter.NONE,
        LogFilter.builder()
            .begin(START.plusSeconds(100))
            .users(new NameFilter(List.of("u0", "u1"), List.of()))
            .minDuration(Duration.ofMillis(6))
            .build());
  }

  private static List<StringBuilder> split(int seed) {
    Random random = new Random(seed);
    List<StringBuilder> parts = List.of(new StringBuilder(), new StringBuilder());
    List<String> sessions = new ArrayList<>(SESSIONS);
    for (int i = 0; i < 300; i++) {
      sessions.add(SESSIONS.get(random.nextInt(SESSIONS.size())));
    }
    for (int i = 0; i < sessions.size(); i++) {
      String prefix =
          START.plusSeconds(i).toString().replace('T', ' ').replace("Z", ".000 UTC")
              + " ["
              + (1000 + i)
              + "] u"
              + random.nextInt(3)
              + "@d";
      // The first of each kind is in the first part, so that both have their format from the start.
      int part = i < SESSIONS.size() ? 0 : random.nextInt(2);
      parts
          .get(part)
          .append(
              sessions
                  .get(i)
                  .replace("P ", prefix + " ")
                  .replace("%d", String.valueOf(random.nextInt(1000))));
    }
    return parts;
  }

  private static Analysis analysis(String name, String log, LogFilter filter) {
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    return LogAnalyzer.builder()
        .source(new StreamSource(name, new ByteArrayInputStream(bytes)))
        .logLinePrefix("%m [%p] %q%u@%d ")
        .filter(filter)
        .build()
        .analyze();
  }
}
