package io.github.pgslowlog;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.bytes.StoredLines;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.decode.TimeDecoder;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.language.Language;
import io.github.pgslowlog.language.LanguageDetector;
import io.github.pgslowlog.language.Languages;
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
import java.io.SequenceInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
  private static final int FIRST_MESSAGES = 100;
  private static final int FIRST_MESSAGE_BYTES = 200;
  private static final String NO_OFFSET =
      " no known offset; times are taken as UTC, give --timezone";

  private final UnitOfWork unit;
  private final String name;
  private final AnalyzerOptions options;
  private final LogListener listener;
  private final EntryListener entries;
  private final TimeDecoder times;
  private final List<String> layers = new ArrayList<>();
  private final List<Slice> firstMessages = new ArrayList<>();
  private @Nullable LogFormat format;
  private @Nullable EntryReader reader;
  private @Nullable IOException broken;
  private long lines;
  private long bytes;
  private long count;
  private @Nullable Instant first;
  private @Nullable Instant last;

  LogReader(UnitOfWork unit, AnalyzerOptions options, LogListener listener, EntryListener entries) {
    this.unit = unit;
    this.name = unit.source().name();
    this.options = options;
    this.listener = listener;
    this.entries = entries;
    this.times = new TimeDecoder(options.timeZone());
  }

  Input read() {
    try {
      Decompression.Opened opened = Decompression.peel(unit.source());
      try (InputStream in = opened.in()) {
        TextEncoding.Text text = TextEncoding.of(in);
        layers.addAll(opened.layers());
        if (!text.encoding().isEmpty()) {
          layers.add(text.encoding());
        }
        readFrom(text.in());
      }
    } catch (IOException failure) {
      listener.problem(Problem.damage(name + ": " + reason(failure)));
    }
    String unknown = String.join(", ", times.unknownZones());
    if (!unknown.isEmpty()) {
      boolean several = unknown.contains(",");
      notice(
          (several ? "the zones " : "the zone ")
              + unknown
              + (several ? " have" : " has")
              + NO_OFFSET);
    }
    times.assumptions().forEach(zone -> notice("the zone " + zone + "; if not, give --timezone"));
    return input();
  }

  private void notice(String message) {
    listener.problem(Problem.notice(name + ": " + message));
  }

  private void readFrom(InputStream in) throws IOException {
    byte[] head = head(in);
    if (head.length == 0) {
      stopIfBroken();
      listener.problem(Problem.damage(name + ": the file is empty"));
      return;
    }
    Optional<LogLinePrefix> given = options.logLinePrefix().map(LogLinePrefix::parse);
    given.ifPresent(
        p -> p.warnings().forEach(w -> listener.problem(Problem.notice("log_line_prefix: " + w))));
    LogHead first = new LogHead(head);
    format = detect(head, given);
    while (format == null && broken == null && first.endsInHugeLine()) {
      first.readOn(() -> head(in));
      format = detect(first.window(), given);
    }
    if (format == null) {
      stopIfBroken();
      listener.problem(Problem.damage(unrecognised(head)));
      bytes = head.length;
      return;
    }
    layers.addAll(format.layers());
    LOGGER.debug("{}: {} {}", name, format.records().word(), format.layers());
    IOException failure = broken;
    InputStream rest = failure == null ? in : new BrokenInputStream(() -> failure);
    readEntries(new SequenceInputStream(first.all(), rest), format);
    if (count == 0) {
      listener.problem(Problem.damage(nothingRead(head, given)));
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

  private void readEntries(InputStream in, LogFormat known) throws IOException {
    in.skipNBytes(Math.max(0, unit.from() - 1));
    StoredLines stored = known.open(in, options.maxEntryBytes());
    EntryReader entryReader =
        new EntryReader(
            known, unit, times, options, (e, languages) -> entry(e, languages, stored), listener);
    reader = entryReader;
    try {
      entryReader.read(stored);
    } finally {
      lines = stored.line();
      bytes = stored.nextOffset();
    }
  }

  private void entry(LogEntry entry, Languages languages, StoredLines stored) {
    count++;
    Instant time = entry.time();
    if (time != null) {
      first = first == null ? time : first;
      last = time;
    }
    if (firstMessages.size() < FIRST_MESSAGES) {
      int length = Math.min(entry.message().length(), FIRST_MESSAGE_BYTES);
      firstMessages.add(copy(entry.message(), length));
    }
    entries.entry(entry, languages);
    if (count % PROGRESS_ENTRIES == 0) {
      listener.progress(name, stored.nextOffset());
    }
  }

  private static Slice copy(Slice text, int length) {
    return Slice.of(Arrays.copyOfRange(text.array(), text.from(), text.from() + length));
  }

  private Input input() {
    LogFormat known = format;
    List<String> prefixes = reader == null ? List.of() : reader.prefixes();
    Optional<String> expected =
        known == null
            ? Optional.empty()
            : known.style().map(style -> style.prefixes().get(0).format());
    return new Input(
        name,
        count > 0 && known != null ? known.records().word() : "unknown",
        layers,
        known == null ? List.of() : languages(known),
        prefixes.stream().findFirst().or(() -> expected),
        prefixes.stream().skip(1).toList(),
        options.logLinePrefix().isEmpty(),
        bytes,
        lines,
        count,
        Optional.ofNullable(first),
        Optional.ofNullable(last));
  }

  /** Where a format is read in every language, its first messages tell which it is. */
  private List<String> languages(LogFormat known) {
    Languages languages =
        known.records() == LogFormat.Records.STDERR
            ? known.languages()
            : LanguageDetector.ofMessages(firstMessages);
    return languages.active().stream().map(Language::code).toList();
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
