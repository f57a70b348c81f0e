package io.github.pgslowlog.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code pgslowlog entries} prints. */
class EntriesCommandTest {
  private @TempDir Path folder;

  @Test
  void oneJsonObjectALine() {
    CommandRun run = CommandRun.reading(Logs.TWO_SELECTS.getBytes(UTF_8), "entries", "-");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).startsWith("{\"file\":\"-\",").endsWith("}"));
  }

  @Test
  void messagesStayOffStandardOutput() {
    byte[] log = ("garbage\n" + Logs.TWO_SELECTS).getBytes(UTF_8);

    CommandRun run = CommandRun.reading(log, "entries", "-", folder + "/missing.log");

    assertThat(run.code()).isEqualTo(ExitCode.DAMAGED);
    assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{"));
    assertThat(run.err())
        .isEqualTo(
            "pgslowlog: "
                + folder
                + "/missing.log: no such file or folder\n"
                + "pgslowlog: -:1: skipped: no prefix; 'pgslowlog doctor FILE' tells more\n");
  }

  @Test
  void aLogWithoutDurationsGivesNothingAndIsNoFailure() {
    byte[] log =
        "2026-11-20 09:00:03.941 UTC [41] LOG:  checkpoint starting: time\n".getBytes(UTF_8);

    CommandRun run = CommandRun.reading(log, "entries", "-");

    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
  }
}
