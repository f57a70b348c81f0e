package io.github.pgslowlog.prefix;

import java.util.List;

/**
 * How well a prefix fits lines.
 *
 * @param prefix the prefix
 * @param lines how many lines fit
 * @param doubtful in how many of them a name holds what belongs to the prefix rather
 */
record PrefixScore(LogLinePrefix prefix, int lines, int doubtful) {
  /**
   * Tries a prefix.
   *
   * @param prefix the prefix
   * @param lines lines with labels
   * @param wanted fits that make the prefix worth a look; it is given up where it cannot have them
   */
  static PrefixScore of(LogLinePrefix prefix, List<LabelledLine> lines, int wanted) {
    PrefixMatcher matcher = prefix.matcher();
    PrefixFields fields = new PrefixFields();
    int fitting = 0;
    int doubtful = 0;
    for (int i = 0; i < lines.size() && fitting + lines.size() - i >= wanted; i++) {
      LabelledLine line = lines.get(i);
      byte[] b = line.line().array();
      int from = line.line().from();
      for (int at = 0; at < line.count(); at++) {
        boolean whole = matcher.matchesSession(b, from, line.label(at), fields);
        if (!whole && !matcher.matchesStopped(b, from, line.label(at), fields)) {
          continue;
        }
        // Durations are written by sessions: their lines show what background processes leave out.
        if (whole || !line.isDuration(at)) {
          fitting++;
          doubtful += whole && PrefixDoubt.isIn(b, fields) ? 1 : 0;
        }
        break;
      }
    }
    return new PrefixScore(prefix, fitting, doubtful);
  }

  boolean isBetterThan(PrefixScore other) {
    return lines != other.lines ? lines > other.lines : doubtful < other.doubtful;
  }
}
