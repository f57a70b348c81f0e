package io.github.pgslowlog;

import io.github.pgslowlog.block.BlockFormat;
import io.github.pgslowlog.block.BlockRecords;
import io.github.pgslowlog.block.LooseEnds;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.fingerprint.KnownStatements;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.io.input.BrokenInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log on its way through the pipeline in blocks. From the first message that a block's reader
 * does not take for ordinary, the log is read carefully to its end.
 */
final class BlockLog implements Block.Owner {
  private static final Logger LOGGER = LoggerFactory.getLogger(BlockLog.class);

  /** 4 MiB: with a longer message in it, a log is read without blocks, for memory's sake. */
  private static final int MAX_BLOCK_BYTES = 4 << 20;

  private final String name;
  private final BlockFormat format;
  private final LogFormat log;
  private final RecordListener records;
  private final InputAccumulator input;
  private final LogListener listener;
  private final CarefulReading carefully;
  private final BlockPipeline pipeline;
  private final BlockCutter cutter;
  private final MessagesUnderWay underWay;
  private final InputStream in;
  private final StopSwitch stop;
  private final Set<String> assumptions = new TreeSet<>();
  private boolean ended;
  private boolean careful;
  private @Nullable IOException failure;

  /** Reads the rest of a log without blocks. */
  interface CarefulReading {
    /**
     * Reads to the end.
     *
     * @param rest the log from a line on that starts a message, or goes on with one under way
     * @param underWay messages before it that are not handed on yet
     * @param linesBefore lines before it
     * @param bytesBefore bytes before it
     */
    void read(InputStream rest, MessagesUnderWay underWay, long linesBefore, long bytesBefore);

    /**
     * Reads what stands before the first message.
     *
     * @param bytes holds the log
     * @param length number of bytes before the first message
     * @return empty if that cannot be read apart from the rest
     */
    Optional<Beginning> beginning(byte[] bytes, int length);
  }

  BlockLog(
      String name,
      BlockFormat format,
      LogFormat log,
      InputStream in,
      LogReader.BlockWay way,
      InputAccumulator input,
      LogListener listener,
      int maxEntryBytes,
      CarefulReading carefully) {
    this.name = name;
    this.format = format;
    this.log = log;
    this.in = in;
    this.pipeline = way.pipeline();
    this.records = way.records();
    this.input = input;
    this.listener = listener;
    this.carefully = carefully;
    this.underWay =
        new MessagesUnderWay(
            name,
            maxEntryBytes,
            () -> format.reader(new KnownStatements()),
            listener::skip,
            this::commitMessage);
    this.stop = way.stop();
    this.cutter = new BlockCutter(in, format, way.blockBytes(), MAX_BLOCK_BYTES, stop);
  }

  @Override
  public BlockFormat format() {
    return format;
  }

  /** Submits the whole log; that does not mean that all of it is committed. */
  void read() {
    while (!ended) {
      Block block = pipeline.block();
      long offset = cutter.offset();
      int length;
      try {
        length = cutter.next(block);
      } catch (IOException broken) {
        failure = broken;
        length = BlockCutter.UNCUT;
      }
      if (length > 0) {
        int first = offset == 0 ? skipBeginning(block, length) : 0;
        pipeline.submit(block.fill(this, offset + first, length - first));
      } else if (length == 0) {
        ended = true;
      } else {
        pipeline.finish();
        if (!careful) {
          goOnCarefully(new ArrayList<>(), offset);
        }
      }
    }
    pipeline.then(this::finish);
  }

  /**
   * What is under way at the end ends there; if the log was read on carefully, so it did, and if it
   * was not read to its end, nobody knows.
   */
  private void finish() {
    if (!careful && !stop.isUsed()) {
      underWay.finish();
    }
  }

