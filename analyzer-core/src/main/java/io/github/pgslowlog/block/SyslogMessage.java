package io.github.pgslowlog.block;

import io.github.pgslowlog.bytes.ByteAccumulator;
import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.prefix.PrefixEscape;
import io.github.pgslowlog.prefix.PrefixFields;
import java.util.Arrays;

/**
 * The message under way of one process, and how its last piece ended. Texts of one line stay where
 * they are in the block; others are put together in a buffer of their own. Hot path: mutable,
 * reused from block to block.
 */
final class SyslogMessage {
  private static final int KEPT_BYTES = 4 << 10;
  private static final int FIRST_LINES = 8;

  final RawMessage raw = new RawMessage();
  long stream;

  /** The block it is of. */
  int block;

  /** Whether there is a message. */
  boolean open;

  /** Whether a message started in this block. */
  boolean started;

  /** The last line of the process in this block, negative if there is none. */
  int lastLine;

  // the last piece

  long number;
  long piece;
  int pieceLength;
  byte pieceEnding;

  // the message under way

  private byte[] head = RawMessage.NO_BYTES;
  private int sessionFrom;
  private int sessionTo;
  private int processFrom;
  private int processTo;
  private int sqlStateFrom;
  private int sqlStateTo;
  private int length;
  private int labels;
  private int copied;
  private ByteAccumulator texts = new ByteAccumulator();
  private Label label = Label.LOG;
  private int textFrom;
  private int textTo;
  private int[] lines = new int[3 * FIRST_LINES];
  private int lineCount;

  /** Starts a block in which the process has no line yet. */
  void startBlock(int ofBlock, long ofStream) {
    block = ofBlock;
    stream = ofStream;
    open = false;
    started = false;
    lastLine = -1;
  }

  /** A message whose head stands in some bytes, its fields counted from an index. */
  void start(byte[] b, PrefixFields fields, int start, int headLength) {
    open = true;
    head = b;
    sessionFrom = start + fields.from(PrefixEscape.SESSION);
    sessionTo = start + fields.to(PrefixEscape.SESSION);
    processFrom = start + fields.from(PrefixEscape.PROCESS);
    processTo = start + fields.to(PrefixEscape.PROCESS);
    sqlStateFrom = start + fields.from(PrefixEscape.SQLSTATE);
    sqlStateTo = start + fields.to(PrefixEscape.SQLSTATE);
    length = headLength;
    labels = 0;
    copied = 0;
    lineCount = 0;
    texts.clear();
  }

  /** Whether a section is of this message: the session that its prefix shows is the same. */
  boolean belongs(PrefixFields fields, int start, byte[] b) {
    if (sessionFrom < sessionTo && fields.has(PrefixEscape.SESSION)) {
      int from = start + fields.from(PrefixEscape.SESSION);
      int to = start + fields.to(PrefixEscape.SESSION);
      return Arrays.equals(head, sessionFrom, sessionTo, b, from, to);
    }
    if (processFrom < processTo && fields.has(PrefixEscape.PROCESS)) {
      int from = start + fields.from(PrefixEscape.PROCESS);
      int to = start + fields.to(PrefixEscape.PROCESS);
      return Arrays.equals(head, processFrom, processTo, b, from, to);
    }
    return true;
  }

  /** Whether the message has a text with this label, or would be too long with some more bytes. */
  boolean isFull(Label next, int more, int bound) {
    return (labels & 1 << next.ordinal()) != 0 || length + more > bound;
  }

  /** Whether the message would be too long with some more bytes. */
  boolean isFull(int more, int bound) {
    return length + more > bound;
  }

  /** Starts a text: in place, or copied if its bytes do not stay. */
  void openText(Label next, byte[] b, int from, int to, boolean stays) {
    label = next;
    labels |= 1 << next.ordinal();
    length += to - from;
    textFrom = from;
    textTo = to;
    if (!stays) {
      copied |= 1 << next.ordinal();
      textFrom = texts.length();
      texts.append(b, from, to);
      textTo = texts.length();
    }
  }

  /** Appends to the text under way, behind a line feed or not; its beginning is in the block. */
  void goOn(byte[] block, boolean newLine, byte[] b, int from, int to) {
    int bit = 1 << label.ordinal();
    if ((copied & bit) == 0) {
      copied |= bit;
      int start = texts.length();
      texts.append(block, textFrom, textTo);
      textFrom = start;
    }
    if (newLine) {
      texts.append('\n');
      length++;
    }
    texts.append(b, from, to);
    textTo = texts.length();
    length += to - from;
  }

  void closeText() {
    raw.setText(label, textFrom, textTo);
  }

  /** Ends the message: its texts are in the block or in the scratch bytes then. */
  void finish(byte[] block, ByteAccumulator scratch) {
    open = false;
    closeText();
    int shift = scratch.length();
    scratch.append(texts.array(), 0, texts.length());
    byte[] own = scratch.array();
    raw.message = block;
    raw.detail = block;
    raw.context = block;
    raw.statement = block;
    if (isCopied(raw.severity)) {
      raw.message = own;
      raw.messageFrom += shift;
      raw.messageTo += shift;
    }
    if (isCopied(Label.DETAIL)) {
      raw.detail = own;
      raw.detailFrom += shift;
      raw.detailTo += shift;
    }
    if (isCopied(Label.CONTEXT)) {
      raw.context = own;
      raw.contextFrom += shift;
      raw.contextTo += shift;
    }
    if (isCopied(Label.STATEMENT)) {
      raw.statement = own;
      raw.statementFrom += shift;
      raw.statementTo += shift;
    }
    if (texts.array().length > KEPT_BYTES) {
      texts = new ByteAccumulator();
    }
  }

  private boolean isCopied(Label text) {
    return (copied & 1 << text.ordinal()) != 0;
  }

  byte[] head() {
    return head;
  }

  int sqlStateFrom() {
    return sqlStateFrom;
  }

  int sqlStateTo() {
    return sqlStateTo;
  }

  /** Notes a line that the message has. */
  void addLine(int from, int to, int line) {
    int at = 3 * lineCount++;
    if (at == lines.length) {
      lines = Arrays.copyOf(lines, 2 * at);
    }
    lines[at] = from;
    lines[at + 1] = to;
    lines[at + 2] = line;
  }

  /** Copies of its lines. */
  RawLines rawLines(byte[] block, int from, long offset) {
    RawLines copies = new RawLines();
    for (int i = 0; i < 3 * lineCount; i += 3) {
      copies.add(block, lines[i], lines[i + 1], offset + lines[i] - from, lines[i + 2] + 1L);
    }
    return copies;
  }
}
