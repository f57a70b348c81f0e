package io.github.pgslowlog;

import io.github.pgslowlog.block.BlockRecords;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.sample.EpochMicros;
import io.github.pgslowlog.source.Decompression;
import io.github.pgslowlog.source.LogSource;
import io.github.pgslowlog.source.StreamSource;
import io.github.pgslowlog.source.UnitOfWork;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the time of the newest message of logs: in plain files near the end (or the start, where
 * the newest comes first), in others by reading all of them.
 */
final class NewestEntry {
  private static final int HEAD_BYTES = 64 << 10;

  /** How much of the end is looked at; more where no message with a time starts in it. */
  private static final List<Integer> TAIL_BYTES = List.of(256 << 10, 2 << 20, 16 << 20);

  private final AnalyzerOptions options;
  private final int jobs;
  private final int blockBytes;
  private final StopSwitch stop;
  private @Nullable Instant newest;

  NewestEntry(AnalyzerOptions options, int jobs, int blockBytes, StopSwitch stop) {
    this.options = options;
    this.jobs = jobs;
    this.blockBytes = blockBytes;
    this.stop = stop;
  }

  /** Of some logs, empty if none shows a time. */
  Optional<Instant> of(List<LogSource> logs) {
    for (LogSource log : logs) {
      if (log.reopenable() && !stop.ends()) {
        add(log);
      }
    }
    return Optional.ofNullable(newest);
  }

  private void add(LogSource log) {
    Optional<PlainFile> file = PlainFile.of(log);
    if (file.isEmpty() || !addEnds(log.name(), log, file.get())) {
      read(log);
    }
  }

  /** False if there is no time near the end. */
  private boolean addEnds(String name, LogSource log, PlainFile file) {
    for (int bytes : TAIL_BYTES) {
      try {
        if (read(new StreamSource(name, stream(tail(file, bytes))))) {
          read(new StreamSource(name, stream(Decompression.head(log, HEAD_BYTES))));
          return true;
        }
      } catch (IOException unreadable) {
        return false;
      }
      if (file.size() <= bytes) {
        return false;
      }
    }
    return false;
  }

  /** From the start of a line on. */
  private static byte[] tail(PlainFile file, int bytes) throws IOException {
    byte[] tail = file.tail(bytes);
    int from = 0;
    while (file.size() > bytes && from < tail.length && (from == 0 || tail[from - 1] != '\n')) {
      from++;
    }
    return Arrays.copyOfRange(tail, from, tail.length);
  }

  private static ByteArrayInputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  /** Whether it shows any time. */
  private boolean read(LogSource log) {
    Instant before = newest;
    newest = null;
    try (BlockPipeline pipeline = new BlockPipeline(jobs)) {
      LogReader.BlockWay way = new LogReader.BlockWay(pipeline, new Times(), blockBytes, stop);
      new LogReader(UnitOfWork.whole(log), options, new LogListener() {}, way)
          .read(
              input -> {
                input.first().ifPresent(this::see);
                input.last().ifPresent(this::see);
              });
      pipeline.finish();
    }
    boolean found = newest != null;
    if (before != null) {
      see(before);
    }
    return found;
  }

  private void see(Instant time) {
    newest = newest == null || time.isAfter(newest) ? time : newest;
  }

  private final class Times implements RecordListener {
    @Override
    public void record(String file, BlockRecords records, int index) {
      Instant time = EpochMicros.instant(records.timeMicros(index));
      if (time != null) {
        see(time);
      }
    }

    @Override
    public void entry(LogEntry entry, Languages languages) {
      if (entry.time() != null) {
        see(entry.time());
      }
    }
  }
}
