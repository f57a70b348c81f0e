package io.github.pgslowlog.bytes;

import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.diagnostics.SkipListener;
import io.github.pgslowlog.diagnostics.SkipReason;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a stream, in place in a buffer that never grows: a longer line comes in pieces.
 *
 * <p>For formats whose records do not end with the line, such as an array of JSON objects on one
 * line of any length. The pieces of a line have its number and its offset; what stands behind NUL
 * bytes counts as a line of its own with the same number. Carriage returns stay, for JSON has them
 * between its tokens only.
 */
public final class PieceReader implements StoredLines {
  private static final int BLOCK_BYTES = 1 << 20;

  private final InputStream in;
  private final byte[] buffer;
  private int filled;
  private int start;
  private int end;
  private int next;
  private boolean goesOn;
  private boolean sameLine;
  private String file = "";
  private @Nullable SkipListener skips;
  private boolean ended;
  private long bufferOffset;
  private long offset;
  private long lines;

  /**
   * Reads from the current position of a stream.
   *
   * @param in the decompressed log; not closed here
   */
  public PieceReader(InputStream in) {
    this(in, BLOCK_BYTES);
  }

  /**
   * Reads from the current position of a stream.
   *
   * @param in the decompressed log; not closed here
   * @param blockBytes most bytes of a piece
   */
  public PieceReader(InputStream in, int blockBytes) {
    this.in = in;
    this.buffer = new byte[blockBytes];
  }

  @Override
  public PieceReader withoutNulBytes(String log, SkipListener listener) {
    file = log;
    skips = listener;
    return this;
  }

  @Override
  public PieceReader withoutCarriageReturns() {
    return this;
  }

  @Override
  public PieceReader behind(long linesBefore, long bytesBefore) {
    lines = linesBefore;
    bufferOffset = bytesBefore;
    return this;
  }

  @Override
  public boolean skipRestOfLine() throws IOException {
    boolean more = next();
    while (more && goesOn) {
      more = next();
    }
    return more;
  }

  @Override
  public boolean next() throws IOException {
    if (!goesOn) {
      offset = bufferOffset + next;
      lines += sameLine ? 0 : 1;
      sameLine = false;
    }
    start = next;
    int searched = start;
    while (true) {
      int found = indexOfEnd(searched);
      if (found >= 0 && buffer[found] == '\n') {
        return piece(found, found + 1, false);
      }
      if (found > start) {
        sameLine = true;
        return piece(found, found, false);
      }
      if (found == start) {
        goesOn = false;
        skipNulBytes();
        searched = start;
        continue;
      }
      if (start == 0 && filled == buffer.length) {
        return piece(filled, filled, true);
      }
      int scanned = filled - start;
      if (!fill()) {
        boolean more = start < filled;
        lines -= more || goesOn ? 0 : 1;
        return piece(filled, filled, false) && more;
      }
      searched = start + scanned;
    }
  }

  private int indexOfEnd(int from) {
    return skips == null
        ? NewlineFinder.indexOf(buffer, from, filled)
        : NewlineFinder.indexOfEnd(buffer, from, filled);
  }

  private void skipNulBytes() throws IOException {
    if (skips != null) {
      Location place = new Location(file, lines, bufferOffset + start);
      skips.skip(new Skip(SkipReason.NUL_BYTES, place, 0));
    }
    do {
      while (start < filled && buffer[start] == 0) {
        start++;
      }
    } while (start == filled && fill());
    next = start;
    offset = bufferOffset + start;
  }

  private boolean piece(int behindText, int behindLine, boolean more) {
    end = behindText;
    next = behindLine;
    goesOn = more;
    return true;
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    System.arraycopy(buffer, start, buffer, 0, filled - start);
    bufferOffset += start;
    filled -= start;
    start = 0;
    int read = in.read(buffer, filled, buffer.length - filled);
    ended = read < 0;
    filled += Math.max(read, 0);
    return !ended;
  }

  /**
   * Whether the next piece is of the same line.
   *
   * @return false if the piece ends its line
   */
  public boolean goesOn() {
    return goesOn;
  }

  @Override
  public long nextOffset() {
    return bufferOffset + next;
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
    return false;
  }

  @Override
  public long offset() {
    return offset;
  }

  @Override
  public long line() {
    return lines;
  }
}
