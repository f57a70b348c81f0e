package io.github.pgslowlog.prefix;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds prefix and label at the start of a line.
 *
 * <p>The prefix need not end in a delimiter ({@code psqlLOG: duration}), and names in it may look
 * like a label, so the head is the earliest {@code LABEL:} with two spaces before which everything
 * is the expanded prefix. Hot path: mutable, reused, allocates nothing.
 */
public final class LineHead {
  /** An expanded prefix is shorter: names have at most 63 bytes (255 when escaped), hosts 255. */
  static final int MAX_PREFIX_BYTES = 4096;

  private static final Label[] LABELS = Label.values();

  private final PrefixMatcher matcher;
  private final PrefixFields fields = new PrefixFields();
  private @Nullable Label label;
  private int labelStart;
  private int textStart;

  /**
   * Finds heads with this prefix.
   *
   * @param matcher the prefix
   */
  public LineHead(PrefixMatcher matcher) {
    this.matcher = matcher;
  }

  /**
   * Looks for the head of a line.
   *
   * @param line the bytes
   * @param from first byte of the line
   * @param to behind its last byte
   * @return whether the line starts with prefix and label; if so, the other methods tell them
   */
  public boolean find(byte[] line, int from, int to) {
    int limit = Math.min(to - 2, from + MAX_PREFIX_BYTES);
    for (int colon = from; colon < limit; colon++) {
      if (line[colon] != ':' || line[colon + 1] != ' ' || line[colon + 2] != ' ') {
        continue;
      }
      Label found = labelBefore(line, from, colon);
      if (found != null && matcher.matches(line, from, colon - found.bytes().length, fields)) {
        label = found;
        labelStart = colon - found.bytes().length;
        textStart = colon + 3;
        return true;
      }
    }
    return false;
  }

  /** Where the first label begins, whatever the prefix; negative if there is none. */
  static int firstLabel(byte[] line, int from, int to) {
    int limit = Math.min(to - 2, from + MAX_PREFIX_BYTES);
    for (int colon = from; colon < limit; colon++) {
      if (line[colon] == ':' && line[colon + 1] == ' ' && line[colon + 2] == ' ') {
        Label found = labelBefore(line, from, colon);
        if (found != null) {
          return colon - found.bytes().length;
        }
      }
    }
    return -1;
  }

  private static @Nullable Label labelBefore(byte[] line, int from, int colon) {
    for (Label candidate : LABELS) {
      byte[] word = candidate.bytes();
      int start = colon - word.length;
      if (start >= from && Arrays.equals(line, start, colon, word, 0, word.length)) {
        return candidate;
      }
    }
    return null;
  }

  /**
   * The label found.
   *
   * @return the label
   */
  public Label label() {
    if (label == null) {
      throw new IllegalStateException("no head was found");
    }
    return label;
  }

  /**
   * Where the label starts: the prefix stands before.
   *
   * @return index in the line's array
   */
  public int labelStart() {
    return labelStart;
  }

  /**
   * Where the text starts.
   *
   * @return index in the line's array
   */
  public int textStart() {
    return textStart;
  }

  /**
   * The fields of the prefix.
   *
   * @return the fields, until the next search
   */
  public PrefixFields fields() {
    return fields;
  }
}
