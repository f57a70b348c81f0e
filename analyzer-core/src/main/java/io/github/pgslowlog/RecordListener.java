package io.github.pgslowlog;

import io.github.pgslowlog.block.BlockRecords;

/** Receives the messages of a log, in order: those of a block as records. */
interface RecordListener extends EntryListener {
  /**
   * A record with a pattern.
   *
   * @param file name of the log
   * @param records of the block
   * @param index of the record
   */
  void record(String file, BlockRecords records, int index);
}
