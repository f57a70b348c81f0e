package io.github.pgslowlog.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launchers find out before Java runs, from files whose names others make. */
class LauncherTest {
  private static final Path SCRIPT = Path.of("..", "distribution", "run.sh");

  @TempDir Path folder;

  @Test
  void compressedLogsCountTenTimes() throws Exception {
    Files.createDirectory(folder.resolve("logs"));
    Files.write(folder.resolve("logs/a.log"), new byte[1000]);
    Files.write(folder.resolve("logs/a.log.gz"), new byte[100]);
    Files.createDirectory(folder.resolve("logs/old"));
    Files.write(folder.resolve("logs/old/b.log"), new byte[5]);

    assertThat(call("log_bytes", "analyze", "logs")).isEqualTo("2000");
    assertThat(call("log_bytes", "analyze", "logs/a.log", "logs/*.gz")).isEqualTo("2000");
    assertThat(call("log_bytes", "analyze", "no such file", "-d", "x")).isEqualTo("0");
  }

  @Test
  void noNameIsRun() throws Exception {
    Files.writeString(folder.resolve("x\ntotal[$(touch ran)0] .log"), "abc\n");
    Files.writeString(folder.resolve("$(touch ran)"), "ab\n");
    Files.writeString(folder.resolve("-delete"), "a\n");
    Files.writeString(folder.resolve("(!"), "\n");

    assertThat(call("log_bytes", "analyze", ".")).isEqualTo("10");
    assertThat(call("log_bytes", "analyze", "-delete", "(!", "$(touch ran)", "x[$(touch ran)]"))
        .isEqualTo("6");
    assertThat(folder.resolve("ran")).doesNotExist();
    assertThat(folder.resolve("-delete")).exists();
  }

  @Test
  void savedResultsGetFourTimesTheirSize() throws Exception {
    Files.write(folder.resolve("a.json"), new byte[20_000_000]);

    assertThat(call("heap_megabytes", "analyze", "a.json")).isEqualTo("256");
    assertThat(call("heap_megabytes", "report", "a.json")).isEqualTo("336");
    assertThat(call("heap_megabytes", "merge", "a.json", "a.json", "-o", "b.json"))
        .isEqualTo("416");
  }

  private String call(String function, String... arguments)
      throws IOException, InterruptedException {
    assumeThat(Path.of("/bin/bash")).isExecutable();
    List<String> command =
        new ArrayList<>(
            List.of(
                "/bin/bash",
                "-c",
                "set -euo pipefail; . \"$0\"; \"$@\"",
                SCRIPT.toAbsolutePath().toString(),
                function));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    process.getOutputStream().close();
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(errors).isZero();
    assertThat(errors).isEmpty();
    return output.strip();
  }
}
