package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The English duration messages with SQL and with plain names, in place.
 *
 * <p>Hot path: what it reads, {@link DurationMessage} reads the same; what it leaves, that class
 * must read. Mutable, for one thread.
 */
public final class PlainDuration {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final byte[] OPENING = ascii("duration: ");
  private static final byte[] UNIT = ascii(" ms  ");
  private static final byte[] STATEMENT = ascii("statement: ");
  private static final byte[] PARSE = ascii("parse ");
  private static final byte[] BIND = ascii("bind ");
  private static final byte[] EXECUTE = ascii("execute ");
  private static final byte[] FETCH_FROM = ascii("fetch from ");
  private static final byte[] UNNAMED = ascii("<unnamed>");
  private static final int MAX_WHOLE_DIGITS = 11;
  private static final int MAX_NAME = 63;
  private static final long COLONS = 0x3A3A3A3A3A3A3A3AL;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private StatementKind kind = StatementKind.STATEMENT;
  private long micros;
  private int sqlStart;
  private boolean named;

  /** Starts without a message. */
  public PlainDuration() {}

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Reads a message.
   *
   * @param b holds it
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return whether it is such a message, but for {@link #isNamed}; if so, the other methods tell
   *     what it says
   */
  public boolean read(byte[] b, int from, int to) {
    if (!isAt(OPENING, b, from, to)) {
      return false;
    }
    int i = from + OPENING.length;
    int firstDigit = i;
    long value = 0;
    while (i < to && isDigit(b[i])) {
      value = 10 * value + b[i++] - '0';
    }
    if (i == firstDigit || i - firstDigit > MAX_WHOLE_DIGITS || !hasDecimals(b, i, to)) {
      return false;
    }
    named = false;
    micros = 1000 * value + 100L * (b[i + 1] - '0') + 10L * (b[i + 2] - '0') + b[i + 3] - '0';
    i += 4;
    return isAt(UNIT, b, i, to) && readKind(b, i + UNIT.length, to);
  }

  private static boolean hasDecimals(byte[] b, int dot, int to) {
    return dot + 4 <= to
        && b[dot] == '.'
        && isDigit(b[dot + 1])
        && isDigit(b[dot + 2])
        && isDigit(b[dot + 3]);
  }

  private boolean readKind(byte[] b, int i, int to) {
    if (isAt(STATEMENT, b, i, to)) {
      kind = StatementKind.STATEMENT;
      sqlStart = i + STATEMENT.length;
      return true;
    }
    if (isAt(EXECUTE, b, i, to)) {
      int name = i + EXECUTE.length;
      boolean fetch = isAt(FETCH_FROM, b, name, to);
      kind = fetch ? StatementKind.EXECUTE_FETCH : StatementKind.EXECUTE;
      return readName(b, fetch ? name + FETCH_FROM.length : name, to);
    }
    if (isAt(PARSE, b, i, to)) {
      kind = StatementKind.PARSE;
      return readName(b, i + PARSE.length, to);
    }
    if (isAt(BIND, b, i, to)) {
      kind = StatementKind.BIND;
      return readName(b, i + BIND.length, to);
    }
    return false;
  }

  /** A name of letters and digits, then SQL. */
  private boolean readName(byte[] b, int from, int to) {
    int i = isAt(UNNAMED, b, from, to) ? from + UNNAMED.length : skipWord(b, from, to);
    if (i < to && b[i] == '/') {
      i = skipWord(b, i + 1, to);
    }
    if (i == from || i + 2 >= to || b[i] != ':' || b[i + 1] != ' ') {
      return false;
    }
    sqlStart = i + 2;
    named = true;
    return SqlStart.isWord(b, sqlStart, to);
  }

  private static int skipWord(byte[] b, int from, int to) {
    int limit = Math.min(to, from + MAX_NAME + 1);
    int i = from;
    while (i < limit && isWord(b[i])) {
      i++;
    }
    return i;
  }

  /**
   * Whether a colon and a blank stand in the head of a text, so that what {@link #isNamed} may have
   * taken for the name may end further on.
   *
   * @param b holds the text
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return false if the name surely is what it seems
   */
  public static boolean hasSeparator(byte[] b, int from, int to) {
    int limit = Math.min(to, from + StatementName.MAX_NAME_BYTES);
    int i = from;
    for (; i + Long.BYTES <= limit; i += Long.BYTES) {
      long differences = (long) LONGS.get(b, i) ^ COLONS;
      if (((differences - ONES) & ~differences & HIGH_BITS) != 0
          && hasSeparatorSlowly(b, i, Math.min(limit, i + Long.BYTES), to)) {
        return true;
      }
    }
    return hasSeparatorSlowly(b, i, limit, to);
  }

  private static boolean hasSeparatorSlowly(byte[] b, int from, int limit, int to) {
    for (int i = from; i < limit; i++) {
      if (b[i] == ':' && i + 1 < to && b[i + 1] == ' ') {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(byte[] word, byte[] b, int from, int to) {
    return from + word.length <= to
        && Arrays.equals(b, from, from + word.length, word, 0, word.length);
  }

  private static boolean isWord(byte value) {
    int lower = value | 0x20;
    return lower >= 'a' && lower <= 'z' || isDigit(value) || value == '_';
  }

  private static boolean isDigit(byte value) {
    return value >= '0' && value <= '9';
  }

  /**
   * What was measured.
   *
   * @return statement, parse, bind, execute or execute_fetch
   */
  public StatementKind kind() {
    return kind;
  }

  /**
   * How long it took.
   *
   * @return microseconds
   */
  public long micros() {
    return micros;
  }

  /**
   * Where the SQL starts.
   *
   * @return index in the bytes of the message
   */
  public int sqlStart() {
    return sqlStart;
  }

  /**
   * Whether the name of a prepared statement stands before the SQL. Then it is such a message only
   * if the SQL has no separator, see {@link #hasSeparator}.
   *
   * @return true but for {@code statement: }
   */
  public boolean isNamed() {
    return named;
  }

  /**
   * Whether a text is an SQL command that gives a name to a query, or runs one by its name, so that
   * its session tells what it stands for.
   *
   * @param b holds the text
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return whether it is
   */
  public static boolean namesAQuery(byte[] b, int from, int to) {
    return SqlCommand.read(Slice.of(b, from, to)) != null;
  }
}
