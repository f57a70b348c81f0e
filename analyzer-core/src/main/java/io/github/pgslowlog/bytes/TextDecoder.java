package io.github.pgslowlog.bytes;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes of one message as text.
 *
 * <p>The server converts nothing: each session writes in the encoding of its database, so one file
 * may mix several. Strict UTF-8 is tried first, then windows-1252, which takes nearly every byte;
 * text never fails to decode.
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
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(array, from, to - from))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(array, from, to - from, FALLBACK);
    }
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
