package io.github.pgslowlog.prefix;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.language.LabelForm;
import io.github.pgslowlog.language.Languages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A line and every place in it where a label stands: the head of the line is one of them, whatever
 * the prefix. They are looked for once, as many prefixes are tried.
 */
final class LabelledLine {
  private final Slice line;
  private final int[] labels;
  private final boolean[] durations;

  private LabelledLine(Slice line, int[] labels, boolean[] durations) {
    this.line = line;
    this.labels = labels;
    this.durations = durations;
  }

  /** The lines that have a label, as {@link LineHead} looks for it. */
  static List<LabelledLine> of(HeadSample sample) {
    List<LabelledLine> labelled = new ArrayList<>();
    for (Slice line : sample.lines()) {
      LabelledLine read = of(line, sample.languages());
      if (read.count() > 0) {
        labelled.add(read);
      }
    }
    return labelled;
  }

  private static LabelledLine of(Slice line, Languages languages) {
    byte[] b = line.array();
    int[] labels = new int[4];
    boolean[] durations = new boolean[4];
    int count = 0;
    int limit = Math.min(line.to(), line.from() + LineHead.MAX_PREFIX_BYTES);
    for (int colon = line.from() + 1; colon < limit; colon++) {
      if (b[colon] != ':') {
        continue;
      }
      for (LabelForm form : languages.labels().endingIn(b[colon - 1])) {
        if (form.isAt(b, line.from(), colon, line.to())) {
          if (count == labels.length) {
            labels = Arrays.copyOf(labels, 2 * count);
            durations = Arrays.copyOf(durations, 2 * count);
          }
          Slice text = Slice.of(b, colon + 1 + form.blanks(), line.to());
          labels[count] = colon - form.word().length;
          durations[count] = languages.startsDuration(text);
          count++;
        }
      }
    }
    return new LabelledLine(line, Arrays.copyOf(labels, count), durations);
  }

  Slice line() {
    return line;
  }

  int count() {
    return labels.length;
  }

  /** Index of a label's first byte. */
  int label(int index) {
    return labels[index];
  }

  /** Whether the message behind a label is about a duration, which only sessions write. */
  boolean isDuration(int index) {
    return durations[index];
  }
}
