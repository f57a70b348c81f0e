package io.github.pgslowlog.block;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.pgslowlog.bytes.LineReader;
import io.github.pgslowlog.bytes.PieceReader;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.decode.RecordDecoder;
import io.github.pgslowlog.decode.TimeDecoder;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.frame.CsvFramer;
import io.github.pgslowlog.frame.Frame;
import io.github.pgslowlog.frame.FrameListener;
import io.github.pgslowlog.frame.JsonRecordFramer;
import io.github.pgslowlog.frame.RecordFrame;
import io.github.pgslowlog.json.JsonObjects;
import io.github.pgslowlog.language.Languages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Both ways through a log, slow and fast. */
enum RecordFormat {
  CSVLOG {
    @Override
    String line(RecordFixture record, Random random) {
      return record.csv(new int[] {23, 24, 26, 26, 26}[random.nextInt(5)]);
    }

    @Override
    void slow(byte[] log, int maxBytes, FrameListener frames) throws IOException {
      LineReader lines =
          new LineReader(new ByteArrayInputStream(log), maxBytes).withoutNulBytes(FILE, frames);
      new CsvFramer(lines, FILE, maxBytes, frames).read();
    }

    @Override
    BlockFormat blocks(int maxBytes) {
      return new CsvBlockFormat(FILE, Languages.all(), Optional.empty(), maxBytes);
    }

    @Override
    BlockReader reader(int maxBytes, RawMessageListener listener) {
      return new CsvBlockReader(Languages.all(), Optional.empty(), maxBytes, listener);
    }
  },
  JSONLOG {
    @Override
    String line(RecordFixture record, Random random) {
      return record.json();
    }

    @Override
    void slow(byte[] log, int maxBytes, FrameListener frames) throws IOException {
      PieceReader pieces =
          new PieceReader(new ByteArrayInputStream(log), 1 << 16).withoutNulBytes(FILE, frames);
      JsonObjects objects = new JsonObjects(pieces, FILE, 10 << 20, false, frames);
      new JsonRecordFramer(objects, FILE, maxBytes, frames).read();
    }

    @Override
    BlockFormat blocks(int maxBytes) {
      return new JsonBlockFormat(FILE, Languages.all(), Optional.empty(), maxBytes);
    }

    @Override
    BlockReader reader(int maxBytes, RawMessageListener listener) {
      return new JsonBlockReader(Languages.all(), Optional.empty(), maxBytes, listener);
    }
  };

  static final String FILE = "postgresql.log";

  static final int MAX_BYTES = 64 << 10;

  /**
   * What was read.
   *
   * @param events messages and skips, in the order of the log
   * @param end index of what was not read
   * @param lines lines before it
   */
  record Result(List<Object> events, int end, long lines) {}

  abstract String line(RecordFixture record, Random random);

  abstract void slow(byte[] log, int maxBytes, FrameListener frames) throws IOException;

  abstract BlockFormat blocks(int maxBytes);

  abstract BlockReader reader(int maxBytes, RawMessageListener listener);

  /** What the slow path makes of a log from an index on, behind a message. */
  List<Object> slow(byte[] log, int from, long linesBefore, int maxBytes) {
    byte[] before =
        from == 0 ? new byte[0] : line(RecordFixture.of("x"), new Random(0)).getBytes(UTF_8);
    byte[] rest = Arrays.copyOf(before, before.length + log.length - from);
    System.arraycopy(log, from, rest, before.length, log.length - from);
    long bytes = (long) from - before.length;
    long lines = linesBefore - (from == 0 ? 0 : 1);
    List<Object> events = new ArrayList<>();
    RecordDecoder decoder =
        new RecordDecoder(new TimeDecoder(Optional.empty()), Languages.all()::severity);
    FrameListener frames =
        new FrameListener() {
          @Override
          public void frame(Frame frame) {
            events.add(moved(decoder.decode((RecordFrame) frame), bytes, lines));
          }

          @Override
          public void skip(Skip skip) {
            Location place = moved(skip.location(), bytes, lines);
            events.add(new Skip(skip.reason(), place, skip.lostMicros()));
          }
        };
    try {
      slow(rest, maxBytes, frames);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return from == 0 ? events : events.subList(1, events.size());
  }

  /** What the fast path makes of a log, until it stops, in one block. */
  Result fast(byte[] log, int maxBytes) {
    return fast(log, log.length, maxBytes);
  }

  /** What the fast path makes of a log, until it stops, in blocks of about some bytes. */
  Result fast(byte[] log, int blockBytes, int maxBytes) {
    List<Object> events = new ArrayList<>();
    long[] lines = {1};
    BlockReader reader =
        reader(maxBytes, (message, out) -> events.add(moved(message.toEntry(FILE), 0, lines[0])));
    BlockFormat format = blocks(maxBytes);
    BlockRecords out = new BlockRecords();
    int at = 0;
    int size = blockBytes;
    while (at < log.length) {
      int to = at + size >= log.length ? log.length : format.lastStart(log, at, at + size);
      if (to < 0) {
        size *= 2;
        continue;
      }
      size = blockBytes;
      int end = reader.read(log, at, to, at, out);
      lines[0] += out.lines();
      out.clear();
      at = end;
      if (end < to) {
        break;
      }
    }
    return new Result(events, at, lines[0] - 1);
  }

  private static LogEntry moved(LogEntry entry, long bytes, long lines) {
    return new LogEntry(
        moved(entry.location(), bytes, lines),
        entry.time(),
        entry.origin(),
        entry.severity(),
        entry.sqlState(),
        entry.message(),
        entry.detail(),
        entry.context(),
        entry.statement());
  }

  private static Location moved(Location place, long bytes, long lines) {
    return new Location(FILE, place.line() + lines, place.offset() + bytes);
  }
}
