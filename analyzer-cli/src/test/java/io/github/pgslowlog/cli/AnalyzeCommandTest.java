package io.github.pgslowlog.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code pgslowlog analyze} reads and where it writes. */
class AnalyzeCommandTest {
  private @TempDir Path folder;

  // --- inputs

  @Test
  void aDashIsStandardInput() {
    CommandRun run = CommandRun.reading(Logs.TWO_SELECTS.getBytes(UTF_8), "analyze", "-");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("-: stderr, log_line_prefix '%m [%p] %q%u@%d ' (detected)");
  }

  @Test
  void aFolderStandsForTheFilesInIt() throws IOException {
    Files.createDirectory(folder.resolve("older"));
    file("older/a.log", Logs.ONE_UPDATE);
    file("b.log", Logs.TWO_SELECTS);

    CommandRun run = CommandRun.of("analyze", folder.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).containsPattern("executions +3 +10\\.8 ms");
  }

  @Test
  void aGlobStandsForWhatItMatches() throws IOException {
    file("a.log", Logs.ONE_UPDATE);
    file("b.txt", Logs.TWO_SELECTS);

    CommandRun run = CommandRun.of("analyze", folder + "/*.log");

    assertThat(run.out()).containsPattern("executions +1 +7\\.0 ms");
  }

  @Test
  void gzipIsKnownByItsContent() throws IOException {
    Path log = folder.resolve("postgresql.log");
    Files.write(log, Logs.gzip(Logs.TWO_SELECTS));

    CommandRun run = CommandRun.of("analyze", log.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).containsPattern("executions +2 +3\\.8 ms");
  }

  @Test
  void severalInputsAddUp() throws IOException {
    Path first = file("a.log", Logs.TWO_SELECTS);
    Path second = file("b.log", Logs.ONE_UPDATE);

    CommandRun run =
        CommandRun.reading(
            Logs.ONE_UPDATE.getBytes(UTF_8), "analyze", first.toString(), second.toString(), "-");

    assertThat(run.code()).isZero();
    assertThat(run.out()).containsPattern("executions +4 +17\\.8 ms");
  }

  @Test
  void aFileNamedTwiceIsReadOnce() throws IOException {
    Path log = file("a.log", Logs.TWO_SELECTS);

    CommandRun run = CommandRun.of("analyze", log.toString(), folder.toString());

    assertThat(run.out()).containsPattern("executions +2 ");
  }

  @Test
  void hostileFileNamesAreShownWithoutControlCharacters() throws IOException {
    Path log = file("\u001b[2J\u202egol.log", "no log\n");

    CommandRun run = CommandRun.of("analyze", log.toString());

    assertThat(run.err()).contains("/?[2J?gol.log:1: ").doesNotContain("\u001b", "\u202e");
    assertThat(run.out()).contains("?[2J?gol.log").doesNotContain("\u001b", "\u202e");
  }

  // --- prefix and zone

  @Test
  void aGivenPrefixIsNotCalledDetected() throws IOException {
    Path log = file("a.log", Logs.TWO_SELECTS);

    CommandRun run = CommandRun.of("analyze", "--prefix", "%m [%p] %u@%d ", log.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("'%m [%p] %u@%d '").doesNotContain("(detected)");
  }

  @ParameterizedTest
  @CsvSource({
    "UTC,           2026-11-20T09:00:03.941Z",
    "Europe/Berlin, 2026-11-20T08:00:03.941Z",
    "+05:30,        2026-11-20T03:30:03.941Z"
  })
  void theGivenZoneIsTheServersOne(String zone, String expected) throws IOException {
    Path log = file("a.log", Logs.TWO_SELECTS.replace(" UTC ", " XYZ "));

    CommandRun run = CommandRun.of("analyze", "--timezone", zone, log.toString());

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(expected);
  }

  @Test
  void anUnknownZoneIsANoticeThatQuietLeavesOut() throws IOException {
    Path log = file("a.log", Logs.TWO_SELECTS.replace(" UTC ", " XYZ "));

    CommandRun run = CommandRun.of("analyze", log.toString());
    CommandRun quiet = CommandRun.of("analyze", "-q", log.toString());

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "pgslowlog: "
                + log
                + ": the zone XYZ has no known offset; times are taken as UTC, give --timezone\n");
    assertThat(quiet.code()).isZero();
    assertThat(quiet.err()).isEmpty();
    assertThat(quiet.out()).isEqualTo(run.out());
  }

  @Test
  void quietStillTellsDamage() {
    CommandRun run = CommandRun.of("analyze", "-q", folder + "/missing.log");

    assertThat(run.err()).contains("/missing.log: no such file or folder\n");
  }

  // --- outputs

