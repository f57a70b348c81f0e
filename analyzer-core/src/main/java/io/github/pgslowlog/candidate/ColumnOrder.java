package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.TableName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongBiFunction;

/**
 * In which order equality columns, which are interchangeable for one query, stand in an index: that
 * first which more of the workload uses, so that queries can share it; then that with more values.
 */
final class ColumnOrder {
  private final ToLongBiFunction<TableName, String> weight;

  ColumnOrder(ToLongBiFunction<TableName, String> weight) {
    this.weight = weight;
  }

  List<String> sorted(TableFacts facts, Collection<String> columns) {
    return columns.stream()
        .distinct()
        .sorted(
            Comparator.<String>comparingLong(c -> weight.applyAsLong(facts.name(), c))
                .reversed()
                .thenComparing(Comparator.<String>comparingDouble(facts::distinct).reversed())
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
