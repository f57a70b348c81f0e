package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines.Part;

/**
 * Tells how the pieces that the server cuts a message into for syslog belong together.
 *
 * <p>The server ends a piece at a line feed, which it drops, and where the piece would be longer
 * than 900 bytes: before the last white space, or, without any, between two characters. So a piece
 * that begins with a tab follows a line feed, unless the piece before and the first word of this
 * one are too long together for one piece. Then both are possible, and it counts as a cut for
 * length where
 *
 * <ul>
 *   <li>the piece before is nearly full: lines of just that length are rarer than tabs within lines
 *       over 900 bytes; or
 *   <li>it is nothing but white space: the indentation before a word that fills a piece.
 * </ul>
 *
 * <p>A carriage return at its end shows a line feed.
 *
 * <p>Source: write_syslog() in elog.c, PG_SYSLOG_LIMIT.
 */
final class Pieces {
  /** PG_SYSLOG_LIMIT less the rest of a character of four bytes. */
  private static final int FULL_PIECE_BYTES = 900 - 3;

  /** Pieces cut for their length are at least as long, but for words over ten bytes at the cut. */
  private static final int LONG_PIECE_BYTES = 890;

  /**
   * After so many messages with {@code [1]} of processes seen before, the number is that of the
   * piece: a process gives a number only once to a message.
   */
  private static final int PROOF = 3;

  /** log_line_prefix and severity stand before. */
  private static final int MAX_HEAD_BYTES = 1024;

  /** A tab alone is an empty line. */
  private static final int EMPTY_LINE_BYTES = 1;

  private static final byte OTHER_TEXT = 0;
  private static final byte CARRIAGE_RETURN = 1;
  private static final byte INDENTATION = 2;

  private final ProcessStates states = new ProcessStates();
  private int messagesFromOne;

  /** What a numbered piece is. */
  Part part(long stream, ChunkNumber number, byte[] text, int from, int to) {
    Part part =
        number.isPair()
            ? piece(stream, number.piece() == 1, text, from, to)
            : single(stream, number.first(), text, from, to);
    long message = number.isPair() ? number.first() : 0;
    long piece = number.isPair() ? number.piece() : number.first();
    states.remember(stream, message, piece, to - from, ending(text, from, to));
    return part;
  }

  /** Whether a piece is of a message whose first piece is missing. */
  boolean isStray(long stream, ChunkNumber number) {
    return number.isPair()
        && number.piece() > 1
        && states.knows(stream)
        && states.message(stream) != number.first();
  }

  /** Whether a piece does not follow the last one of its message. */
  boolean isBehindGap(long stream, ChunkNumber number) {
    return number.isPair()
        && states.knows(stream)
        && states.message(stream) == number.first()
        && number.piece() > states.piece(stream) + 1;
  }

  /** Whether a single number is the next after the last one of the process. */
  boolean follows(long stream, long number) {
    return states.knows(stream) && states.piece(stream) == number - 1;
  }

  private Part piece(long stream, boolean first, byte[] text, int from, int to) {
    if (first) {
      return Part.LINE;
    }
    return Chars.at(text, from, to, '\t') && !isCutBefore(stream, text, from, to)
        ? Part.CONTINUED
        : Part.APPENDED;
  }

  /** Whether the cut before a tab may be one for length. */
  private boolean isCutBefore(long stream, byte[] text, int from, int to) {
    return states.knows(stream)
        && isCutBefore(states.length(stream), states.ending(stream), text, from, to);
  }

  /** The same with the length of the piece before and its {@link #ending}. */
  static boolean isCutBefore(int before, byte ending, byte[] text, int from, int to) {
    if (ending == CARRIAGE_RETURN) {
      return false;
    }
    int wordEnd = from + 1;
    while (wordEnd < to && !isSpace(text[wordEnd])) {
      wordEnd++;
    }
    return before + (wordEnd - from) > FULL_PIECE_BYTES
        && (before >= LONG_PIECE_BYTES || ending == INDENTATION);
  }

  /** How a piece ends. */
  static byte ending(byte[] text, int from, int to) {
    if (to > from && text[to - 1] == '\r') {
      return CARRIAGE_RETURN;
    }
    int at = from;
    while (at < to && isSpace(text[at])) {
      at++;
    }
    return at == to && to - from > EMPTY_LINE_BYTES ? INDENTATION : OTHER_TEXT;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b >= '\t' && b <= '\r';
  }

  /** The number is that of the message or that of the piece, as the server is configured. */
  private Part single(long stream, long number, byte[] text, int from, int to) {
    if (number == 1) {
      messagesFromOne += states.knows(stream) ? 1 : 0;
      return Part.LINE;
    }
    boolean numbersPieces = messagesFromOne >= PROOF;
    return numbersPieces || follows(stream, number) && !hasLabel(text, from, to)
        ? piece(stream, false, text, from, to)
        : Part.LINE;
  }

  /** Whether the start of a text looks like prefix and label: {@code ERROR:} and two blanks. */
  static boolean hasLabel(byte[] text, int from, int to) {
    int limit = Math.min(to, from + MAX_HEAD_BYTES) - 3;
    if (Chars.at(text, from, to, '\t')) {
      return false;
    }
    for (int i = from + 1; i <= limit; i++) {
      if (text[i] == ':' && text[i + 1] == ' ' && text[i + 2] == ' ' && isCapital(text[i - 1])) {
        return true;
      }
    }
    return false;
  }

  /** The last byte of a label; those of other languages may end in other than ASCII. */
  private static boolean isCapital(byte b) {
    return b < 0 || b >= 'A' && b <= 'Z';
  }
}
