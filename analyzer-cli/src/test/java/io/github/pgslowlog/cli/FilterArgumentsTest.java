package io.github.pgslowlog.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Options that say which statements count, on the sample log. */
class FilterArgumentsTest {
  private static final String SAMPLE = "../samples/shop/postgresql.log";
  private static final List<String> ENTRIES =
      CommandRun.of("entries", SAMPLE).out().lines().toList();

  private @TempDir Path folder;

  // --- what passes

  static Stream<Arguments> filters() {
    String pattern = field(ENTRIES.get(300), "fingerprint");
    return Stream.of(
        arguments("-d shop", entry -> "shop".equals(entry.get("database"))),
        arguments("--dbuser report", entry -> "report".equals(entry.get("user"))),
        arguments("-u sh*", entry -> entry.getOrDefault("user", "").startsWith("sh")),
        arguments("--exclude-dbuser report", entry -> !"report".equals(entry.get("user"))),
        arguments(
            "-u report -u shop_app --exclude-dbuser sho?_app",
            entry -> "report".equals(entry.get("user"))),
        arguments(
            "--begin 2026-11-21T02:08:50.5",
            entry -> !time(entry).isBefore(Instant.parse("2026-11-21T02:08:50.5Z"))),
        arguments(
            "-b 2026-11-21T03:08:50+01:00 --end 2026-11-21T02:08:51Z",
            entry ->
                !time(entry).isBefore(Instant.parse("2026-11-21T02:08:50Z"))
                    && time(entry).isBefore(Instant.parse("2026-11-21T02:08:51Z"))),
        arguments(
            "--last 1s", entry -> !time(entry).isBefore(Instant.parse("2026-11-21T02:08:50.372Z"))),
        arguments(
            "--min-duration 2", entry -> duration(entry).compareTo(BigDecimal.valueOf(2)) >= 0),
        arguments("--min-duration 0.01s", entry -> duration(entry).compareTo(BigDecimal.TEN) >= 0),
        arguments(
            "--fingerprint " + pattern.substring(0, 8),
            entry -> pattern.equals(entry.get("fingerprint"))),
        arguments(
            "-u report --min-duration 3ms --begin 2026-11-21T02:08:50",
            entry ->
                "report".equals(entry.get("user"))
                    && duration(entry).compareTo(BigDecimal.valueOf(3)) >= 0
                    && !time(entry).isBefore(Instant.parse("2026-11-21T02:08:50Z"))));
  }

  private static Arguments arguments(String options, Predicate<Map<String, String>> passes) {
    return Arguments.of(options, passes);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("filters")
  void entriesAndReportAreThoseOfAPlainLoop(String options, Predicate<Map<String, String>> passes)
      throws IOException {
    List<String> expected = ENTRIES.stream().filter(line -> passes.test(fields(line))).toList();
    assertThat(expected).hasSizeBetween(1, ENTRIES.size());

    CommandRun entries = CommandRun.of(line("entries", options));
    assertThat(entries.code()).isZero();
    assertThat(entries.out().lines()).containsExactlyElementsOf(expected);

    for (int jobs = 1; jobs <= 2; jobs++) {
      Path report = folder.resolve("report" + jobs + ".json");
      CommandRun analyze = CommandRun.of(line("analyze -q -o " + report + " -j " + jobs, options));
      assertThat(analyze.code()).isZero();
      assertThat(byKind(Files.readString(report))).isEqualTo(byKind(expected));
    }
  }

  private static String[] line(String command, String options) {
    return (command + " " + options + " " + SAMPLE).split(" ", -1);
  }

  /** Count and milliseconds. */
  private static Map<String, String> byKind(List<String> entries) {
    Map<String, Long> counts = new TreeMap<>();
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (String entry : entries) {
      Map<String, String> fields = fields(entry);
      counts.merge(String.valueOf(fields.get("kind")), 1L, Long::sum);
      sums.merge(String.valueOf(fields.get("kind")), duration(fields), BigDecimal::add);
    }
    Map<String, String> totals = new TreeMap<>();
    counts.forEach((kind, count) -> totals.put(kind, count + " " + sums.get(kind)));
    return totals;
  }

  private static Map<String, String> byKind(String report) throws IOException {
    Map<String, String> totals = new TreeMap<>();
    try (JsonParser json = new JsonFactory().createParser(report)) {
      while (!"byKind".equals(json.currentName())) {
        json.nextToken();
      }
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String kind = json.currentName();
        json.nextToken();
        json.nextFieldName();
        long count = json.nextLongValue(0);
        json.nextFieldName();
        json.nextToken();
        totals.put(kind, count + " " + json.getDecimalValue());
        json.nextToken();
      }
    }
    return totals;
  }

