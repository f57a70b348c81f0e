package io.github.pgslowlog.prefix;

import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.language.LabelForm;
import io.github.pgslowlog.language.Labels;
import io.github.pgslowlog.language.Languages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds prefix and label at the start of a line.
 *
 * <p>The prefix need not end in a delimiter ({@code psqlLOG: duration}), and names in it may look
 * like a label, so the head is the earliest label, with its colon and blanks, before which
 * everything is the expanded prefix. Hot path: mutable, reused, allocates nothing.
 */
public final class LineHead {
  /** An expanded prefix is shorter: names have at most 63 bytes (255 when escaped), hosts 255. */
  static final int MAX_PREFIX_BYTES = 4096;

  /** A prefix in the middle of a line is looked for in so many bytes before its label. */
  private static final int MAX_INSIDE_BYTES = 512;

  private final PrefixMatcher matcher;
  private final Labels labels;
  private final PrefixFields fields = new PrefixFields();
  private @Nullable Label label;
  private byte[] line = new byte[0];
  private int start;
  private int labelStart;
  private int textStart;

  /**
   * Finds heads with this prefix in a log in English.
   *
   * @param matcher the prefix
   */
  public LineHead(PrefixMatcher matcher) {
    this(matcher, Languages.english());
  }

  /**
   * Finds heads with this prefix.
   *
   * @param matcher the prefix
   * @param languages those of the labels
   */
  public LineHead(PrefixMatcher matcher, Languages languages) {
    this.matcher = matcher;
    this.labels = languages.labels();
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
    int limit = Math.min(to, from + MAX_PREFIX_BYTES);
    for (int colon = from + 1; colon < limit; colon++) {
      if (line[colon] == ':' && findAt(line, from, colon, to)) {
        return true;
      }
    }
    return false;
  }

  private boolean findAt(byte[] line, int from, int colon, int to) {
    List<LabelForm> candidates = labels.endingIn(line[colon - 1]);
    for (int i = 0; i < candidates.size(); i++) {
      LabelForm form = candidates.get(i);
      int behindPrefix = colon - form.word().length;
      if (form.isAt(line, from, colon, to) && matcher.matches(line, from, behindPrefix, fields)) {
        found(form, line, from, colon);
        return true;
      }
    }
    return false;
  }

  /**
   * Looks for the head of a message in the middle of a line, where a message of another process was
   * cut.
   *
   * @param line the bytes
   * @param from first byte to look at
   * @param to behind the last byte
   * @return whether there is one; if so, the other methods tell where
   */
  public boolean findInside(byte[] line, int from, int to) {
    for (int colon = from + 1; colon < to; colon++) {
      LabelForm form = line[colon] == ':' ? labels.at(line, from, colon, to) : null;
      if (form == null || !form.label().isSeverity()) {
        continue;
      }
      int end = colon - form.word().length;
      for (int i = end - 1; i >= Math.max(from, end - MAX_INSIDE_BYTES); i--) {
        if (line[i] >= '0' && line[i] <= '9' && matcher.matches(line, i, end, fields)) {
          found(form, line, i, colon);
          return true;
        }
      }
    }
    return false;
  }

  private void found(LabelForm form, byte[] bytes, int from, int colon) {
    label = form.label();
    line = bytes;
    start = from;
    labelStart = colon - form.word().length;
    textStart = colon + 1 + form.blanks();
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
   * The bytes that hold the head found.
   *
   * @return the line's array
   */
  public byte[] line() {
    return line;
  }

  /**
   * Where the prefix starts.
   *
   * @return index in the line's array
   */
  public int start() {
    return start;
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
