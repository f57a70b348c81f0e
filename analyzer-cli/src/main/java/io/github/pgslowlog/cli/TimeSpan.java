package io.github.pgslowlog.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Lengths of time as people write them: {@code 24h}, {@code 90m}, {@code 1.5s}, {@code 100ms}. */
final class TimeSpan {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s?([a-z]*)");

  private static final Map<String, Duration> UNITS =
      Map.of(
          "us", Duration.ofNanos(1000),
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "min", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1),
          "w", Duration.ofDays(7));

  private TimeSpan() {}

  /** Empty for what is none. */
  private static Optional<Duration> of(String text, String unitOfBareNumber) {
    Matcher written = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!written.matches()) {
      return Optional.empty();
    }
    String unit = written.group(2).isEmpty() ? unitOfBareNumber : written.group(2);
    return Optional.ofNullable(UNITS.get(unit))
        .map(
            length ->
                Duration.ofNanos(
                        new BigDecimal(written.group(1))
                            .remainder(BigDecimal.ONE)
                            .multiply(BigDecimal.valueOf(length.toNanos()))
                            .longValue())
                    .plus(length.multipliedBy(new BigDecimal(written.group(1)).longValue())));
  }

  /** Reads how long ago something was. */
  static final class Ago implements CommandLine.ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      return of(text, "")
          .filter(span -> !span.isZero())
          .orElseThrow(
              () ->
                  new CommandLine.TypeConversionException(
                      "'"
                          + text
                          + "' is not a length of time; give one such as 90m, 24h, 7d or 2w"));
    }
  }

  /** Reads how long something took. */
  static final class Taken implements CommandLine.ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      return of(text, "ms")
          .orElseThrow(
              () ->
                  new CommandLine.TypeConversionException(
                      "'"
                          + text
                          + "' is not a duration; give milliseconds, or one such as 100ms, 1.5s or"
                          + " 2min"));
    }
  }
}
