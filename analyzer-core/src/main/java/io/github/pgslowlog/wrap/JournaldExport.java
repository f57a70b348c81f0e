package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.diagnostics.SkipListener;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What {@code journalctl -o export} prints: blocks of {@code KEY=value}, with an empty line behind
 * each.
 *
 * @see <a href="https://systemd.io/JOURNAL_EXPORT_FORMATS">Journal Export Formats</a>
 */
final class JournaldExport implements Wrapper {
  private static final byte[][] FIRST_KEYS = {
    bytes("__CURSOR="), bytes("__REALTIME_TIMESTAMP="), bytes("__MONOTONIC_TIMESTAMP=")
  };

  private final WrapOptions options;

  JournaldExport(WrapOptions options) {
    this.options = options;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public boolean isBinary() {
    return true;
  }

  @Override
  public boolean isShownBy(byte[] buffer, int from, int to) {
    return matches(buffer, from, to);
  }

  @Override
  public String title() {
    return "journald export";
  }

  @Override
  public boolean matches(byte[] buffer, int from, int to) {
    for (byte[] key : FIRST_KEYS) {
      int end = from + key.length;
      if (end <= to && Arrays.equals(buffer, from, end, key, 0, key.length)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Lines peel(Lines lines, String file, SkipListener skips) {
    return new JournaldExportLines(lines, file, skips, options);
  }
}
