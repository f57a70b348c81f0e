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

  private final PrefixMatcher matcher;
  private final Labels labels;
  private final PrefixFields fields = new PrefixFields();
  private @Nullable Label label;
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
      int start = colon - form.word().length;
      if (form.isAt(line, from, colon, to) && matcher.matches(line, from, start, fields)) {
        label = form.label();
        labelStart = start;
        textStart = colon + 1 + form.blanks();
        return true;
      }
    }
    return false;
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
