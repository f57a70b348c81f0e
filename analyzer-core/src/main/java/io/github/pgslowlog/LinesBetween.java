package io.github.pgslowlog;

import io.github.pgslowlog.bytes.Lines;

/** Lines of one format among those of another, handed on one by one. */
final class LinesBetween implements Lines {
  private byte[] buffer = new byte[0];
  private int start;
  private int end;
  private long offset;
  private long line;
  private boolean fresh;

  void set(byte[] newBuffer, int from, int to, long newOffset, long newLine) {
    buffer = newBuffer;
    start = from;
    end = to;
    offset = newOffset;
    line = newLine;
    fresh = true;
  }

  @Override
  public boolean next() {
    boolean there = fresh;
    fresh = false;
    return there;
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
    return line;
  }
}
