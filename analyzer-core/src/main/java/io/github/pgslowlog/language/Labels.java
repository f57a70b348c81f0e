package io.github.pgslowlog.language;

import io.github.pgslowlog.bytes.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The labels of some languages, to be looked up at a colon. Hot path: by the byte before the colon,
 * so most colons of a line are passed over at once.
 */
public final class Labels {
  private static final int SEVERITY_BLANKS = 2;
  private static final int BYTES = 256;
  private static final Comparator<LabelForm> LONGEST_FIRST =
      Comparator.<LabelForm>comparingInt(form -> -form.word().length)
          .thenComparingInt(form -> -form.blanks());

  private final List<List<LabelForm>> byLastByte;

  private Labels(List<List<LabelForm>> byLastByte) {
    this.byLastByte = byLastByte;
  }

  /** With {@code lenient} one blank is enough where the server writes two or more. */
  static Labels of(List<Language> languages, boolean lenient) {
    List<List<LabelForm>> forms = new ArrayList<>(Collections.nCopies(BYTES, List.of()));
    for (Language language : languages) {
      for (Label label : Label.values()) {
        for (byte[] text : language.bytes(MessageKey.of(label))) {
          add(form(label, text), lenient, forms);
        }
      }
    }
    forms.replaceAll(sharing -> sharing.size() < 2 ? sharing : sorted(sharing));
    return new Labels(forms);
  }

  private static List<LabelForm> sorted(List<LabelForm> forms) {
    return forms.stream().sorted(LONGEST_FIRST).toList();
  }

  private static void add(LabelForm form, boolean lenient, List<List<LabelForm>> forms) {
    List<LabelForm> sharing = forms.get(form.lastByte());
    if (sharing.isEmpty()) {
      sharing = new ArrayList<>();
      forms.set(form.lastByte(), sharing);
    }
    if (!looksLikeAny(form, sharing)) {
      sharing.add(form);
    }
    if (lenient && form.blanks() > 1) {
      add(new LabelForm(form.label(), form.word(), 1), false, forms);
    }
  }

  /** A plain loop: this is asked ten thousand times before anything is compiled. */
  private static boolean looksLikeAny(LabelForm form, List<LabelForm> forms) {
    for (int i = 0; i < forms.size(); i++) {
      if (form.looksLike(forms.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static LabelForm form(Label label, byte[] text) {
    if (label.isSeverity()) {
      return new LabelForm(label, text, SEVERITY_BLANKS);
    }
    int colon = text.length - 1;
    while (text[colon] != ':') {
      colon--;
    }
    return new LabelForm(label, Arrays.copyOf(text, colon), text.length - colon - 1);
  }

  /**
   * The labels that end in a byte.
   *
   * @param last the byte before the colon
   * @return the longest first, as one may end like another
   */
  public List<LabelForm> endingIn(byte last) {
    return byLastByte.get(last & 0xff);
  }

  /**
   * The label around a colon.
   *
   * @param line the bytes
   * @param from first byte that may belong to it
   * @param colon index of the colon
   * @param to behind the last byte that may belong to it
   * @return the longest that stands there, null if there is none
   */
  public @Nullable LabelForm at(byte[] line, int from, int colon, int to) {
    List<LabelForm> candidates = colon > from ? endingIn(line[colon - 1]) : List.of();
    for (int i = 0; i < candidates.size(); i++) {
      if (candidates.get(i).isAt(line, from, colon, to)) {
        return candidates.get(i);
      }
    }
    return null;
  }

  /**
   * Finds the first label of a line, whatever stands before.
   *
   * @param line the bytes
   * @param from first byte
   * @param to behind the last byte
   * @return index of its colon, or -1
   */
  public int firstColon(byte[] line, int from, int to) {
    for (int colon = from; colon < to; colon++) {
      if (line[colon] == ':' && at(line, from, colon, to) != null) {
        return colon;
      }
    }
    return -1;
  }

  /** The severity whose word is a whole text, null if it is none. */
  @Nullable Label severity(Slice word) {
    if (word.length() == 0) {
      return null;
    }
    for (LabelForm form : endingIn(word.array()[word.to() - 1])) {
      if (form.label().isSeverity()
          && form.word().length == word.length()
          && word.startsWith(form.word())) {
        return form.label();
      }
    }
    return null;
  }
}
