package io.github.pgslowlog.block;

import io.github.pgslowlog.decode.TimeDecoder;

/** Reads blocks of one log. For one thread. */
public interface BlockReader {
  /**
   * Reads whole messages, until one is out of the ordinary.
   *
   * <p>Nothing is skipped here, and nothing guessed: a message or a line that the packages {@code
   * frame} and {@code decode} would not read in the plainest way ends the reading before the
   * message that it may belong to.
   *
   * @param bytes holds the block; not to be changed before the records are read
   * @param from index of its first byte, where a message starts
   * @param to index behind its last byte, where the next message starts or the log ends
   * @param offset place in the log of the first byte
   * @param out takes what was read; its lines count from 0 for the first line of the block
   * @return {@code to} if all was read, else the index of the message that was not
   */
  int read(byte[] bytes, int from, int to, long offset, BlockRecords out);

  /**
   * Reads one message whose lines were taken out of the log, where those of others may stand
   * between them.
   *
   * @param lines its lines, the first of which starts it
   * @param out takes what was read; its lines count from 0 for the first
   * @return whether they are a whole message; if not, there is no record
   */
  default boolean readMessage(RawLines lines, BlockRecords out) {
    return false;
  }

  /**
   * What reads its times, and knows which zones it met.
   *
   * @return the decoder of this reader
   */
  TimeDecoder times();
}
