package io.github.pgslowlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code pgslowlog report} and {@code pgslowlog merge} make of saved reports. */
class SavedReportsTest {
  private @TempDir Path folder;

  // --- report

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "jsonl", "markdown", "csv", "columns-csv", "sql"})
  void aSavedReportGivesTheSameBytesAsTheRunItself(String format) throws IOException {
    String log = file("a.log", Logs.TWO_SELECTS + Logs.ONE_UPDATE);
    String saved = saved("a.json", log);

    CommandRun run = CommandRun.of("report", saved, "--format", format);

    assertThat(run).isEqualTo(CommandRun.of("analyze", log, "--format", format));
  }

  @Test
  void whatAFilterLetPassIsSavedToo() throws IOException {
    String log = file("a.log", Logs.TWO_SELECTS + Logs.ONE_UPDATE);
    String saved = saved("a.json", log, "--min-duration", "2ms", "-d", "shop");

    assertThat(CommandRun.of("report", saved))
        .isEqualTo(CommandRun.of("analyze", log, "--min-duration", "2ms", "-d", "shop"));
    assertThat(CommandRun.of("report", saved).out())
        .contains("Filter: database shop; duration ")
        .contains("2 of 3 executions passed");
  }

  @Test
  void aDashIsAReportAtStandardInput() throws IOException {
    String saved = saved("a.json", file("a.log", Logs.TWO_SELECTS));

    CommandRun run = CommandRun.reading(Files.readAllBytes(Path.of(saved)), "report", "-");

    assertThat(run).isEqualTo(CommandRun.of("report", saved));
  }

  @Test
  void lostInputIsToldByTheExitCodeAgain() throws IOException {
    String log = file("a.log", "\tend of something\n" + Logs.TWO_SELECTS);
    String saved = saved("a.json", log);

    assertThat(CommandRun.of("analyze", log).code()).isEqualTo(ExitCode.DAMAGED);
    assertThat(CommandRun.of("report", saved).code()).isEqualTo(ExitCode.DAMAGED);
    assertThat(
            CommandRun.of("merge", saved, saved("b.json", file("b.log", Logs.ONE_UPDATE))).code())
        .isEqualTo(ExitCode.DAMAGED);
  }

  @Test
  void aReportOfAPartOfTheLogsCountsAsDamagedInput() throws IOException {
    String saved = saved("a.json", file("a.log", Logs.TWO_SELECTS));
    String partial =
        file(
            "partial.json",
            Files.readString(Path.of(saved))
                .replaceFirst("\"inputs\"", "\"complete\" : false,\n  \"inputs\""));

    CommandRun run = CommandRun.of("report", partial);

    assertThat(run.code()).isEqualTo(ExitCode.DAMAGED);
    assertThat(run.out()).startsWith("pgslowlog report (partial)\n");
  }

  @Test
  void whatIsNoReportIsRefused() throws IOException {
    String log = file("a.log", Logs.TWO_SELECTS);
    String missing = folder.resolve("missing.json").toString();

    assertThat(CommandRun.of("report", missing))
        .isEqualTo(
            new CommandRun(
                1,
                "",
                "pgslowlog: "
                    + missing
                    + ": no such file; give a report that 'pgslowlog analyze -o report.json' has"
                    + " written\n"));
    assertThat(CommandRun.of("report", log).code()).isEqualTo(1);
    assertThat(CommandRun.of("report", log).err())
        .startsWith("pgslowlog: " + log)
        .contains("'pgslowlog analyze -o report.json'");
  }

  // --- merge

  @Test
  void severalReportsAddUpToThatOfOneRun() throws IOException {
    String one = file("a.log", Logs.TWO_SELECTS);
    String other = file("b.log", Logs.TWO_SELECTS.replace("[41]", "[43]") + Logs.ONE_UPDATE);

    CommandRun run =
        CommandRun.of("merge", saved("a.json", one), saved("b.json", other), "--format", "csv");

    assertThat(run).isEqualTo(CommandRun.of("analyze", one, other, "--format", "csv"));
  }

  @Test
  void mergedReportsCanBeMergedAgain() throws IOException {
    String one = saved("a.json", file("a.log", Logs.TWO_SELECTS));
    String other = saved("b.json", file("b.log", Logs.ONE_UPDATE));
    String both = folder.resolve("both.json").toString();

    CommandRun merged = CommandRun.of("merge", one, other, "-o", both);

    assertThat(merged).isEqualTo(new CommandRun(0, "", ""));
    assertThat(CommandRun.of("report", both).out()).containsPattern("executions +3 +10\\.8 ms");
  }

  @Test
  void filtersOfSeveralReportsAreToldTogether() throws IOException {
    String one = saved("a.json", file("a.log", Logs.TWO_SELECTS), "--min-duration", "2ms");
    String other = saved("b.json", file("b.log", Logs.ONE_UPDATE));

    CommandRun run = CommandRun.of("merge", one, other);

    assertThat(run.out())
        .contains("Filter: duration ")
        .containsPattern("2\\s+of\\s+3\\s+executions\\s+passed");
  }

  @Test
  void oneReportAloneIsNotMerged() {
    CommandRun run = CommandRun.of("merge", "a.json");

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                2,
                "",
                """
                pgslowlog: one report alone needs no merging; give two or more, or use 'pgslowlog report a.json'
                Try 'pgslowlog merge --help'.
                """));
  }

  @Test
  void aLogThatIsInTwoReportsIsRefused() throws IOException {
    String saved = saved("a.json", file("a.log", Logs.TWO_SELECTS));

    CommandRun run = CommandRun.of("merge", saved, saved);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
  }

  private String saved(String name, String log, String... options) throws IOException {
    Path report = folder.resolve(name);
    String[] line = new String[options.length + 4];
    line[0] = "analyze";
    line[1] = log;
    line[2] = "-o";
    line[3] = report.toString();
    System.arraycopy(options, 0, line, 4, options.length);
    CommandRun.of(line);
    assertThat(report).exists();
    return report.toString();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
