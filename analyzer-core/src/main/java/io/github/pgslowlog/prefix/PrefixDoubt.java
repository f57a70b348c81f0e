package io.github.pgslowlog.prefix;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Tells names that hold what belongs to a prefix rather: {@code %u@%d} reads {@code app@shop
 * app=web} as a database {@code shop app=web}.
 */
public final class PrefixDoubt {
  private static final byte[] UNKNOWN = KnownValue.UNKNOWN.getBytes(StandardCharsets.US_ASCII);
  private static final boolean[] NOT_IN_NAMES = bytes(" ,=[|(/:");
  private static final boolean[] NOT_IN_TEXTS = bytes("=|");

  private PrefixDoubt() {}

  private static boolean[] bytes(String any) {
    boolean[] bytes = new boolean[128];
    any.chars().forEach(c -> bytes[c] = true);
    return bytes;
  }

  /**
   * Looks at the names that a prefix read off a line.
   *
   * @param line holds the line
   * @param fields the places of the names in it
   * @return whether one of them is doubtful
   */
  public static boolean isIn(byte[] line, PrefixFields fields) {
    return holds(line, fields, PrefixEscape.USER, NOT_IN_NAMES)
        || holds(line, fields, PrefixEscape.DATABASE, NOT_IN_NAMES)
        || holds(line, fields, PrefixEscape.HOST, NOT_IN_TEXTS)
        || holds(line, fields, PrefixEscape.APPLICATION, NOT_IN_TEXTS)
        || holds(line, fields, PrefixEscape.BACKEND_TYPE, NOT_IN_TEXTS);
  }

  private static boolean holds(
      byte[] line, PrefixFields fields, PrefixEscape escape, boolean[] any) {
    int to = fields.to(escape);
    for (int i = Math.max(0, fields.from(escape)); i < to; i++) {
      if (line[i] >= 0 && any[line[i]]) {
        return !isUnknown(line, fields.from(escape), to);
      }
    }
    return false;
  }

  private static boolean isUnknown(byte[] line, int from, int to) {
    return Arrays.equals(line, from, to, UNKNOWN, 0, UNKNOWN.length);
  }
}
