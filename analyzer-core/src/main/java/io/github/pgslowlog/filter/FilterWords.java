package io.github.pgslowlog.filter;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A filter in words. */
public final class FilterWords {
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private FilterWords() {}

  /**
   * A time.
   *
   * @param time the time
   * @return in UTC, with milliseconds
   */
  public static String time(Instant time) {
    return ISO.format(time);
  }

  /** What a filter wants of a criterion, empty if nothing. */
  static String wanted(LogFilter filter, Criterion criterion) {
    return switch (criterion) {
      case TIME -> range(filter);
      case DATABASE -> filter.databases().toString();
      case USER -> filter.users().toString();
      case APPLICATION -> filter.applications().toString();
      case HOST -> filter.hosts().toString();
      case DURATION -> filter.minDuration().map(d -> "at least " + milliseconds(d)).orElse("");
      case FINGERPRINT -> String.join(" or ", filter.fingerprints());
      case TEXT -> quoted(filter.texts());
      case CALLS -> filter.minCalls() > 0 ? "at least " + filter.minCalls() : "";
    };
  }

  private static String range(LogFilter filter) {
    String begin = filter.begin().map(time -> "from " + time(time)).orElse("");
    String end = filter.end().map(time -> "before " + time(time)).orElse("");
    return begin + (begin.isEmpty() || end.isEmpty() ? "" : " ") + end;
  }

  private static String milliseconds(Duration duration) {
    BigDecimal millis =
        BigDecimal.valueOf(duration.getSeconds())
            .movePointRight(3)
            .add(BigDecimal.valueOf(duration.getNano(), 6));
    BigDecimal plain = millis.stripTrailingZeros();
    return plain.toPlainString() + " ms";
  }

  private static String quoted(List<String> texts) {
    return texts.stream().map(text -> "'" + text + "'").collect(Collectors.joining(" or "));
  }
}
