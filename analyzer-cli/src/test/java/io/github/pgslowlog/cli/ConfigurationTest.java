package io.github.pgslowlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where options come from that the command line does not name. */
class ConfigurationTest {
  private @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private String log = "";

  @BeforeEach
  void write() throws IOException {
    log = file("a.log", Logs.TWO_SELECTS + Logs.ONE_UPDATE);
  }

  // --- precedence

  @ParameterizedTest
  @CsvSource({
    "'',      '',  '',         text",
    "'',      '',  'csv',      csv",
    "'',      sql, 'csv',      sql",
    "'',      sql, '',         sql",
    "jsonl,   sql, 'csv',      jsonl",
    "jsonl,   '',  'csv',      jsonl",
  })
  void theCommandLineComesBeforeTheEnvironmentAndThatBeforeTheFile(
      String onLine, String inEnvironment, String inFile, String used) throws IOException {
    configure(inFile.isEmpty() ? "# nothing\n" : "format = " + inFile + "\n");
    if (!inEnvironment.isEmpty()) {
      environment.put("PGSLOWLOG_FORMAT", inEnvironment);
    }

    CommandRun run =
        onLine.isEmpty() ? run("analyze", log) : run("analyze", "--format", onLine, log);

    assertThat(run).isEqualTo(CommandRun.of("analyze", "--format", used, log));
  }

