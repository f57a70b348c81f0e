package io.github.pgslowlog;

import io.github.pgslowlog.bytes.LineReader;
import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.bytes.TextDecoder;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.decode.StderrDecoder;
import io.github.pgslowlog.decode.TimeDecoder;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.frame.Frame;
import io.github.pgslowlog.frame.FrameListener;
import io.github.pgslowlog.frame.StderrFrame;
import io.github.pgslowlog.frame.StderrFramer;
import io.github.pgslowlog.prefix.LogLinePrefix;
import io.github.pgslowlog.prefix.PrefixDetector;
import io.github.pgslowlog.source.DamagedStreamException;
import io.github.pgslowlog.source.Decompression;
import io.github.pgslowlog.source.UnitOfWork;
import io.github.pgslowlog.statement.SessionTracker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.io.input.BrokenInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one unit of work: bytes to statements.
 *
 * <p>A log that cannot be opened, or breaks off, is a {@link Problem}; what was read of it counts.
 */
final class LogReader {
  private static final Logger LOGGER = LoggerFactory.getLogger(LogReader.class);
  private static final int DETECTION_BYTES = 256 << 10;
  private static final Pattern CSVLOG =
      Pattern.compile("^\"?\\d{4}-\\d\\d-\\d\\d [\\d:.]+ [^,\"]{1,8}\"?,[\",]");
  private static final int PROGRESS_ENTRIES = 2048;

  private final UnitOfWork unit;
  private final String name;
  private final AnalyzerOptions options;
  private final LogListener listener;
  private final SessionTracker sessions;
  private final TimeDecoder times;
  private final StderrDecoder decoder;
  private @Nullable LogLinePrefix prefix;
  private @Nullable IOException broken;
  private long lines;
  private long bytes;
  private long entries;
  private @Nullable Instant first;
  private @Nullable Instant last;

  LogReader(
      UnitOfWork unit, AnalyzerOptions options, LogListener listener, SessionTracker sessions) {
    this.sessions = sessions;
    this.unit = unit;
    this.name = unit.source().name();
    this.options = options;
    this.listener = listener;
    this.times = new TimeDecoder(options.timeZone());
    this.decoder = new StderrDecoder(times);
  }

  Input read() {
    try (InputStream in = Decompression.open(unit.source())) {
      readFrom(in);
    } catch (IOException failure) {
      listener.problem(Problem.damage(name + ": " + reason(failure)));
    }
    times
        .unknownZones()
        .forEach(
            zone ->
                listener.problem(
                    Problem.notice(
                        name
                            + ": the zone "
                            + zone
                            + " has no known offset; times are taken as UTC, give --timezone")));
    return input();
  }

  private void readFrom(InputStream in) throws IOException {
    byte[] head = head(in);
    if (head.length == 0) {
      stopIfBroken();
      listener.problem(Problem.damage(name + ": the file is empty"));
      return;
    }
    Optional<LogLinePrefix> detected =
        otherTextFormat(head).isPresent() ? Optional.empty() : PrefixDetector.detect(lines(head));
    prefix = options.logLinePrefix().map(LogLinePrefix::parse).or(() -> detected).orElse(null);
    if (prefix == null) {
      stopIfBroken();
      listener.problem(Problem.damage(unrecognised(head)));
      bytes = head.length;
      return;
    }
    LOGGER.debug("{}: log_line_prefix {}", name, prefix);
    prefix.warnings().forEach(w -> listener.problem(Problem.notice("log_line_prefix: " + w)));
    IOException failure = broken;
    InputStream rest = failure == null ? in : new BrokenInputStream(() -> failure);
    frames(new SequenceInputStream(new ByteArrayInputStream(head), rest), prefix);
    if (entries == 0) {
      listener.problem(Problem.damage(mismatch(prefix, detected)));
    }
  }

  /** The first bytes; if the stream breaks off within them, what stands before still counts. */
  private byte[] head(InputStream in) {
    byte[] head = new byte[DETECTION_BYTES];
    int length = 0;
    try {
      int count = in.read(head);
      while (count > 0) {
        length += count;
        count = in.read(head, length, head.length - length);
      }
    } catch (IOException failure) {
      broken = failure;
    }
    return Arrays.copyOf(head, length);
  }

