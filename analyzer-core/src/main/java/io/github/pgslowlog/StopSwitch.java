package io.github.pgslowlog;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Ends a run before all is read, when somebody wants that. For the thread that runs it. */
final class StopSwitch {
  /** 100 ms, once in a run: a signal handler takes some milliseconds to be heard of. */
  private static final int MOST_MOMENTS = 10;

  private static final long MOMENT_MILLIS = 10;

  private final @Nullable BooleanSupplier wanted;
  private int moments = MOST_MOMENTS;
  private boolean streamEnded;
  private boolean used;

  /**
   * A switch.
   *
   * @param wanted asked again and again; null if nobody will ever want it
   */
  StopSwitch(@Nullable BooleanSupplier wanted) {
    this.wanted = wanted;
  }

  /** One that nobody uses. */
  static StopSwitch never() {
    return new StopSwitch(null);
  }

  /** Asks, where there is more to read; who is told true does not read it. */
  boolean ends() {
    used = used || (wanted != null && wanted.getAsBoolean());
    return used;
  }

  /** Whether something was not read because of it. */
  boolean isUsed() {
    return used;
  }

  /**
   * Asks at the end of a stream, which may come of the same wish, and be seen before it.
   *
   * @param cut whether the stream does not look whole; then the wish is waited for a moment
   */
  boolean endedStream(boolean cut) {
    streamEnded = true;
    while (!ends() && cut && wanted != null && moments > 0) {
      moments--;
      try {
        Thread.sleep(MOMENT_MILLIS);
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
        moments = 0;
      }
    }
    return used;
  }

  /** Asks a last time behind all logs, if one of them was a stream that ended. */
  boolean endsAtLast() {
    return used || (streamEnded && ends());
  }

  /** Whether anybody may ever want it. */
  boolean isPossible() {
    return wanted != null;
  }
}
