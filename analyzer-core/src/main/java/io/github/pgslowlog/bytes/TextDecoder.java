package io.github.pgslowlog.bytes;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of one message as text.
 *
 * <p>The server converts nothing: each session writes in the encoding of its database, so one file
 * may mix several. Strict UTF-8 is tried first, then windows-1252, which takes nearly every byte;
 * text never fails to decode. A text that is UTF-8 but for a last character that was cut loses that
 * character.
 */
public final class TextDecoder {
  private static final Charset FALLBACK = Charset.forName("windows-1252");

  private TextDecoder() {}

  /**
   * Decodes a range of bytes.
   *
   * @param array the bytes
   * @param from first byte
   * @param to behind the last byte
   * @return the text
   */
  public static String decode(byte[] array, int from, int to) {
    if (isAscii(array, from, to)) {
      return new String(array, from, to - from, StandardCharsets.ISO_8859_1);
    }
    String utf8 = utf8(array, from, to);
    if (utf8 != null) {
      return utf8;
    }
    String cut = utf8(array, from, behindLastWhole(array, from, to));
    return cut != null ? cut : new String(array, from, to - from, FALLBACK);
  }

  private static @Nullable String utf8(byte[] array, int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(array, from, to - from))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return null;
    }
  }

  /**
   * Where the last whole character ends, if a text was cut within one: behind it stand the first
   * bytes of a character of more. Else the end.
   */
  private static int behindLastWhole(byte[] array, int from, int to) {
    int start = to - 1;
    while (start > from && to - start < 4 && (array[start] & 0xC0) == 0x80) {
      start--;
    }
    int lead = array[start] & 0xff;
    int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
    return start > from && to - start < length ? start : to;
  }

  private static boolean isAscii(byte[] array, int from, int to) {
    for (int i = from; i < to; i++) {
      if (array[i] < 0) {
        return false;
      }
    }
    return true;
  }
}
