package io.github.pgslowlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.filter.FilterCoverage;
import io.github.pgslowlog.filter.LogFilter;
import io.github.pgslowlog.filter.NameFilter;
import io.github.pgslowlog.fingerprint.Canonicalizer;
import io.github.pgslowlog.source.StreamSource;
import io.github.pgslowlog.statement.CancelledStatement;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.statement.PlannedStatement;
import io.github.pgslowlog.statement.StatementEvent;
import io.github.pgslowlog.statement.StatementKind;
import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.Workload;
import io.github.pgslowlog.workload.WorkloadAccumulator;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A filtered run gives what a plain loop over all statements of the log gives: message by message,
 * and in blocks on any number of threads.
 */
class FilteredLogTest {
  private static final BusyLog BUSY = new BusyLog(7, 400);
  private static final List<String> LOGS =
      List.of(BUSY.stderr(), BUSY.csvlog(), BUSY.syslog(BusyLog.Syslog.ISO));
  private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");

  /** What a plain loop looks at. Durations are absent of cancelled statements. */
  private record Seen(
      @Nullable Instant time, Origin origin, @Nullable Long micros, @Nullable Slice sql) {
    String text() {
      if (sql == null) {
        return "";
      }
      Canonicalizer canonicalizer = new Canonicalizer();
      return canonicalizer.canonical(canonicalizer.read(sql)).text().toLowerCase(Locale.ROOT);
    }

    String fingerprint() {
      return sql == null ? "" : new Canonicalizer().read(sql).toString();
    }
  }

  static Stream<Arguments> filters() {
    String orders = fingerprint("SELECT * FROM orders WHERE id = 1");
    return Stream.of(
        arguments("nothing", LogFilter.builder(), seen -> true),
        arguments(
            "begin",
            LogFilter.builder().begin(NINE.plusSeconds(20)),
            seen -> seen.time() != null && !seen.time().isBefore(NINE.plusSeconds(20))),
        arguments(
            "begin and end",
            LogFilter.builder().begin(NINE.plusSeconds(5)).end(NINE.plusSeconds(30)),
            seen ->
                seen.time() != null
                    && !seen.time().isBefore(NINE.plusSeconds(5))
                    && seen.time().isBefore(NINE.plusSeconds(30))),
        arguments(
            "user",
            LogFilter.builder().users(new NameFilter(List.of("m?ller"), List.of())),
            seen -> "müller".equals(seen.origin().user())),
        arguments(
            "not the user",
            LogFilter.builder().users(new NameFilter(List.of(), List.of("app"))),
            seen -> !"app".equals(seen.origin().user())),
        arguments(
            "user among others",
            LogFilter.builder().users(new NameFilter(List.of("app", "o'*"), List.of("*x*"))),
            seen -> "app".equals(seen.origin().user())),
        arguments(
            "any user at all",
            LogFilter.builder().users(new NameFilter(List.of("?*"), List.of())),
            seen -> seen.origin().user() != null),
        arguments(
            "least duration",
            LogFilter.builder().minDuration(Duration.ofSeconds(40)),
            seen -> seen.micros() == null || seen.micros() >= 40_000_000),
        arguments(
            "fingerprint",
            LogFilter.builder().fingerprint(orders.substring(0, 10)),
            seen -> seen.fingerprint().equals(orders)),
        arguments(
            "text",
            LogFilter.builder().text("From  ORDERS"),
            seen -> seen.text().contains("from orders")),
        arguments(
            "all at once",
            LogFilter.builder()
                .end(NINE.plusSeconds(60))
                .users(new NameFilter(List.of("app"), List.of()))
                .databases(new NameFilter(List.of("sho*"), List.of()))
                .minDuration(Duration.ofSeconds(10))
                .text("select"),
            seen ->
                seen.time() != null
                    && seen.time().isBefore(NINE.plusSeconds(60))
                    && "app".equals(seen.origin().user())
                    && "shop".equals(seen.origin().database())
                    && (seen.micros() == null || seen.micros() >= 10_000_000)
                    && seen.text().contains("select")));
  }

