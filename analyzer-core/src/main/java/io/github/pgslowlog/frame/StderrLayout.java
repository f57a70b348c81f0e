package io.github.pgslowlog.frame;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.LineHead;
import io.github.pgslowlog.prefix.PrefixMatcher;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How the lines of a log in stderr format go on, as its first lines show it.
 *
 * @param continuation how a line shows that it goes on with the one before
 * @param blanks blanks that stand for the tab
 * @param interleaved whether processes wrote their messages into each other
 */
public record StderrLayout(Continuation continuation, int blanks, boolean interleaved) {
  /** As servers write it: a tab, and whole messages. */
  public static final StderrLayout PLAIN = new StderrLayout(Continuation.TAB, 0, false);

  /** Shell noise between messages is rarer. */
  private static final int LEAST_FOREIGN_LINES = 3;

  private static final int FOREIGN_PER_HUNDRED_MESSAGES = 2;

  /** What a tab is on a terminal. */
  private static final int MOST_BLANKS = 8;

  /** How a line shows that it goes on with the one before. */
  public enum Continuation {
    /** By a tab. */
    TAB,
    /** By blanks in place of the tab. */
    BLANKS,
    /** By nothing: it just does not start with the prefix. */
    NOTHING
  }

  /**
   * Looks at the first lines of a log.
   *
   * @param head gives the first lines, anew each time
   * @param matcher the log's prefix
   * @param languages those of the labels
   * @return how they go on
   * @throws IOException when the lines cannot be read
   */
  public static StderrLayout of(Supplier<Lines> head, PrefixMatcher matcher, Languages languages)
      throws IOException {
    if (InterleavedLines.occursIn(head.get(), matcher, languages)) {
      return new StderrLayout(Continuation.TAB, 0, true);
    }
    Lines lines = head.get();
    LineHead heads = new LineHead(matcher, languages);
    Set<Long> servers = new HashSet<>();
    long messages = 0;
    long foreign = 0;
    int blanks = MOST_BLANKS;
    while (lines.next()) {
      byte[] buffer = lines.buffer();
      int from = lines.start();
      if (from == lines.end() || lines.part() != Lines.Part.LINE) {
        continue;
      }
      if (buffer[from] == '\t') {
        return PLAIN;
      }
      if (heads.find(buffer, from, lines.end())) {
        messages++;
        servers.add(lines.stream());
      } else if (servers.contains(lines.stream())
          && !UntabbedLines.looksLikeHead(buffer, from, lines.end(), languages)) {
        foreign++;
        blanks = Math.min(blanks, blanksAt(buffer, from, lines.end()));
      }
    }
    if (foreign < LEAST_FOREIGN_LINES || foreign * 100 < messages * FOREIGN_PER_HUNDRED_MESSAGES) {
      return PLAIN;
    }
    return new StderrLayout(
        blanks == 0 ? Continuation.NOTHING : Continuation.BLANKS, blanks, false);
  }

  private static int blanksAt(byte[] buffer, int from, int to) {
    int i = from;
    while (i < to && buffer[i] == ' ') {
      i++;
    }
    return i - from;
  }
}