  private void stopIfBroken() throws IOException {
    if (broken != null) {
      throw broken;
    }
  }

  private void frames(InputStream in, LogLinePrefix known) throws IOException {
    in.skipNBytes(Math.max(0, unit.from() - 1));
    LineReader reader = new LineReader(in, options.maxEntryBytes());
    boolean midLog = unit.from() > 0 && reader.next();
    StderrFramer framer =
        new StderrFramer(
            reader,
            Math.max(0, unit.from() - 1),
            known.matcher(),
            name,
            options.maxEntryBytes(),
            frameListener(reader));
    try {
      framer.read(midLog, unit.to());
    } finally {
      lines = reader.line();
      bytes = reader.nextOffset();
    }
  }

  private FrameListener frameListener(LineReader reader) {
    return new FrameListener() {
      @Override
      public void frame(Frame frame) {
        if (frame instanceof StderrFrame stderr) {
          entry(decoder.decode(stderr));
        }
        if (entries % PROGRESS_ENTRIES == 0) {
          listener.progress(name, reader.nextOffset());
        }
      }

      @Override
      public void skip(Skip skip) {
        listener.skip(skip);
      }
    };
  }

  private void entry(LogEntry entry) {
    entries++;
    Instant time = entry.time();
    if (time != null) {
      first = first == null ? time : first;
      last = time;
    }
    sessions.accept(entry);
  }

  private Input input() {
    return new Input(
        name,
        entries > 0 ? "stderr" : "unknown",
        Optional.ofNullable(prefix).map(LogLinePrefix::format),
        options.logLinePrefix().isEmpty(),
        bytes,
        lines,
        entries,
        Optional.ofNullable(first),
        Optional.ofNullable(last));
  }

  private static List<Slice> lines(byte[] head) {
    List<Slice> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == '\n') {
        lines.add(Slice.of(head, start, i));
        start = i + 1;
      }
    }
    if (start < head.length) {
      lines.add(Slice.of(head, start, head.length));
    }
    return lines;
  }

  // --- messages

  private String unrecognised(byte[] head) {
    String what =
        otherFormat(head)
            .orElse(
                "no line looks like a line of a PostgreSQL log in stderr format; if it is one, give"
                    + " its log_line_prefix with --prefix (psql: SHOW log_line_prefix)");
    return name + ":1: " + what;
  }

  private static Optional<String> otherFormat(byte[] head) {
    return isBinary(head)
        ? Optional.of("looks like a binary file; give a text log, or one compressed with gzip")
        : otherTextFormat(head);
  }

  /** Formats whose records may hold lines that look like those of stderr. */
  private static Optional<String> otherTextFormat(byte[] head) {
    String start = TextDecoder.decode(head, 0, Math.min(head.length, 200));
    if (start.startsWith("{") || start.startsWith("[{")) {
      return Optional.of("looks like JSON, which is not read yet; give the stderr log beside it");
    }
    return CSVLOG.matcher(start).find()
        ? Optional.of("looks like csvlog, which is not read yet; give the stderr log beside it")
        : Optional.empty();
  }

  private static boolean isBinary(byte[] head) {
    int control = 0;
    for (byte b : head) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
        control++;
      }
    }
    return control > head.length / 100;
  }

  private String mismatch(LogLinePrefix given, Optional<LogLinePrefix> detected) {
    if (detected.filter(given::equals).isPresent()) {
      return name + ":1: no message starts in it, it holds only the end of one";
    }
    String hint =
        detected
            .map(p -> "; its lines fit " + p + ": give that, or leave out --prefix to detect it")
            .orElse("; is it a PostgreSQL log in stderr format?");
    return name + ":1: no line fits log_line_prefix " + given + hint;
  }

  private static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied; read it as its owner or root";
    }
    if (failure instanceof DamagedStreamException) {
      return failure.getMessage() + "; what stands before it was read";
    }
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