  /** Number of bytes before the first message, 0 if it has to be read by other means. */
  private int skipBeginning(Block block, int length) {
    int first = format.firstStart(block.bytes(), 0, length);
    Optional<Beginning> beginning =
        first <= 0 ? Optional.empty() : carefully.beginning(block.bytes(), first);
    if (beginning.isEmpty()) {
      return 0;
    }
    block.drop(first, length);
    Beginning skipped = beginning.get();
    pipeline.then(
        () -> {
          skipped.skips().forEach(listener::skip);
          input.position(skipped.lines(), first);
        });
    return first;
  }

  @Override
  public void commit(Block block) {
    block.check();
    if (careful) {
      return;
    }
    BlockRecords read = block.records();
    LooseEnds ends = read.looseEnds();
    if (!underWay.fits(ends, block.bytes(), block.length())) {
      goOnCarefully(block, 0);
      return;
    }
    long linesBefore = input.lines();
    int done = 0;
    long messages = 0;
    for (LooseEnds.Event event : ends.events()) {
      done = commit(read, done, event.records(), linesBefore);
      input.messages(event.messages() - messages, read, event.lastTime());
      messages = event.messages();
      underWay.accept(event, block.bytes(), block.offset(), linesBefore);
    }
    commit(read, done, read.size(), linesBefore);
    input.messages(read.messages() - messages, read, read.lastTime());
    input.firstMessages(read);
    underWay.endBlock(ends, block.bytes(), block.offset(), linesBefore);
    assumptions.addAll(block.assumptions());
    seePrefix(read);
    long behind = block.offset() + block.stop();
    input.position(linesBefore + read.lines(), behind);
    listener.progress(name, behind);
    if (block.stop() < block.length()) {
      goOnCarefully(block, block.stop());
    }
  }

  /** Commits the records before an index, and tells the index. */
  private int commit(BlockRecords read, int from, int to, long linesBefore) {
    for (int i = from; i < to; i++) {
      if (read.statement(i) == null) {
        records.entry(moved(read.entry(i), linesBefore), log.languages());
      } else {
        records.record(name, read, i);
      }
    }
    return to;
  }

  /** Commits a message of a block before. */
  private void commitMessage(BlockRecords read, long linesBefore) {
    commit(read, 0, read.size(), linesBefore);
    input.messages(read.messages(), read, read.lastTime());
    input.firstMessages(read);
    seePrefix(read);
  }

  private void seePrefix(BlockRecords read) {
    if (read.messages() > 0 && log.records() == LogFormat.Records.STDERR) {
      log.style().ifPresent(style -> input.prefixes(List.of(style.prefixes().get(0).format())));
    }
  }

  private void goOnCarefully(Block block, int index) {
    long offset = block.offset() + index;
    List<InputStream> pieces = new ArrayList<>();
    pieces.add(block.take(index));
    pipeline.withdraw(this).forEach(later -> pieces.add(later.take(0)));
    goOnCarefully(pieces, offset);
  }

  /** Its line counted from the start of the block. */
  private static LogEntry moved(LogEntry entry, long linesBefore) {
    Location place = entry.location();
    return new LogEntry(
        new Location(place.file(), linesBefore + place.line() + 1, place.offset()),
        entry.time(),
        entry.origin(),
        entry.severity(),
        entry.sqlState(),
        entry.message(),
        entry.detail(),
        entry.context(),
        entry.statement());
  }

  /** The pieces are let go one by one as they are read. */
  private void goOnCarefully(List<InputStream> pieces, long bytesBefore) {
    LOGGER.debug("{}: from byte {} on read without blocks", name, bytesBefore);
    careful = true;
    ended = true;
    IOException reason = failure;
    pieces.add(cutter.takeRest());
    pieces.add(reason == null ? in : new BrokenInputStream(() -> reason));
    InputStream rest = StreamQueue.of(pieces);
    pieces.clear();
    pipeline.clearSpare();
    carefully.read(rest, underWay, input.lines(), bytesBefore);
  }

  /** Zones that stand for several offsets, and how they were read. */
  Set<String> assumptions() {
    return assumptions;
  }
}
