package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines;

/**
 * One line of syslog in place: who sent it, the number of its piece, and its text; for readers of
 * blocks, which know ordinary lines only. Says what {@link SyslogLines} would make of the line, as
 * far as the line alone tells. Hot path: mutable, reused.
 */
public final class SyslogLine {
  /** Numbers at the start of a text. */
  public enum Numbering {
    /** None. */
    NONE,
    /** One, {@code [8] }: that of the message, or of the piece. */
    SINGLE,
    /** Message and piece, {@code [8-2] }. */
    PAIR
  }

  private final SyslogHeader header = new SyslogHeader(WrapOptions.defaults());
  private final KnownSyslogTime time = new KnownSyslogTime();
  private final KnownSenders senders = new KnownSenders();
  private final ChunkNumber chunk = new ChunkNumber();
  private final ControlEscapes escapes = new ControlEscapes();
  private SyslogSender sender;
  private Numbering numbering = Numbering.NONE;
  private byte[] line = {};
  private int senderFrom;
  private int end;
  private long micros;
  private long number;
  private long piece;
  private byte[] text = {};
  private int textFrom;
  private int textTo;

  /** Starts with nothing known. */
  public SyslogLine() {
    sender = new SyslogSender(line, 0, header);
  }

  /** Forgets what lines before said of the escapes behind them. */
  public void startBlock() {
    escapes.forget();
  }

  /**
   * Reads header and number of a line.
   *
   * @param b holds the line
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return false if it has no header, or one that only the lines before make clear
   */
  public boolean read(byte[] b, int from, int to) {
    line = b;
    end = to;
    if (!readSender(b, from, to)) {
      return false;
    }
    readNumber(b, textFrom, to);
    return sender.server || !sender.hasTag || !isNumbered();
  }

  private boolean readSender(byte[] b, int from, int to) {
    if (time.isAt(b, from, to)) {
      int timeEnd = from + time.length();
      SyslogSender known = senders.find(b, timeEnd, to, time.isVersioned());
      if (known != null) {
        sender = known;
        senderFrom = timeEnd;
        textFrom = timeEnd + known.header.length;
        micros = time.micros();
        return true;
      }
    }
    if (!header.read(b, from, to)) {
      return false;
    }
    time.remember(b, from, header);
    senderFrom = Math.max(from, header.timeEnd());
    sender = senders.remember(b, from, to, header);
    textFrom = header.textFrom();
    micros = header.micros();
    return textFrom <= to;
  }

  private boolean isNumbered() {
    return numbering != Numbering.NONE || number >= 0;
  }

  /** {@code [21299] } of process 21299 is log_line_prefix, if no number stands in lines before. */
  private void readNumber(byte[] b, int from, int to) {
    numbering = Numbering.NONE;
    number = -1;
    piece = -1;
    if (from >= to || b[from] != '[' || readPair(b, from, to) || !chunk.read(b, from, to)) {
      return;
    }
    number = chunk.first();
    piece = chunk.piece();
    if (chunk.isPair() || number != sender.process) {
      numbering = chunk.isPair() ? Numbering.PAIR : Numbering.SINGLE;
      textFrom = chunk.end();
    }
  }

  /** The usual form {@code [8-2] }, of not too many digits. */
  private boolean readPair(byte[] b, int from, int to) {
    int limit = Math.min(to, from + Chars.MAX_DIGITS);
    int at = from + 1;
    long first = 0;
    while (at < limit && Chars.isDigit(b[at])) {
      first = 10 * first + b[at++] - '0';
    }
    if (at == from + 1 || at >= limit || b[at] != '-') {
      return false;
    }
    int secondFrom = ++at;
    long second = 0;
    while (at < limit && Chars.isDigit(b[at])) {
      second = 10 * second + b[at++] - '0';
    }
    if (at == secondFrom || second < 1 || at + 1 >= to || b[at] != ']' || b[at + 1] != ' ') {
      return false;
    }
    numbering = Numbering.PAIR;
    number = first;
    piece = second;
    textFrom = at + 2;
    return true;
  }

  /**
   * Whose line it is.
   *
   * @return false if it is of another program
   */
  public boolean isServer() {
    return sender.server;
  }

  /**
   * Who sent it.
   *
   * @return most often the same object for the same header
   */
  public SyslogSender sender() {
    return sender;
  }

  /**
   * Where the process of its sender stands, if that is a number as it would be printed.
   *
   * @return index of the first digit, negative if the process is no such number
   */
  public int processFrom() {
    int from = senderFrom + sender.processFrom;
    boolean printed = sender.process > 0 && line[from] != '0';
    return printed ? from : -1;
  }

  /**
   * Where the process of its sender ends.
   *
   * @return index behind the last digit
   */
  public int processTo() {
    return senderFrom + sender.processTo;
  }

  /**
   * The time in its header.
   *
   * @return microseconds since the epoch, {@link Lines#NO_TIME} if there is none
   */
  public long micros() {
    return micros;
  }

  /**
   * What number stands before its text.
   *
   * @return which
   */
  public Numbering numbering() {
    return numbering;
  }

  /**
   * The first or only number.
   *
   * @return the number
   */
  public long number() {
    return number;
  }

  /**
   * The number of the piece, of a pair.
   *
   * @return the number, from 1
   */
  public long piece() {
    return piece;
  }

  /**
   * Takes the escapes out of its text, which {@link #text} has then.
   *
   * @return false if lines of the block contradict each other in what {@code #011} means
   */
  public boolean resolve() {
    text = line;
    textTo = end;
    if (escapes.mayHold(line, textFrom, end) && escapes.resolve(line, textFrom, end)) {
      text = escapes.text();
      textFrom = 0;
      textTo = escapes.length();
    }
    return !escapes.keptTabs();
  }

  /**
   * The bytes that hold its text.
   *
   * @return those of the line, or others until the next call of {@link #resolve}
   */
  public byte[] text() {
    return text;
  }

  /**
   * Where its text starts.
   *
   * @return index in {@link #text}
   */
  public int textFrom() {
    return textFrom;
  }

  /**
   * Where its text ends.
   *
   * @return index in {@link #text} behind the last byte
   */
  public int textTo() {
    return textTo;
  }

  /**
   * Whether a text of the block had a tab, so that {@code #011} behind it stays.
   *
   * @return whether it had one
   */
  public boolean sawTabs() {
    return escapes.sawTabs();
  }

  /**
   * Whether {@code #011} was read as a tab, for the block had no tab before.
   *
   * @return whether there was one
   */
  public boolean sawEscapedTabs() {
    return escapes.sawEscapedTabs();
  }

  // --- pieces

  /**
   * Whether a piece of a text goes on in the line of the piece before, though it begins with a tab.
   *
   * @param before length of the piece before
   * @param ending its {@link #ending}
   * @param b holds the text of the piece
   * @param from index of its first byte, a tab
   * @param to index behind its last byte
   * @return whether the text was cut there for its length
   */
  public static boolean isCutBefore(int before, byte ending, byte[] b, int from, int to) {
    return Pieces.isCutBefore(before, ending, b, from, to);
  }

  /**
   * How a piece ends.
   *
   * @param b holds its text
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return a word for {@link #isCutBefore}
   */
  public static byte ending(byte[] b, int from, int to) {
    return Pieces.ending(b, from, to);
  }

  /**
   * Whether a text behind a single number starts a message, whatever its number is.
   *
   * @param b holds the text
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return whether prefix and label seem to stand there
   */
  public static boolean hasLabel(byte[] b, int from, int to) {
    return Pieces.hasLabel(b, from, to);
  }
}
