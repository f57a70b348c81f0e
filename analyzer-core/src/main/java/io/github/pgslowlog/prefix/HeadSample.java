package io.github.pgslowlog.prefix;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lines of a log that its prefix is found with: some from the start, some from further on.
 *
 * @param lines none of them begins with a tab
 */
record HeadSample(List<Slice> lines) {
  /** More lines decide nothing that these leave open, and detection should not be felt. */
  static final int FIRST_LINES = 200;

  static final int LAST_LINES = 50;

  HeadSample {
    lines = List.copyOf(lines);
  }

  static HeadSample of(List<Slice> log) {
    List<Slice> starts =
        log.stream()
            .filter(line -> line.length() > 0 && line.array()[line.from()] != '\t')
            .toList();
    if (starts.size() <= FIRST_LINES + LAST_LINES) {
      return new HeadSample(starts);
    }
    Stream<Slice> last = starts.subList(starts.size() - LAST_LINES, starts.size()).stream();
    return new HeadSample(Stream.concat(starts.subList(0, FIRST_LINES).stream(), last).toList());
  }

  /** What stands before the first label of each line that has one. */
  List<Head> heads() {
    List<Head> heads = new ArrayList<>();
    for (Slice line : lines) {
      int label = LineHead.firstLabel(line.array(), line.from(), line.to());
      if (label >= 0) {
        heads.add(new Head(line, label));
      }
    }
    return heads;
  }

  /**
   * A line and where its label begins.
   *
   * @param line the line
   * @param label index in the line's array
   */
  record Head(Slice line, int label) {
    String latin1() {
      return new String(
          line.array(), line.from(), label - line.from(), StandardCharsets.ISO_8859_1);
    }

    String message() {
      return new String(line.array(), label, line.to() - label, StandardCharsets.UTF_8);
    }
  }
}
