package io.github.pgslowlog.candidate;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.fingerprint.StatementValues;
import io.github.pgslowlog.fingerprint.StatementValues.Kind;
import io.github.pgslowlog.fingerprint.StatementValues.Value;
import io.github.pgslowlog.sample.Sample;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The values that the statements of a pattern have in their text. What is sent as a parameter is
 * none: with a generic plan the server does not know it.
 */
final class SampleConstants {
  private final List<StatementValues> statements;

  SampleConstants(List<Sample> samples) {
    statements =
        samples.stream()
            .map(sample -> Slice.of(sample.sql().getBytes(StandardCharsets.UTF_8)))
            .map(StatementValues::read)
            .toList();
  }

  /**
   * A constant.
   *
   * @param text its value, as {@code pg_stats} shows it
   * @param sql how a statement writes it
   */
  record Constant(String text, String sql) {
    private static Optional<Constant> of(Value value) {
      if (value.isCut()) {
        return Optional.empty();
      }
      return switch (value.kind()) {
        case STRING -> Optional.of(new Constant(value.text(), quoted(value.text())));
        case NUMBER -> Optional.of(new Constant(value.text(), value.text()));
        case BOOLEAN ->
            Optional.of(
                new Constant(value.text().substring(0, 1).toLowerCase(Locale.ROOT), value.text()));
        default -> Optional.empty();
      };
    }

    private static String quoted(String text) {
      boolean escaped = text.indexOf('\\') >= 0;
      String quotes = "'" + text.replace("'", "''") + "'";
      return escaped ? "E" + quotes.replace("\\", "\\\\") : quotes;
    }
  }

  /** How many samples there are. */
  int samples() {
    return statements.size();
  }

  /** The constant that all statements have at {@code $n}; empty if they differ. */
  Optional<Constant> only(int number) {
    return dominant(number, 1);
  }

  /** The constant that at least a share of the statements has at {@code $n}. */
  Optional<Constant> dominant(int number, double share) {
    List<Constant> all = new ArrayList<>();
    for (StatementValues statement : statements) {
      Optional<Value> value = value(statement, number);
      if (value.isEmpty() || value.get().kind() == Kind.PARAMETER) {
        return Optional.empty();
      }
      Constant.of(value.get()).ifPresent(all::add);
    }
    Map<String, Long> counts = new TreeMap<>();
    all.forEach(constant -> counts.merge(constant.sql(), 1L, Long::sum));
    Optional<String> most =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= share * statements.size())
            .max(Comparator.comparing(Map.Entry<String, Long>::getValue))
            .map(Map.Entry::getKey);
    return most.flatMap(sql -> all.stream().filter(c -> c.sql().equals(sql)).findFirst());
  }

  private static Optional<Value> value(StatementValues statement, int number) {
    return Stream.of(number)
        .filter(n -> n >= 1 && n <= statement.values().size())
        .map(n -> statement.values().get(n - 1))
        .findFirst();
  }
}
