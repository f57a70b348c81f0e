package io.github.pgslowlog.bytes;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Strings for the few names that a log repeats on every line: users, databases, applications.
 *
 * <p>Direct-mapped and bounded: a name that meets another in its place takes the place, a long one
 * is not kept. Not safe for several threads.
 */
public final class StringInterner {
  private static final int PLACES = 1024;

  /** The server cuts names at 63 bytes; session ids, hosts and times are shorter, too. */
  private static final int MAX_KEPT_BYTES = 256;

  /** A host has 1025 bytes at most (NI_MAXHOST), and a port; what is longer is no name. */
  private static final int MAX_NAME_BYTES = 1100;

  private final byte[] @Nullable [] keys = new byte[PLACES] @Nullable [];
  private final @Nullable String[] values = new String[PLACES];

  /** Starts empty. */
  public StringInterner() {}

  /**
   * The text of a range of bytes.
   *
   * @param array the bytes
   * @param from first byte
   * @param to behind the last byte
   * @return the text, most often without making a new String; of over 1100 bytes the head
   */
  public String intern(byte[] array, int from, int to) {
    if (to - from > MAX_KEPT_BYTES) {
      return TextDecoder.decode(array, from, Math.min(to, from + MAX_NAME_BYTES));
    }
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + array[i];
    }
    int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
    byte[] key = keys[place];
    String value = values[place];
    if (key != null && value != null && Arrays.equals(key, 0, key.length, array, from, to)) {
      return value;
    }
    String text = TextDecoder.decode(array, from, to);
    keys[place] = Arrays.copyOfRange(array, from, to);
    values[place] = text;
    return text;
  }
}
