package io.github.pgslowlog;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.source.Archives;
import io.github.pgslowlog.source.Decompression;
import io.github.pgslowlog.source.DuplicateSources;
import io.github.pgslowlog.source.LogSource;
import io.github.pgslowlog.source.SourceHead;
import io.github.pgslowlog.source.SourceOrder;
import io.github.pgslowlog.source.StreamSource;
import io.github.pgslowlog.source.UnitOfWork;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The logs to read, in the order they were written in: archives opened, logs given twice left out.
 *
 * <p>A log that passes by once, such as standard input, keeps its place and is opened by {@link
 * Archives#visit}.
 */
final class InputOrder {
  /**
   * Holds the first entry of nearly every log; one that is longer is cut, its time stands first.
   */
  private static final int HEAD_BYTES = 64 << 10;

  private final HeadReader reader;
  private final Consumer<Problem> problems;

  InputOrder(HeadReader reader, Consumer<Problem> problems) {
    this.reader = reader;
    this.problems = problems;
  }

  /** Reads a head as the log itself is read, and tells nobody. */
  static HeadReader headReader(AnalyzerOptions options) {
    return (source, head) -> {
      LogSource start = new StreamSource(source.name(), new ByteArrayInputStream(head));
      return new LogReader(
              UnitOfWork.whole(start),
              options,
              new LogListener() {},
              (entry, languages) -> {},
              StopSwitch.never())
          .read()
          .first();
    };
  }

  List<LogSource> of(List<LogSource> given) {
    List<LogSource> logs = new ArrayList<>();
    given.forEach(source -> logs.addAll(Archives.expand(source, problems)));
    if (logs.size() < 2) {
      return logs;
    }
    List<SourceHead> heads = logs.stream().map(this::head).toList();
    List<SourceHead> sorted = SourceOrder.sort(DuplicateSources.leaveOut(heads, problems));
    return sorted.stream().map(SourceHead::source).toList();
  }

  private SourceHead head(LogSource source) {
    byte[] head = source.reopenable() ? Decompression.head(source, HEAD_BYTES) : new byte[0];
    return SourceHead.of(
        source, head.length == 0 ? Optional.empty() : reader.firstTime(source, head), head);
  }
}
