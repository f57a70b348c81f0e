package io.github.pgslowlog.benchmarks.generator;

/** A column of a table. */
record Column(String name, Value value) {
  boolean isReference() {
    return name.endsWith("_id") && value == Value.ID;
  }
}
