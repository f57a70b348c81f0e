package io.github.pgslowlog;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;

/** Ends a run before all is read, when somebody wants that. For the thread that runs it. */
final class StopSwitch {
  private final BooleanSupplier wanted;
  private boolean used;

  /**
   * A switch.
   *
   * @param wanted asked again and again
   */
  StopSwitch(BooleanSupplier wanted) {
    this.wanted = wanted;
  }

  /** One that nobody uses. */
  static StopSwitch never() {
    return new StopSwitch(() -> false);
  }

  /** Asks, where there is more to read; who is told true does not read it. */
  boolean ends() {
    used = used || wanted.getAsBoolean();
    return used;
  }

  /** Whether something was not read because of it. */
  boolean isUsed() {
    return used;
  }

  /** A stream that ends when that is wanted; asked with each read, which is of a few KB or more. */
  InputStream watch(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        return ends() ? -1 : super.read();
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        return ends() ? -1 : super.read(bytes, from, length);
      }
    };
  }
}
