package io.github.pgslowlog;

import io.github.pgslowlog.bytes.DerivedLines;

/** Lines of one format among those of another, handed on one by one. */
final class LinesBetween extends DerivedLines {
  private boolean fresh;

  void set(byte[] buffer, int from, int to, long offset, long line) {
    place(line, offset, 0);
    fresh = hand(Part.LINE, buffer, from, to, false);
  }

  @Override
  public boolean next() {
    boolean there = fresh;
    fresh = false;
    return there;
  }
}
