package io.github.pgslowlog.frame;

import io.github.pgslowlog.diagnostics.SkipListener;

/** Receives what a framer cuts out of a log, in the order of the log. */
public interface FrameListener extends SkipListener {
  /**
   * A message.
   *
   * @param frame the message
   */
  void frame(Frame frame);
}
