package io.github.pgslowlog.benchmarks.generator;

import java.util.ArrayList;
import java.util.List;

/** Collects the text of a statement; values become holes or parameters. */
final class Sql {
  private final StringBuilder markup = new StringBuilder();
  private final List<Value> parameters = new ArrayList<>();
  private final boolean isPrepared;

  Sql(boolean isPrepared) {
    this.isPrepared = isPrepared;
  }

  Sql add(String text) {
    markup.append(text);
    return this;
  }

  Sql value(Value value) {
    if (!isPrepared) {
      return add("{" + value.name() + "}");
    }
    parameters.add(value);
    return add("$" + parameters.size());
  }

  /** Adds values between commas. */
  Sql values(List<Value> values, String separator) {
    for (int i = 0; i < values.size(); i++) {
      add(i == 0 ? "" : separator).value(values.get(i));
    }
    return this;
  }

  String markup() {
    return markup.toString();
  }

  Variant variant() {
    return new Variant(Template.of(markup()), parameters);
  }
}
