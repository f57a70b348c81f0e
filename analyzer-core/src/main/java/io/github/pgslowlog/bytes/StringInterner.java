package io.github.pgslowlog.bytes;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Strings for the few names that a log repeats on every line: users, databases, applications.
 *
 * <p>Direct-mapped and bounded: a name that meets another in its place takes the place. Not safe
 * for several threads.
 */
public final class StringInterner {
  private static final int PLACES = 1024;

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
   * @return the text, most often without making a new String
   */
  public String intern(byte[] array, int from, int to) {
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
