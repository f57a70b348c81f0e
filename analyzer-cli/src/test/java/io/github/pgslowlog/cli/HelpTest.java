package io.github.pgslowlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Help and version of all commands are results: they go to standard output. */
class HelpTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --help         | Usage: pgslowlog [-hV] [--config=FILE] [COMMAND]
          -h             | Usage: pgslowlog [-hV] [--config=FILE] [COMMAND]
          analyze --help | Usage: pgslowlog analyze [OPTIONS] LOG...
          entries --help | Usage: pgslowlog entries [OPTIONS] LOG...
          """)
  void helpStartsWithTheUsage(String line, String usage) {
    CommandRun run = CommandRun.of(line.split(" ", -1));

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith(usage);
    assertThat(run.out().lines()).allMatch(l -> l.length() <= 80);
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          help             | --help
          help help        | --help
          help -h          | --help
          help analyze     | analyze --help
          help config show | config show --help
          """)
  void helpIsAWordToo(String line, String same) {
    assertThat(CommandRun.of(line.split(" ", -1)))
        .isEqualTo(CommandRun.of(same.split(" ", -1)))
        .extracting(CommandRun::code)
        .isEqualTo(ExitCode.DONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "analyze --version", "entries --version"})
  void versionOfEveryCommandIsTheProgramsOne(String line) {
    CommandRun run = CommandRun.of(line.split(" ", -1));

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                0,
                "pgslowlog (not packaged), Java " + System.getProperty("java.version") + "\n",
                ""));
  }

  @Test
  void helpTellsTheExitCodes() {
    CommandRun run = CommandRun.of("--help");

    assertThat(run.out()).contains("0 done; 1 failure; 2 usage; 3 done, but input was damaged");
  }

  @Test
  void manyOptionsStandInGroups() {
    assertThat(titles("analyze"))
        .containsExactly(
            "Output",
            "Which statements count",
            "Advice that a planner confirms",
            "Logs and others",
            "Examples");
    assertThat(titles("entries"))
        .containsExactly("Which statements count", "Logs and others", "Examples");
    assertThat(titles("report")).containsExactly("Examples");
    assertThat(CommandRun.of("analyze", "--help").out().split("Logs and others:|Examples:", -1)[1])
        .contains("--prefix", "--timezone", "--jobs", "--config")
        .doesNotContain("--min-", "--exclude", "--schema", "--output=");
  }

  private static List<String> titles(String command) {
    return CommandRun.of(command, "--help")
        .out()
        .lines()
        .filter(line -> line.matches("[A-Z][a-z ]+:"))
        .map(line -> line.substring(0, line.length() - 1))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyze", "explain", "report", "merge", "entries", "manual", "config"})
  void wordsOfDescriptionsAreNotBroken(String command) {
    Configuration none = Configuration.of(Surroundings.NONE, Optional.empty());
    Streams streams =
        new Streams(
            InputStream.nullInputStream(), new StringWriter(), new PrintWriter(new StringWriter()));
    CommandLine whole = AnyCommandLine.whole(streams, none);
    CommandSpec spec = Objects.requireNonNull(whole.getSubcommands().get(command)).getCommandSpec();
    String help = CommandRun.of(command, "--help").out().replaceAll("\\s+", " ");

    assertThat(spec.args()).isNotEmpty();
    spec.args().forEach(argument -> assertThat(help).contains(ManualPage.description(argument)));
  }

  @Test
  void helpOfAnalyzeShowsExamples() {
    CommandRun run = CommandRun.of("analyze", "--help");

    assertThat(run.out()).contains("kubectl logs db-0 | pgslowlog analyze -");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "analyze",
        "explain",
        "report",
        "merge",
        "doctor",
        "entries",
        "catalog",
        "config",
        "config show",
        "completion",
        "manual"
      })
  void everyCommandTeachesByExamples(String command) {
    CommandRun run = CommandRun.of((command + " --help").split(" ", -1));

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).containsPattern("\nExamples?:\n  ");
    assertThat(run.out().substring(run.out().lastIndexOf("Example")).lines())
        .filteredOn(line -> line.contains("pgslowlog " + command))
        .hasSizeBetween(1, 6);
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
  }
}
