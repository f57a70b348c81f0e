package io.github.pgslowlog.wrap;

/**
 * What is remembered of each process whose pieces of messages are put together.
 *
 * <p>Direct-mapped and bounded: a process that meets another in its place takes the place. What is
 * forgotten costs a tie-break, no text.
 */
final class ProcessStates {
  /** More than max_connections of nearly every server; 116 KiB. */
  static final int PLACES = 4096;

  private final long[] streams = new long[PLACES];
  private final long[] messages = new long[PLACES];
  private final long[] pieces = new long[PLACES];
  private final int[] lengths = new int[PLACES];
  private final byte[] endings = new byte[PLACES];

  void remember(long stream, long message, long piece, int length, byte ending) {
    int place = place(stream);
    streams[place] = stream;
    messages[place] = message;
    pieces[place] = piece;
    lengths[place] = length;
    endings[place] = ending;
  }

  boolean knows(long stream) {
    return streams[place(stream)] == stream;
  }

  /** Number of the message that the last piece was of. */
  long message(long stream) {
    return messages[place(stream)];
  }

  /** Number of the last piece. */
  long piece(long stream) {
    return pieces[place(stream)];
  }

  /** Length of the last piece in bytes. */
  int length(long stream) {
    return lengths[place(stream)];
  }

  /** How the last piece ended, as it was told to {@link #remember}. */
  byte ending(long stream) {
    return endings[place(stream)];
  }

  private static int place(long stream) {
    return (int) (stream ^ (stream >>> 32)) & (PLACES - 1);
  }
}
