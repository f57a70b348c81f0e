package io.github.pgslowlog.frame;

import io.github.pgslowlog.bytes.LineReader;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.diagnostics.SkipReason;
import io.github.pgslowlog.prefix.LineHead;
import io.github.pgslowlog.prefix.PrefixMatcher;
import java.io.IOException;

/**
 * Cuts the stderr format into messages.
 *
 * <p>A line that begins with a tab continues the text before it, less that one tab; a line that
 * begins with prefix and severity starts a message; prefix and another label start a section of the
 * message before. Text that looks like a log line inside a statement always has the tab, so it is
 * never mistaken.
 */
public final class StderrFramer {
  private final LineReader lines;
  private final LineHead head;
  private final String file;
  private final FrameAssembler assembler;
  private final FrameListener listener;
  private final long firstOffset;
  private boolean skipping;

  /**
   * Reads messages in English from lines.
   *
   * @param lines the log, from the start of a line on
   * @param firstOffset offset of the first line in the log
   * @param matcher its log_line_prefix
   * @param file name of the log
   * @param maxEntryBytes bound on the text of one message; what is over it is left out and told
   * @param listener receives messages and skips
   */
  public StderrFramer(
      LineReader lines,
      long firstOffset,
      PrefixMatcher matcher,
      String file,
      int maxEntryBytes,
      FrameListener listener) {
    this(lines, firstOffset, new LineHead(matcher), file, maxEntryBytes, listener);
  }

  /**
   * Reads messages from lines.
   *
   * @param lines the log, from the start of a line on
   * @param firstOffset offset of the first line in the log
   * @param head finds its log_line_prefix and the labels of its languages
   * @param file name of the log
   * @param maxEntryBytes bound on the text of one message; what is over it is left out and told
   * @param listener receives messages and skips
   */
  public StderrFramer(
      LineReader lines,
      long firstOffset,
      LineHead head,
      String file,
      int maxEntryBytes,
      FrameListener listener) {
    this.lines = lines;
    this.firstOffset = firstOffset;
    this.head = head;
    this.file = file;
    this.assembler = new FrameAssembler(maxEntryBytes, listener);
    this.listener = listener;
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
    boolean waiting = midLog;
    long count = 0;
    try {
      while (lines.next()) {
        LineKind kind = kind();
        boolean starts = kind == LineKind.HEAD && head.label().isSeverity();
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
      assembler.finish();
    }
    return count;
  }

  /** What the first bytes of a line say it is. */
  private enum LineKind {
    CONTINUATION,
    HEAD,
    FOREIGN
  }

  private LineKind kind() {
    byte[] buffer = lines.buffer();
    if (lines.start() < lines.end() && buffer[lines.start()] == '\t') {
      return LineKind.CONTINUATION;
    }
    return head.find(buffer, lines.start(), lines.end()) ? LineKind.HEAD : LineKind.FOREIGN;
  }

  private void accept(LineKind kind, long offset) {
    byte[] buffer = lines.buffer();
    int from = lines.start();
    int to = lines.end();
    switch (kind) {
      case CONTINUATION -> continuation(offset, from, to);
      case HEAD -> head(offset, from, to);
      case FOREIGN -> {
        skipping = true;
        skip(skipReason(buffer, from, to), offset, LostDuration.micros(buffer, from, to));
      }
    }
  }

  private void continuation(long offset, int from, int to) {
    if (skipping) {
      return;
    }
    if (!assembler.isOpen()) {
      skipping = true;
      skip(SkipReason.NO_START, offset, 0);
      return;
    }
    assembler.continueText(lines.buffer(), from + 1, to);
    reportCut(offset);
  }

  private void head(long offset, int from, int to) {
    byte[] buffer = lines.buffer();
    skipping = false;
    if (head.label().isSeverity()) {
      assembler.start(new Location(file, lines.line(), offset), head, buffer, from, to);
      reportCut(offset);
    } else if (assembler.belongs(head, buffer)) {
      assembler.section(head.label(), buffer, head.textStart(), to);
      reportCut(offset);
    } else {
      skipping = true;
      skip(SkipReason.NO_MESSAGE, offset, 0);
    }
  }

  private void reportCut(long offset) {
    if (lines.cut()) {
      assembler.markOversized(new Location(file, lines.line(), offset));
    }
  }

  private static SkipReason skipReason(byte[] buffer, int from, int to) {
    return from < to && buffer[from] == 0 ? SkipReason.NUL_BYTES : SkipReason.NO_PREFIX;
  }

  private void skip(SkipReason reason, long offset, long lostMicros) {
    listener.skip(new Skip(reason, new Location(file, lines.line(), offset), lostMicros));
  }
}
