package io.github.pgslowlog;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Queue;

/** Streams to be read one after the other; what was read is not held any longer. */
@SuppressWarnings("JdkObsolete") // SequenceInputStream wants an Enumeration
final class StreamQueue implements Enumeration<InputStream> {
  private final Queue<InputStream> streams;

  private StreamQueue(Collection<? extends InputStream> streams) {
    this.streams = new ArrayDeque<>(streams);
  }

  /**
   * Joins streams.
   *
   * @param streams in order; who wants their bytes freed as they are read keeps no reference
   * @return one stream
   */
  static InputStream of(Collection<? extends InputStream> streams) {
    return new SequenceInputStream(new StreamQueue(streams));
  }

  @Override
  public boolean hasMoreElements() {
    return !streams.isEmpty();
  }

  @Override
  public InputStream nextElement() {
    return streams.remove();
  }
}
