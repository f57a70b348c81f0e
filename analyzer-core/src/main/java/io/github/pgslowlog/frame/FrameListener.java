package io.github.pgslowlog.frame;

import io.github.pgslowlog.diagnostics.Skip;

/** Receives what a framer cuts out of a log, in the order of the log. */
public interface FrameListener {
  /**
   * A message.
   *
   * @param frame the message
   */
  void frame(Frame frame);

  /**
   * Something that is no message.
   *
   * @param skip why and where
   */
  void skip(Skip skip);
}
