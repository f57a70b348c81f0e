package io.github.pgslowlog.frame;

import io.github.pgslowlog.bytes.LostDuration;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.diagnostics.SkipListener;
import io.github.pgslowlog.diagnostics.SkipReason;

/** Tells of each line that is no record, once for a line with those that go on with it. */
final class ForeignSkips implements ForeignLine {
  private final String file;
  private final SkipListener listener;
  private long lastLine = -1;

  ForeignSkips(String file, SkipListener listener) {
    this.file = file;
    this.listener = listener;
  }

  @Override
  public void line(byte[] buffer, int from, int to, long offset, long line) {
    boolean goesOn = line == lastLine + 1 && from < to && buffer[from] == '\t';
    lastLine = line;
    if (!goesOn) {
      long lost = LostDuration.micros(buffer, from, to);
      listener.skip(new Skip(SkipReason.NO_PREFIX, new Location(file, line, offset), lost));
    }
  }
}
