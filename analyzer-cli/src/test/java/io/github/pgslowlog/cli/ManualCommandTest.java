package io.github.pgslowlog.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Manual pages and completions are made of the same definitions as the help. */
class ManualCommandTest {
  private static final List<String> COMMANDS =
      List.of(
          "analyze",
          "explain",
          "report",
          "merge",
          "doctor",
          "entries",
          "catalog",
          "config",
          "completion",
          "manual");

  private @TempDir Path folder;

  // --- manual pages

  @Test
  void everyCommandHasAPageWithAllItsOptions() {
    for (String command : COMMANDS) {
      String page = CommandRun.of("manual", command).out();
      assertThat(page)
          .contains(".SH \"NAME\"\npgslowlog\\-" + command + " \\- ")
          .contains(".SH \"EXAMPLES\"\n.nf\n");
      for (String option : options(CommandRun.of(command, "--help").out())) {
        assertThat(page).contains("\\fB" + option.replace("-", "\\-") + "\\fR");
      }
    }
  }

  private static List<String> options(String help) {
    return help.lines()
        .map(String::strip)
        .filter(line -> line.startsWith("--") || line.matches("-\\w, --.*"))
        .map(line -> line.replaceFirst("^-\\w, ", "").replaceFirst("[=, ].*", ""))
        .toList();
  }

  @Test
  void thePageOfTheProgramNamesAllCommands() {
    String page = CommandRun.of("manual").out();

    assertThat(page).startsWith(".TH \"PGSLOWLOG\" \"1\"");
    COMMANDS.forEach(
        command ->
            assertThat(page)
                .contains(".TP\n\\fB" + command + "\\fR\n", "pgslowlog\\-" + command + "(1)"));
  }

  @Test
  void allPagesAreWrittenIntoAFolder() throws IOException {
    Path target = folder.resolve("man/man1");

    CommandRun run = CommandRun.of("manual", "-o", target.toString());

    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
    try (Stream<Path> pages = Files.list(target)) {
      assertThat(pages).hasSize(COMMANDS.size() + 1);
    }
    assertThat(target.resolve("pgslowlog-merge.1"))
        .hasContent(CommandRun.of("manual", "merge").out());
  }

  @Test
  void commandsThatAreNoneHaveNoPage() {
    assertThat(CommandRun.of("manual", "analyse"))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "pgslowlog: there is no command 'analyse'; give one of "
                    + String.join(", ", COMMANDS)
                    + "\nTry 'pgslowlog manual --help'.\n"));
  }

  @Test
  void groffHasNothingToSayAgainstThem() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/groff")), "groff is not installed");
    for (String command : COMMANDS) {
      Run run = Run.of(CommandRun.of("manual", command).out(), "groff", "-man", "-Tutf8", "-ww");
      assertThat(run.code()).isZero();
      assertThat(run.messages()).isEmpty();
    }
  }

  @Test
  void signsOfTheLibraryAreNowhereToBeSeen() {
    for (String command : COMMANDS) {
      String both = CommandRun.of("manual", command).out() + CommandRun.of(command, "--help").out();
      assertThat(both).doesNotContain("%%", "$$", "${");
    }
    assertThat(CommandRun.of("doctor", "--help").out()).contains("--prefix '%m [%p] %q%u@%d '");
  }

  // --- completion

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completionKnowsCommandsAndOptions(String shell) {
    CommandRun run = CommandRun.of("completion", shell);

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains(COMMANDS).contains("'--storage-budget'", "-o default pgslowlog");
    assertThat(run.out().startsWith("autoload -Uz compinit bashcompinit"))
        .isEqualTo(shell.equals("zsh"));
  }

  @Test
  void bashCompletesWithIt() throws Exception {
    String script =
        CommandRun.of("completion", "bash").out()
            + """

            compopt() { :; }
            COMP_WORDS=(pgslowlog analyze --stor)
            COMP_CWORD=2
            _complete_pgslowlog
            echo "${COMPREPLY[@]}"
            COMP_WORDS=(pgslowlog exp)
            COMP_CWORD=1
            _complete_pgslowlog
            echo "${COMPREPLY[@]}"
            """;
    Path file = Files.writeString(folder.resolve("completion.bash"), script);

    Run run = Run.of("", "bash", file.toString());

    assertThat(run).isEqualTo(new Run(0, "--storage-budget\nexplain\n", ""));
  }

  @Test
  void otherShellsHaveNone() {
    assertThat(CommandRun.of("completion", "fish"))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                """
                pgslowlog: there is no completion for 'fish'; give bash or zsh
                Try 'pgslowlog completion --help'.
                """));
  }

  /** What another program did. */
  private record Run(int code, String out, String messages) {
    static Run of(String in, String... command) throws IOException, InterruptedException {
      Path err = Files.createTempFile("pgslowlog", ".err");
      Path out = Files.createTempFile("pgslowlog", ".out");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectError(err.toFile())
                .redirectOutput(out.toFile())
                .start();
        try (OutputStream stream = process.getOutputStream()) {
          stream.write(in.getBytes(UTF_8));
        }
        return new Run(process.waitFor(), Files.readString(out), Files.readString(err));
      } finally {
        Files.delete(err);
        Files.delete(out);
      }
    }
  }
}
