package io.github.pgslowlog.wrap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Takes back rsyslog's escapes of control characters: {@code #011} is a tab, {@code #012} a line
 * feed.
 *
 * <p>Only {@code #} and three octal digits that are a control character are escapes. A raw tab
 * shows that tabs are not escaped; from then on {@code #011} stays as it is. Hot path: the text is
 * copied only if it holds an escape.
 */
final class ControlEscapes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long TABS = 0x0909090909090909L;
  private static final long NUMBER_SIGNS = 0x2323232323232323L;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private static final int INITIAL_BYTES = 1024;
  private static final int DELETE = 0177;

  private byte[] text = new byte[INITIAL_BYTES];
  private int length;
  private boolean rawTabs;
  private boolean escapedTabs;
  private boolean keptTabs;

  ControlEscapes() {
    this(false);
  }

  /** Goes on behind texts that had tabs, or had none. */
  ControlEscapes(boolean sawTabs) {
    rawTabs = sawTabs;
  }

  /** Starts anew. */
  void forget() {
    rawTabs = false;
    escapedTabs = false;
    keptTabs = false;
  }

  /** Whether a range has a tab or what might be an escape; else it is as it was meant. */
  boolean mayHold(byte[] buffer, int from, int to) {
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long word = (long) LONGS.get(buffer, i);
      long tabs = word ^ TABS;
      long signs = word ^ NUMBER_SIGNS;
      if ((((tabs - ONES) & ~tabs | (signs - ONES) & ~signs) & HIGH_BITS) != 0) {
        return true;
      }
    }
    while (i < to && buffer[i] != '\t' && buffer[i] != '#') {
      i++;
    }
    return i < to;
  }

  /** Whether a text had a tab. */
  boolean sawTabs() {
    return rawTabs;
  }

  /** Whether what might be an escaped tab stayed as it is, for a text had a tab. */
  boolean keptTabs() {
    return keptTabs;
  }

  /** Whether a tab was escaped. */
  boolean sawEscapedTabs() {
    return escapedTabs;
  }

  /** Whether a range holds escapes; then {@link #text()} has it without them. */
  boolean resolve(byte[] buffer, int from, int to) {
    rawTabs |= Chars.find(buffer, from, to, '\t') < to;
    int first = nextEscape(buffer, from, to);
    if (first == to) {
      return false;
    }
    copy(buffer, from, first, to);
    return true;
  }

  private int nextEscape(byte[] buffer, int from, int to) {
    int at = Chars.find(buffer, from, to, '#');
    while (at < to && character(buffer, at, to) < 0) {
      at = Chars.find(buffer, at + 1, to, '#');
    }
    return at;
  }

  private void copy(byte[] buffer, int from, int firstEscape, int to) {
    if (text.length < to - from) {
      text = new byte[to - from];
    }
    length = 0;
    int at = from;
    int escape = firstEscape;
    while (escape < to) {
      append(buffer, at, escape);
      byte character = (byte) character(buffer, escape, to);
      escapedTabs |= character == '\t';
      text[length++] = character;
      at = escape + 4;
      escape = nextEscape(buffer, at, to);
    }
    append(buffer, at, to);
  }

  private void append(byte[] buffer, int from, int to) {
    System.arraycopy(buffer, from, text, length, to - from);
    length += to - from;
  }

  /** The character that is escaped at an index, -1 if there is no escape. */
  private int character(byte[] buffer, int at, int to) {
    if (at + 4 > to) {
      return -1;
    }
    int value = 0;
    for (int i = at + 1; i < at + 4; i++) {
      if (buffer[i] < '0' || buffer[i] > '7') {
        return -1;
      }
      value = value * 8 + (buffer[i] - '0');
    }
    boolean control = value > 0 && value < ' ' || value == DELETE;
    boolean kept = rawTabs && value == '\t';
    keptTabs |= kept;
    return control && !kept ? value : -1;
  }

  byte[] text() {
    return text;
  }

  int length() {
    return length;
  }
}