  private static Map<String, String> fields(String entry) {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser json = new JsonFactory().createParser(entry)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (value.isStructStart()) {
          json.skipChildren();
        } else if (value != JsonToken.VALUE_NULL) {
          fields.put(name, json.getText());
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return fields;
  }

  private static @Nullable String value(Map<String, String> entry, String field) {
    return entry.get(field);
  }

  private static String field(String entry, String field) {
    return String.valueOf(value(fields(entry), field));
  }

  private static Instant time(Map<String, String> entry) {
    return Instant.parse(String.valueOf(value(entry, "time")));
  }

  private static BigDecimal duration(Map<String, String> entry) {
    return new BigDecimal(String.valueOf(value(entry, "durationMs")));
  }

  @Test
  void textIsLookedForInTheQueryWithoutValues() {
    CommandRun run = CommandRun.of("entries", "--text", "JOIN  payments", SAMPLE);

    assertThat(run.out().lines())
        .isNotEmpty()
        .allMatch(line -> line.toLowerCase(Locale.ROOT).contains("join"));
    assertThat(CommandRun.of("entries", "--text", "'2026-11", SAMPLE).out()).isEmpty();
  }

  @Test
  void timesWithoutAZoneAreThoseOfTheLog() {
    String log = Logs.TWO_SELECTS.replace("UTC", "XYZ");

    CommandRun run =
        CommandRun.reading(
            log.getBytes(UTF_8),
            "entries",
            "--timezone",
            "Europe/Berlin",
            "--begin",
            "2026-11-20 09:00:04",
            "-");

    assertThat(run.out()).contains("id = 2").doesNotContain("id = 1");
  }

  // --- nothing passes

  @Test
  void nothingThatPassesIsToldAndNoFailure() {
    CommandRun run = CommandRun.of("analyze", "--dbname", "shopp", SAMPLE);

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "pgslowlog: no duration entry of 787 passed the filter: database shopp removed 787 (the"
                + " log has shop)\n");
    assertThat(run.out())
        .contains("0 of 342 executions", "No duration entry passed the filter; nothing skipped.")
        .doesNotContain("log_min_duration_statement");
  }

  @Test
  void whatIsNoLogIsFourWithAFilterToo() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "nothing\n");

    CommandRun run = CommandRun.of("analyze", "--last", "24h", file.toString());

    assertThat(run.code()).isEqualTo(ExitCode.NOTHING_RECOGNISED);
  }

  @Test
  void rarePatternsAreLeftOutAndCounted() {
    CommandRun run = CommandRun.of("analyze", "--min-calls", "10", SAMPLE);

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Filter: calls at least 10. 93 of 342 executions passed");
    assertThat(run.out()).contains("62 patterns", "5 patterns\n");
  }

  // --- wrong usage

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --begin 14:30 a.log | --begin: '14:30' has no date; give it, too: 2026-11-21 14:30
          -b 2026-11-21 -e 2026-11-21 a.log | --begin 2026-11-21 is not before --end 2026-11-21
          --begin 2026-11-22 --end 2026-11-21 a.log | --begin 2026-11-22 is not before --end 2026-11-21
          --last 24h --end 2026-11-21 a.log | --last excludes --begin and --end; give one or the other
          --last 24h - | --last needs logs that can be read twice, and standard input and pipes pass by once; give --begin
          --last 24h /dev/null | --last needs logs that can be read twice, and standard input and pipes pass by once; give --begin
          --last 24 a.log | Invalid value for option '--last': '24' is not a length of time; give one such as 90m, 24h, 7d or 2w
          --last 0s a.log | Invalid value for option '--last': '0s' is not a length of time; give one such as 90m, 24h, 7d or 2w
          --min-duration 1y a.log | Invalid value for option '--min-duration': '1y' is not a duration; give milliseconds, or one such as 100ms, 1.5s or 2min
          --fingerprint 12 a.log | --fingerprint: '12' is not a fingerprint; give its first 8 to 32 hexadecimal digits
          --host 10.0.0.0/33 a.log | --host: '10.0.0.0/33' is not a range of addresses; give one such as 10.1.0.0/16
          """)
  void wrongUsageIsToldWithWhatToGive(String options, String message) {
    for (String command : List.of("analyze", "entries")) {
      CommandRun run = CommandRun.of((command + " " + options).split(" ", -1));

      assertThat(run.code()).isEqualTo(ExitCode.USAGE);
      assertThat(run.err())
          .isEqualTo("pgslowlog: " + message + "\nTry 'pgslowlog " + command + " --help'.\n");
      assertThat(run.out()).isEmpty();
    }
  }
}
