package io.github.pgslowlog.block;

/** Takes what a reader found of a message. */
interface RawMessageListener {
  /**
   * Takes a message, which is filled again afterwards; its texts stay until {@code out} is cleared.
   */
  void message(RawMessage message, BlockRecords out);
}
