package io.github.pgslowlog;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The first bytes of a log, and more of them where a huge line hides the others: a log may be cut
 * within a statement of some megabytes.
 */
final class LogHead {
  /** 12 MiB: the rest of the largest entry that is read, and some lines behind it. */
  static final int MAX_BYTES = 12 << 20;

  private final List<byte[]> blocks = new ArrayList<>();
  private byte[] window;
  private int length;

  LogHead(byte[] first) {
    window = first;
    add(first);
  }

  private void add(byte[] block) {
    blocks.add(block);
    length += block.length;
  }

  /** Whether most of what the format was looked for in is one line that goes on. */
  boolean endsInHugeLine() {
    return length < MAX_BYTES && window.length - lastLine(window) > window.length / 2;
  }

  /** Reads to the end of the line, and what is behind it. */
  void readOn(Supplier<byte[]> next) {
    byte[] block = next.get();
    int end = behindFirstLine(block);
    add(block);
    while (end == 0 && block.length > 0 && length < MAX_BYTES) {
      block = next.get();
      end = behindFirstLine(block);
      add(block);
    }
    byte[] more = end == 0 ? new byte[0] : next.get();
    add(more);
    window = new byte[end == 0 ? 0 : block.length - end + more.length];
    if (end > 0) {
      System.arraycopy(block, end, window, 0, block.length - end);
      System.arraycopy(more, 0, window, block.length - end, more.length);
    }
  }

  private static int lastLine(byte[] bytes) {
    int i = bytes.length;
    while (i > 0 && bytes[i - 1] != '\n') {
      i--;
    }
    return i;
  }

  /** 0 if no line ends. */
  private static int behindFirstLine(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return 0;
  }

  /** The last bytes read, from the start of a line on. */
  byte[] window() {
    return window;
  }

  /** All bytes read, handed over: they are not held here any more. */
  InputStream takeAll() {
    InputStream all = StreamQueue.of(blocks.stream().map(ByteArrayInputStream::new).toList());
    blocks.clear();
    window = new byte[0];
    return all;
  }
}
