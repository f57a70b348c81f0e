package io.github.pgslowlog.benchmarks.generator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow at the end; cleared and used again for every message. */
final class Text {
  private static final byte[] PAIRS = pairs();

  byte[] bytes;
  int length;

  Text(int capacity) {
    bytes = new byte[capacity];
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] pairs() {
    byte[] pairs = new byte[200];
    for (int i = 0; i < 100; i++) {
      pairs[2 * i] = (byte) ('0' + i / 10);
      pairs[2 * i + 1] = (byte) ('0' + i % 10);
    }
    return pairs;
  }

  Text clear() {
    length = 0;
    return this;
  }

  boolean isEmpty() {
    return length == 0;
  }

  /** How many line feeds are inside. */
  int lineFeeds() {
    int count = 0;
    for (int i = 0; i < length; i++) {
      count += bytes[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  /** Makes room for some more bytes, which the caller writes itself. */
  byte[] room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
    return bytes;
  }

  Text append(byte[] text) {
    return append(text, 0, text.length);
  }

  Text append(byte[] text, int from, int to) {
    System.arraycopy(text, from, room(to - from), length, to - from);
    length += to - from;
    return this;
  }

  Text append(Text text) {
    return append(text.bytes, 0, text.length);
  }

  /** Appends ASCII; for other characters see {@link #utf8}. */
  Text append(String ascii) {
    byte[] target = room(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      target[length + i] = (byte) ascii.charAt(i);
    }
    length += ascii.length();
    return this;
  }

  Text append(char ascii) {
    room(1)[length++] = (byte) ascii;
    return this;
  }

  Text append(long number) {
    if (number < 0) {
      append('-');
      return append(Long.toUnsignedString(-number));
    }
    return digits(number, width(number));
  }

  private static int width(long number) {
    int width = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      width++;
    }
    return width;
  }

  /** Appends a number with leading zeros. */
  Text digits(long number, int width) {
    byte[] target = room(width);
    int at = length + width;
    length = at;
    long rest = number;
    int left = width;
    while (left >= 2) {
      int pair = 2 * (int) (rest % 100);
      rest /= 100;
      target[--at] = PAIRS[pair + 1];
      target[--at] = PAIRS[pair];
      left -= 2;
    }
    if (left == 1) {
      target[--at] = (byte) ('0' + rest % 10);
    }
    return this;
  }

  /** Appends thousandths as the server does for milliseconds: {@code 12.345}. */
  Text thousandths(long number) {
    return append(number / 1000).append('.').digits(number % 1000, 3);
  }

  Text hex(long number, int width) {
    byte[] target = room(width);
    for (int i = 0; i < width; i++) {
      target[length + i] =
          (byte) Character.forDigit((int) (number >>> 4 * (width - 1 - i)) & 15, 16);
    }
    length += width;
    return this;
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
