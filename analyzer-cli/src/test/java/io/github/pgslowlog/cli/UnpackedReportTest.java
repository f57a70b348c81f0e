package io.github.pgslowlog.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved reports that were compressed, and what a small one may unpack to. */
class UnpackedReportTest {
  private static final String TEXT = "{\"schemaVersion\" : 1}";

  private @TempDir Path folder;

  @Test
  void itIsUnpackedUpToItsBound() throws IOException {
    try (InputStream in = open(gzip(TEXT), TEXT.length())) {
      assertThat(in.readAllBytes()).isEqualTo(TEXT.getBytes(UTF_8));
    }
    try (InputStream in = open(gzip(gzip(TEXT)), TEXT.length())) {
      assertThat(in.read()).isEqualTo('{');
    }
  }

  @Test
  void oneByteMoreIsRefused() throws IOException {
    try (InputStream in = open(gzip(TEXT), TEXT.length() - 1)) {
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasMessage("it unpacks to more than 20 bytes; unpack it first if that is right");
    }
  }

  @Test
  void whatIsNotCompressedHasNoBound() throws IOException {
    try (InputStream in = open(TEXT.getBytes(UTF_8), 3)) {
      assertThat(in.readAllBytes()).isEqualTo(TEXT.getBytes(UTF_8));
    }
  }

  @Test
  void reportTakesIt() throws IOException {
    String log = Files.writeString(folder.resolve("a.log"), Logs.TWO_SELECTS).toString();
    String json = CommandRun.of("analyze", log, "--format", "json").out();
    Path plain = Files.writeString(folder.resolve("a.json"), json);
    Path packed = Files.write(folder.resolve("a.json.gz"), gzip(json));

    CommandRun expected = CommandRun.of("report", plain.toString());

    assertThat(expected.code()).isZero();
    assertThat(CommandRun.of("report", packed.toString())).isEqualTo(expected);
    assertThat(CommandRun.reading(gzip(json), "report", "-")).isEqualTo(expected);
  }

  @Test
  void oneThatIsCutIsTold() throws IOException {
    String log = Files.writeString(folder.resolve("a.log"), Logs.TWO_SELECTS).toString();
    byte[] whole = gzip(CommandRun.of("analyze", log, "--format", "json").out());
    Path packed = folder.resolve("a.json.gz");
    Files.write(packed, Arrays.copyOf(whole, whole.length / 2));

    CommandRun run = CommandRun.of("report", packed.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("pgslowlog: " + packed + ": the report cannot be read: gzip stream damaged");
  }

  private static InputStream open(byte[] packed, long most) throws IOException {
    return UnpackedReport.open("a.json", new ByteArrayInputStream(packed), most);
  }

  private static byte[] gzip(String text) throws IOException {
    return gzip(text.getBytes(UTF_8));
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }
}
