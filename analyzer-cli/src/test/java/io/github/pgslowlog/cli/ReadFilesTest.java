package io.github.pgslowlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No report replaces what it is made of, whatever either is called. */
class ReadFilesTest {
  private @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Path logs = Files.createDirectory(folder.resolve("logs"));
    Files.writeString(logs.resolve("a.txt"), Logs.TWO_SELECTS);
    CommandRun.of("analyze", logs + "/a.txt", "-o", folder + "/a.json");
    CommandRun.of("analyze", log(Logs.ONE_UPDATE).toString(), "-o", folder + "/b.json");
    Files.createSymbolicLink(folder.resolve("link.json"), Path.of("a.json"));
    Files.createLink(folder.resolve("hard.json"), folder.resolve("a.json"));
    Files.createSymbolicLink(folder.resolve("here"), folder);
    Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("logs/a.txt"));
  }

  @ParameterizedTest
  @CsvSource({
    "report a.json,         a.json",
    "report a.json,         ./a.json",
    "report a.json,         logs/../a.json",
    "report a.json,         link.json",
    "report a.json,         hard.json",
    "report a.json,         here/a.json",
    "report link.json,      a.json",
    "report hard.json,      link.json",
    "merge a.json b.json,   a.json",
    "merge a.json b.json,   here/b.json",
    "analyze logs/a.txt,    logs/a.txt",
    "analyze logs/a.txt,    link.txt",
    "analyze link.txt,      here/logs/a.txt",
    "analyze logs,          logs/a.txt",
    "analyze here/logs,     logs/a.txt",
    "analyze logs/*.txt,    logs/a.txt",
    "analyze logs/a.txt -j 2 --top 3, logs/a.txt",
    "analyze b.log --schema logs/a.txt, link.txt",
  })
  void whatIsReadIsNotReplaced(String line, String output) throws IOException {
    String before = Files.readString(folder.resolve(output));
    String other = folder.resolve("other.md").toString();
    String target = folder + "/" + output;

    CommandRun run =
        CommandRun.of((absolute(line) + " -o " + other + " -o " + target).split(" ", -1));

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .startsWith(
            "pgslowlog: --output "
                + target
                + " would replace a file that is read; give a name outside of what is read\n");
    assertThat(folder.resolve(output)).hasContent(before);
    assertThat(Path.of(other)).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "report a.json,       --config cfg.txt",
    "merge a.json b.json, --config=cfg.txt",
    "analyze b.log,       --config cfg.txt",
    "analyze b.log -q,    --config here/cfg.txt",
    "report a.json,       ''",
    "analyze b.log,       ''",
  })
  void theConfigurationFileIsNotReplaced(String line, String option) throws IOException {
    Path file = Files.writeString(folder.resolve("cfg.txt"), "top = 5\n");
    Surroundings surroundings =
        new Surroundings(
            option.isEmpty() ? Map.of("PGSLOWLOG_CONFIG", file.toString()) : Map.of(),
            false,
            false,
            0);
    String whole = absolute(line + " " + option).replace("=", "=" + folder + "/").strip();

    CommandRun run = CommandRun.in(surroundings, (whole + " -o " + file).split(" ", -1));

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("pgslowlog: --output " + file + " would replace a file");
    assertThat(file).hasContent("top = 5");
  }

  @Test
  void aDeviceIsNeverReplaced() {
    CommandRun run =
        CommandRun.of(
            "report",
            folder + "/a.json",
            "--config",
            "/dev/null",
            "--format",
            "text",
            "-o",
            "/dev/null");

    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"report a.json", "merge a.json b.json", "analyze logs", "analyze b.log"})
  void otherFilesAreReplaced(String line) throws IOException {
    Path output = Files.writeString(folder.resolve("r.txt"), "old");

    CommandRun run = CommandRun.of((absolute(line) + " -o " + output).split(" ", -1));

    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
    assertThat(Files.readString(output)).startsWith("pgslowlog report\n");
  }

  @Test
  void aReportDoesNotReplaceALogItIsOfNorWriteAnyOther() throws IOException {
    Path other = folder.resolve("other.txt");

    CommandRun run =
        CommandRun.of(
            "report", folder + "/a.json", "-o", other.toString(), "-o", folder + "/link.txt");

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                1,
                "",
                "pgslowlog: "
                    + folder
                    + "/link.txt: the report would replace a log that was read; give --output"
                    + " another name\n"));
    assertThat(other).doesNotExist();
    assertThat(folder.resolve("logs/a.txt")).hasContent(Logs.TWO_SELECTS);
  }

  private String absolute(String line) {
    return line.replaceAll(" (?=[a-z])", " " + folder + "/");
  }

  private Path log(String text) throws IOException {
    return Files.writeString(folder.resolve("b.log"), text);
  }
}
