package io.github.pgslowlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.diagnostics.SkipReason;
import io.github.pgslowlog.source.StreamSource;
import io.github.pgslowlog.statement.LoggedStatement;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logs as platforms and shippers hand them out, from detection to statements. */
class PlatformsTest {
  private static final String LINE =
      "2026-11-20 09:00:03.941 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: SELECT 1";
  private static final int BOUND = 4096;

  /** What a log gave. */
  private static final class Reading implements LogListener {
    private final List<String> statements = new ArrayList<>();
    private final List<String> skips = new ArrayList<>();
    private Input input;

    private Reading(byte[] log) {
      input =
          LogAnalyzer.builder()
              .source(new StreamSource("log", new ByteArrayInputStream(log)))
              .maxEntryBytes(BOUND)
              .listener(this)
              .build()
              .read()
              .get(0);
    }

    static Reading of(String log) {
      return new Reading(log.getBytes(UTF_8));
    }

    @Override
    public void statement(LoggedStatement statement) {
      statements.add(String.valueOf(statement.sql()));
    }

    @Override
    public void skip(Skip skip) {
      if (skip.reason() != SkipReason.OTHER_PROGRAM) {
        skips.add(skip.location().line() + " " + skip.reason().word());
      }
    }
  }

  @Test
  void arrayOnOneLineMayBeLongerThanAnyEntry() {
    String event = "{\"logStreamName\":\"db1.0\",\"timestamp\":1,\"message\":\"" + LINE + "\"}";

    Reading reading = Reading.of("{\"events\":[" + (event + ",").repeat(99) + event + "]}");

    assertThat(reading.statements).hasSize(100).containsOnly("SELECT 1");
    assertThat(reading.skips).isEmpty();
    assertThat(reading.input.layers()).containsExactly("CloudWatch events");
    assertThat(reading.input.lines()).isEqualTo(1);
  }

  @Test
  void holeOfNulBytesLosesNoObjectBehindIt() {
    String object = "{\"log\":\"" + LINE + "\\n\",\"stream\":\"stderr\"}\n";

    Reading reading = Reading.of(object + "\0\0\0\0" + object + "{\"log\":\"torn\0\0" + object);

    assertThat(reading.statements).hasSize(3);
    assertThat(reading.skips).contains("2 NUL bytes", "3 NUL bytes", "3 not valid JSON");
  }

  @Test
  void journalInExportFormatIsRecognisedByItsFirstField() {
    String entry =
        "__CURSOR=s=1\n_PID=42\nSYSLOG_IDENTIFIER=postgres\n_HOSTNAME=db\nMESSAGE=" + LINE + "\n\n";

    Reading reading = Reading.of(entry + entry);

    assertThat(reading.statements).containsExactly("SELECT 1", "SELECT 1");
    assertThat(reading.skips).isEmpty();
    assertThat(reading.input.layers()).containsExactly("journald export");
  }
}
