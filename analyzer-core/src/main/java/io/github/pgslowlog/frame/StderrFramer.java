package io.github.pgslowlog.frame;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.bytes.LostDuration;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.diagnostics.SkipReason;
import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.language.Labels;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.LineHead;
import io.github.pgslowlog.prefix.LogLinePrefix;
import io.github.pgslowlog.prefix.PrefixMatcher;
import io.github.pgslowlog.wrap.ForeignLog;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the stderr format into messages.
 *
 * <p>A line that begins with a tab continues the text before it, less that one tab; a line that
 * begins with prefix and severity starts a message; prefix and another label start a section of the
 * message before. Text that looks like a log line inside a statement always has the tab, so it is
 * never mistaken. Lines of several {@linkplain Lines#stream() streams} are put together for each
 * stream apart.
 */
public final class StderrFramer {
  private final Lines lines;
  private final @Nullable InterleavedLines interleaved;
  private final PrefixHeads heads;
  private final Labels labels;
  private final String file;
  private final OpenMessages open;
  private final FrameListener listener;
  private final long firstOffset;
  private LineHead head;
  private boolean waiting;

  /**
   * Reads messages from lines.
   *
   * @param lines the log, from the start of a line on
   * @param firstOffset offset of the first line in the log
   * @param style its log_line_prefix, and how its lines go on
   * @param languages those of the labels
   * @param file name of the log
   * @param maxEntryBytes bound on the text of one message; what is over it is left out and told
   * @param listener receives messages and skips
   */
  public StderrFramer(
      Lines lines,
      long firstOffset,
      StderrStyle style,
      Languages languages,
      String file,
      int maxEntryBytes,
      FrameListener listener) {
    PrefixMatcher matcher = style.prefixes().get(0).matcher();
    LineHead own = new LineHead(matcher, languages);
    StderrLayout layout = style.layout();
    this.interleaved = interleaved(lines, matcher, own, layout);
    this.lines = interleaved == null ? untabbed(lines, own, layout, languages) : interleaved;
    this.firstOffset = firstOffset;
    this.heads = new PrefixHeads(style, languages);
    this.head = heads.first();
    this.labels = languages.labels();
    this.file = file;
    this.open = new OpenMessages(maxEntryBytes, listener);
    this.listener = listener;
  }

  private static @Nullable InterleavedLines interleaved(
      Lines lines, PrefixMatcher matcher, LineHead own, StderrLayout layout) {
    if (layout.continuation() != StderrLayout.Continuation.TAB
        || !InterleavedLines.isPossible(matcher)) {
      return null;
    }
    InterleavedLines interleaved = new InterleavedLines(lines, own);
    if (layout.interleaved()) {
      interleaved.activate();
    }
    return interleaved;
  }

  private static Lines untabbed(
      Lines lines, LineHead own, StderrLayout layout, Languages languages) {
    return layout.continuation() == StderrLayout.Continuation.TAB
        ? lines
        : new UntabbedLines(lines, own, layout.blanks(), languages);
  }

  /**
   * Reads every message whose first byte is before an offset, to its end.
   *
   * @param midLog whether the lines start somewhere in the middle of the log: what comes before the
   *     first message then belongs to the unit before and is passed over
   * @param endOffset offset in the log behind the last byte that may start a message
   * @return number of lines read
   * @throws IOException when the stream cannot go on; what was read before was reported
   */
  public long read(boolean midLog, long endOffset) throws IOException {
    waiting = midLog;
    long count = 0;
    try {
      while (lines.next()) {
        LineKind kind = kind();
        boolean starts = kind == LineKind.MESSAGE;
        long offset = firstOffset + lines.offset();
        if (starts && offset >= endOffset) {
          break;
        }
        if (waiting && !starts) {
          if (offset >= endOffset) {
            break;
          }
          continue;
        }
        waiting = false;
        count++;
        accept(kind, offset);
      }
    } finally {
      finish();
    }
    return count;
  }

  /**
   * Reads the lines that are there now, where another framer finds those of this format among its
   * own; no message is handed on until the next starts or {@link #finish()} is called.
   *
   * @throws IOException when the lines cannot be read
   */
  public void readSome() throws IOException {
    while (lines.next()) {
      accept(kind(), firstOffset + lines.offset());
    }
  }

  /** Hands on the messages under way. */
  public void finish() {
    open.finish();
  }

  /**
   * The prefixes that lines were found to start with.
   *
   * @return the first for most lines, then those that it changed to, each once
   */
  public List<LogLinePrefix> prefixes() {
    return heads.met();
  }

  /**
   * The languages of the labels read so far.
   *
   * @return as given, or all of them once a line showed another
   */
  public Languages languages() {
    return heads.languages();
  }

  /**
   * Whether lines are passed over that the unit before reads; it also tells what is wrong with
   * them.
   *
   * @return true until the first message of a unit in the middle of a log
   */
  public boolean isWaiting() {
    return waiting;
  }

  /** What a line is. */
  private enum LineKind {
    /** Starts a message. */
    MESSAGE,
    /** Starts a section of the open message. */
    SECTION,
    /** Goes on with the text before, behind a line feed; its tab is taken off. */
    TABBED,
    /** Goes on with the text before, behind a line feed. */
    CONTINUED,
    /** Goes on with the text before, in the same line. */
    APPENDED,
    /** The DETAIL of the open message. */
    DETAIL,
    /** Nothing that a server writes. */
    FOREIGN
  }

  private LineKind kind() {
    byte[] buffer = lines.buffer();
    int from = lines.start();
    int to = lines.end();
    Lines.Part part = lines.part();
    if (part == Lines.Part.DETAIL) {
      return LineKind.DETAIL;
    }
    if (from < to && buffer[from] == '\t' && part != Lines.Part.APPENDED) {
      return LineKind.TABBED;
    }
    LineHead found = heads.find(buffer, from, to, part == Lines.Part.LINE);
    if (found != null) {
      head = found;
      boolean severity = head.label().isSeverity();
      if (part == Lines.Part.LINE) {
        return severity ? LineKind.MESSAGE : LineKind.SECTION;
      }
      if (!severity) {
        return LineKind.SECTION;
      }
    }
    return switch (part) {
      case CONTINUED -> LineKind.CONTINUED;
      case APPENDED -> LineKind.APPENDED;
      default -> LineKind.FOREIGN;
    };
  }

  private void accept(LineKind kind, long offset) {
    byte[] buffer = lines.buffer();
    int from = lines.start();
    int to = lines.end();
    OpenMessages.Stream stream = open.stream(lines.stream());
    switch (kind) {
      case MESSAGE -> {
        stream.skipping = false;
        stream.beginning.start();
        stream.assembler.start(place(offset), head, lines);
      }
      case SECTION -> section(stream, offset, buffer, to);
      case FOREIGN -> {
        if (from < to) {
          foreign(stream, offset);
        }
      }
      default -> {
        if (isContinuation(stream, offset)) {
          continuation(stream.assembler, kind, buffer, from, to);
        }
      }
    }
    if (lines.cut() && stream.assembler.isOpen() && !stream.skipping) {
      stream.assembler.markOversized(place(offset));
    }
    open.bound(stream);
  }

  /** No server writes an empty line; it is passed over. */
  private void foreign(OpenMessages.Stream stream, long offset) {
    byte[] buffer = lines.buffer();
    int from = lines.start();
    int to = lines.end();
    stream.skipping = true;
    if (ForeignLog.of(buffer, from, to).isPresent()) {
      skip(SkipReason.OTHER_PROGRAM, offset, 0);
      return;
    }
    long lostMicros = LostDuration.micros(buffer, from, to);
    if (stream.beginning.isStarted()) {
      if (interleaved != null) {
        interleaved.activate();
      }
      skip(SkipReason.NO_PREFIX, offset, lostMicros);
    } else {
      beforeFirstMessage(stream.beginning, offset, lostMicros);
    }
  }

  /**
   * What a container prints before it starts the server, or the rest of a message whose start is
   * not in the log: that can only be the first line, and those with a tab.
   */
  private void beforeFirstMessage(StreamStart beginning, long offset, long lostMicros) {
    boolean only = lines.stream() == 0;
    boolean likeServer = lostMicros > 0 || hasLabel();
    if (only && likeServer) {
      skip(SkipReason.NO_PREFIX, offset, lostMicros);
    } else if (likeServer || only && lines.line() == 1) {
      beginning.hold(new Skip(SkipReason.NO_PREFIX, place(offset), lostMicros));
    } else {
      beginning.discard();
      skip(SkipReason.OTHER_PROGRAM, offset, 0);
    }
  }

  private boolean hasLabel() {
    return labels.firstColon(lines.buffer(), lines.start(), lines.end()) >= 0;
  }

  private static void continuation(
      FrameAssembler assembler, LineKind kind, byte[] buffer, int from, int to) {
    switch (kind) {
      case TABBED -> assembler.continueText(buffer, from + 1, to);
      case CONTINUED -> assembler.continueText(buffer, from, to);
      case APPENDED -> assembler.appendText(buffer, from, to);
      default -> assembler.section(Label.DETAIL, buffer, from, to);
    }
  }

  private boolean isContinuation(OpenMessages.Stream stream, long offset) {
    if (stream.skipping) {
      return false;
    }
    if (!stream.assembler.isOpen()) {
      stream.skipping = true;
      if (lines.stream() == 0 || lines.part() != Lines.Part.LINE) {
        skip(SkipReason.NO_START, offset, 0);
      } else {
        stream.beginning.hold(new Skip(SkipReason.NO_START, place(offset), 0));
      }
      return false;
    }
    return true;
  }

  private void section(OpenMessages.Stream stream, long offset, byte[] buffer, int to) {
    stream.skipping = !stream.assembler.belongs(head, buffer);
    if (stream.skipping) {
      skip(SkipReason.NO_MESSAGE, offset, 0);
    } else {
      stream.assembler.section(head.label(), buffer, head.textStart(), to);
    }
  }

  private Location place(long offset) {
    return new Location(file, lines.line(), offset);
  }

  private void skip(SkipReason reason, long offset, long lostMicros) {
    listener.skip(new Skip(reason, place(offset), lostMicros));
  }
}
