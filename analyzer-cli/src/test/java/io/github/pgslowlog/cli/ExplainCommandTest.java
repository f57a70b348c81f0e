package io.github.pgslowlog.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code pgslowlog explain} finds, and what it says of it. */
class ExplainCommandTest {
  private static final String BEGIN = "2026-11-20 09:00:0%d.000 UTC [41] app@shop LOG:  duration: ";

  private @TempDir Path folder;
  private String log = "";
  private String report = "";
  private List<String> fingerprints = List.of();

  @BeforeEach
  void save() throws IOException {
    String text =
        BEGIN.formatted(1)
            + "5.000 ms  statement: SELECT * FROM orders WHERE lower(state) = 'Open'"
            + " ORDER BY id DESC\n"
            + BEGIN.formatted(2)
            + "7.000 ms  statement: SELECT * FROM orders WHERE lower(state) = 'new' ORDER BY id"
            + " DESC\n"
            + BEGIN.formatted(3)
            + "1.000 ms  statement: SELECT name FROM customers WHERE email = 'x'\n";
    log = Files.writeString(folder.resolve("a.log"), text).toString();
    report = folder.resolve("a.json").toString();
    CommandRun.of("analyze", log, "-o", report);
    fingerprints =
        CommandRun.of("report", report, "--format", "csv")
            .out()
            .lines()
            .skip(1)
            .map(line -> line.replace("\"", "").substring(0, 32))
            .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "--last,24h",
    "--begin,2026-01-01",
    "-d,shop",
    "--min-calls,1",
    "--schema,schema.sql",
    "--max-indexes,3",
    "--prefix,%m",
    "--timezone,UTC",
    "-j,2",
  })
  void aSavedReportCannotBeAskedForSomethingElse(String option, String value) {
    CommandRun run = CommandRun.of("explain", "1", option, value, report);

    String whole = option.equals("-d") ? "--dbname" : option.equals("-j") ? "--jobs" : option;
    assertThat(run)
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "pgslowlog: "
                    + whole
                    + " is for logs; what a saved report counts and advises is settled: give the"
                    + " logs instead of the report, or save another report with it\n"
                    + "Try 'pgslowlog explain --help'.\n"));
  }

  @Test
  void whatIsConfiguredForLogsDoesNotHinderASavedReport() {
    Surroundings configured =
        new Surroundings(Map.of("PGSLOWLOG_LAST", "24h", "PGSLOWLOG_DBNAME", "x"), false, false, 0);

    assertThat(CommandRun.in(configured, "explain", "1", "-q", "--color=never", report))
        .isEqualTo(CommandRun.of("explain", "1", report));
  }

  @Test
  void aReportThatAnEditorSavedWithAByteOrderMarkIsAReport() throws IOException {
    String text = "\uFEFF" + Files.readString(Path.of(report));
    String marked = Files.writeString(folder.resolve("marked.json"), text).toString();

    CommandRun run = CommandRun.of("explain", "1", marked);

    assertThat(run).isEqualTo(CommandRun.of("explain", "1", report));
    assertThat(CommandRun.reading(text.getBytes(UTF_8), "explain", "1", "-")).isEqualTo(run);
  }

  @Test
  void aPatternIsShownInFull() {
    CommandRun run = CommandRun.of("explain", fingerprints.get(0), report);

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("Pattern " + fingerprints.get(0) + "\n")
        .contains("#1 of 2 patterns by time: 92.3% of execution time, 66.7% of executions\n")
        .contains(
            """
              SELECT *
              FROM orders
              WHERE lower(state) = $1
              ORDER BY id DESC
            """)
        .containsPattern(
            "calls +2\n  total +12\\.0 ms\n  mean +6\\.0 ms, standard deviation 1\\.0 ms\n")
        .containsPattern("How long calls took\n-+\nfrom +calls\n5\\.0 ms +2 #+\n")
        .containsPattern("2026-11-20 09:00:02 +1 +7\\.0 ms #+\n")
        .containsPattern("users +app 2\n  databases +shop 2\n")
        .contains("Tables\n------\norders\n")
        .containsPattern("orders\\.state +expression in lower\\(state\\) = \\(no plain index:")
        .containsPattern("orders\\.id +orderBy DESC")
        .contains("- 7.0 ms at 2026-11-20T09:00:02.000Z\n")
        .contains("Advice\n------\n")
        .doesNotContain("Open");
  }

  @Test
  void logsGiveTheSameAsTheirReport() {
    CommandRun run = CommandRun.of("explain", fingerprints.get(1), log);

    assertThat(run).isEqualTo(CommandRun.of("explain", fingerprints.get(1), report));
    assertThat(run.out()).contains("Create an index on customers: equality");
  }

  @Test
  void standardInputIsAReportOrALog() throws IOException {
    CommandRun expected = CommandRun.of("explain", "2", report);

    assertThat(CommandRun.reading(Files.readAllBytes(Path.of(report)), "explain", "2", "-"))
        .isEqualTo(expected);
    assertThat(CommandRun.reading(Files.readAllBytes(Path.of(log)), "explain", "2", "-"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsCompressedIsAReportOrALogToo(boolean ofReport) throws IOException {
    byte[] packed = gzip(Path.of(ofReport ? report : log));
    String file = Files.write(folder.resolve("packed"), packed).toString();

    CommandRun expected = CommandRun.of("explain", "2", report);

    assertThat(CommandRun.of("explain", "2", file)).isEqualTo(expected);
    assertThat(CommandRun.reading(packed, "explain", "2", "-")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "true, false", "false, true", "false, false"})
  void aPipeIsAReportOrALog(boolean ofReport, boolean compressed)
      throws IOException, InterruptedException {
    Path file = Path.of(ofReport ? report : log);
    byte[] content = compressed ? gzip(file) : Files.readAllBytes(file);
    CommandRun expected = CommandRun.of("explain", "2", report);
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    Thread writer = new Thread(() -> write(pipe, content));
    writer.start();

    CommandRun run = CommandRun.of("explain", "2", pipe.toString());
    writer.join();

    assertThat(run).isEqualTo(expected);
  }

  private static void write(Path pipe, byte[] content) {
    try {
      Files.write(pipe, content, StandardOpenOption.WRITE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static byte[] gzip(Path file) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      Files.copy(file, out);
    }
    return packed.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 31})
  void theFirstDigitsAreEnough(int digits) {
    String prefix = fingerprints.get(1).substring(0, digits);

    assertThat(CommandRun.of("explain", prefix, report))
        .isEqualTo(CommandRun.of("explain", fingerprints.get(1), report));
    assertThat(CommandRun.of("explain", prefix.toUpperCase(Locale.ROOT), report).code()).isZero();
  }

  @Test
  void theNumberInTheReportIsEnough() {
    assertThat(CommandRun.of("explain", "2", report))
        .isEqualTo(CommandRun.of("explain", fingerprints.get(1), report));
  }

  @Test
  void valuesAreShownWhereAskedFor() {
    CommandRun run = CommandRun.of("explain", "1", "--samples", "raw", log);

    assertThat(run.out()).contains("lower(state) = 'Open'").doesNotContain("values are masked");
  }

  @Test
  void filtersWorkHereToo() {
    CommandRun run = CommandRun.of("explain", "1", "--min-duration", "6ms", log);

    assertThat(run.out()).containsPattern("calls +1\n").contains("#1 of 1 pattern by time");
  }

  @Test
  void severalReportsAddUp() throws IOException {
    String more = Files.writeString(folder.resolve("b.log"), Logs.TWO_SELECTS).toString();
    String other = folder.resolve("b.json").toString();
    CommandRun.of("analyze", more, "-o", other);

    assertThat(CommandRun.of("explain", "1", report, other).out()).contains("#1 of 3 patterns");
  }

  @Test
  void severalPatternsThatFitAreListed() throws IOException {
    String both = ambiguous();

    CommandRun run = CommandRun.of("explain", "abcd", both);

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                1,
                "",
                "pgslowlog: abcd fits 2 patterns; give more digits:\n  abcd"
                    + fingerprints.get(0).substring(4)
                    + "  SELECT * FROM orders WHERE lower(state) = $1 ORDER BY id DES...\n  abcd"
                    + fingerprints.get(1).substring(4)
                    + "  SELECT name FROM customers WHERE email = $1\n"));
  }

  /** A report whose patterns begin alike. */
  private String ambiguous() throws IOException {
    String json = Files.readString(Path.of(report));
    for (String fingerprint : fingerprints) {
      json = json.replace(fingerprint, "abcd" + fingerprint.substring(4));
    }
    return Files.writeString(folder.resolve("both.json"), json, UTF_8).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0000 | 1 | no pattern of 2 has a fingerprint that begins with 0000; a report with --format csv lists them
          3    | 1 | there is no pattern number 3; give 1 to 2
          0    | 1 | there is no pattern number 0; give 1 to 2
          xyz1 | 2 | 'xyz1' is no fingerprint; give 4 to 32 of its hexadecimal digits, or the number of the pattern in the report
          ab   | 2 | 'ab' is no fingerprint; give 4 to 32 of its hexadecimal digits, or the number of the pattern in the report
          """)
  void whatFitsNoPatternIsTold(String fingerprint, int code, String message) {
    CommandRun run = CommandRun.of("explain", fingerprint, report);

    assertThat(run.code()).isEqualTo(code);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("pgslowlog: " + message + "\n");
  }

  @Test
  void reportsAndLogsAreNotMixed() {
    CommandRun run = CommandRun.of("explain", "1", log, report);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "pgslowlog: "
                + report
                + " is a saved report, and not all are; give either reports or logs\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80})
  void noLineOfTextIsWiderThanTheTerminal(int columns) {
    Surroundings terminal = new Surroundings(Map.of(), true, false, columns);

    CommandRun run = CommandRun.in(terminal, "explain", "1", "--color", "never", report);

    assertThat(run.code()).isZero();
    assertThat(run.out().lines()).allMatch(line -> line.length() <= columns);
  }
}
