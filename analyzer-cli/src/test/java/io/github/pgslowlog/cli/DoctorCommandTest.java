package io.github.pgslowlog.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code pgslowlog doctor} prints. */
class DoctorCommandTest {
  private @TempDir Path folder;

  @Test
  void tellsWhatWasDetectedAndWhatIsMissing() throws IOException {
    byte[] log = Logs.gzip(Logs.TWO_SELECTS);

    CommandRun run = CommandRun.reading(log, "doctor", "-");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            pgslowlog doctor
            ================

            -
            -
              format   stderr in gzip
              prefix   '%m [%p] %q%u@%d ' (detected)
              content  2 entries in 2 lines
              time     2026-11-20T09:00:03.941Z to 2026-11-20T09:00:04.001Z

            This log cannot tell
            - from which application, from which host
                %a %h in log_line_prefix, for example '%m [%p] %q%u@%d app=%a,client=%h '
            - which plan a slow statement had
                load auto_explain (session_preload_libraries = 'auto_explain') with auto_explain.log_min_duration = '1s'
            - who waits for locks: no wait was logged
                log_lock_waits = on, if it is not
            - which statements spill to disk: no temporary file was logged
                log_temp_files = '10MB' (or 0), if it is -1
            """);
  }

  @Test
  void logsComeInTheOrderTheyWereWrittenIn() throws IOException {
    Files.writeString(folder.resolve("a.log"), Logs.ONE_UPDATE);
    Files.writeString(folder.resolve("b.log"), Logs.TWO_SELECTS);

    CommandRun run = CommandRun.reading(new byte[0], "doctor", folder.toString());

    assertThat(run.out().indexOf("b.log")).isBetween(0, run.out().indexOf("a.log"));
  }

  @Test
  void aLogOfAnotherServerIsNamedAndNothingIsClaimedOfIt() {
    String line =
        "2026-11-20 00:10:24.649 UTC [123] LOG C-0x5581: shop/app@127.0.0.1:5000 login attempt:"
            + " db=shop user=app tls=no\n";

    CommandRun run = CommandRun.reading(line.repeat(2).getBytes(UTF_8), "doctor", "-");

    assertThat(run.code()).isEqualTo(ExitCode.NOTHING_RECOGNISED);
    assertThat(run.err()).contains("pgBouncer");
    assertThat(run.out()).contains("format   unknown").doesNotContain("cannot tell");
  }
}
