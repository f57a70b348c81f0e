package io.github.pgslowlog.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Small logs. */
final class Logs {
  static final String TWO_SELECTS =
      """
      2026-11-20 09:00:03.941 UTC [41] app@shop LOG:  duration: 1.250 ms  statement: SELECT * FROM orders WHERE id = 1
      2026-11-20 09:00:04.001 UTC [41] app@shop LOG:  duration: 2.500 ms  statement: SELECT * FROM orders WHERE id = 2
      """;

  static final String ONE_UPDATE =
      """
      2026-11-20 09:00:05.000 UTC [42] app@shop LOG:  duration: 7.000 ms  statement: UPDATE items SET price = 3 WHERE sku = 'a'
      """;

  private Logs() {}

  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
