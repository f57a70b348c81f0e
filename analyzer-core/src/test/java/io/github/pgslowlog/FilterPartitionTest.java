package io.github.pgslowlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.filter.FilterCoverage;
import io.github.pgslowlog.filter.LogFilter;
import io.github.pgslowlog.filter.NameFilter;
import io.github.pgslowlog.source.StreamSource;
import io.github.pgslowlog.statement.StatementKind;
import io.github.pgslowlog.workload.CancelledTotal;
import io.github.pgslowlog.workload.EventTotal;
import io.github.pgslowlog.workload.KindTotal;
import io.github.pgslowlog.workload.Pattern;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a filter lets pass and what its opposite lets pass are together the whole log. */
class FilterPartitionTest {
  private static final Instant MIDDLE = Instant.parse("2026-11-20T09:00:20Z");

  static Stream<Arguments> partitions() {
    BusyLog busy = new BusyLog(11, 400);
    return Stream.of(
            Arguments.of("stderr", busy.stderr()),
            Arguments.of("csvlog", busy.csvlog()),
            Arguments.of("jsonlog", busy.jsonlog()),
            Arguments.of("syslog", busy.syslog(BusyLog.Syslog.ISO)))
        .flatMap(
            log ->
                Stream.of(
                    of(
                        log,
                        "time",
                        LogFilter.builder().end(MIDDLE),
                        LogFilter.builder().begin(MIDDLE)),
                    of(
                        log,
                        "user",
                        LogFilter.builder().users(only("a*")),
                        LogFilter.builder().users(not("a*"))),
                    of(
                        log,
                        "database",
                        LogFilter.builder().databases(only("shop")),
                        LogFilter.builder().databases(not("shop"))),
                    of(
                        log,
                        "application",
                        LogFilter.builder().applications(only("we?")),
                        LogFilter.builder().applications(not("we?"))),
                    of(
                        log,
                        "host",
                        LogFilter.builder().hosts(only("[local]")),
                        LogFilter.builder().hosts(not("[local]")))));
  }

  private static Arguments of(
      Arguments log, String name, LogFilter.Builder filter, LogFilter.Builder opposite) {
    return Arguments.of(
        name + " of " + log.get()[0], log.get()[1], filter.build(), opposite.build());
  }

  private static NameFilter only(String name) {
    return new NameFilter(List.of(name), List.of());
  }

  private static NameFilter not(String name) {
    return new NameFilter(List.of(), List.of(name));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("partitions")
  void bothPartsAreTheWhole(String name, String log, LogFilter filter, LogFilter opposite) {
    Analysis whole = analysis(log, LogFilter.NONE);
    List<Analysis> parts = List.of(analysis(log, filter), analysis(log, opposite));

    equal("executions", whole, parts, a -> a.workload().executions());
    equal("time", whole, parts, a -> a.workload().executionMicros());
    equal("joined", whole, parts, a -> a.workload().joinedMicros());
    equal("planned", whole, parts, a -> a.workload().plannedMicros());
    for (StatementKind kind : StatementKind.values()) {
      equal(kind.word(), whole, parts, a -> a.workload().micros(kind));
    }
    equal("entries", whole, parts, a -> sum(a.workload().byKind(), KindTotal::count));
    equal("cancelled", whole, parts, a -> sum(a.workload().cancelled(), CancelledTotal::count));
    equal("events", whole, parts, a -> sum(a.workload().history().events(), EventTotal::count));
    equal("calls", whole, parts, a -> sum(a.workload().patterns(), Pattern::calls));
    equal("parse", whole, parts, a -> sum(a.workload().patterns(), Pattern::parseMicros));
    equal("parsed", whole, parts, a -> a.coverage().sql().parser().micros());
    equal("skeleton", whole, parts, a -> a.coverage().sql().skeleton().micros());
    equal("unparsed", whole, parts, a -> a.coverage().sql().unparsed().micros());
    equal("utility", whole, parts, a -> a.coverage().sql().utility().micros());
    for (Analysis part : parts) {
      FilterCoverage passed = part.coverage().filter().orElseThrow();
      assertThat(passed.entries()).isEqualTo(sum(whole.workload().byKind(), KindTotal::count));
      assertThat(passed.executions()).isEqualTo(whole.workload().executions());
      assertThat(passed.passedExecutions()).isEqualTo(part.workload().executions());
      assertThat(passed.entries() - passed.passedEntries())
          .isEqualTo(sum(passed.parts(), FilterCoverage.Part::removed));
      assertThat(part.coverage().lines()).isEqualTo(whole.coverage().lines());
      assertThat(part.coverage().entries()).isEqualTo(whole.coverage().entries());
      assertThat(part.coverage().skipped()).isEqualTo(whole.coverage().skipped());
    }
  }

  private static void equal(
      String what, Analysis whole, List<Analysis> parts, ToLongFunction<Analysis> number) {
    assertThat(sum(parts, number)).as(what).isEqualTo(number.applyAsLong(whole));
  }

  private static <T> long sum(List<T> all, ToLongFunction<T> number) {
    return all.stream().mapToLong(number).sum();
  }

  private static Analysis analysis(String log, LogFilter filter) {
    return LogAnalyzer.builder()
        .source(new StreamSource("busy.log", new ByteArrayInputStream(log.getBytes(UTF_8))))
        .filter(filter)
        .build()
        .analyze();
  }
}
