package io.github.pgslowlog.sample;

import java.util.ArrayList;
import java.util.List;

/** Counts the values at all places of a pattern. */
final class ConstantsAccumulator {
  private final List<PlaceAccumulator> values = new ArrayList<>();
  private final List<PlaceAccumulator> lists = new ArrayList<>();

  /** Adds what a sample has at {@code $n}; nothing if it is not known. */
  void value(int number, List<Constant> constants) {
    at(values, number).add(constants);
  }

  /** Adds the elements that a sample has in the nth {@code ...}. */
  void list(int number, List<Constant> constants) {
    at(lists, number).add(constants);
  }

  private static PlaceAccumulator at(List<PlaceAccumulator> places, int number) {
    while (places.size() < number) {
      places.add(new PlaceAccumulator());
    }
    return places.get(number - 1);
  }

  PatternSamples toPatternSamples(List<Sample> samples) {
    return new PatternSamples(
        samples,
        values.stream().map(PlaceAccumulator::toCounts).toList(),
        lists.stream().map(PlaceAccumulator::toCounts).toList());
  }
}
