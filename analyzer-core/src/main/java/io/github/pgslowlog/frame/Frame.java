package io.github.pgslowlog.frame;

import io.github.pgslowlog.diagnostics.Location;

/** One message of the server, cut out of a log; what its bytes mean is for the decoder to say. */
public sealed interface Frame permits StderrFrame, RecordFrame {
  /**
   * Where the message starts.
   *
   * @return the place of its first line
   */
  Location location();
}
