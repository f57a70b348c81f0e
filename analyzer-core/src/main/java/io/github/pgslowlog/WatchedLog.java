package io.github.pgslowlog;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A log that ends when somebody wants that; asked with each read, which is of a few KB or more.
 *
 * <p>A stream that passes by once may end because of the same Ctrl-C, which the writer at the other
 * end of a pipe gets too: then its end is no end of the log.
 */
final class WatchedLog extends FilterInputStream {
  private final StopSwitch stop;
  private final boolean passesByOnce;
  private boolean behindLineEnd = true;

  /**
   * Watches a log.
   *
   * @param in the log, decompressed
   * @param stop asked
   * @param passesByOnce whether it is a stream that somebody else writes
   */
  WatchedLog(InputStream in, StopSwitch stop, boolean passesByOnce) {
    super(in);
    this.stop = stop;
    this.passesByOnce = passesByOnce;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (stop.ends()) {
      return -1;
    }
    int read;
    try {
      read = super.read(bytes, from, length);
    } catch (IOException broken) {
      if (passesByOnce && stop.endedStream(true)) {
        return -1;
      }
      throw broken;
    }
    if (read > 0) {
      behindLineEnd = bytes[from + read - 1] == '\n';
    } else if (read < 0 && passesByOnce) {
      stop.endedStream(!behindLineEnd);
    }
    return read;
  }
}
