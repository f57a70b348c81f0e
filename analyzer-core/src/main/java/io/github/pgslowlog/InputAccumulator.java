package io.github.pgslowlog;

import io.github.pgslowlog.block.BlockRecords;
import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.language.Language;
import io.github.pgslowlog.language.LanguageDetector;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.LogLinePrefix;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts what was found in one log, in the order of the log. */
final class InputAccumulator {
  private static final int FIRST_MESSAGES = 100;
  private static final int FIRST_MESSAGE_BYTES = 200;

  private final List<String> layers = new ArrayList<>();
  private final List<String> prefixes = new ArrayList<>();
  private final List<Slice> firstMessages = new ArrayList<>();
  private @Nullable LogFormat format;
  private long lines;
  private long bytes;
  private long messages;
  private @Nullable Instant first;
  private @Nullable Instant last;

  void layers(List<String> outermostFirst) {
    layers.addAll(outermostFirst);
  }

  void format(LogFormat known) {
    format = known;
    layers.addAll(known.layers());
  }

  /** How far the log was read. */
  void position(long linesRead, long bytesRead) {
    lines = linesRead;
    bytes = bytesRead;
  }

  void prefixes(List<String> met) {
    met.stream().filter(prefix -> !prefixes.contains(prefix)).forEach(this::prefix);
  }

  /** One that lines were read with until the first of a background process showed its %q. */
  private void prefix(String met) {
    String before = LogLinePrefix.parse(met).withoutStop().format();
    if (prefixes.contains(before)) {
      prefixes.set(prefixes.indexOf(before), met);
    } else {
      prefixes.add(met);
    }
  }

  void message(LogEntry entry) {
    messages++;
    times(entry.time(), entry.time());
    if (firstMessages.size() < FIRST_MESSAGES) {
      Slice text = entry.message();
      int to = text.from() + Math.min(text.length(), FIRST_MESSAGE_BYTES);
      firstMessages.add(Slice.of(Arrays.copyOfRange(text.array(), text.from(), to)));
    }
  }

  void firstMessages(BlockRecords records) {
    int room = FIRST_MESSAGES - firstMessages.size();
    if (room > 0) {
      records.firstMessages().stream().limit(room).forEach(firstMessages::add);
    }
  }

  /** Messages of a block up to some place, of which the block tells the time of the first. */
  void messages(long count, BlockRecords records, long lastTime) {
    messages += count;
    times(
        lastTime == BlockRecords.NO_TIME ? null : instant(records.firstTime()), instant(lastTime));
  }

  private static @Nullable Instant instant(long micros) {
    return micros == BlockRecords.NO_TIME ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private void times(@Nullable Instant earliest, @Nullable Instant latest) {
    first = first == null ? earliest : first;
    last = latest == null ? last : latest;
  }

  long messages() {
    return messages;
  }

  /** Time of the last message that shows one. */
  Optional<Instant> last() {
    return Optional.ofNullable(last);
  }

  long lines() {
    return lines;
  }

  Input toInput(String name, boolean detected) {
    LogFormat known = format;
    Optional<String> expected =
        known == null
            ? Optional.empty()
            : known.style().map(style -> style.prefixes().get(0).format());
    return new Input(
        name,
        messages > 0 && known != null ? known.records().word() : "unknown",
        layers,
        known == null ? List.of() : languages(known),
        prefixes.stream().findFirst().or(() -> expected),
        prefixes.stream().skip(1).toList(),
        detected,
        bytes,
        lines,
        messages,
        Optional.ofNullable(first),
        last());
  }

  /** Where a format is read in every language, its first messages tell which it is. */
  private List<String> languages(LogFormat known) {
    Languages languages =
        known.records() == LogFormat.Records.STDERR
            ? known.languages()
            : LanguageDetector.ofMessages(firstMessages);
    return languages.active().stream().map(Language::code).toList();
  }
}
