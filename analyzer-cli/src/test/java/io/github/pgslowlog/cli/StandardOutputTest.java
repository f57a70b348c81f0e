package io.github.pgslowlog.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of results that nobody can take. */
class StandardOutputTest {
  @ParameterizedTest
  @ValueSource(strings = {"analyze -", "entries -", "--help", "analyze --help"})
  void aFullDiskIsAFailure(String line) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int code = run(line, new FailingStream("No space left on device"), err);

    assertThat(code).isEqualTo(ExitCode.FAILURE);
    assertThat(err.toString(UTF_8)).startsWith("pgslowlog: standard output cannot be written");
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyze -", "entries -", "--help", "analyze --help"})
  void aReaderThatHasGoneEndsTheRunQuietly(String line) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int code = run(line, new FailingStream("Broken pipe"), err);

    assertThat(code).isZero();
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8_192, 100_000, 100_001, 131_072})
  void readingEndsSoonAndQuietlyAfterTheReaderHasGone(int taken) {
    EndlessLog log = new EndlessLog();
    FailingStream out = new FailingStream("Broken pipe", taken);
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int code = Main.run(log, out, err, "entries", "-");

    assertThat(code).isZero();
    assertThat(err.toString(UTF_8)).isEmpty();
    assertThat(log.bytes).isLessThan(10_000_000);
  }

  @Test
  void filesAreWrittenAlsoWhereTheReaderHasGone(@TempDir Path folder) {
    Path report = folder.resolve("r.json");
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int code = run("analyze - -o - -o " + report, new FailingStream("Broken pipe"), err);

    assertThat(code).isZero();
    assertThat(report).isNotEmptyFile();
  }

  @Test
  void aFileThatFailsHindersNoOther(@TempDir Path folder) {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full));
    Path report = folder.resolve("r.csv");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int code =
        run("analyze - --format csv -o " + full + " -o - -o " + report + " -o " + full, out, err);

    assertThat(code).isEqualTo(ExitCode.FAILURE);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            ("pgslowlog: /dev/full: the report cannot be written: No space left on device; make"
                    + " room, or name another place\n")
                .repeat(2));
    assertThat(report).hasContent(out.toString(UTF_8));
    assertThat(out.toString(UTF_8)).startsWith("fingerprint,");
  }

  private static int run(String line, OutputStream out, OutputStream err) {
    InputStream in = new ByteArrayInputStream(Logs.TWO_SELECTS.getBytes(UTF_8));
    return Main.run(in, out, err, line.split(" ", -1));
  }

  /** Takes some bytes and then fails. */
  private static final class FailingStream extends OutputStream {
    private final String reason;
    private int room;

    FailingStream(String reason) {
      this(reason, 0);
    }

    FailingStream(String reason, int room) {
      this.reason = reason;
      this.room = room;
    }

    @Override
    public void write(int b) throws IOException {
      if (room-- <= 0) {
        throw new IOException(reason);
      }
    }
  }

  /** The same lines for ever. */
  private static final class EndlessLog extends InputStream {
    private static final byte[] LINES = Logs.TWO_SELECTS.getBytes(UTF_8);

    private long bytes;

    @Override
    public int read() {
      return LINES[(int) (bytes++ % LINES.length)];
    }

    @Override
    public int read(byte[] buffer, int from, int length) {
      for (int i = from; i < from + length; i++) {
        buffer[i] = (byte) read();
      }
      return length;
    }
  }
}
