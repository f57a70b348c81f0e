package io.github.pgslowlog.prefix;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.language.LabelForm;
import io.github.pgslowlog.language.Languages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lines of a log that its prefix is found with: some from the start, some from further on.
 *
 * @param lines none of them begins with a tab
 * @param languages those of their labels
 */
record HeadSample(List<Slice> lines, Languages languages) {
  /** More lines decide nothing that these leave open, and detection should not be felt. */
  static final int FIRST_LINES = 200;

  static final int LAST_LINES = 50;

  HeadSample {
    lines = List.copyOf(lines);
  }

  static HeadSample of(List<Slice> log, Languages languages) {
    List<Slice> starts =
        log.stream()
            .filter(line -> line.length() > 0 && line.array()[line.from()] != '\t')
            .toList();
    if (starts.size() <= FIRST_LINES + LAST_LINES) {
      return new HeadSample(starts, languages);
    }
    Stream<Slice> last = starts.subList(starts.size() - LAST_LINES, starts.size()).stream();
    Stream<Slice> first = starts.subList(0, FIRST_LINES).stream();
    return new HeadSample(Stream.concat(first, last).toList(), languages);
  }

  /** What stands before the first label of each line that has one. */
  List<Head> heads() {
    List<Head> heads = new ArrayList<>();
    for (Slice line : lines) {
      int to = Math.min(line.to(), line.from() + LineHead.MAX_PREFIX_BYTES);
      int colon = languages.labels().firstColon(line.array(), line.from(), to);
      LabelForm form =
          colon < 0 ? null : languages.labels().at(line.array(), line.from(), colon, to);
      if (form != null) {
        int text = colon + 1 + form.blanks();
        boolean duration = languages.startsDuration(Slice.of(line.array(), text, line.to()));
        heads.add(new Head(line, colon - form.word().length, duration));
      }
    }
    return heads;
  }

  /**
   * A line and where its label begins.
   *
   * @param line the line
   * @param label index in the line's array
   * @param duration whether its message is about a duration, which only sessions write
   */
  record Head(Slice line, int label, boolean duration) {
    String latin1() {
      return new String(
          line.array(), line.from(), label - line.from(), StandardCharsets.ISO_8859_1);
    }

    String message() {
      return new String(line.array(), label, line.to() - label, StandardCharsets.UTF_8);
    }
  }
}
