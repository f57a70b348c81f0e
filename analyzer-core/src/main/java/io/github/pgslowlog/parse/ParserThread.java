package io.github.pgslowlog.parse;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A thread with a large stack for parsing and walking trees of hostile depth.
 *
 * <p>Work that takes too long is told to stop; if it does not, the thread is left behind (it ends
 * with the process at the latest) and another takes over.
 */
final class ParserThread implements AutoCloseable {
  private static final long STACK_BYTES = 16L << 20;
  private static final long STOP_MILLIS = 5_000;

  private ExecutorService executor = newExecutor();

  private static ExecutorService newExecutor() {
    return Executors.newSingleThreadExecutor(
        work -> {
          Thread thread = new Thread(null, work, "pgslowlog-parser", STACK_BYTES);
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Runs work.
   *
   * @param stop called when time is over; the work should end soon after
   * @throws TimeoutException when the work took too long
   * @throws ExecutionException when it failed
   */
  <T> T run(Callable<T> work, long millis, Runnable stop)
      throws ExecutionException, TimeoutException {
    Future<T> future = executor.submit(work);
    try {
      return future.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      stop.run();
      waitForEnd(future);
      throw late;
    } catch (InterruptedException interrupted) {
      stop.run();
      Thread.currentThread().interrupt();
      throw new ExecutionException(interrupted);
    }
  }

  private void waitForEnd(Future<?> future) {
    try {
      future.get(STOP_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException stuck) {
      executor.shutdownNow();
      executor = newExecutor();
    } catch (ExecutionException ended) {
      return;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
