package io.github.pgslowlog.source;

import java.io.InputStream;

/**
 * Makes UTF-8, or whatever encoding of ASCII letters a log has, of what editors, PowerShell and
 * Windows services write: takes the byte order mark off, and transcodes UTF-16.
 *
 * <p>UTF-16 is known by its mark, or by a head of which every second byte is NUL. Offsets in such a
 * log count bytes of the transcoded text.
 */
public final class TextEncoding {
  private static final int HEAD_BYTES = 256;

  /** Of the first 128 letters so many must be ASCII; a user's name may be the others. */
  private static final int ASCII_PERCENT = 90;

  private static final int LEAST_BYTES = 8;

  private TextEncoding() {}

  /**
   * A log as text whose ASCII letters are single bytes.
   *
   * @param in the bytes, without a mark
   * @param encoding {@code UTF-16LE} or {@code UTF-16BE} if it was transcoded, {@code UTF-8} if a
   *     mark said so, else empty
   */
  public record Text(InputStream in, String encoding) {}

  /**
   * Looks at the head of a log and takes off what is in the way.
   *
   * @param in the decompressed log
   * @return the stream to read instead; a failure within the head is told behind it
   */
  public static Text of(InputStream in) {
    Head start = Head.of(in, HEAD_BYTES);
    byte[] head = start.bytes();
    if (starts(head, 0xef, 0xbb, 0xbf)) {
      return new Text(start.from(3), "UTF-8");
    }
    if (starts(head, 0xff, 0xfe)) {
      return new Text(new Utf16InputStream(start.from(2), true), "UTF-16LE");
    }
    if (starts(head, 0xfe, 0xff)) {
      return new Text(new Utf16InputStream(start.from(2), false), "UTF-16BE");
    }
    InputStream whole = start.from(0);
    if (hasNulEverySecondByte(head, 1)) {
      return new Text(new Utf16InputStream(whole, true), "UTF-16LE");
    }
    if (hasNulEverySecondByte(head, 0)) {
      return new Text(new Utf16InputStream(whole, false), "UTF-16BE");
    }
    return new Text(whole, "");
  }

  private static boolean starts(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether nearly all letters are ASCII with the NUL byte at that place; a run of NUL is none. */
  private static boolean hasNulEverySecondByte(byte[] head, int nulAt) {
    int ascii = 0;
    int units = head.length / 2;
    for (int i = 0; i + 1 < head.length; i += 2) {
      ascii += head[i + nulAt] == 0 && head[i + 1 - nulAt] != 0 ? 1 : 0;
    }
    return head.length >= LEAST_BYTES && 100 * ascii >= ASCII_PERCENT * units;
  }
}
