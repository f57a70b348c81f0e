package io.github.pgslowlog;

import io.github.pgslowlog.source.LogSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is opened and read on a thread of its own, so that a run can be ended while nothing
 * comes: a terminal, a pipe whose writer is slow, or one that nobody writes to yet.
 *
 * <p>It holds {@value #CHUNKS} pieces of {@value #CHUNK_BYTES} bytes. For one thread that reads.
 */
final class DetachedStream extends InputStream {
  /** 64 KiB: a pipe of Linux holds no more. */
  private static final int CHUNK_BYTES = 64 << 10;

  private static final int CHUNKS = 4;

  /** How long nobody is asked whether to end; a person takes it for at once. */
  private static final long WAIT_MILLIS = 50;

  private final LogSource source;
  private final StopSwitch stop;
  private final BlockingQueue<byte[]> unused = new ArrayBlockingQueue<>(CHUNKS);
  private final BlockingQueue<Chunk> filled = new ArrayBlockingQueue<>(CHUNKS + 1);
  private final Thread thread;
  private Chunk current = new Chunk(new byte[0], 0, null);
  private int position;
  private boolean ended;

  /**
   * What was read.
   *
   * @param bytes holds it
   * @param length number of bytes, -1 at the end of the stream
   * @param failure why it is the end, null if it is an ordinary one
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Chunk(byte[] bytes, int length, @Nullable Throwable failure) {}

  private DetachedStream(LogSource source, StopSwitch stop) {
    this.source = source;
    this.stop = stop;
    for (int i = 0; i < CHUNKS; i++) {
      unused.add(new byte[CHUNK_BYTES]);
    }
    thread = new Thread(this::readAll, "pgslowlog-stream");
    thread.setDaemon(true);
  }

  /** Begins to open and read a source; what fails is thrown where it is read. */
  static DetachedStream of(LogSource source, StopSwitch stop) {
    DetachedStream stream = new DetachedStream(source, stop);
    stream.thread.start();
    return stream;
  }

  @Override
  public int read() throws IOException {
    return hasMore() ? current.bytes()[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int count = Math.min(length, available());
    System.arraycopy(current.bytes(), position, target, from, count);
    position += count;
    return count;
  }

  @Override
  public int available() {
    return Math.max(0, current.length() - position);
  }

  /** Does not wait: the thread closes the stream as soon as it can. */
  @Override
  public void close() {
    ended = true;
    position = current.length();
    thread.interrupt();
  }

  private boolean hasMore() throws IOException {
    while (position >= current.length()) {
      if (ended) {
        return false;
      }
      Chunk next = await();
      if (next == null || next.length() < 0) {
        ended = true;
        throwFailure(next);
        return false;
      }
      if (current.bytes().length > 0) {
        unused.add(current.bytes());
      }
      current = next;
      position = 0;
    }
    return true;
  }

  private static void throwFailure(@Nullable Chunk last) throws IOException {
    Throwable failure = last == null ? null : last.failure();
    if (failure instanceof IOException broken) {
      throw broken;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException mistake) {
      throw mistake;
    }
  }

  /** Null if somebody wants an end first. */
  private @Nullable Chunk await() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          Chunk next = filled.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
          if (next != null || stop.ends()) {
            return next;
          }
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  // --- the other thread

  private void readAll() {
    Throwable failure = null;
    try (InputStream in = source.open()) {
      byte[] bytes = unused.take();
      for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
        filled.add(new Chunk(bytes, length, null));
        bytes = unused.take();
      }
    } catch (InterruptedException closed) {
      return;
    } catch (IOException | RuntimeException | Error broken) {
      failure = broken;
    }
    filled.add(new Chunk(new byte[0], -1, failure));
  }
}
