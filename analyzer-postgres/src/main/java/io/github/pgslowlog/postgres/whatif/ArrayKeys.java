package io.github.pgslowlog.postgres.whatif;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Elements of an array, as <a
 * href="https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO">arrays are written</a>.
 */
final class ArrayKeys implements KeyExtractor {
  /** A short header, or a number. */
  private static final double LEAST_BYTES = 4;

  @Override
  public Set<GinKey> keys(String value) {
    Set<GinKey> keys = new LinkedHashSet<>();
    StringBuilder element = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        element.append(value.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted || c != '{' && c != '}' && c != ',') {
        element.append(c);
      } else if (element.length() > 0) {
        keys.add(key(element.toString()));
        element.setLength(0);
      }
    }
    return keys;
  }

  private static GinKey key(String element) {
    return new GinKey("", element, Math.max(LEAST_BYTES, 1.0 + element.length()));
  }
}
