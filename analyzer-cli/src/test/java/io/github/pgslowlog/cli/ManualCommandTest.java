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
import org.junit.jupiter.params.provider.CsvSource;
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
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          exp                                | explain
          ''                                 | analyze explain report merge doctor entries catalog config completion manual
          --                                 | --config --help --version
          --config db.conf me                | merge
          --config = db.conf me              | merge
          analyze --stor                     | --storage-budget
          analyze report --sam               | --samples
          analyze --format c                 | csv columns-csv
          analyze --format = j               | json jsonl
          analyze --format =                 | text json jsonl html markdown csv columns-csv sql flyway liquibase rails
          explain 3 --colour a               | auto always
          config s                           | show
          config show --o                    | --origin
          completion ''                      | bash zsh
          manual mer                         | merge
          analyze --last x                   | ``
          """)
  void bashCompletes(String line, String proposed) throws Exception {
    assertThat(bash(line)).isEqualTo(proposed + "\nno files\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "analyze x",
        "analyze -o x",
        "analyze --schema x",
        "analyze --schema = x",
        "merge a.json x",
        "explain 3 x",
        "--config x",
        "doctor x",
        "nothing x"
      })
  void bashProposesFilesWhereTheyMayStand(String line) throws Exception {
    assertThat(bash(line)).isEqualTo("\n");
  }

  /** What is proposed, and whether bash itself must not propose files. */
  private String bash(String line) throws Exception {
    assumeTrue(Files.exists(Path.of("/bin/bash")), "bash is not installed");
    String script =
        CommandRun.of("completion", "bash").out()
            + """

            files=
            compopt() { files='no files'; }
            COMP_WORDS=(pgslowlog %s)
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _pgslowlog
            echo "${COMPREPLY[*]}"
            [[ -z "$files" ]] || echo "$files"
            """
                .formatted(line);
    Path file = Files.writeString(folder.resolve("completion.bash"), script);
    Run run = Run.of("", "/bin/bash", file.toString());
    assertThat(run.messages()).isEmpty();
    return run.out();
  }

  @Test
  void zshLoadsItFromAFolder() throws Exception {
    assumeTrue(Files.exists(Path.of("/bin/zsh")), "zsh is not installed");
    Path file = folder.resolve("_pgslowlog");
    Files.writeString(file, CommandRun.of("completion", "zsh").out());
    String load = "fpath=(" + folder + " $fpath); autoload -Uz compinit; compinit -u -D; ";

    assertThat(Run.of("", "/bin/zsh", "-n", file.toString())).isEqualTo(new Run(0, "", ""));
    assertThat(Run.of("", "/bin/zsh", "-fc", load + "print $_comps[pgslowlog]"))
        .isEqualTo(new Run(0, "_pgslowlog\n", ""));
    assertThat(Run.of("", "/bin/zsh", "-fc", "source " + file + "; print $_comps[pgslowlog]"))
        .isEqualTo(new Run(0, "_pgslowlog\n", ""));
  }

  @Test
  void zshTellsWhatOptionsAreFor() {
    assertThat(CommandRun.of("completion", "zsh").out())
        .startsWith("#compdef pgslowlog\n")
        .contains(
            "    'merge:Adds saved reports of several servers, or days, up to one'\n",
            "    '(-e --end)--end=[only what was logged before this time]:TIME:' \\\n",
            "    '(-p --prefix)-p+[the server'\\''s log_line_prefix]:FORMAT:' \\\n",
            "    '*--output=[write a report to FILE]:FILE:_files' \\\n",
            "    '(--samples)--samples=[samples of statements]:WORD:(masked raw)' \\\n",
            "    '1:FINGERPRINT:' \\\n    '*:FILE:_files'\n");
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
