package io.github.pgslowlog.prefix;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.language.Languages;
import java.nio.charset.StandardCharsets;

/**
 * How well a prefix fits lines.
 *
 * @param prefix the prefix
 * @param lines how many lines fit
 * @param doubtful in how many of them a name holds what belongs to the prefix rather
 */
record PrefixScore(LogLinePrefix prefix, int lines, int doubtful) {
  private static final byte[] UNKNOWN = KnownValue.UNKNOWN.getBytes(StandardCharsets.US_ASCII);
  private static final String NOT_IN_NAMES = " ,=[|(/:";
  private static final String NOT_IN_TEXTS = "=|";

  static PrefixScore of(LogLinePrefix prefix, HeadSample sample) {
    PrefixMatcher matcher = prefix.matcher();
    LineHead head = new LineHead(matcher, sample.languages());
    PrefixFields session = new PrefixFields();
    int lines = 0;
    int doubtful = 0;
    for (Slice line : sample.lines()) {
      if (!head.find(line.array(), line.from(), line.to())) {
        continue;
      }
      boolean whole = matcher.matchesSession(line.array(), line.from(), head.labelStart(), session);
      if (whole || !isDuration(line, head, sample.languages())) {
        lines++;
        doubtful += whole && isDoubtful(line.array(), session) ? 1 : 0;
      }
    }
    return new PrefixScore(prefix, lines, doubtful);
  }

  boolean isBetterThan(PrefixScore other) {
    return lines != other.lines ? lines > other.lines : doubtful < other.doubtful;
  }

  /** Durations are written by sessions, so their lines show what background processes leave out. */
  private static boolean isDuration(Slice line, LineHead head, Languages languages) {
    return languages.startsDuration(Slice.of(line.array(), head.textStart(), line.to()));
  }

  private static boolean isDoubtful(byte[] line, PrefixFields fields) {
    return holds(line, fields, PrefixEscape.USER, NOT_IN_NAMES)
        || holds(line, fields, PrefixEscape.DATABASE, NOT_IN_NAMES)
        || holds(line, fields, PrefixEscape.HOST, NOT_IN_TEXTS)
        || holds(line, fields, PrefixEscape.APPLICATION, NOT_IN_TEXTS)
        || holds(line, fields, PrefixEscape.BACKEND_TYPE, NOT_IN_TEXTS);
  }

  private static boolean holds(byte[] line, PrefixFields fields, PrefixEscape escape, String any) {
    if (!fields.has(escape)) {
      return false;
    }
    int from = fields.from(escape);
    int to = fields.to(escape);
    if (Slice.of(line, from, to).equals(Slice.of(UNKNOWN))) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (any.indexOf(line[i]) >= 0) {
        return true;
      }
    }
    return false;
  }
}
