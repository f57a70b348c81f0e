package io.github.pgslowlog;

import io.github.pgslowlog.block.BlockReader;
import io.github.pgslowlog.fingerprint.KnownStatements;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads blocks of logs on several threads and commits them in the order of the logs.
 *
 * <p>Everything but the reading of blocks happens on the thread that uses the pipeline: it submits
 * blocks, commits those that are read and, while it has to wait, reads some itself. So what comes
 * out depends neither on the number of threads nor on where the blocks were cut. Not more than a
 * few blocks are under way at a time.
 */
final class BlockPipeline implements AutoCloseable {
  /**
   * An eighth of the heap: what is read of a block takes about as much again, up to twice that
   * where texts are unescaped, and the sums of a run need the rest.
   */
  private static final long MAX_BYTES = Runtime.getRuntime().maxMemory() / 8;

  /** What is done in order: with a block when its turn comes, or between blocks. */
  private final Deque<Step> steps = new ArrayDeque<>();

  /** Blocks that nobody reads yet; guarded by itself, which also tells of blocks that were read. */
  private final Deque<Block> unread = new ArrayDeque<>();

  private final Deque<Block> spare = new ArrayDeque<>();
  private final Worker self = new Worker();
  private final int most;

  /** Room that the blocks submitted and not committed have. */
  private long bytesUnderWay;

  private boolean committing;
  private boolean closed;

  /**
   * Something to be done in order.
   *
   * @param block to be read before, null if there is none
   * @param action what to do
   */
  private record Step(@Nullable Block block, Runnable action) {}

  /** A thread's own readers. */
  private static final class Worker {
    private final KnownStatements statements = new KnownStatements();
    private Block.@Nullable Owner owner;
    private @Nullable BlockReader reader;

    void read(Block block) {
      block.read(() -> readerOf(block.owner()));
    }

    private BlockReader readerOf(Block.Owner log) {
      BlockReader known = reader;
      if (known == null || owner != log) {
        known = log.format().reader(statements);
        owner = log;
        reader = known;
      }
      return known;
    }
  }

  /**
   * Starts the threads.
   *
   * @param jobs how many read, the one that uses the pipeline included
   */
  BlockPipeline(int jobs) {
    most = jobs == 1 ? 1 : 2 * jobs + 1;
    for (int i = 1; i < jobs; i++) {
      Thread helper = new Thread(this::help, "pgslowlog-reader-" + i);
      helper.setDaemon(true);
      helper.start();
    }
  }

  /** A block to fill: a new one, or one that was committed. */
  Block block() {
    Block block = spare.poll();
    return block == null ? new Block() : block;
  }

  /**
   * Has a block read; its owner's commit follows in order.
   *
   * @param block filled; belongs to the pipeline from now on
   */
  void submit(Block block) {
    int bytes = block.bytes().length;
    steps.add(
        new Step(
            block,
            () -> {
              block.owner().commit(block);
              block.clear();
              spare.add(block);
              bytesUnderWay -= bytes;
            }));
    bytesUnderWay += bytes;
    synchronized (unread) {
      unread.add(block);
      unread.notifyAll();
    }
    work(most - 1);
  }

  /** Does something behind all blocks submitted so far. */
  void then(Runnable action) {
    steps.add(new Step(null, action));
    work(most);
  }

  /** Waits until everything is done. */
  void finish() {
    work(0);
  }

  /**
   * Takes back the blocks of an owner that are not committed yet.
   *
   * @return them in order; nobody reads them any more, and they are committed as if they were read
   */
  List<Block> withdraw(Block.Owner owner) {
    List<Block> blocks = new ArrayList<>();
    for (Step step : steps) {
      Block block = step.block();
      if (block != null && block.owner() == owner) {
        blocks.add(block);
      }
    }
    synchronized (unread) {
      blocks.stream().filter(unread::remove).forEach(Block::setRead);
    }
    blocks.forEach(this::await);
    return blocks;
  }

  /** Gives up the room kept for further blocks. */
  void clearSpare() {
    spare.clear();
  }

  // --- the thread that uses the pipeline

  /** Commits what is there, and goes on until no more steps are left than allowed. */
  private void work(int left) {
    if (committing) {
      return;
    }
    while (!steps.isEmpty()) {
      Step step = steps.element();
      Block block = step.block();
      if (block != null && !isRead(block)) {
        if (steps.size() <= left && bytesUnderWay < MAX_BYTES) {
          return;
        }
        readOne(block);
        continue;
      }
      steps.remove();
      committing = true;
      try {
        step.action().run();
      } finally {
        committing = false;
      }
    }
  }

  /** Reads the next block that nobody reads; if all are being read, waits for the first. */
  private void readOne(Block first) {
    Block mine;
    synchronized (unread) {
      mine = unread.poll();
    }
    if (mine == null) {
      await(first);
    } else {
      self.read(mine);
      mine.setRead();
    }
  }

  private boolean isRead(Block block) {
    synchronized (unread) {
      return block.isRead();
    }
  }

  private void await(Block block) {
    boolean interrupted = false;
    synchronized (unread) {
      while (!block.isRead()) {
        try {
          unread.wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  // --- the others

  private void help() {
    Worker worker = new Worker();
    Block block = take();
    while (block != null) {
      worker.read(block);
      synchronized (unread) {
        block.setRead();
        unread.notifyAll();
      }
      block = take();
    }
  }

  private @Nullable Block take() {
    synchronized (unread) {
      while (unread.isEmpty() && !closed) {
        try {
          unread.wait();
        } catch (InterruptedException e) {
          return null;
        }
      }
      return unread.poll();
    }
  }

  /** Ends the threads. */
  @Override
  public void close() {
    synchronized (unread) {
      closed = true;
      unread.clear();
      unread.notifyAll();
    }
  }
}
