package io.github.pgslowlog.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/**
 * A number of bytes as people write it: {@code 270MB}, {@code 1.5 GB}, {@code 500MiB}, {@code
 * 1048576}.
 *
 * <p>MB is a million bytes, MiB is 1024 times 1024. PostgreSQL itself means the latter by MB (<a
 * href="https://www.postgresql.org/docs/current/config-setting.html">units of settings</a>, {@code
 * pg_size_pretty}), makers of disks the former; the smaller one never exceeds what somebody has
 * allowed.
 *
 * @param bytes how many
 */
record Size(long bytes) {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,9})?)\\s?([a-z]*)");

  private static final Map<String, Long> UNITS =
      Map.of(
          "", 1L,
          "b", 1L,
          "kb", 1_000L,
          "mb", 1_000_000L,
          "gb", 1_000_000_000L,
          "tb", 1_000_000_000_000L,
          "kib", 1L << 10,
          "mib", 1L << 20,
          "gib", 1L << 30,
          "tib", 1L << 40);

  /** Empty for what is none, and for more than there are disks for. */
  static Optional<Size> of(String text) {
    Matcher written = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!written.matches() || !UNITS.containsKey(written.group(2))) {
      return Optional.empty();
    }
    BigDecimal bytes =
        new BigDecimal(written.group(1))
            .multiply(BigDecimal.valueOf(UNITS.get(written.group(2))))
            .setScale(0, RoundingMode.DOWN);
    return bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
        ? Optional.empty()
        : Optional.of(new Size(bytes.longValue()));
  }

  /** Reads the value of an option. */
  static final class Converter implements CommandLine.ITypeConverter<Size> {
    @Override
    public Size convert(String text) {
      return of(text)
          .orElseThrow(
              () ->
                  new CommandLine.TypeConversionException(
                      "'"
                          + text
                          + "' is not a size; give bytes, or a number with kB, MB, GB, TB (thousands)"
                          + " or KiB, MiB, GiB, TiB (1024)"));
    }
  }
}
