package io.github.pgslowlog.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a filter can be, and how it is told. */
class LogFilterTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void wrongPartsAreToldWithWhatToGive() {
    Map<LogFilter.Builder, String> wrong = new LinkedHashMap<>();
    wrong.put(
        LogFilter.builder().fingerprint("1234567"),
        "'1234567' is not a fingerprint; give its first 8 to 32 hexadecimal digits");
    wrong.put(
        LogFilter.builder().fingerprint("1234567g"),
        "'1234567g' is not a fingerprint; give its first 8 to 32 hexadecimal digits");
    wrong.put(
        LogFilter.builder().hosts(new NameFilter(List.of(), List.of("10.0.0.0/64"))),
        "'10.0.0.0/64' is not a range of addresses; give one such as 10.1.0.0/16");
    wrong.put(LogFilter.builder().text("  "), "the text to look for is empty");
    wrong.put(
        LogFilter.builder().begin(NOON).end(NOON),
        "the range begins at 2026-11-20T12:00:00Z and ends at 2026-11-20T12:00:00Z: it is empty");
    wrong.put(LogFilter.builder().minCalls(-1), "the least number of calls is -1");

    wrong.forEach(
        (filter, message) ->
            assertThatThrownBy(filter::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message));
  }

  @Test
  void everythingPassesAFilterThatAsksForNothing() {
    assertThat(LogFilter.builder().build().isNone()).isTrue();
    assertThat(LogFilter.builder().minCalls(1).build().isNone()).isFalse();
  }

  @Test
  void eachPartIsToldInWords() {
    LogFilter filter =
        LogFilter.builder()
            .begin(NOON)
            .end(NOON.plusSeconds(90))
            .databases(new NameFilter(List.of("shop*", "crm"), List.of("shop_test", "")))
            .users(new NameFilter(List.of(), List.of("postgres")))
            .minDuration(Duration.ofNanos(1_500_000))
            .fingerprint("ABCDEF01")
            .text("FROM\n orders")
            .minCalls(10)
            .build();
    Map<String, String> words = new TreeMap<>();
    for (FilterCoverage.Part part : new EntryFilter(filter).toCoverage(0, 0).parts()) {
      words.put(part.criterion().word(), part.wanted());
    }

    assertThat(words)
        .containsOnly(
            Map.entry("time", "from 2026-11-20T12:00:00.000Z before 2026-11-20T12:01:30.000Z"),
            Map.entry("database", "shop*, crm, not shop_test, ''"),
            Map.entry("user", "not postgres"),
            Map.entry("duration", "at least 1.5 ms"),
            Map.entry("fingerprint", "abcdef01"),
            Map.entry("text", "'from orders'"),
            Map.entry("calls", "at least 10"));
  }
}
