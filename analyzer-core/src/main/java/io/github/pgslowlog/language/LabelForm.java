package io.github.pgslowlog.language;

import java.util.Arrays;

/**
 * A label as one language writes it: {@code AYRINTI:}, {@code ASTUCE : }.
 *
 * @param label its meaning
 * @param word the bytes before the colon
 * @param blanks number of blanks behind the colon
 */
@SuppressWarnings("ArrayRecordComponent")
public record LabelForm(Label label, byte[] word, int blanks) {
  /**
   * Tells whether the label stands around a colon.
   *
   * @param line the bytes
   * @param from first byte that may belong to it
   * @param colon index of the colon
   * @param to behind the last byte that may belong to it
   * @return whether it does
   */
  public boolean isAt(byte[] line, int from, int colon, int to) {
    int start = colon - word.length;
    if (start < from || colon + blanks >= to) {
      return false;
    }
    for (int i = 1; i <= blanks; i++) {
      if (line[colon + i] != ' ') {
        return false;
      }
    }
    return Arrays.equals(line, start, colon, word, 0, word.length);
  }

  /** The byte before the colon, unsigned. */
  int lastByte() {
    return word[word.length - 1] & 0xff;
  }

  boolean looksLike(LabelForm other) {
    return blanks == other.blanks
        && word.length == other.word.length
        && Arrays.equals(word, other.word);
  }
}
