package io.github.pgslowlog.resolve;

import java.util.ArrayList;
import java.util.List;

/** Collects the text of an expression and the numbers of its values, up to a bound. */
final class TextBuilder {
  private final int limit;
  private final StringBuilder text = new StringBuilder();
  private final List<Integer> values = new ArrayList<>();

  TextBuilder(int limit) {
    this.limit = limit;
  }

  boolean isFull() {
    return text.length() > limit;
  }

  TextBuilder add(String part) {
    if (!isFull()) {
      text.append(part);
    }
    return this;
  }

  /** The next value: {@code $1}, {@code $2} and so on in the order of the text. */
  void addValue(int number) {
    if (!isFull()) {
      values.add(number);
      text.append('$').append(values.size());
    }
  }

  List<Integer> values() {
    return values;
  }

  /** The text, cut where the bound is passed. */
  @Override
  public String toString() {
    return isFull() ? text.substring(0, limit) + "..." : text.toString();
  }
}
