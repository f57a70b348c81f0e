package io.github.pgslowlog.benchmarks;

import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.frame.Frame;
import io.github.pgslowlog.frame.FrameListener;

/** Counts messages; a skip would mean that something else is measured than is meant. */
final class FrameCounter implements FrameListener {
  private int frames;

  @Override
  public void frame(Frame frame) {
    frames++;
  }

  @Override
  public void skip(Skip skip) {
    throw new IllegalStateException(skip.toString());
  }

  int frames() {
    return frames;
  }
}
