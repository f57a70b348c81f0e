package io.github.pgslowlog.report.saved;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
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
  private static final BigDecimal MICROS = BigDecimal.valueOf(1000);

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

  /** Fields by name; none where there is no object. */
  <T> SortedMap<String, T> map(Function<Saved, T> read) {
    SortedMap<String, T> all = new TreeMap<>();
    if (value == null) {
      return all;
    }
    if (!(value instanceof Map<?, ?> fields)) {
      throw expected("an object");
    }
    fields.forEach(
        (name, field) ->
            all.put(String.valueOf(name), read.apply(new Saved(place + "." + name, field))));
    return all;
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

  long whole() {
    try {
      return number().longValueExact();
    } catch (ArithmeticException fraction) {
      throw expected("a whole number");
    }
  }

  int small() {
    try {
      return number().intValueExact();
    } catch (ArithmeticException large) {
      throw expected("a small whole number");
    }
  }

  /** Of at most 38 digits, as sums of squares have. */
  BigInteger large() {
    BigDecimal number = number();
    if (number.signum() < 0 || number.precision() - (long) number.scale() > 38) {
      throw expected("a whole number of at most 38 digits");
    }
    try {
      return number.toBigIntegerExact();
    } catch (ArithmeticException fraction) {
      throw expected("a whole number");
    }
  }

  /** Milliseconds, as microseconds. */
  long micros() {
    try {
      return number().multiply(MICROS).longValueExact();
    } catch (ArithmeticException finer) {
      throw expected("milliseconds with three decimals");
    }
  }

  /** Percent, as tenths of a percent. */
  int tenths() {
    try {
      return number().movePointRight(1).intValueExact();
    } catch (ArithmeticException finer) {
      throw expected("percent with one decimal");
    }
  }

  double real() {
    return number().doubleValue();
  }

  Instant time() {
    try {
      return Instant.parse(text());
    } catch (DateTimeParseException other) {
      throw expected("a time such as 2026-11-20T09:00:00.100Z");
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

  OptionalLong optionalWhole(String name) {
    Saved field = field(name);
    return field.isGiven() ? OptionalLong.of(field.whole()) : OptionalLong.empty();
  }

  /** 0 where it is missing, as in reports of earlier versions. */
  long wholeOrZero(String name) {
    return optional(name, Saved::whole).orElse(0L);
  }

  long microsOrZero(String name) {
    return optional(name, Saved::micros).orElse(0L);
  }

  AnalyzerException expected(String what) {
    String found = value == null ? "nothing" : String.valueOf(value);
    return new AnalyzerException(
        place
            + ": "
            + what
            + " is expected, and found is "
            + (found.length() > 60 ? found.substring(0, 60) + "..." : found)
            + "; give a report that 'pgslowlog analyze -o report.json' has written");
  }
}