  @Test
  void aPageToAFile() throws IOException {
    Path log = file("a.log", Logs.TWO_SELECTS);
    Path page = folder.resolve("report.html");

    CommandRun run = CommandRun.of("analyze", log.toString(), "-o", page.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(page)
        .content()
        .startsWith("<!doctype html>\n")
        .contains("<title>pgslowlog: ")
        .endsWith("</html>\n");
  }

  @Test
  void jsonToAFileAndTextToStandardOutputTogether() throws IOException {
    Path log = file("a.log", Logs.TWO_SELECTS);
    Path json = folder.resolve("report.json");

    CommandRun run = CommandRun.of("analyze", log.toString(), "-o", json.toString(), "-o", "-");

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("pgslowlog report\n================\n");
    assertThat(json).content().startsWith("{\n  \"schemaVersion\" : 1,\n").endsWith("}\n");
  }

  @Test
  void nothingOnStandardOutputWhenTheReportGoesToAFile() throws IOException {
    Path log = file("a.log", Logs.TWO_SELECTS);
    Path text = folder.resolve("report.txt");

    CommandRun run = CommandRun.of("analyze", log.toString(), "--output", text.toString());

    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
    assertThat(text).hasContent(CommandRun.of("analyze", log.toString()).out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.json", "report.html", "report.txt", "report.sql"})
  void aReportIsForItsOwnerAlone(String name) throws IOException {
    Path log = file("a.log", Logs.TWO_SELECTS);
    Path report = folder.resolve(name);

    CommandRun.of("analyze", log.toString(), "-o", report.toString());

    assertThat(Files.getPosixFilePermissions(report))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void anExistingReportIsReplacedAsAWhole() throws IOException {
    Path log = file("a.log", Logs.TWO_SELECTS);
    Path report = file("report.json", "old");
    Path reader = folder.resolve("reader.json");
    Files.createLink(reader, report);

    CommandRun run = CommandRun.of("analyze", log.toString(), "-o", report.toString());

    assertThat(run.code()).isZero();
    assertThat(report).content().startsWith("{");
    assertThat(reader).hasContent("old");
    assertThat(names()).containsExactly("a.log", "reader.json", "report.json");
  }

  @Test
  void aFailureLeavesNoTemporaryFile() throws IOException {
    Path log = file("a.log", Logs.TWO_SELECTS);
    Files.createDirectories(folder.resolve("report.json").resolve("inner"));

    CommandRun.of("analyze", log.toString(), "-o", folder.resolve("report.json").toString());

    assertThat(names()).containsExactly("a.log", "report.json");
  }

  @Test
  void theStatementsAloneForPsql() throws IOException {
    Path log = file("a.log", Logs.ONE_UPDATE);
    Path sql = folder.resolve("advice.sql");

    CommandRun run = CommandRun.of("analyze", log.toString(), "-o", sql.toString());

    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
    assertThat(sql)
        .content()
        .startsWith("-- Advice of pgslowlog, for psql\n")
        .contains("\n-- CREATE INDEX CONCURRENTLY items_sku_idx ON items (sku);\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"schema.sql", "stats.sql", "./schema.sql"})
  void whatTheAdviceRestsOnIsNotReplaced(String name) throws IOException {
    Path log = file("a.log", Logs.ONE_UPDATE);
    Path schema = file("schema.sql", "CREATE TABLE items (sku text);");
    Path statistics = file("stats.sql", "");
    String output = folder + "/" + name;

    CommandRun run =
        CommandRun.of(
            "analyze",
            log.toString(),
            "--schema",
            schema.toString(),
            "--stats",
            statistics.toString(),
            "-o",
            output);

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--output " + output + " would replace a file that is read; ");
    assertThat(schema).hasContent("CREATE TABLE items (sku text);");
  }

  @Test
  void topLimitsPatternsAndColumnsOfTheText() throws IOException {
    Path log = file("a.log", Logs.TWO_SELECTS + Logs.ONE_UPDATE);

    CommandRun run = CommandRun.of("analyze", "--top", "1", log.toString());

    assertThat(run.out())
        .contains("Patterns that cost most time (1 of 2)", "UPDATE items")
        .doesNotContain("SELECT * FROM orders");
  }

  @Test
  void furtherPatternsAreAddedUpTogether() throws IOException {
    Path log = file("a.log", Logs.TWO_SELECTS + Logs.ONE_UPDATE);

    CommandRun run = CommandRun.of("analyze", "--max-patterns", "1", log.toString());

    assertThat(run.out())
        .contains("! Kept the first 1 pattern; 1 execution", "other: about 1 further pattern")
        .contains("SELECT * FROM orders")
        .doesNotContain("UPDATE items");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
