package io.github.pgslowlog;

import io.github.pgslowlog.block.BlockFormat;
import io.github.pgslowlog.block.RawLines;
import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.bytes.StoredLines;
import io.github.pgslowlog.decode.TimeDecoder;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.prefix.LogLinePrefix;
import io.github.pgslowlog.source.DamagedStreamException;
import io.github.pgslowlog.source.Decompression;
import io.github.pgslowlog.source.TextEncoding;
import io.github.pgslowlog.source.UnitOfWork;
import io.github.pgslowlog.wrap.ForeignLog;
import io.github.pgslowlog.wrap.JsonLayer;
import io.github.pgslowlog.wrap.WrapOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.commons.io.input.BrokenInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one unit of work: bytes to messages of the server.
 *
 * <p>A log that cannot be opened, or breaks off, is a {@link Problem}; what was read of it counts.
 */
final class LogReader {
  private static final Logger LOGGER = LoggerFactory.getLogger(LogReader.class);
  static final int DETECTION_BYTES = 256 << 10;
  private static final int PROGRESS_ENTRIES = 2048;
  private static final String NO_OFFSET =
      " no known offset; times are taken as UTC, give --timezone";

  private static final String A_REPORT =
      ":1: this is a saved report, no log; 'pgslowlog report FILE' and 'pgslowlog explain 1 FILE'"
          + " show it";

  private final UnitOfWork unit;
  private final String name;
  private final AnalyzerOptions options;
  private final LogListener listener;
  private final EntryListener entries;
  private final TimeDecoder times;
  private final InputAccumulator input = new InputAccumulator();
  private final Set<String> assumptions = new TreeSet<>();
  private final @Nullable BlockWay blockWay;
  private final StopSwitch stop;
  private @Nullable IOException broken;

  /**
   * How logs are read in blocks.
   *
   * @param pipeline takes the blocks
   * @param records takes what they hold
   * @param blockBytes least length of a block
   * @param stop may end it
   */
  record BlockWay(
      BlockPipeline pipeline, RecordListener records, int blockBytes, StopSwitch stop) {}

  /** Reads message by message. */
  LogReader(
      UnitOfWork unit,
      AnalyzerOptions options,
      LogListener listener,
      EntryListener entries,
      StopSwitch stop) {
    this(unit, options, listener, entries, null, stop);
  }

  /** Reads in blocks where the log allows it. */
  LogReader(UnitOfWork unit, AnalyzerOptions options, LogListener listener, BlockWay blockWay) {
    this(unit, options, listener, blockWay.records(), blockWay, blockWay.stop());
  }

  private LogReader(
      UnitOfWork unit,
      AnalyzerOptions options,
      LogListener listener,
      EntryListener entries,
      @Nullable BlockWay blockWay,
      StopSwitch stop) {
    this.unit = unit;
    this.name = unit.source().name();
    this.options = options;
    this.listener = listener;
    this.entries = entries;
    this.times = new TimeDecoder(options.timeZone());
    this.blockWay = blockWay;
    this.stop = stop;
  }

  Input read() {
    List<Input> inputs = new ArrayList<>();
    read(inputs::add);
    return inputs.get(0);
  }

  /**
   * Reads the log.
   *
   * @param done receives what was found, when all of it is; with blocks that may be later
   */
  void read(Consumer<Input> done) {
    try {
      Decompression.Opened opened = Decompression.peel(unit.source());
      try (InputStream in = opened.in()) {
        TextEncoding.Text text = TextEncoding.of(in);
        input.layers(opened.layers());
        if (!text.encoding().isEmpty()) {
          input.layers(List.of(text.encoding()));
        }
        readFrom(new WatchedLog(text.in(), stop, !unit.source().reopenable()));
      }
    } catch (IOException failure) {
      tell(failure);
    }
    inOrder(() -> finish(done));
  }

  /** Blocks of logs before may still be under way. */
  private void inOrder(Runnable action) {
    if (blockWay == null) {
      action.run();
    } else {
      blockWay.pipeline().then(action);
    }
  }

