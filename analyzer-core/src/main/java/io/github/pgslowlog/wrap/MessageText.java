package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines.Part;

/**
 * The text of one message to syslog: its number read, its escapes taken back, line by line. Hot
 * path: mutable, reused.
 */
final class MessageText {
  private static final byte[] NOTHING = {};

  private final boolean escaped;
  private final ChunkNumber number = new ChunkNumber();
  private final Pieces pieces = new Pieces();
  private final ControlEscapes escapes;
  private boolean numbered;
  private int numberEnd;
  private byte[] text = NOTHING;
  private int from;
  private int to;
  private int next;
  private int end = -1;
  private long stream;
  private Part part = Part.LINE;

  MessageText(boolean escaped) {
    this(escaped, false);
  }

  /** Goes on behind texts that had tabs, so that none is escaped. */
  MessageText(boolean escaped, boolean sawTabs) {
    this.escaped = escaped;
    this.escapes = new ControlEscapes(sawTabs);
  }

  /**
   * Reads the number of the piece that a text begins with.
   *
   * @param process the process in the header: as a single number it is no number of a piece but
   *     {@code [%p] } of log_line_prefix, unless it goes on with those before
   */
  boolean readNumber(byte[] buffer, int start, int stop, long ofStream, long process) {
    stream = ofStream;
    numbered =
        number.read(buffer, start, stop)
            && (number.isPair()
                || number.first() != process
                || pieces.follows(ofStream, number.first()));
    numberEnd = numbered ? number.end() : start;
    return numbered;
  }

  /** Whether the piece is of a message whose first piece is missing. */
  boolean isStray() {
    return numbered && pieces.isStray(stream, number);
  }

  /** Whether a piece between this and the one before is missing. */
  boolean isBehindGap() {
    return numbered && pieces.isBehindGap(stream, number);
  }

  /** Takes the text behind the number; {@link #nextLine()} goes to its first line. */
  void start(byte[] buffer, int stop) {
    text = buffer;
    next = numberEnd;
    end = stop;
    if (escaped && escapes.resolve(buffer, numberEnd, stop)) {
      text = escapes.text();
      next = 0;
      end = escapes.length();
    }
    part = numbered ? pieces.part(stream, number, text, next, end) : Part.LINE;
    from = -1;
  }

  /** Goes to the next line; a text has several where line feeds were escaped. */
  boolean nextLine() {
    boolean first = from < 0;
    if (next > end || !first && next == end) {
      return false;
    }
    if (!first) {
      part = Part.CONTINUED;
    }
    from = next;
    to = Chars.find(text, from, end, '\n');
    next = to + 1;
    return true;
  }

  Part part() {
    return part;
  }

  long stream() {
    return stream;
  }

  byte[] buffer() {
    return text;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }
}
