package io.github.pgslowlog.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecompressionTest {
  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {"", "x", "short", "2026-11-20 09:00:03 UTC LOG:  ready"})
  void plainBytesStayAsTheyAre(String text) throws IOException {
    assertThat(open(text.getBytes(UTF_8))).isEqualTo(text);
  }

  @Test
  void gzipIsKnownByItsBytesNotByItsName() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write("LOG:  ready".getBytes(UTF_8));
    }

    assertThat(open(compressed.toByteArray())).isEqualTo("LOG:  ready");
  }

  @Test
  void streamCanBeOpenedOnce() throws IOException {
    LogSource source = new StreamSource("-", new ByteArrayInputStream(new byte[0]));

    source.open().close();

    assertThatThrownBy(source::open)
        .isInstanceOf(IOException.class)
        .hasMessage("- is a stream and was read already");
  }

  private static String open(byte[] bytes) throws IOException {
    LogSource source = new StreamSource("postgresql.log", new ByteArrayInputStream(bytes));
    try (InputStream in = Decompression.open(source)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