  private void tell(Problem problem) {
    inOrder(() -> listener.problem(problem));
  }

  /** Where more of it might have told something else. */
  private void tellUnlessStopped(String damage) {
    if (!stop.isUsed()) {
      tell(Problem.damage(damage));
    }
  }

  private void tell(IOException failure) {
    tell(Problem.damage(name + ": " + reason(failure)));
  }

  private void finish(Consumer<Input> done) {
    String unknown = String.join(", ", times.unknownZones());
    if (!unknown.isEmpty()) {
      boolean several = unknown.contains(",");
      notice(
          (several ? "the zones " : "the zone ")
              + unknown
              + (several ? " have" : " has")
              + NO_OFFSET);
    }
    assumptions.addAll(times.assumptions());
    assumptions.forEach(zone -> notice("the zone " + zone + "; if not, give --timezone"));
    done.accept(input.toInput(name, options.logLinePrefix().isEmpty()));
  }

  private void notice(String message) {
    listener.problem(Problem.notice(name + ": " + message));
  }

  private void readFrom(InputStream in) throws IOException {
    byte[] head = head(in);
    if (head.length == 0) {
      stopIfBroken();
      tellUnlessStopped(name + ": the file is empty");
      return;
    }
    Optional<LogLinePrefix> given = options.logLinePrefix().map(LogLinePrefix::parse);
    given.ifPresent(
        p ->
            p.warnings()
                .forEach(w -> tell(Problem.notice("log_line_prefix: " + w + Problem.SEE_DOCTOR))));
    LogHead first = new LogHead(head);
    LogFormat format = detect(head, given);
    while (format == null && broken == null && first.endsInHugeLine()) {
      first.readOn(() -> head(in));
      format = detect(first.window(), given);
    }
    if (format == null) {
      stopIfBroken();
      tellUnlessStopped(isReport(head) ? name + A_REPORT : unrecognised(head) + Problem.SEE_DOCTOR);
      input.position(0, head.length);
      return;
    }
    input.format(format);
    LOGGER.debug("{}: {} {}", name, format.records().word(), format.layers());
    IOException failure = broken;
    InputStream rest = failure == null ? in : new BrokenInputStream(() -> failure);
    readMessages(StreamQueue.of(List.of(first.takeAll(), rest)), format);
    inOrder(
        () -> {
          if (input.messages() == 0 && !stop.isUsed()) {
            listener.problem(Problem.damage(nothingRead(head, given) + Problem.SEE_DOCTOR));
          }
        });
  }

  private void readMessages(InputStream in, LogFormat format) throws IOException {
    Optional<BlockFormat> blocks =
        blockWay == null || unit.from() > 0 || unit.to() < Long.MAX_VALUE
            ? Optional.empty()
            : format.blocks(name, options);
    if (blockWay == null) {
      in.skipNBytes(Math.max(0, unit.from() - 1));
      readEntries(in, format, List.of(), 0, 0);
    } else if (blocks.isEmpty()) {
      blockWay.pipeline().finish();
      readEntries(in, format, List.of(), 0, 0);
    } else {
      BlockLog log =
          new BlockLog(
              name,
              blocks.get(),
              format,
              in,
              blockWay,
              input,
              listener,
              options.maxEntryBytes(),
              carefully(format));
      log.read();
      inOrder(() -> assumptions.addAll(log.assumptions()));
    }
  }

  private static @Nullable LogFormat detect(byte[] head, Optional<LogLinePrefix> given) {
    return new FormatDetector(head, given, WrapOptions.defaults()).detect().orElse(null);
  }

