package io.github.pgslowlog.sample;

import io.github.pgslowlog.fingerprint.StatementValues;
import io.github.pgslowlog.fingerprint.StatementValues.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts the values at all places of a pattern, sample by sample. */
final class ConstantsAccumulator {
  private final List<PlaceAccumulator> values = new ArrayList<>();
  private final List<PlaceAccumulator> lists = new ArrayList<>();

  /**
   * Adds a sample.
   *
   * @param statement what stands in its text
   * @param parameters what its {@code $1}, {@code $2} and so on stand for
   */
  void add(StatementValues statement, List<Optional<String>> parameters) {
    for (int i = 0; i < statement.values().size(); i++) {
      at(values, i).add(constants(Stream.of(statement.values().get(i)), parameters));
    }
    for (int i = 0; i < statement.lists().size(); i++) {
      at(lists, i).add(constants(statement.lists().get(i).first().stream(), parameters));
    }
  }

  private static PlaceAccumulator at(List<PlaceAccumulator> places, int index) {
    if (index == places.size()) {
      places.add(new PlaceAccumulator());
    }
    return places.get(index);
  }

  private static List<Constant> constants(Stream<Value> values, List<Optional<String>> parameters) {
    return values.flatMap(value -> Constant.of(value, parameters).stream()).toList();
  }

  PatternSamples toPatternSamples(List<Sample> samples) {
    return new PatternSamples(
        samples,
        values.stream().map(PlaceAccumulator::toCounts).toList(),
        lists.stream().map(PlaceAccumulator::toCounts).toList());
  }
}
