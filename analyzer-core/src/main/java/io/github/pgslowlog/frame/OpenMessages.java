package io.github.pgslowlog.frame;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The message under way in each stream of a log, bounded in number and bytes: the one that waited
 * longest is handed on first.
 */
final class OpenMessages {
  /** A busy server has some thousands of processes; a message is closed by the next of its own. */
  private static final int MAX_STREAMS = 4096;

  /** Together they may hold some of the largest messages, and a small heap still has room. */
  private static final int MAX_MESSAGES_OF_BOUND = 4;

  private final int maxEntryBytes;
  private final FrameListener listener;
  private final Stream single;
  private final Map<Long, Stream> others = new LinkedHashMap<>(16, 0.75f, true);
  private long openBytes;

  /** The message under way in one stream. */
  static final class Stream {
    final FrameAssembler assembler;
    final StreamStart beginning;
    boolean skipping;
    private int counted;

    Stream(FrameAssembler assembler, StreamStart beginning) {
      this.assembler = assembler;
      this.beginning = beginning;
    }

    private void finish() {
      assembler.finish();
      beginning.finish();
    }
  }

  OpenMessages(int maxEntryBytes, FrameListener listener) {
    this.maxEntryBytes = maxEntryBytes;
    this.listener = listener;
    this.single = newStream(true);
  }

  private Stream newStream(boolean only) {
    return new Stream(new FrameAssembler(maxEntryBytes, listener), new StreamStart(listener, only));
  }

  /** The stream with this number; 0 is the only stream of most logs. */
  Stream stream(long number) {
    return number == 0 ? single : others.computeIfAbsent(number, n -> newStream(false));
  }

  /** Hands on the oldest messages while there is too much, after this stream took a line. */
  void bound(Stream stream) {
    if (stream == single) {
      return;
    }
    openBytes += stream.assembler.length() - stream.counted;
    stream.counted = stream.assembler.length();
    while (others.size() > MAX_STREAMS
        || (openBytes > (long) MAX_MESSAGES_OF_BOUND * maxEntryBytes && others.size() > 1)) {
      finishEldest();
    }
  }

  private void finishEldest() {
    Iterator<Stream> streams = others.values().iterator();
    Stream eldest = streams.next();
    openBytes -= eldest.counted;
    eldest.finish();
    streams.remove();
  }

  void finish() {
    single.finish();
    others.values().forEach(Stream::finish);
    others.clear();
  }
}
