package io.github.pgslowlog;

import io.github.pgslowlog.source.LogSource;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A source that passes by once, opened and read on a thread of its own. */
final class DetachedSource implements LogSource, AutoCloseable {
  private final LogSource source;
  private final StopSwitch stop;
  private @Nullable DetachedStream stream;

  /**
   * Detaches a source.
   *
   * @param source read from the moment on when this is opened
   * @param stop asked while nothing comes
   */
  DetachedSource(LogSource source, StopSwitch stop) {
    this.source = source;
    this.stop = stop;
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public InputStream open() {
    DetachedStream opened = DetachedStream.of(source, stop);
    stream = opened;
    return opened;
  }

  @Override
  public boolean reopenable() {
    return false;
  }

  /** Lets the thread end, even if nobody closed what was opened. */
  @Override
  public void close() {
    if (stream != null) {
      stream.close();
    }
  }
}
