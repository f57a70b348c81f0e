package io.github.pgslowlog.parse;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A thread with a large stack for parsing and walking trees of hostile depth.
 *
 * <p>Work that takes too long is told to stop; if it does not, the thread is left behind (it ends
 * with the process at the latest) and another takes over.
 */
final class ParserThread implements AutoCloseable {
  private static final long STACK_BYTES = 16L << 20;
  private static final long STOP_MILLIS = 5_000;

  /** However busy the machine is, ten times as long is too long. */
  private static final int MAX_PATIENCE = 10;

  private static final int NANOS_PER_MILLI = 1_000_000;

  private ExecutorService executor = newExecutor();
  private volatile @Nullable Thread thread;

  private ExecutorService newExecutor() {
    return Executors.newSingleThreadExecutor(
        work -> {
          Thread made = new Thread(null, work, "pgslowlog-parser", STACK_BYTES);
          made.setDaemon(true);
          thread = made;
          return made;
        });
  }

  /**
   * Runs work.
   *
   * @param millis how long it may take on a machine that does nothing else; the second half of it
   *     is the thread's own time, so that a busy machine changes no result
   * @param stop called when time is over; the work should end soon after
   * @throws TimeoutException when the work took too long
   * @throws ExecutionException when it failed
   */
  <T> T run(Callable<T> work, long millis, Runnable stop)
      throws ExecutionException, TimeoutException {
    Future<T> future = executor.submit(work);
    try {
      return await(future, millis / 2);
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

  private <T> T await(Future<T> future, long half)
      throws ExecutionException, TimeoutException, InterruptedException {
    try {
      return future.get(half, TimeUnit.MILLISECONDS);
    } catch (TimeoutException perhapsBusy) {
      long end = cpuMillis() + half;
      for (int patience = 1; patience < MAX_PATIENCE; patience++) {
        long left = Math.max(1, end - cpuMillis());
        try {
          return future.get(left, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
          if (cpuMillis() >= end) {
            throw late;
          }
        }
      }
      throw perhapsBusy;
    }
  }

  private long cpuMillis() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Thread running = thread;
    if (running == null || !threads.isThreadCpuTimeSupported()) {
      return System.nanoTime() / NANOS_PER_MILLI;
    }
    return threads.getThreadCpuTime(running.getId()) / NANOS_PER_MILLI;
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
