package io.github.pgslowlog.advice;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.fingerprint.StatementValues;
import io.github.pgslowlog.fingerprint.StatementValues.Kind;
import io.github.pgslowlog.fingerprint.StatementValues.Value;
import io.github.pgslowlog.fingerprint.StatementValues.ValueList;
import io.github.pgslowlog.sample.Sample;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Chooses a few of the samples of a pattern, so that values that find many rows and values that
 * find few are both among them.
 *
 * <p>The slowest comes first. The next is each time the one whose values differ at most places from
 * those of all before; a NULL differs from nothing. Of equals the second is the fastest, the others
 * are those nearest to the middle. {@code WHERE state = 'done' AND customer = 7} that took longest
 * is followed by {@code state = 'open' AND customer = 8} rather than by {@code state = 'done' AND
 * customer = 9}.
 */
final class DiverseSamples {
  /**
   * A sample.
   *
   * @param rank its place among all, the slowest first
   * @param values what stands at the places of its pattern
   */
  private record Ranked(Sample sample, int rank, List<Optional<String>> values) {}

  private final List<Ranked> left = new ArrayList<>();
  private final List<Ranked> chosen = new ArrayList<>();
  private final int size;

  private DiverseSamples(List<Sample> samples) {
    List<Sample> slowestFirst =
        samples.stream().sorted(Comparator.comparingLong(Sample::micros).reversed()).toList();
    for (Sample sample : slowestFirst) {
      left.add(new Ranked(sample, left.size(), values(sample)));
    }
    size = left.size();
  }

  /**
   * Some samples of one pattern.
   *
   * @param samples all, no two alike
   * @param limit how many are wanted
   * @return as many, or all if there are fewer; equals of the same length in the order given
   */
  static List<Sample> of(List<Sample> samples, int limit) {
    return samples.size() <= limit ? samples : new DiverseSamples(samples).choose(limit);
  }

  private List<Sample> choose(int limit) {
    choose(left.get(0));
    while (chosen.size() < limit) {
      int wanted = chosen.size() == 1 ? size - 1 : size / 2;
      choose(
          left.stream()
              .min(
                  Comparator.comparingInt((Ranked ranked) -> -distance(ranked))
                      .thenComparingInt(ranked -> Math.abs(ranked.rank() - wanted)))
              .orElseThrow());
    }
    return chosen.stream().map(Ranked::sample).toList();
  }

  private void choose(Ranked ranked) {
    left.remove(ranked);
    chosen.add(ranked);
  }

  /** At how many places it differs from the chosen one that is most like it. */
  private int distance(Ranked ranked) {
    return chosen.stream()
        .mapToInt(other -> distance(ranked.values(), other.values()))
        .min()
        .orElse(0);
  }

  private static int distance(List<Optional<String>> one, List<Optional<String>> other) {
    int different = 0;
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      boolean known = one.get(i).isPresent() && other.get(i).isPresent();
      different += known && !Objects.equals(one.get(i), other.get(i)) ? 1 : 0;
    }
    return different;
  }

  private static List<Optional<String>> values(Sample sample) {
    StatementValues read =
        StatementValues.read(Slice.of(sample.sql().getBytes(StandardCharsets.UTF_8)));
    List<Optional<String>> values = new ArrayList<>();
    read.values().forEach(value -> values.add(value(value, sample)));
    read.lists().forEach(list -> values.add(Optional.of(list(list, sample))));
    return values;
  }

  /** The first elements of a list, and how many it has. */
  private static String list(ValueList list, Sample sample) {
    return list.first().stream()
        .map(value -> value(value, sample).orElse(""))
        .collect(Collectors.joining(",", list.count() + ":", ""));
  }

  private static Optional<String> value(Value value, Sample sample) {
    if (value.kind() == Kind.NULL) {
      return Optional.empty();
    }
    int number =
        value.kind() == Kind.PARAMETER
            ? StatementTraits.of("$" + value.text()).highestParameter()
            : 0;
    return number > 0 && number <= sample.parameters().size()
        ? sample.parameters().get(number - 1)
        : Optional.of(value.text());
  }
}