  @Test
  void valuesOfARepeatableOptionReplaceThoseOfWhatComesAfter() throws IOException {
    configure("dbuser = nobody\ndbuser = app\n");

    assertThat(run("analyze", log).out()).contains("Filter: user nobody, app.");
    assertThat(run("analyze", "-u", "a*", "-u", "b", log).out()).contains("Filter: user a*, b.");
    environment.put("PGSLOWLOG_DBUSER", "x\ny");
    assertThat(run("analyze", log).out()).contains("Filter: user x, y.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          one in the file          | x            |              | a,b "c" 'd'
          two in the file          | x;y          |              | a,b "c" 'd'
          two in the environment   |              | x;y          | a,b "c" 'd'
          two in each              | x;y          | z;w          | a,b "c" 'd'
          quotes and line breaks   | x;y          | "z";w        | "a;b"
          """)
  void whatIsConfiguredDoesNotChangeHowTheCommandLineIsRead(
      String name, @Nullable String inFile, @Nullable String inEnvironment, String onLine)
      throws IOException {
    String value = onLine.replace(';', '\n');
    CommandRun alone = CommandRun.of("analyze", "-N", value, "-N", "other", log);
    if (inFile != null) {
      configure("appname = " + inFile.replace(";", "\nappname = ") + "\n");
    }
    if (inEnvironment != null) {
      environment.put("PGSLOWLOG_APPNAME", inEnvironment.replace(';', '\n'));
    }

    assertThat(run("analyze", "-N", value, "-N", "other", log)).isEqualTo(alone);
    assertThat(alone.out()).contains("application ");
  }

  @Test
  void valuesOfARepeatableOptionAreTakenAsTheyStand() throws IOException {
    configure("appname = a,b\nappname = \"c\"\nappname = ${HOME}\n");

    assertThat(run("analyze", log))
        .isEqualTo(CommandRun.of("analyze", "-N", "a,b", "-N", "\"c\"", "-N", "${HOME}", log));
  }

  @Test
  void plainCommandLinesHeedItToo() throws IOException {
    configure("quiet = true\ntop = 1\n");

    CommandRun run = run("analyze", log, folder.resolve("a.log").toString());

    assertThat(run.out()).contains("Patterns that cost most time (1 of 2)");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void optionsOfOtherCommandsAreLeftToThose() throws IOException {
    configure("storage-budget = 5GB\nformat = csv\n");

    assertThat(run("entries", log)).isEqualTo(CommandRun.of("entries", log));
    assertThat(run("catalog")).isEqualTo(CommandRun.of("catalog"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          prefix = '%m [%p] %q%u@%d '       | '%m [%p] %q%u@%d '
          prefix='%m [%p] %q%u@%d '         | '%m [%p] %q%u@%d '
          --prefix = '%m [%p] %q%u@%d '     | '%m [%p] %q%u@%d '
          prefix = %m [%p] %q%u@%d%q        | '%m [%p] %q%u@%d%q'
          prefix = '%m ''${HOME}'' $x "%p ' | '%m ''${HOME}'' $x "%p '
          """)
  void valuesAreTakenAsTheyStand(String line, String prefix) throws IOException {
    configure("\n  # comment\n" + line + "\n");
    String given = prefix.substring(1, prefix.length() - 1).replace("''", "'");

    assertThat(run("analyze", log)).isEqualTo(CommandRun.of("analyze", "--prefix", given, log));
  }

  // --- which file

  @Test
  void theFileIsTheOneOfTheHomeUnlessAVariableNamesAnother() throws IOException {
    String home = configure("format = csv\n");
    String other = file("other.conf", "format = jsonl\n");
    environment.put("HOME", folder.resolve("nowhere").toString());
    assertThat(run("config", "show", "--origin").out()).startsWith("# file: " + home + "\n");

    environment.remove("XDG_CONFIG_HOME");
    environment.put("HOME", folder.toString());
    Path usual = folder.resolve(".config/pgslowlog/config");
    assertThat(run("config", "show", "--origin").out())
        .isEqualTo("# file: none (" + usual + " would be read)\n");
    Files.createDirectories(usual.getParent());
    Files.copy(Path.of(home), usual);
    assertThat(run("config", "show", "--origin").out()).startsWith("# file: " + usual + "\n");

    environment.put("PGSLOWLOG_CONFIG", other);
    assertThat(run("config", "show").out()).isEqualTo("format = jsonl\n");
    assertThat(run("config", "show", "--config", home).out()).isEqualTo("format = csv\n");
    assertThat(run("--config=" + home, "config", "show").out()).isEqualTo("format = csv\n");
    environment.put("PGSLOWLOG_CONFIG", "");
    assertThat(run("config", "show").out()).isEmpty();
  }

  @Test
  void helpTellsWhatTheProgramItselfDoes() throws IOException {
    configure("top = 7\nwrong\n");

    assertThat(run("analyze", "--help")).isEqualTo(CommandRun.of("analyze", "--help"));
    assertThat(run("--version").code()).isZero();
  }

  @Test
  void aMissingFileIsOnlyRefusedWhereItIsNamed() {
    String missing = folder.resolve("missing").toString();

    assertThat(run("analyze", "--config", missing, log))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "pgslowlog: "
                    + missing
                    + ": no such file; give --config the name of a configuration file\n"));
    environment.put("XDG_CONFIG_HOME", missing);
    assertThat(run("analyze", log).code()).isZero();
  }

  // --- mistakes

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          top            | :2: 'top' is no setting; write NAME = VALUE, as in: top = 50
          = 3            | :2: '= 3' is no setting; write NAME = VALUE, as in: top = 50
          top =          | :2: top has no value; give one, or put a # before the line
          prefix = '%m   | :2: the quotes of '%m do not match; put the whole value between single quotes, and double those in it
          prefix = 'a'b' | :2: the quotes of 'a'b' do not match; put the whole value between single quotes, and double those in it
          topp = 3       | :2: 'topp' is no option; is 'top' meant? ('pgslowlog analyze --help' lists them; write them without dashes)
          zzzzzzzz = 3   | :2: 'zzzzzzzz' is no option ('pgslowlog analyze --help' lists them; write them without dashes)
          help = true    | :2: 'help' is no option ('pgslowlog analyze --help' lists them; write them without dashes)
          """)
  void mistakesAreToldWithTheirLine(String line, String message) throws IOException {
    String config = configure("# mine\n" + line + "\n");

    CommandRun run = run("analyze", log);

    assertThat(run).isEqualTo(new CommandRun(2, "", "pgslowlog: " + config + message + "\n"));
  }

  @Test
  void wrongValuesAreToldWithTheirOrigin() throws IOException {
    String config = configure("top = many\n");

    assertThat(run("analyze", log).err())
        .isEqualTo(
            """
            pgslowlog: Invalid value for option '--top': 'many' is not a whole number, such as 10
            pgslowlog: --top is set by CONFIG:1
            Try 'pgslowlog analyze --help'.
            """
                .replace("CONFIG", config));
    environment.put("PGSLOWLOG_TOP", "0");
    assertThat(run("analyze", log).err())
        .isEqualTo(
            """
            pgslowlog: --top is 0; give 1 or more
            pgslowlog: --top is set by PGSLOWLOG_TOP
            Try 'pgslowlog analyze --help'.
            """);
    String[][] lines = {{"--top", "-1"}, {"--top=-1"}, {"-t", "-1"}, {"-t-1"}};
    for (String[] line : lines) {
      assertThat(
              run(Stream.concat(Stream.of("analyze", log), Stream.of(line)).toArray(String[]::new))
                  .err())
          .isEqualTo(
              """
              pgslowlog: --top is -1; give 1 or more
              Try 'pgslowlog analyze --help'.
              """);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/zero", "/dev/full"})
  void aFileWithoutAnEndIsNotReadToIt(String endless) {
    Assumptions.assumeTrue(Files.exists(Path.of(endless)));

    CommandRun run = run("analyze", "--config", endless, log);

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "pgslowlog: "
                    + endless
                    + ": this is too large for a configuration file; name one by --config\n"));
  }

  @Test
  void aFolderIsNoFile() {
    assertThat(run("analyze", "--config", folder.toString(), log))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "pgslowlog: "
                    + folder
                    + ": the configuration file cannot be read: Is a directory\n"));
  }

  @Test
  void filesOfOtherSystemsAreRead() throws IOException {
    configure("\uFEFFformat = csv\r\ntop = 1\r\n");

    assertThat(run("config", "show").out()).isEqualTo("format = csv\ntop = 1\n");
  }

  @Test
  void variablesThatAreNoOptionHarmNothing() {
    environment.put("PGSLOWLOG_PORT", "tcp://10.0.0.1:80");

    assertThat(run("analyze", log)).isEqualTo(CommandRun.of("analyze", log));
    assertThat(run("config", "show").out())
        .isEqualTo("# PGSLOWLOG_PORT is no option:\n# port = tcp://10.0.0.1:80\n");
  }

  // --- config show

  @Test
  void showPrintsWhatIsSetAsAFileWouldHaveIt() throws IOException {
    configure("prefix = '%m [%p] '\ntop = 5\ntext = it's\n");

    CommandRun run = run("config", "show");

    assertThat(run).isEqualTo(new CommandRun(0, "prefix = '%m [%p] '\ntop = 5\ntext = it's\n", ""));
    String again = file("again", run.out());
    assertThat(run("config", "show", "--config", again)).isEqualTo(run);
  }

  @Test
  void showTellsOriginsAndWhatIsOverridden() throws IOException {
    String config = configure("top = 5\nquiet = true\n");
    environment.put("PGSLOWLOG_TOP", "50");

    assertThat(run("config", "show", "--origin").out())
        .isEqualTo(
            """
            # file: CONFIG
            # CONFIG:2:
            quiet = true
            # PGSLOWLOG_TOP:
            top = 50
            # CONFIG:1, overridden:
            # top = 5
            """
                .replace("CONFIG", config));
  }

  @Test
  void passwordsAreNotShown() throws IOException {
    configure("url = jdbc:postgresql://db/shop?user=me&password=secret&ssl=true\n");

    assertThat(run("config", "show").out())
        .isEqualTo("url = jdbc:postgresql://db/shop?user=me&password=***&ssl=true\n");
  }

  private CommandRun run(String... arguments) {
    return CommandRun.in(new Surroundings(environment, false, false, 0), arguments);
  }

  private String configure(String text) throws IOException {
    environment.put("XDG_CONFIG_HOME", folder.resolve("xdg").toString());
    Files.createDirectories(folder.resolve("xdg/pgslowlog"));
    return file("xdg/pgslowlog/config", text);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
