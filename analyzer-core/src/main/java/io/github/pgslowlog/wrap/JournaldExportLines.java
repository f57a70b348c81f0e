package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.diagnostics.SkipListener;
import io.github.pgslowlog.diagnostics.SkipReason;
import java.io.IOException;

/**
 * The server's messages among the entries of a journal. Damage in an entry ends at the next empty
 * line.
 */
final class JournaldExportLines extends PeeledLines {
  private static final int LENGTH_BYTES = 8;

  /** A longer value is a damaged length: journald cuts what a service writes at 48 KiB a line. */
  private static final long MAX_VALUE_BYTES = 64 << 20;

  private static final byte[] LINE_FEED = {'\n'};

  private final JournaldEntry entry;
  private final MessageText message = new MessageText(false);
  private final ServerTags serverTags = new ServerTags();
  private int at;
  private boolean lineOpen;
  private long entryLine;
  private long entryOffset;

  JournaldExportLines(Lines inner, String file, SkipListener skips, WrapOptions options) {
    super(inner, file, skips);
    entry = new JournaldEntry(options.maxLineBytes());
  }

  @Override
  public boolean next() throws IOException {
    if (message.nextLine()) {
      showMessage();
      return true;
    }
    while (readEntry()) {
      if (entry.hasMessage() && startMessage()) {
        showMessage();
        return true;
      }
    }
    return false;
  }

  private boolean startMessage() {
    LineBuffer text = entry.message();
    boolean numbered =
        message.readNumber(text.bytes(), 0, text.length(), entry.stream(), entry.syslogProcess());
    if (numbered && entry.tag() != 0) {
      serverTags.add(entry.tag());
    }
    if (!entry.namesServer() && (entry.tag() == 0 || !serverTags.contains(entry.tag()))) {
      skip(SkipReason.OTHER_PROGRAM);
      return false;
    }
    if (message.isStray()) {
      skip(SkipReason.NO_START);
      return false;
    }
    if (message.isBehindGap()) {
      skip(SkipReason.TORN_RECORD);
    }
    message.start(text.bytes(), text.length());
    return message.nextLine();
  }

  private void showMessage() {
    show(message.buffer(), message.from(), message.to());
    stream(message.stream());
    time(entry.micros());
    part(message.part());
  }

  /** Reads to behind the next empty line; false if there is no entry any more. */
  private boolean readEntry() throws IOException {
    entry.clear();
    boolean any = false;
    while (inner.next()) {
      if (inner.start() == inner.end()) {
        if (any) {
          return true;
        }
        continue;
      }
      if (!any) {
        entryLine = inner.line();
        entryOffset = inner.offset();
        any = true;
      }
      if (!field()) {
        skip(SkipReason.TORN_RECORD);
        entry.clear();
        readToEmptyLine();
      }
    }
    return any;
  }

  private void readToEmptyLine() throws IOException {
    boolean more = true;
    while (more && inner.start() < inner.end()) {
      more = inner.next();
    }
  }

  private boolean field() throws IOException {
    byte[] buffer = inner.buffer();
    int from = inner.start();
    int to = inner.end();
    int equalsSign = Chars.find(buffer, from, to, '=');
    if (equalsSign == to) {
      return binary(JournaldEntry.isMessage(buffer, from, to));
    }
    entry.field(buffer, from, equalsSign, to);
    entry.messageCut(inner.cut() && JournaldEntry.isMessage(buffer, from, equalsSign));
    return true;
  }

  /** A value with its length before it, eight bytes, the lowest first. */
  private boolean binary(boolean isMessage) throws IOException {
    lineOpen = false;
    long length = 0;
    for (int i = 0; i < LENGTH_BYTES; i++) {
      int next = nextByte();
      if (next < 0) {
        return false;
      }
      length |= (long) next << (8 * i);
    }
    return length >= 0
        && length <= MAX_VALUE_BYTES
        && value(length, isMessage)
        && (!lineOpen || at == inner.end());
  }

  private int nextByte() throws IOException {
    if (!openLine()) {
      return -1;
    }
    if (at < inner.end()) {
      return inner.buffer()[at++] & 0xff;
    }
    lineOpen = false;
    return '\n';
  }

  private boolean value(long length, boolean isMessage) throws IOException {
    if (isMessage) {
      entry.message(LINE_FEED, 0, 0);
    }
    long missing = length;
    while (missing > 0) {
      if (!openLine()) {
        return false;
      }
      int count = (int) Math.min(missing, inner.end() - at);
      if (isMessage) {
        entry.message(inner.buffer(), at, at + count);
      }
      at += count;
      missing -= count;
      if (missing > 0) {
        if (inner.cut()) {
          return false;
        }
        lineFeed(isMessage);
        missing--;
      }
    }
    return openLine();
  }

  private void lineFeed(boolean isMessage) {
    lineOpen = false;
    if (isMessage) {
      entry.message(LINE_FEED, 0, 1);
    }
  }

  private boolean openLine() throws IOException {
    if (!lineOpen) {
      lineOpen = inner.next();
      at = inner.start();
    }
    return lineOpen;
  }

  @Override
  public boolean cut() {
    return entry.message().cut();
  }

  @Override
  public long offset() {
    return entryOffset;
  }

  @Override
  public long line() {
    return entryLine;
  }

  @Override
  public long headerProcess() {
    return entry.syslogProcess() == NO_PROCESS ? inner.headerProcess() : entry.syslogProcess();
  }
}
