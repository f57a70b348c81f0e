package io.github.pgslowlog.source;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Transcodes UTF-16 to UTF-8 in passing.
 *
 * <p>A surrogate without its other half becomes U+FFFD; an odd last byte is dropped. What stands
 * before a failure of the stream below is returned first.
 */
final class Utf16InputStream extends InputStream {
  private static final int BLOCK_BYTES = 1 << 13;
  private static final int REPLACEMENT = 0xfffd;

  /** Three bytes for each unit, and three for the half that waited. */
  private static final int MAX_TEXT_BYTES = BLOCK_BYTES / 2 * 3 + 3;

  private final InputStream in;
  private final boolean littleEndian;
  private final byte[] block = new byte[BLOCK_BYTES];
  private final byte[] text = new byte[MAX_TEXT_BYTES];
  private int blockLength;
  private int textFrom;
  private int textTo;
  private char high;
  private boolean ended;
  private @Nullable IOException broken;

  Utf16InputStream(InputStream in, boolean littleEndian) {
    this.in = in;
    this.littleEndian = littleEndian;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (textFrom == textTo) {
      if (broken != null) {
        throw broken;
      }
      if (ended) {
        return -1;
      }
      fill();
    }
    int count = Math.min(length, textTo - textFrom);
    System.arraycopy(text, textFrom, target, offset, count);
    textFrom += count;
    return count;
  }

  private void fill() {
    textFrom = 0;
    textTo = 0;
    try {
      int count = in.read(block, blockLength, block.length - blockLength);
      ended = count < 0;
      blockLength += Math.max(0, count);
    } catch (IOException failure) {
      broken = failure;
    }
    int units = blockLength / 2;
    for (int i = 0; i < units; i++) {
      int first = block[2 * i] & 0xff;
      int second = block[2 * i + 1] & 0xff;
      unit((char) (littleEndian ? second << 8 | first : first << 8 | second));
    }
    if (ended || broken != null) {
      flush();
    }
    if (blockLength % 2 == 1) {
      block[0] = block[blockLength - 1];
    }
    blockLength %= 2;
  }

  private void unit(char unit) {
    if (high != 0 && Character.isLowSurrogate(unit)) {
      put(Character.toCodePoint(high, unit));
      high = 0;
      return;
    }
    flush();
    if (Character.isHighSurrogate(unit)) {
      high = unit;
    } else {
      put(Character.isLowSurrogate(unit) ? REPLACEMENT : unit);
    }
  }

  private void flush() {
    if (high != 0) {
      high = 0;
      put(REPLACEMENT);
    }
  }

  private void put(int letter) {
    if (letter < 0x80) {
      text[textTo++] = (byte) letter;
    } else if (letter < 0x800) {
      text[textTo++] = (byte) (0xc0 | letter >> 6);
      text[textTo++] = (byte) (0x80 | letter & 0x3f);
    } else {
      if (letter < 0x10000) {
        text[textTo++] = (byte) (0xe0 | letter >> 12);
      } else {
        text[textTo++] = (byte) (0xf0 | letter >> 18);
        text[textTo++] = (byte) (0x80 | letter >> 12 & 0x3f);
      }
      text[textTo++] = (byte) (0x80 | letter >> 6 & 0x3f);
      text[textTo++] = (byte) (0x80 | letter & 0x3f);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
