package io.github.pgslowlog.cli;

import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Ctrl-C does: the first one asks the run to come to an end, the second one ends it at once,
 * as every one does in the first moments.
 *
 * <p>The JDK's own {@code sun.misc.Signal} is the only way to learn of a signal and go on. It is
 * called by reflection, since compilers warn of it in a way that cannot be turned off, and a while
 * after the start, since that takes as long as a tenth of a short run. Where it is missing, or Java
 * was told to leave signals alone ({@code -Xrs}), Ctrl-C ends the run at once.
 */
final class Interruption implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(Interruption.class);

  /** Logged when the first one no longer ends the run at once. */
  static final String READY = "Ctrl-C asks for the report now";

  /** Shorter runs need nobody's patience. */
  private static final long MOMENT_MILLIS = 250;

  private final Runnable atFirst;
  private volatile boolean happened;
  private @Nullable Runnable also;
  private @Nullable Object handlerBefore;
  private boolean closed;

  private Interruption(Runnable atFirst) {
    this.atFirst = atFirst;
  }

  /**
   * Starts to wait for it.
   *
   * @param atFirst done at the first one, on another thread
   */
  static Interruption watch(Runnable atFirst) {
    Interruption interruption = new Interruption(atFirst);
    Thread waiting = new Thread(interruption::installSoon, "pgslowlog-signal");
    waiting.setDaemon(true);
    waiting.start();
    return interruption;
  }

  /** Whether the run is to come to an end. */
  boolean happened() {
    return happened;
  }

  /** Does something besides at the first one; at once if that was. */
  void alsoAtFirst(Runnable action) {
    synchronized (this) {
      also = action;
    }
    if (happened) {
      action.run();
    }
  }

  // --- signals

  private void installSoon() {
    try {
      Thread.sleep(MOMENT_MILLIS);
      install();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void install() {
    if (closed) {
      return;
    }
    try {
      Class<?> handlers = Class.forName("sun.misc.SignalHandler");
      Object handler =
          Proxy.newProxyInstance(
              handlers.getClassLoader(),
              new Class<?>[] {handlers},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  signal();
                }
                return null;
              });
      handlerBefore = handle(handler);
      LOGGER.debug(READY);
    } catch (ReflectiveOperationException | RuntimeException unavailable) {
      LOGGER.debug("Ctrl-C ends at once", unavailable);
    }
  }

  private static @Nullable Object handle(Object handler) throws ReflectiveOperationException {
    Class<?> signals = Class.forName("sun.misc.Signal");
    Class<?> handlers = Class.forName("sun.misc.SignalHandler");
    Object interrupt = signals.getConstructor(String.class).newInstance("INT");
    return signals.getMethod("handle", signals, handlers).invoke(null, interrupt, handler);
  }

  /** Called on a thread of its own for each signal. */
  void signal() {
    Runnable action;
    synchronized (this) {
      if (happened) {
        action = () -> System.exit(ExitCode.INTERRUPTED);
      } else {
        happened = true;
        Runnable more = also;
        action =
            () -> {
              atFirst.run();
              if (more != null) {
                more.run();
              }
            };
      }
    }
    action.run();
  }

  /** From now on Ctrl-C does what it did before. */
  @Override
  public synchronized void close() {
    closed = true;
    try {
      if (handlerBefore != null) {
        handle(handlerBefore);
      }
    } catch (ReflectiveOperationException | RuntimeException unavailable) {
      LOGGER.debug("Ctrl-C cannot be given back", unavailable);
    }
  }
}
