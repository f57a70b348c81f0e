package io.github.pgslowlog.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which forms reports have, where they go, and how text looks on a terminal. */
class ReportOutputsTest {
  private static final String LOG = "2026-11-20 09:00:03.941 UTC [41] app@shop LOG:  duration: ";

  private @TempDir Path folder;

  // --- forms

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          r.txt         | pgslowlog report
          r.json        | {
          r.jsonl       | {"fingerprint":
          R.MD          | # Slow queries
          r.csv         | fingerprint,
          r.columns.csv | schema,
          r.sql         | --
          """)
  void theNameOfAFileTellsItsForm(String name, String begin) throws IOException {
    Path report = folder.resolve(name);

    CommandRun run = CommandRun.of("analyze", log(), "-o", report.toString());

    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
    assertThat(Files.readString(report)).startsWith(begin);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report)))
        .isEqualTo("rw-------");
  }

  @Test
  void formatOverridesTheNamesOfAllFiles() throws IOException {
    Path report = folder.resolve("r.txt");

    CommandRun run =
        CommandRun.of("analyze", log(), "--format", "markdown", "-o", report.toString(), "-o", "-");

    assertThat(run.out()).startsWith("# Slow queries\n");
    assertThat(report).hasContent(run.out());
  }

  @Test
  void formatAloneGoesToStandardOutput() throws IOException {
    CommandRun run = CommandRun.of("analyze", log(), "--format=csv");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("SELECT * FROM orders WHERE id = $1").doesNotContain("Coverage");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --format pdf              | --format is pdf; give text, json, jsonl, html, markdown, csv, columns-csv, sql, flyway, liquibase, rails
          --format flyway           | --format flyway writes several files; name a folder by --output
          --format rails -o -       | --format rails writes several files; name a folder by --output
          -o report                 | --output report: the name must end in .txt, .html, .json, .jsonl, .md, .csv, .columns.csv or .sql, or be -; or say by --format what to write
          --samples all             | --samples is all; give masked or raw
          --color yes               | --color is yes; give auto, always, never
          --top 0                   | --top is 0; give 1 or more
          """)
  void whatIsWrongIsToldWithWhatIsRight(String options, String message) throws IOException {
    String[] line =
        Stream.concat(Stream.of("analyze", log()), Stream.of(options.split(" ", -1)))
            .toArray(String[]::new);

    CommandRun run = CommandRun.of(line);

    assertThat(run)
        .isEqualTo(
            new CommandRun(2, "", "pgslowlog: " + message + "\nTry 'pgslowlog analyze --help'.\n"));
  }

  // --- values

  @Test
  void samplesAreMaskedUnlessRawOnesAreAskedFor() throws IOException {
    String secret = log(LOG + "9.000 ms  statement: SELECT * FROM orders WHERE id = 4711\n");

    assertThat(CommandRun.of("analyze", secret, "--format", "json").out()).doesNotContain("4711");
    assertThat(CommandRun.of("analyze", secret, "--format", "json", "--samples", "raw").out())
        .contains("WHERE id = 4711");
  }

  // --- terminal

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 132})
  void textIsAsWideAsTheTerminal(int columns) throws IOException {
    Surroundings terminal = new Surroundings(Map.of(), true, false, columns);
    String wide = "SELECT a, b, c FROM t WHERE " + "some_column = 1 AND ".repeat(20) + "x = 1";

    CommandRun run =
        CommandRun.in(
            terminal, "analyze", "--color=never", log(LOG + "9.000 ms  statement: " + wide + "\n"));

    assertThat(run.out().lines().filter(line -> line.contains("some_column")).toList())
        .isNotEmpty()
        .allMatch(line -> line.length() <= columns)
        .anyMatch(line -> line.length() > columns - 25);
  }

  @ParameterizedTest
  @CsvSource({
    "true,  10,   40",
    "true,  0,    80",
    "true,  5000, 400",
    "false, 132,  80",
  })
  void widthsThatMakeNoSenseAreNotTaken(boolean terminal, int columns, int used) {
    assertThat(new Surroundings(Map.of(), terminal, false, columns).outputColumns())
        .isEqualTo(used);
  }

  @ParameterizedTest
  @CsvSource({
    "auto,   true,  '',       '',    true",
    "auto,   true,  NO_COLOR, 1,     false",
    "auto,   true,  NO_COLOR, '',    true",
    "auto,   true,  TERM,     dumb,  false",
    "auto,   true,  TERM,     xterm, true",
    "auto,   false, '',       '',    false",
    "always, false, NO_COLOR, 1,     true",
    "never,  true,  '',       '',    false",
  })
  void coloursAreForTerminalsUnlessSomebodyObjects(
      String colour, boolean terminal, String variable, String value, boolean coloured)
      throws IOException {
    Map<String, String> environment = variable.isEmpty() ? Map.of() : Map.of(variable, value);
    Surroundings surroundings = new Surroundings(environment, terminal, false, 80);

    CommandRun run = CommandRun.in(surroundings, "analyze", "--color", colour, log());

    assertThat(run.out().contains("\033[1m")).isEqualTo(coloured);
  }

  @Test
  void filesHaveNoColoursAndTheUsualWidth() throws IOException {
    Path report = folder.resolve("r.txt");
    Surroundings terminal = new Surroundings(Map.of(), true, true, 200);

    CommandRun.in(terminal, "analyze", "--color=always", log(), "-o", report.toString());

    assertThat(report).hasContent(CommandRun.of("analyze", log()).out());
  }

  // --- files

  @Test
  void aLinkGoesOnToPointToTheReport() throws IOException {
    Path real = Files.writeString(folder.resolve("real.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), real);

    CommandRun.of("analyze", log(), "-o", link.toString());

    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(real)).startsWith("pgslowlog report");
  }

  @Test
  void aFolderIsNoFile() throws IOException {
    Path report = Files.createDirectory(folder.resolve("r.txt"));

    CommandRun run = CommandRun.of("analyze", log(), "-o", report.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "pgslowlog: "
                + report
                + ": the report cannot be written: it is a folder; name a file, or give --format"
                + " for migrations\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -o DIR/r.txt -o DIR/r.txt               | --output DIR/r.txt is given twice; give it once
          -o - -o -                               | --output - is given twice; give it once
          -o - -o DIR/r.txt -o - -q               | --output - is given twice; give it once
          -o DIR/r.txt -o DIR/./r.txt             | --output DIR/./r.txt is the same file as --output DIR/r.txt; give each report a name of its own
          -o DIR/real.txt -o DIR/link.txt         | --output DIR/link.txt is the same file as --output DIR/real.txt; give each report a name of its own
          -o DIR/new.txt -o DIR/new-link.txt      | --output DIR/new-link.txt is the same file as --output DIR/new.txt; give each report a name of its own
          -o DIR/a.md -o DIR/here/a.md -t 3       | --output DIR/here/a.md is the same file as --output DIR/a.md; give each report a name of its own
          --format rails -o DIR/db -o DIR/../DIR/db | --output DIR/../DIR/db is the same file as --output DIR/db; give each report a name of its own
          """)
  void onePlaceTakesOneReport(String options, String message) throws IOException {
    Files.writeString(folder.resolve("real.txt"), "old");
    Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("real.txt"));
    Files.createSymbolicLink(folder.resolve("new-link.txt"), Path.of("new.txt"));
    Files.createSymbolicLink(folder.resolve("here"), folder);
    String line = "analyze " + log() + " " + inFolder(options);

    CommandRun run = CommandRun.of(line.split(" ", -1));

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                2, "", "pgslowlog: " + inFolder(message) + "\nTry 'pgslowlog analyze --help'.\n"));
    assertThat(folder.resolve("real.txt")).hasContent("old");
  }

  private String inFolder(String text) {
    return text.replace("../DIR", "../" + folder.getFileName()).replace("DIR", folder.toString());
  }

  @Test
  void aDeviceTakesSeveralReports() throws IOException {
    CommandRun run =
        CommandRun.of("analyze", log(), "--format", "text", "-o", "/dev/null", "-o", "/dev/null");

    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
  }

  // --- migrations

  @Test
  void withoutAPlannerThereAreNoMigrations() throws IOException {
    Path target = folder.resolve("db");

    CommandRun run =
        CommandRun.of("analyze", "-q", log(), "--format", "flyway", "-o", target.toString());

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "pgslowlog: "
                + target
                + ": nothing to do is confirmed by a planner, so there are no migrations to write;"
                + " give --schema or --url to 'pgslowlog analyze' to have advice confirmed\n");
    assertThat(target).doesNotExist();
  }

  @Test
  void migrationsAreFilesOfAFolderThatIsMade() throws IOException {
    Path target = folder.resolve("db/migration");
    String report = confirmedReport();

    CommandRun run = CommandRun.of("report", report, "--format", "flyway", "-o", target.toString());

    assertThat(run)
        .isEqualTo(
            new CommandRun(0, "", "pgslowlog: " + target + ": 2 files for flyway written\n"));
    assertThat(names(target))
        .containsExactly(
            "V20261120091402__create_orders_customer_id_idx.sql",
            "V20261120091402__create_orders_customer_id_idx.sql.conf");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(target.resolve(names(target).get(0)))))
        .isEqualTo("rw-------");
  }

  @Test
  void migrationsThatAreThereAreLeftAlone() throws IOException {
    Path target = folder.resolve("db");
    String report = confirmedReport();
    String[] line = {"report", report, "--format", "liquibase", "-o", target.toString()};
    CommandRun.of(line);

    CommandRun again = CommandRun.of(line);

    assertThat(again.err())
        .isEqualTo("pgslowlog: " + target + ": 0 files for liquibase written, 1 there already\n");
  }

  @Test
  void aMigrationWithAnotherContentIsNeverReplaced() throws IOException {
    Path target = Files.createDirectory(folder.resolve("db"));
    Path other = target.resolve("V20261120091402__create_orders_customer_id_idx.sql.conf");
    Files.writeString(other, "mine\n");

    CommandRun run =
        CommandRun.of("report", confirmedReport(), "--format", "flyway", "-o", target.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "pgslowlog: "
                + other
                + ": a migration of this version is there with another content, and may have run;"
                + " nothing was written; name another folder, or remove the file if it has not"
                + " run\n");
    assertThat(other).hasContent("mine");
    assertThat(names(target)).hasSize(1);
  }

  @Test
  void thatAFolderIsAFileIsToldBeforeTheReading() throws IOException {
    Path target = Files.writeString(folder.resolve("db"), "");

    CommandRun run =
        CommandRun.of("analyze", "missing.log", "--format", "rails", "-o", target.toString());

    assertThat(run)
        .isEqualTo(
            new CommandRun(1, "", "pgslowlog: " + target + ": this is a file; name a folder\n"));
  }

  @Test
  void migrationsOfAnotherToolAreNotThoseThatAreWanted() throws IOException {
    Path target = folder.resolve("db");
    String report = confirmedReport();
    CommandRun.of("report", report, "--format", "flyway", "-o", target.toString());

    CommandRun run =
        CommandRun.of("report", report, "--format", "liquibase", "-o", target.toString());

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                1,
                "",
                "pgslowlog: "
                    + target
                    + "/V20261120091402__create_orders_customer_id_idx.sql: this migration does the"
                    + " same, but is not for liquibase, and may have run; nothing was written; name"
                    + " another folder, or remove the file if it has not run\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          planner   | orders\\n | what the planner confirmed has a line break or an invisible character in a name or a value, so it cannot be a migration; write a report to read it, as -o report.txt
          heuristic | orders    | the planner confirmed no index and no statistics to create, so there are no migrations to write; a report tells what else it found, as -o report.txt
          """)
  void whyAPlannerGivesNoMigrationIsTold(String confidence, String table, String reason)
      throws IOException {
    Path report = Path.of(confirmedReport());
    String json = Files.readString(report);
    Files.writeString(
        report,
        json.replace("\"planner\"", "\"" + confidence + "\"")
            .replace("ON orders (", "ON " + table + " ("));
    Path target = folder.resolve("db");

    CommandRun run =
        CommandRun.of("report", report.toString(), "--format", "flyway", "-o", target.toString());

    assertThat(run).isEqualTo(new CommandRun(0, "", "pgslowlog: " + target + ": " + reason + "\n"));
    assertThat(target).doesNotExist();
  }

  @Test
  void migrationsDoNotGoIntoAFile() throws IOException {
    Path target = Files.writeString(folder.resolve("db"), "");

    CommandRun run =
        CommandRun.of("report", confirmedReport(), "--format", "rails", "-o", target.toString());

    assertThat(run)
        .isEqualTo(
            new CommandRun(1, "", "pgslowlog: " + target + ": this is a file; name a folder\n"));
  }

  /** What a planner's advice would be, without a planner. */
  private String confirmedReport() throws IOException {
    String orders = log(LOG + "9.000 ms  statement: SELECT * FROM orders WHERE customer_id = 1\n");
    String json = CommandRun.of("analyze", orders, "--format", "json").out();
    Path report = folder.resolve("confirmed.json");
    Files.writeString(
        report,
        json.replaceFirst("\"basis\" : null", "\"basis\" : \"PostgreSQL 18\"")
            .replace("\"confidence\" : \"heuristic\"", "\"confidence\" : \"planner\""),
        UTF_8);
    return report.toString();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private String log() throws IOException {
    return log(Logs.TWO_SELECTS);
  }

  private String log(String text) throws IOException {
    return Files.writeString(folder.resolve("a.log"), text).toString();
  }
}
