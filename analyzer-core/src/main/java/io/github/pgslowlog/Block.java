package io.github.pgslowlog;

import io.github.pgslowlog.block.BlockFormat;
import io.github.pgslowlog.block.BlockReader;
import io.github.pgslowlog.block.BlockRecords;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A piece of a log that begins where a message starts, and what was read in it. Reused. */
final class Block {
  /** A log that is read in blocks. */
  interface Owner {
    /** How its blocks are read. */
    BlockFormat format();

    /** Takes a block that was read; the blocks before were taken. */
    void commit(Block block);
  }

  private static final int INITIAL_BYTES = 64 << 10;

  private final BlockRecords records = new BlockRecords();
  private byte[] bytes = new byte[INITIAL_BYTES];
  private int length;
  private long offset;
  private @Nullable Owner owner;
  private boolean read;
  private int stop;
  private List<String> assumptions = List.of();
  private @Nullable Throwable failure;

  /** Makes room; what is there stays. */
  byte[] room(int size) {
    if (bytes.length < size) {
      bytes = Arrays.copyOf(bytes, size);
    }
    return bytes;
  }

  /** Describes the block, filled before. */
  Block fill(Owner log, long placeInLog, int byteCount) {
    owner = log;
    offset = placeInLog;
    length = byteCount;
    read = false;
    stop = 0;
    failure = null;
    return this;
  }

  /** Drops its first bytes while it is filled. */
  void drop(int count, int byteCount) {
    System.arraycopy(bytes, count, bytes, 0, byteCount - count);
  }

  /** Hands over its bytes from an index on, and forgets all. */
  InputStream take(int index) {
    records.clear();
    return new ByteArrayInputStream(takeBytes(), index, length - index);
  }

  /** Hands over its bytes. */
  byte[] takeBytes() {
    byte[] taken = bytes;
    bytes = new byte[0];
    return taken;
  }

  /** Forgets what was read and keeps the room, unless that is large. */
  void clear() {
    records.clear();
    if (bytes.length > BlockCutter.KEPT_BYTES) {
      bytes = new byte[INITIAL_BYTES];
    }
  }

  Owner owner() {
    if (owner == null) {
      throw new IllegalStateException("the block was not filled");
    }
    return owner;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Bytes of the log before the block. */
  long offset() {
    return offset;
  }

  /** Index of the first message that was not read; the length if all were. */
  int stop() {
    return stop;
  }

  /** Zones that stand for several offsets, and how they were read. */
  List<String> assumptions() {
    return assumptions;
  }

  BlockRecords records() {
    return records;
  }

  // --- reading, on any thread

  /** Reads the block; what goes wrong, {@link #check} tells. */
  void read(Supplier<BlockReader> readers) {
    try {
      BlockReader reader = readers.get();
      stop = reader.read(bytes, 0, length, offset, records);
      assumptions = reader.times().assumptions();
      if (!reader.times().unknownZones().isEmpty()) {
        records.clear();
        stop = 0;
      }
    } catch (RuntimeException | Error thrown) {
      failure = thrown;
    }
  }

  void setRead() {
    read = true;
  }

  boolean isRead() {
    return read;
  }

  /** Throws on what went wrong while the block was read, on the thread that commits it. */
  void check() {
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }
}