  private static Arguments arguments(
      String name, LogFilter.Builder filter, Predicate<Seen> expected) {
    return Arguments.of(name, filter.build(), expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("filters")
  void filteredRunIsThatOfAPlainLoop(String name, LogFilter filter, Predicate<Seen> passes) {
    for (String log : LOGS) {
      Loop loop = new Loop(passes);
      builder(log).listener(loop).build().read();
      Workload expected = loop.workload.toWorkload();
      assertThat(expected.byKind()).as("the case finds something").isNotEmpty();

      for (LogAnalyzer.Builder run : ways(log)) {
        LogAnalyzer.Collected collected = run.filter(filter).build().collect(text -> {});

        assertThat(collected.workload()).isEqualTo(expected);
        if (!filter.isNone()) {
          FilterCoverage coverage = collected.filtered().orElseThrow();
          assertThat(coverage.entries()).isEqualTo(loop.all);
          assertThat(coverage.passedEntries()).isEqualTo(loop.passed);
          assertThat(coverage.passedExecutions()).isEqualTo(expected.executions());
          assertThat(coverage.parts().stream().mapToLong(FilterCoverage.Part::removed).sum())
              .isEqualTo(loop.all - loop.passed);
        }
      }
    }
  }

  private static Stream<LogAnalyzer.Builder> waysOf(String log) {
    return Stream.of(
        builder(log).listener(new LogListener() {}),
        builder(log).blockBytes(3000),
        builder(log).blockBytes(3000).jobs(2));
  }

  private static List<LogAnalyzer.Builder> ways(String log) {
    return waysOf(log).toList();
  }

  @Test
  void aRunWithoutFilterTellsOfNone() {
    assertThat(builder(LOGS.get(0)).build().analyze().coverage().filter()).isEmpty();
  }

  @Test
  void patternsWithFewCallsAreLeftOutOfWhatPassedOtherwise() {
    LogFilter user = LogFilter.builder().users(new NameFilter(List.of("app"), List.of())).build();
    Workload all = builder(LOGS.get(0)).filter(user).build().collect(text -> {}).workload();
    long most = all.patterns().stream().mapToLong(Pattern::calls).max().orElseThrow();
    List<Pattern> frequent = all.patterns().stream().filter(p -> p.calls() >= 5).toList();
    assertThat(most).isGreaterThan(5);
    assertThat(frequent).hasSizeLessThan(all.patterns().size());

    for (LogAnalyzer.Builder run : ways(LOGS.get(0))) {
      Analysis analysis =
          run.filter(
                  LogFilter.builder()
                      .users(new NameFilter(List.of("app"), List.of()))
                      .minCalls(5)
                      .build())
              .build()
              .analyze();

      FilterCoverage coverage = analysis.coverage().filter().orElseThrow();
      assertThat(analysis.workload().patterns()).isEqualTo(frequent);
      assertThat(analysis.queries()).hasSameSizeAs(frequent);
      assertThat(analysis.workload().executions())
          .isEqualTo(coverage.passedExecutions())
          .isEqualTo(frequent.stream().mapToLong(Pattern::calls).sum());
      assertThat(analysis.workload().executionMicros())
          .isEqualTo(frequent.stream().mapToLong(Pattern::executionMicros).sum());
      assertThat(coverage.leftOutPatterns()).isEqualTo(all.patterns().size() - frequent.size());
      assertThat(analysis.workload().byKind()).isEqualTo(all.byKind());
    }
  }

  // --- nothing passes

  @Test
  void whatRemovedAllIsToldWithWhatTheLogHas() {
    String log =
        """
        2026-11-20 09:00:03.941 UTC [41] app@shop LOG:  duration: 1.250 ms  statement: SELECT 1
        2026-11-20 09:00:04.001 UTC [41] app@crm LOG:  duration: 2.500 ms  statement: SELECT 2
        2026-11-20 09:00:04.002 UTC [42] bob@shop LOG:  duration: 3.500 ms  statement: SELECT 2
        """;

    assertThat(notice(log, LogFilter.builder().databases(only("shopp"))))
        .isEqualTo(
            "no duration entry of 3 passed the filter: database shopp removed 3 (the log has crm,"
                + " shop)");
    assertThat(notice(log, LogFilter.builder().end(NINE)))
        .isEqualTo(
            "no duration entry of 3 passed the filter: time before 2026-11-20T09:00:00.000Z removed"
                + " 3 (the log has 2026-11-20T09:00:03.941Z to 2026-11-20T09:00:04.002Z)");
    assertThat(
            notice(
                log,
                LogFilter.builder()
                    .databases(only("shop"))
                    .users(only("app"))
                    .minDuration(Duration.ofSeconds(1))))
        .isEqualTo(
            "no duration entry of 3 passed the filter: database shop removed 1 (the log has crm,"
                + " shop); user app removed 1 (the log has app, bob); duration at least 1000 ms"
                + " removed 1 (the longest took 3.5 ms)");
    assertThat(notice(log, LogFilter.builder().applications(only("psql"))))
        .isEqualTo(
            "no duration entry of 3 passed the filter: application psql removed 3 (the log shows"
                + " none: log_line_prefix may leave it out)");
    assertThat(notice(log, LogFilter.builder().text("orders")))
        .isEqualTo(
            "no duration entry of 3 passed the filter: text 'orders' removed 3 (statements are"
                + " searched as reports show them, without values)");
    assertThat(notice(log, LogFilter.builder().minCalls(4)))
        .isEqualTo(
            "no pattern passed the filter: calls at least 4 removed all 1 (the most frequent has"
                + " 3)");
  }

  @Test
  void logsGivenTwiceAreNoticedWhateverTheFilter() {
    LogFilter nothing = LogFilter.builder().users(only("nobody")).build();
    List<Problem> expected = overlaps(LogFilter.NONE);
    assertThat(expected).hasSize(1);

    assertThat(overlaps(nothing)).isEqualTo(expected);
  }

  private static List<Problem> overlaps(LogFilter filter) {
    return LogAnalyzer.builder()
        .source(source("a", LOGS.get(0)))
        .source(source("b", LOGS.get(1)))
        .filter(filter)
        .build()
        .analyze()
        .problems()
        .stream()
        .filter(problem -> problem.message().contains("counted twice"))
        .toList();
  }

  private static String notice(String log, LogFilter.Builder filter) {
    Analysis analysis = builder(log).filter(filter.build()).build().analyze();
    assertThat(analysis.queries()).isEmpty();
    assertThat(analysis.problems()).hasSize(1);
    assertThat(analysis.problems().get(0).severity()).isEqualTo(Problem.Severity.NOTICE);
    return analysis.problems().get(0).message();
  }

  private static NameFilter only(String name) {
    return new NameFilter(List.of(name), List.of());
  }

  private static String fingerprint(String sql) {
    return new Canonicalizer().read(Slice.of(sql.getBytes(UTF_8))).toString();
  }

  private static StreamSource source(String name, String log) {
    return new StreamSource(name, new ByteArrayInputStream(log.getBytes(UTF_8)));
  }

  private static LogAnalyzer.Builder builder(String log) {
    return LogAnalyzer.builder().source(source("busy.log", log));
  }

  /** Adds up what passes, statement by statement. */
  private static final class Loop implements LogListener {
    private final Predicate<Seen> passes;
    private final WorkloadAccumulator workload = new WorkloadAccumulator();
    private long all;
    private long passed;

    Loop(Predicate<Seen> passes) {
      this.passes = passes;
    }

    @Override
    public void statement(LoggedStatement statement) {
      boolean text = statement.kind() != StatementKind.FASTPATH;
      Slice sql =
          statement.resolution() == null
              ? statement.sql()
              : Objects.requireNonNull(statement.resolution()).sql();
      all++;
      if (passes.test(
          new Seen(
              statement.time(),
              statement.origin(),
              statement.durationMicros(),
              text ? sql : null))) {
        passed++;
        workload.add(statement);
      }
    }

    @Override
    public void plan(PlannedStatement plan) {
      if (passes.test(new Seen(plan.time(), plan.origin(), plan.micros(), plan.sql()))) {
        workload.add(plan);
      }
    }

    @Override
    public void cancelled(CancelledStatement statement) {
      if (passes.test(new Seen(statement.time(), statement.origin(), null, statement.sql()))) {
        workload.add(statement);
      }
    }

    @Override
    public void event(StatementEvent event) {
      if (passes.test(new Seen(event.time(), event.origin(), null, event.sql()))) {
        workload.add(event);
      }
    }
  }
}
