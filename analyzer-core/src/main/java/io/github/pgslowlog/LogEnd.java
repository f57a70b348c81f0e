package io.github.pgslowlog;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Knows when the bytes of a log are all read, and whether they would go on. */
final class LogEnd extends FilterInputStream {
  private final StopSwitch stop;
  private boolean cut;

  LogEnd(InputStream in, StopSwitch stop) {
    super(in);
    this.stop = stop;
  }

  /** Whether it ended because somebody wanted that: what begins before and is not closed is cut. */
  boolean isCut() {
    return cut;
  }

  @Override
  public int read() throws IOException {
    return seen(super.read());
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    return seen(super.read(bytes, from, length));
  }

  private int seen(int read) {
    cut = cut || (read < 0 && stop.isUsed());
    return read;
  }
}
