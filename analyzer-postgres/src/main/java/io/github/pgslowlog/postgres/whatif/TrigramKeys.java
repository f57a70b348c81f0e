package io.github.pgslowlog.postgres.whatif;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Three letters in a row, as <a
 * href="https://www.postgresql.org/docs/current/pgtrgm.html#PGTRGM-CONCEPTS">pg_trgm</a> has them:
 * of words in lower case with two blanks before and one behind.
 */
final class TrigramKeys implements KeyExtractor {
  /** A key is an integer. */
  private static final double BYTES = 4;

  @Override
  public Set<GinKey> keys(String value) {
    Set<GinKey> keys = new LinkedHashSet<>();
    StringBuilder word = new StringBuilder("  ");
    String text = value.toLowerCase(Locale.ROOT);
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
        word.append(text.charAt(i));
      } else if (word.length() > 2) {
        word.append(' ');
        for (int from = 0; from + 3 <= word.length(); from++) {
          keys.add(new GinKey("", word.substring(from, from + 3), BYTES));
        }
        word.setLength(2);
      }
    }
    return keys;
  }
}
