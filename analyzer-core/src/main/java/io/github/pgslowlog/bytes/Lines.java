package io.github.pgslowlog.bytes;

import java.io.IOException;

/**
 * A cursor over the lines of a log, in place in a reused buffer.
 *
 * <p>After {@link #next()} the line is {@code buffer()[start(), end())} without its line feed,
 * until the next call. What a wrapper took off (a header, a layer of JSON) is gone; offsets and
 * line numbers are still those of the log as it is stored.
 */
public interface Lines {
  /** What {@link #headerMicros()} says where a header shows no time. */
  long NO_TIME = Long.MIN_VALUE;

  /** What {@link #headerProcess()} says where a header shows no process. */
  long NO_PROCESS = -1;

  /** How a line goes on with the line before it of the same stream. */
  enum Part {
    /** A physical line of the server: what it is, its first bytes tell. */
    LINE,
    /**
     * A further line of a text whose wrapper shows that it belongs to the message before; it may
     * start a section (DETAIL) of that message, but no message.
     */
    CONTINUED,
    /**
     * Goes on where the line before stopped, without a line feed between, unless it starts a
     * section; a tab at its start is text.
     */
    APPENDED,
    /** The text of the message's DETAIL, which the wrapper keeps apart; no tabs to take off. */
    DETAIL
  }

  /**
   * Goes to the next line.
   *
   * @return false at the end of the log
   * @throws IOException when the log cannot be read on; the lines before are good
   */
  boolean next() throws IOException;

  /**
   * The buffer that holds the line.
   *
   * @return the buffer, to read only, until the next call of {@link #next()}
   */
  byte[] buffer();

  /**
   * Index of the line's first byte.
   *
   * @return index in {@link #buffer()}
   */
  int start();

  /**
   * Index behind the line's last byte, its line feed not included.
   *
   * @return index in {@link #buffer()}
   */
  int end();

  /**
   * Whether the line was longer than the bound.
   *
   * @return true if only its head is here
   */
  boolean cut();

  /**
   * Offset of the physical line in the decompressed log.
   *
   * @return bytes before it
   */
  long offset();

  /**
   * Number of the physical line.
   *
   * @return 1 for the first
   */
  long line();

  /**
   * Which of several interleaved streams the line belongs to: a container, a process. Messages are
   * put together for each stream apart.
   *
   * @return a number that is the same for all lines of a stream, 0 if the log is one stream
   */
  default long stream() {
    return 0;
  }

  /**
   * How the line goes on with the one before it.
   *
   * @return {@link Part#LINE} unless a wrapper knows better
   */
  default Part part() {
    return Part.LINE;
  }

  /**
   * The time that the wrapper's header shows, for logs whose log_line_prefix shows none. It is when
   * the line was written or received.
   *
   * @return microseconds since the epoch, {@link #NO_TIME} if there is none
   */
  default long headerMicros() {
    return NO_TIME;
  }

  /**
   * The process that the wrapper's header shows, for logs whose log_line_prefix shows none.
   *
   * @return its pid, {@link #NO_PROCESS} if there is none
   */
  default long headerProcess() {
    return NO_PROCESS;
  }
}
