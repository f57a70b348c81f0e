package io.github.pgslowlog.report.saved;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value of a saved report, and where it stands, for messages.
 *
 * @param place file and path of fields, such as {@code r.json: queries[3].calls}
 * @param value a map by name, a list, a text, a number or a flag; null for null and for a field
 *     that is not there
 */
record Saved(String place, @Nullable Object value) {
  /** 10<sup>14</sup>, in milliseconds 3,000 years: so many of such add up to what a long holds. */
  private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000_000_000L);

  private static final BigDecimal MOST_BYTES = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final BigDecimal MOST_SMALL = BigDecimal.valueOf(Integer.MAX_VALUE);
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** Characters of a value that a message shows. */
  private static final int MAX_FOUND = 60;

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  /** The last time with a year of four digits. */
  static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  // --- fields and elements

  Saved field(String name) {
    if (value instanceof Map<?, ?> fields) {
      return new Saved(place + "." + name, fields.get(name));
    }
    throw expected("an object");
  }

  boolean isGiven() {
    return value != null;
  }

  /** The value of a field as something; empty where it is null or not there. */
  <T> Optional<T> optional(String name, Function<Saved, T> read) {
    return Optional.of(field(name)).filter(Saved::isGiven).map(read);
  }

  /** No element where there is no list. */
  <T> List<T> list(Function<Saved, T> read) {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> items)) {
      throw expected("an array");
    }
    List<T> all = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      all.add(read.apply(new Saved(place + "[" + i + "]", items.get(i))));
    }
    return all;
  }

  /** Fields by name, never to change; none where there is no object. */
  <T> SortedMap<String, T> map(Function<Saved, T> read) {
    if (value == null) {
      return Collections.emptySortedMap();
    }
    if (!(value instanceof Map<?, ?> fields)) {
      throw expected("an object");
    }
    SortedMap<String, T> all = new TreeMap<>();
    fields.forEach(
        (name, field) ->
            all.put(String.valueOf(name), read.apply(new Saved(place + "." + name, field))));
    return Collections.unmodifiableSortedMap(all);
  }

  // --- scalars

  String text() {
    if (value instanceof String text) {
      return text;
    }
    throw expected("a text");
  }

  boolean flag() {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw expected("true or false");
  }

  BigDecimal number() {
    if (value instanceof BigDecimal number) {
      return number;
    }
    throw expected("a number");
  }

  /** A number of something. */
  long whole() {
    return exactly(0, MOST, "a whole number from 0");
  }

  /** Of which a month may have thousands of terabytes. */
  long bytes() {
    return exactly(0, MOST_BYTES, "a number of bytes");
  }

  int small() {
    return (int) exactly(0, MOST_SMALL, "a small whole number");
  }

  /** Of at most 38 digits, as sums of squares have. */
  BigInteger large() {
    BigDecimal number = number();
    boolean whole = number.signum() >= 0 && number.scale() <= 0;
    if (!whole || number.precision() - (long) number.scale() > 38) {
      throw expected("a whole number of at most 38 digits");
    }
    return number.toBigIntegerExact();
  }

  /** Milliseconds, as microseconds. */
  long micros() {
    return exactly(3, MOST, "milliseconds from 0 with three decimals");
  }

  /** Percent, as tenths of a percent. */
  int tenths() {
    return (int) exactly(1, ALL, "percent with one decimal");
  }

  /** In units of the last of so many decimals. */
  private long exactly(int decimals, BigDecimal most, String what) {
    BigDecimal number = number();
    boolean fits = number.signum() >= 0 && number.compareTo(most) <= 0;
    if (!fits || number.stripTrailingZeros().scale() > decimals) {
      throw expected(what);
    }
    return number.movePointRight(decimals).longValueExact();
  }

  double real() {
    double real = number().doubleValue();
    if (!Double.isFinite(real)) {
      throw expected("a number that is not as large");
    }
    return real;
  }

  Instant time() {
    Optional<Instant> time = instant(text()).filter(t -> !t.isBefore(FIRST) && !t.isAfter(LAST));
    return time.orElseThrow(() -> expected("a time such as 2026-11-20T09:00:00.100Z"));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException other) {
      return Optional.empty();
    }
  }

  /** The constant that a word names. */
  <E> E oneOf(E[] constants, Function<E, String> word) {
    String text = text();
    for (E constant : constants) {
      if (word.apply(constant).equals(text)) {
        return constant;
      }
    }
    throw expected("a word this version knows");
  }

  // --- scalars that may be missing

  Optional<String> optionalText(String name) {
    return optional(name, Saved::text);
  }

  Optional<Instant> optionalTime(String name) {
    return optional(name, Saved::time);
  }

  OptionalDouble optionalReal(String name) {
    Saved field = field(name);
    return field.isGiven() ? OptionalDouble.of(field.real()) : OptionalDouble.empty();
  }

  OptionalLong optionalBytes(String name) {
    Saved field = field(name);
    return field.isGiven() ? OptionalLong.of(field.bytes()) : OptionalLong.empty();
  }

  /** 0 where it is missing, as in reports of earlier versions. */
  long wholeOrZero(String name) {
    return optional(name, Saved::whole).orElse(0L);
  }

  long bytesOrZero(String name) {
    return optional(name, Saved::bytes).orElse(0L);
  }

  long microsOrZero(String name) {
    return optional(name, Saved::micros).orElse(0L);
  }

  AnalyzerException expected(String what) {
    return new AnalyzerException(
        place
            + ": "
            + what
            + " is expected, and found is "
            + found()
            + "; give a report that 'pgslowlog analyze -o report.json' has written");
  }

  private String found() {
    if (value instanceof Map<?, ?>) {
      return "an object";
    }
    if (value instanceof List<?>) {
      return "an array";
    }
    String found = value == null ? "nothing" : String.valueOf(value);
    return found.length() > MAX_FOUND ? found.substring(0, MAX_FOUND) + "..." : found;
  }
}
