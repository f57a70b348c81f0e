package io.github.pgslowlog.benchmarks.generator;

import java.util.List;

/** One way a pattern is written, for example with a list of another length. */
record Variant(Template sql, List<Value> parameters) {
  Variant {
    parameters = List.copyOf(parameters);
  }
}
