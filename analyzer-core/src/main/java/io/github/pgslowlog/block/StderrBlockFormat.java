package io.github.pgslowlog.block;

import io.github.pgslowlog.bytes.NewlineFinder;
import io.github.pgslowlog.fingerprint.KnownStatements;
import io.github.pgslowlog.frame.StderrLayout;
import io.github.pgslowlog.frame.StderrStyle;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.PrefixMatcher;
import io.github.pgslowlog.prefix.QuickHead;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Logs in stderr format as a server writes them: one prefix, whole messages, a tab before each line
 * that goes on.
 */
public final class StderrBlockFormat implements BlockFormat {
  private final String file;
  private final PrefixMatcher matcher;
  private final boolean wary;
  private final Languages languages;
  private final Optional<ZoneId> zone;
  private final int maxEntryBytes;

  /** Finds where blocks may be cut. */
  private final QuickHead cutting;

  /**
   * A log.
   *
   * @param file its name
   * @param style what its lines start with
   * @param languages those of its labels and wording
   * @param zone the zone the server logs in; empty to trust the abbreviations it prints
   * @param maxEntryBytes bound on the bytes of one message, and on those of a line
   */
  public StderrBlockFormat(
      String file,
      StderrStyle style,
      Languages languages,
      Optional<ZoneId> zone,
      int maxEntryBytes) {
    this.file = file;
    this.matcher = style.prefixes().get(0).matcher();
    this.wary = style.wary();
    this.languages = languages;
    this.zone = zone;
    this.maxEntryBytes = maxEntryBytes;
    this.cutting = new QuickHead(matcher, languages);
  }

  /**
   * Whether a log may be read in blocks, if its lines are as the server wrote them: not wrapped,
   * and without carriage returns.
   *
   * @param style what its first lines show
   * @return whether its lines start with one prefix or go on with a tab, and messages are whole
   */
  public static boolean isOrdinary(StderrStyle style) {
    StderrLayout layout = style.layout();
    return style.prefixes().size() == 1
        && layout.continuation() == StderrLayout.Continuation.TAB
        && !layout.interleaved();
  }

  @Override
  public int lastStart(byte[] bytes, int from, int to) {
    synchronized (cutting) {
      return lastStart(cutting, bytes, from, to);
    }
  }

  private int lastStart(QuickHead head, byte[] bytes, int from, int to) {
    int end = lastLineFeed(bytes, from, to);
    while (end > from) {
      int before = lastLineFeed(bytes, from, end);
      int start = before + 1;
      if (before >= from
          && bytes[start] != '\t'
          && head.find(bytes, start, start + Math.min(end - start, maxEntryBytes))
          && head.label().isSeverity()
          && NewlineFinder.indexOfEnd(bytes, start, end) < 0) {
        return start;
      }
      end = before;
    }
    return -1;
  }

  /**
   * Only the first line may look like a line of a server that is not whole, as those behind it may
   * show that the prefix changed.
   */
  @Override
  public int firstStart(byte[] bytes, int from, int to) {
    QuickHead head = new QuickHead(matcher, languages);
    int start = from;
    while (start < to) {
      int end = NewlineFinder.indexOfEnd(bytes, start, to);
      if (end < 0 || bytes[end] == 0 || end - start > maxEntryBytes) {
        return -1;
      }
      boolean tabbed = bytes[start] == '\t';
      if (!tabbed && head.find(bytes, start, end)) {
        if (head.label().isSeverity()) {
          return start;
        }
      } else if (!tabbed && start > from && languages.labels().firstColon(bytes, start, end) >= 0) {
        return -1;
      }
      start = end + 1;
    }
    return -1;
  }

  /** Index of the last line feed in a range, -1 if there is none. */
  private static int lastLineFeed(byte[] bytes, int from, int to) {
    int i = to - 1;
    while (i >= from && bytes[i] != '\n') {
      i--;
    }
    return i >= from ? i : -1;
  }

  @Override
  public StderrBlockReader reader(KnownStatements statements) {
    return new StderrBlockReader(
        file, new QuickHead(matcher, languages), wary, languages, zone, maxEntryBytes, statements);
  }
}
