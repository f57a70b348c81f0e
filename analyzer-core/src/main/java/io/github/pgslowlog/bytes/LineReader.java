package io.github.pgslowlog.bytes;

import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.diagnostics.SkipListener;
import io.github.pgslowlog.diagnostics.SkipReason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a stream, in place in a reused buffer.
 *
 * <p>After {@link #next()} the line is {@code buffer()[start(), end())} without its line feed,
 * until the next call. A line over the bound is cut: its head is kept, {@link #cut()} says so, and
 * the rest is read past. A run of NUL bytes (copytruncate and power failures leave them) ends a
 * line like a line feed, and is told as a skip.
 */
public final class LineReader implements StoredLines {
  private static final int BLOCK_BYTES = 1 << 20;

  /** 64 KiB: what is behind the longest line is read in such pieces. */
  private static final int SPARE_BYTES = 64 << 10;

  private final InputStream in;
  private final int maxLineBytes;
  private String file = "";
  private @Nullable SkipListener skips;
  private boolean carriageReturns;
  private boolean sameLine;
  private byte[] buffer;
  private int filled;
  private int start;
  private int end;
  private int next;
  private boolean cut;
  private boolean ended;
  private long bufferOffset;
  private long offset;
  private long lines;

  /**
   * Reads from the current position of a stream.
   *
   * @param in the decompressed log; not closed here
   * @param maxLineBytes bound on one line in bytes
   */
  public LineReader(InputStream in, int maxLineBytes) {
    this(in, maxLineBytes, Math.min(BLOCK_BYTES, maxLineBytes));
  }

  LineReader(InputStream in, int maxLineBytes, int blockBytes) {
    this.in = in;
    this.maxLineBytes = maxLineBytes;
    this.buffer = new byte[Math.max(1, blockBytes)];
  }

  @Override
  public LineReader withoutNulBytes(String log, SkipListener listener) {
    file = log;
    skips = listener;
    return this;
  }

  @Override
  public LineReader withoutCarriageReturns() {
    carriageReturns = true;
    return this;
  }

  @Override
  public boolean next() throws IOException {
    start = next;
    offset = bufferOffset + start;
    int searched = start;
    while (true) {
      int found = indexOfEnd(searched);
      if (found >= 0) {
        if (buffer[found] == '\n') {
          return line(found, found + 1);
        }
        if (found > start) {
          return line(found, found) && splitHere();
        }
        skipNulBytes();
        searched = start;
        continue;
      }
      int scanned = filled - start;
      if (scanned > maxLineBytes) {
        return cutLine();
      }
      if (!fill()) {
        return start < filled && line(filled, filled);
      }
      searched = start + scanned;
    }
  }

  @Override
  public LineReader behind(long linesBefore, long bytesBefore) {
    lines = linesBefore;
    bufferOffset = bytesBefore;
    return this;
  }

  @Override
  public boolean skipRestOfLine() throws IOException {
    while (next == filled) {
      start = next;
      if (!fill()) {
        return false;
      }
    }
    return (skips != null && buffer[next] == 0) || next();
  }

  /** The rest of the physical line, behind the NUL bytes, comes next under the same number. */
  private boolean splitHere() {
    sameLine = true;
    return true;
  }

  private int indexOfEnd(int from) {
    return skips == null
        ? NewlineFinder.indexOf(buffer, from, filled)
        : NewlineFinder.indexOfEnd(buffer, from, filled);
  }

  private void skipNulBytes() throws IOException {
    if (skips != null) {
      Location place = new Location(file, sameLine ? lines : lines + 1, bufferOffset + start);
      skips.skip(new Skip(SkipReason.NUL_BYTES, place, 0));
    }
    do {
      while (start < filled && buffer[start] == 0) {
        start++;
      }
      next = start;
    } while (start == filled && fill());
    if (start < filled && buffer[start] == '\n') {
      start++;
      lines += sameLine ? 0 : 1;
      sameLine = false;
    }
    next = start;
    offset = bufferOffset + start;
  }

  private boolean line(int behindText, int behindLine) {
    end = start + Math.min(behindText - start, maxLineBytes);
    cut = end < behindText;
    next = behindLine;
    if (carriageReturns && end > start && buffer[end - 1] == '\r') {
      end--;
    }
    countLine();
    return true;
  }

  /** Keeps the head of the line at the front of the buffer, and reads the rest of it past. */
  private boolean cutLine() throws IOException {
    moveToFront();
    int newline = NewlineFinder.indexOf(buffer, maxLineBytes, filled);
    while (newline < 0) {
      bufferOffset += filled - maxLineBytes;
      filled = maxLineBytes;
      if (!fill()) {
        break;
      }
      newline = NewlineFinder.indexOf(buffer, maxLineBytes, filled);
    }
    end = maxLineBytes;
    next = newline < 0 ? filled : newline + 1;
    cut = true;
    countLine();
    return true;
  }

  private void countLine() {
    lines += sameLine ? 0 : 1;
    sameLine = false;
  }

  /** Moves the current line to the front, grows the buffer if it is full, and reads more. */
  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    moveToFront();
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, grown());
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      ended = true;
      return false;
    }
    filled += read;
    return true;
  }

  private void moveToFront() {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      bufferOffset += start;
      filled -= start;
      next -= start;
      start = 0;
    }
  }

  /** Twice the length, but not much more than the longest line and its end need. */
  private int grown() {
    long doubled = Math.max(2L * buffer.length, 16);
    long enough = (long) Math.max(maxLineBytes, buffer.length) + SPARE_BYTES;
    return (int) Math.min(Math.min(doubled, enough), Integer.MAX_VALUE - 8);
  }

  @Override
  public byte[] buffer() {
    return buffer;
  }

  @Override
  public int start() {
    return start;
  }

  @Override
  public int end() {
    return end;
  }

  @Override
  public boolean cut() {
    return cut;
  }

  @Override
  public long offset() {
    return offset;
  }

  @Override
  public long nextOffset() {
    return bufferOffset + next;
  }

  @Override
  public long line() {
    return lines;
  }
}
