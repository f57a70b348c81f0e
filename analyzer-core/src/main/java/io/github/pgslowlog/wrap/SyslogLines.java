package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.diagnostics.SkipListener;
import io.github.pgslowlog.diagnostics.SkipReason;
import java.io.IOException;

/**
 * The texts of the server's messages in syslog.
 *
 * <p>The server's are those whose tag names it, and those of a tag that once had a number of a
 * piece; all others are of other programs. Lines without header go on with the message before.
 */
final class SyslogLines extends PeeledLines {
  private final OctetFrames frames;
  private final SyslogHeader header;
  private final ServerTags serverTags = new ServerTags();
  private final MessageText message;
  private long process = NO_PROCESS;
  private long onlyProcess = NO_PROCESS;
  private boolean severalProcesses;
  private boolean ofServer = true;
  private boolean afterHeader;
  private long messageMicros = NO_TIME;
  private int indentation;

  SyslogLines(Lines inner, String file, SkipListener skips, WrapOptions options, boolean sawTabs) {
    super(inner, file, skips);
    this.message = new MessageText(true, sawTabs);
    this.frames = new OctetFrames(inner);
    this.header = new SyslogHeader(options);
  }

  @Override
  public boolean next() throws IOException {
    if (message.nextLine()) {
      showMessage();
      return true;
    }
    while (frames.next()) {
      boolean wears =
          !frames.continued() && header.read(inner.buffer(), frames.start(), frames.end());
      if (wears ? message() : withoutHeader()) {
        return true;
      }
    }
    return false;
  }

  private boolean message() {
    byte[] buffer = inner.buffer();
    int to = frames.end();
    boolean numbered =
        message.readNumber(buffer, header.textFrom(), to, header.stream(), header.process());
    ofServer = isServer(numbered);
    afterHeader = true;
    indentation = header.textFrom() - frames.start();
    if (!ofServer) {
      skip(SkipReason.OTHER_PROGRAM);
      return false;
    }
    if (message.isStray()) {
      ofServer = false;
      skip(SkipReason.NO_START);
      return false;
    }
    if (message.isBehindGap()) {
      skip(SkipReason.TORN_RECORD);
    }
    seeProcess(numbered);
    messageMicros = header.micros();
    message.start(buffer, to);
    message.nextLine();
    showMessage();
    return true;
  }

  private boolean isServer(boolean numbered) {
    if (!header.hasTag()) {
      return false;
    }
    if (header.namesServer()) {
      return true;
    }
    long tag = header.tag();
    if (numbered) {
      serverTags.add(tag);
    }
    return numbered || serverTags.contains(tag);
  }

  /**
   * Under systemd all lines show the main process; so without numbers of pieces the process is
   * believed only when there are several.
   */
  private void seeProcess(boolean numbered) {
    long shown = header.process();
    severalProcesses |= onlyProcess != NO_PROCESS && shown != onlyProcess;
    onlyProcess = shown;
    process = numbered || severalProcesses ? shown : NO_PROCESS;
  }

  private void showMessage() {
    show(message.buffer(), message.from(), message.to());
    stream(message.stream());
    time(messageMicros);
    part(message.part());
  }

  /** A further line of a text whose line feeds are not escaped; journalctl indents it. */
  private boolean withoutHeader() {
    byte[] buffer = inner.buffer();
    int from = frames.start();
    int to = frames.end();
    if (isRemark(buffer, from, to)) {
      skip(SkipReason.OTHER_PROGRAM);
      return false;
    }
    if (!afterHeader) {
      show(buffer, from, to);
      return true;
    }
    if (!ofServer) {
      return false;
    }
    int text = from;
    while (text < from + indentation && Chars.at(buffer, text, to, ' ')) {
      text++;
    }
    show(buffer, text == from + indentation ? text : from, to);
    stream(message.stream());
    time(messageMicros);
    part(Part.CONTINUED);
    return true;
  }

  /** {@code -- Boot 0123 --}, as journalctl writes between the lines. */
  private static boolean isRemark(byte[] buffer, int from, int to) {
    return to - from > 6
        && Chars.at(buffer, from, to, '-')
        && Chars.at(buffer, from + 1, to, '-')
        && Chars.at(buffer, from + 2, to, ' ')
        && Chars.at(buffer, to - 1, to, '-');
  }

  @Override
  public long headerProcess() {
    return process == NO_PROCESS ? inner.headerProcess() : process;
  }
}
