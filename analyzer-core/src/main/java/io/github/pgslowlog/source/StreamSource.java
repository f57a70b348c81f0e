package io.github.pgslowlog.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A stream that can be read once, such as standard input.
 *
 * <p>Closing what {@link #open()} returns closes the stream.
 */
public final class StreamSource implements LogSource {
  private final String name;
  private final InputStream stream;
  private final AtomicBoolean opened = new AtomicBoolean();

  /**
   * Wraps a stream.
   *
   * @param name for messages and reports
   * @param stream the log, from its start
   */
  public StreamSource(String name, InputStream stream) {
    this.name = name;
    this.stream = stream;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public InputStream open() throws IOException {
    if (opened.getAndSet(true)) {
      throw new IOException(name + " is a stream and was read already");
    }
    return stream;
  }

  @Override
  public boolean reopenable() {
    return false;
  }
}
