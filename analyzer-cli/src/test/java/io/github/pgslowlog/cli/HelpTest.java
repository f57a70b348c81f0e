package io.github.pgslowlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Help and version of all commands are results: they go to standard output. */
class HelpTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --help         | Usage: pgslowlog [-hV] [--config=FILE] [COMMAND]
          -h             | Usage: pgslowlog [-hV] [--config=FILE] [COMMAND]
          analyze --help | Usage: pgslowlog analyze [-hqvV] [-b=TIME]
          entries --help | Usage: pgslowlog entries [-hqvV] [-b=TIME]
          """)
  void helpStartsWithTheUsage(String line, String usage) {
    CommandRun run = CommandRun.of(line.split(" ", -1));

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith(usage);
    assertThat(run.out().lines()).allMatch(l -> l.length() <= 80);
    assertThat(run.err()).isEmpty();
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
