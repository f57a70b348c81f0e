package io.github.pgslowlog.block;

import io.github.pgslowlog.fingerprint.KnownStatements;

/**
 * Where a log of one format may be cut into blocks, and who reads them. Safe for several threads.
 */
public interface BlockFormat {
  /**
   * The last place in a piece of a log where a message surely starts, or most likely: a reader
   * finds out when the message before does not end there.
   *
   * @param bytes holds the piece, which begins where a message starts
   * @param from index of its first byte
   * @param to index behind its last byte, which may be anywhere in a message
   * @return the largest index above {@code from}, negative if there is none
   */
  int lastStart(byte[] bytes, int from, int to);

  /**
   * The first place where a message surely starts, if a log begins with something else: the rest of
   * a message whose start is not there, or what a container prints before it starts the server.
   *
   * @param bytes holds the beginning of a log
   * @param from index of its first byte
   * @param to index behind its last byte, which may be anywhere in a message
   * @return the smallest index, negative if there is none or something else is out of the ordinary
   */
  int firstStart(byte[] bytes, int from, int to);

  /**
   * Makes a reader.
   *
   * @param statements those its thread has read so far, of this log and others
   * @return a reader for one thread
   */
  BlockReader reader(KnownStatements statements);
}
