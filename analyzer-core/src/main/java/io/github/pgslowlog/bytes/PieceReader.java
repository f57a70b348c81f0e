package io.github.pgslowlog.bytes;

import java.io.IOException;
import java.io.InputStream;

/**
 * Lines of a stream, in place in a buffer that never grows: a longer line comes in pieces.
 *
 * <p>For formats whose records do not end with the line, such as an array of JSON objects on one
 * line of any length. The pieces of a line have its number and its offset.
 */
public final class PieceReader implements Lines {
  private static final int BLOCK_BYTES = 1 << 20;

  private final InputStream in;
  private final byte[] buffer;
  private int filled;
  private int start;
  private int end;
  private int next;
  private boolean goesOn;
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
  public boolean next() throws IOException {
    if (!goesOn) {
      offset = bufferOffset + next;
      lines++;
    }
    start = next;
    int searched = start;
    while (true) {
      int newline = NewlineFinder.indexOf(buffer, searched, filled);
      if (newline >= 0) {
        return piece(newline, newline + 1, false);
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

  /**
   * Offset behind the piece, and behind its line feed if it ends the line.
   *
   * @return bytes read so far
   */
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
