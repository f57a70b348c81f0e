package io.github.pgslowlog.select;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What an index costs when rows are written.
 *
 * @param bytesPerInsert bytes of write-ahead log that each inserted row needs more
 * @param bytesPerUpdate the same for an update that changes a column of the index; other indexes
 *     included, where updates could so far do without them
 * @param hotColumns columns that statements of the log update and that no index had so far: such
 *     updates are no longer heap-only (HOT)
 * @param bytesPerDay bytes of write-ahead log each day, empty if how much is written is not known,
 *     or only of a part of a day
 */
public record WriteCost(
    double bytesPerInsert,
    double bytesPerUpdate,
    List<String> hotColumns,
    OptionalDouble bytesPerDay) {
  /** Copies the list, and rounds bytes to two decimals. */
  public WriteCost {
    bytesPerInsert = Rounded.cost(bytesPerInsert);
    bytesPerUpdate = Rounded.cost(bytesPerUpdate);
    bytesPerDay = Rounded.cost(bytesPerDay);
    hotColumns = List.copyOf(hotColumns);
  }
}
