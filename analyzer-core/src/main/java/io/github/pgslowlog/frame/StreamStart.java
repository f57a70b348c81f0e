package io.github.pgslowlog.frame;

import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.diagnostics.SkipReason;
import org.jspecify.annotations.Nullable;

/**
 * What a stream shows before its first message. A container that never shows one is not the server,
 * and nothing is lost with its lines.
 */
final class StreamStart {
  private final FrameListener listener;
  private final boolean onlyStream;
  private boolean started;
  private @Nullable Skip held;

  /** Starts a stream; the only one of a log is the server's in any case. */
  StreamStart(FrameListener listener, boolean onlyStream) {
    this.listener = listener;
    this.onlyStream = onlyStream;
  }

  boolean isStarted() {
    return started;
  }

  /** The first message is there, so what came before may be its damage. */
  void start() {
    started = true;
    tellHeld();
  }

  /** Keeps what may be damage, until it is clear whose stream this is. */
  void hold(Skip skip) {
    held =
        held == null
            ? skip
            : new Skip(held.reason(), held.location(), held.lostMicros() + skip.lostMicros());
  }

  /** What was kept is of another program, for the line behind it is. */
  void discard() {
    if (held != null && held.lostMicros() == 0) {
      held = new Skip(SkipReason.OTHER_PROGRAM, held.location(), 0);
    }
    tellHeld();
  }

  /** The stream ends. */
  void finish() {
    if (onlyStream) {
      tellHeld();
    } else {
      discard();
    }
  }

  private void tellHeld() {
    if (held != null) {
      listener.skip(held);
      held = null;
    }
  }
}
