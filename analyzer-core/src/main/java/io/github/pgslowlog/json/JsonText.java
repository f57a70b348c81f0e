package io.github.pgslowlog.json;

import io.github.pgslowlog.bytes.ByteAccumulator;

/**
 * Takes the escapes off a JSON string.
 *
 * <p>Only escapes change: all other bytes go through as they are, whatever their encoding. {@code
 * \}{@code u} escapes become UTF-8, pairs of surrogates one character, and lone ones U+FFFD.
 */
public final class JsonText {
  private static final int REPLACEMENT = 0xFFFD;
  private static final int ESCAPE_LENGTH = 6;

  private JsonText() {}

  /**
   * Adds the text of a string.
   *
   * @param bytes holds the string
   * @param from index behind its first quote
   * @param to index of its last quote
   * @param out receives the text
   */
  public static void append(byte[] bytes, int from, int to, ByteAccumulator out) {
    int copied = from;
    int i = from;
    while (i < to) {
      if (bytes[i] != '\\') {
        i++;
        continue;
      }
      out.append(bytes, copied, i);
      i = escape(bytes, i, to, out);
      copied = i;
    }
    out.append(bytes, copied, to);
  }

  /** Adds what an escape stands for; returns the index behind it. */
  private static int escape(byte[] bytes, int backslash, int to, ByteAccumulator out) {
    if (backslash + 1 == to) {
      return to;
    }
    byte b = bytes[backslash + 1];
    if (b == 'u') {
      return unicode(bytes, backslash, to, out);
    }
    out.append(
        switch (b) {
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          default -> b;
        });
    return backslash + 2;
  }

  private static int unicode(byte[] bytes, int backslash, int to, ByteAccumulator out) {
    int unit = unit(bytes, backslash, to);
    int behind = Math.min(to, backslash + ESCAPE_LENGTH);
    if (unit < 0) {
      utf8(REPLACEMENT, out);
      return behindDigits(bytes, backslash + 2, behind);
    }
    if (unit >= Character.MIN_HIGH_SURROGATE && unit <= Character.MAX_HIGH_SURROGATE) {
      int low = unit(bytes, behind, to);
      if (low >= Character.MIN_LOW_SURROGATE && low <= Character.MAX_LOW_SURROGATE) {
        utf8(Character.toCodePoint((char) unit, (char) low), out);
        return behind + ESCAPE_LENGTH;
      }
    }
    boolean lone = unit >= Character.MIN_SURROGATE && unit <= Character.MAX_SURROGATE;
    utf8(lone ? REPLACEMENT : unit, out);
    return behind;
  }

  /** The four digits of the escape at an index, or -1 if there is none that is whole. */
  private static int unit(byte[] bytes, int backslash, int to) {
    if (backslash + ESCAPE_LENGTH > to || bytes[backslash] != '\\' || bytes[backslash + 1] != 'u') {
      return -1;
    }
    int unit = 0;
    for (int i = backslash + 2; i < backslash + ESCAPE_LENGTH; i++) {
      int digit = Character.digit(bytes[i], 16);
      if (digit < 0) {
        return -1;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }

  private static int behindDigits(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && Character.digit(bytes[i], 16) >= 0) {
      i++;
    }
    return i;
  }

  private static void utf8(int character, ByteAccumulator out) {
    if (character < 0x80) {
      out.append(character);
      return;
    }
    if (character < 0x800) {
      out.append(0xC0 | character >> 6);
    } else {
      if (character < 0x10000) {
        out.append(0xE0 | character >> 12);
      } else {
        out.append(0xF0 | character >> 18);
        out.append(0x80 | character >> 12 & 0x3F);
      }
      out.append(0x80 | character >> 6 & 0x3F);
    }
    out.append(0x80 | character & 0x3F);
  }
}