  /** The next bytes; if the stream breaks off within them, what stands before still counts. */
  private byte[] head(InputStream in) {
    byte[] head = new byte[DETECTION_BYTES];
    int length = 0;
    try {
      int read = in.read(head);
      while (read > 0) {
        length += read;
        read = in.read(head, length, head.length - length);
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

  private BlockLog.CarefulReading carefully(LogFormat format) {
    return new BlockLog.CarefulReading() {
      @Override
      public void read(
          InputStream rest, MessagesUnderWay underWay, long linesBefore, long bytesBefore) {
        LogFormat known = underWay.sawTabs() ? format.behindTabs() : format;
        readCarefully(rest, known, underWay.lines(), linesBefore, bytesBefore);
      }

      @Override
      public Optional<Beginning> beginning(byte[] bytes, int length) {
        return Beginning.read(unit, format, options, bytes, length);
      }
    };
  }

  private void readCarefully(
      InputStream rest, LogFormat format, Collection<RawLines> earlier, long lines, long bytes) {
    input.last().ifPresent(times::follow);
    try {
      readEntries(rest, format, earlier, lines, bytes);
    } catch (IOException failure) {
      listener.problem(Problem.damage(name + ": " + reason(failure)));
    }
  }

  private void readEntries(
      InputStream in,
      LogFormat known,
      Collection<RawLines> earlier,
      long linesBefore,
      long bytesBefore)
      throws IOException {
    LogEnd log = new LogEnd(in, stop);
    StoredLines opened = known.open(log, options.maxEntryBytes()).behind(linesBefore, bytesBefore);
    EarlierLines behind = new EarlierLines(earlier, opened);
    StoredLines stored = earlier.isEmpty() ? opened : behind;
    EntryReader reader =
        new EntryReader(
            known,
            unit,
            times,
            options,
            (entry, languages) -> {
              if (log.isCut()) {
                return;
              }
              input.message(entry);
              entries.entry(entry, languages);
              if (input.messages() % PROGRESS_ENTRIES == 0) {
                listener.progress(name, stored.nextOffset());
              }
            },
            new LogListener() {
              @Override
              public void skip(Skip skip) {
                if (!behind.isEarlier() && !log.isCut()) {
                  listener.skip(skip);
                }
              }
            });
    try {
      reader.read(stored);
    } finally {
      input.position(stored.line(), stored.nextOffset());
      input.prefixes(reader.prefixes());
    }
  }

  // --- messages

  private String unrecognised(byte[] head) {
    if (isBinary(head)) {
      return name + ":1: looks like a binary file; give a log as text, compressed or not";
    }
    Optional<String> product = foreign(head).map(ForeignLog::sentence);
    if (product.isEmpty() && JsonLayer.begins(List.of(Slice.of(head)))) {
      return name
          + ":1: looks like JSON, but no object in its first lines holds a message of a PostgreSQL"
          + " server";
    }
    return name
        + ":1: "
        + product.orElse(
            "no line looks like a line of a PostgreSQL log; if it is one in stderr format, give"
                + " its log_line_prefix with --prefix (psql: SHOW log_line_prefix)");
  }

  /** Whether it begins as the JSON report does. */
  private static boolean isReport(byte[] head) {
    int length = Math.min(head.length, 100);
    String text = new String(head, 0, length, StandardCharsets.ISO_8859_1).strip();
    return text.startsWith("{") && text.substring(1).strip().startsWith("\"schemaVersion\"");
  }

  private static Optional<ForeignLog> foreign(byte[] head) {
    int from = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == '\n') {
        Optional<ForeignLog> product = ForeignLog.of(head, from, i);
        if (product.isPresent()) {
          return product;
        }
        from = i + 1;
      }
    }
    return ForeignLog.of(head, from, head.length);
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

  private String nothingRead(byte[] head, Optional<LogLinePrefix> given) {
    Optional<LogLinePrefix> detected =
        given.isEmpty()
            ? Optional.empty()
            : new FormatDetector(head, Optional.empty(), WrapOptions.defaults())
                .detect()
                .flatMap(LogFormat::style)
                .map(style -> style.prefixes().get(0));
    if (given.isEmpty() || detected.equals(given)) {
      return name + ":1: no message starts in it, it holds only the end of one";
    }
    String hint =
        detected
            .map(p -> "; its lines fit " + p + ": give that, or leave out --prefix to detect it")
            .orElse("; is it a PostgreSQL log in stderr format?");
    return name + ":1: no line fits log_line_prefix " + given.orElseThrow() + hint;
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
