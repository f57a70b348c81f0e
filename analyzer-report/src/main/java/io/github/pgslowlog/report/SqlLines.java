package io.github.pgslowlog.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * SQL in lines of limited width that can be copied: broken only where white space stands between
 * tokens, before a clause if one begins there. A token that is wider stays whole.
 */
final class SqlLines {
  private static final String INDENT = "  ";

  /** What an index's definition is made of. */
  private static final Set<String> CLAUSES =
      Set.of("ON", "USING", "INCLUDE", "WITH", "WHERE", "ATTACH", "FROM", "JOIN", "AS");

  private SqlLines() {}

  static List<String> of(String sql, int width) {
    List<String> lines = new ArrayList<>();
    sql.lines().forEach(line -> add(PlainText.of(line), width, lines));
    return lines;
  }

  private static void add(String line, int width, List<String> lines) {
    String rest = line;
    String lead = "";
    String next = line.startsWith("--") ? "--   " : INDENT;
    List<Integer> breaks = line.startsWith("--") ? blanks(line) : breaks(line);
    int done = 0;
    for (int at = place(breaks, done, width - lead.length(), rest, line);
        at >= 0;
        at = place(breaks, done, width - lead.length(), rest, line)) {
      lines.add(lead + line.substring(done, at).stripTrailing());
      done = at + 1;
      rest = line.substring(done);
      lead = next;
    }
    lines.add(lead + rest);
  }

  /** Where to break: the last clause that fits, else the last blank; -1 if all fits, or none. */
  private static int place(List<Integer> breaks, int done, int room, String rest, String line) {
    if (rest.length() <= room) {
      return -1;
    }
    int blank = -1;
    int clause = -1;
    for (int at : breaks) {
      if (at <= done || (at - done > room && blank >= 0)) {
        continue;
      }
      blank = at;
      clause = CLAUSES.contains(wordAfter(line, at)) ? at : clause;
      if (at - done > room) {
        break;
      }
    }
    return clause > done + room / 3 ? clause : blank;
  }

  private static String wordAfter(String line, int blank) {
    int end = line.indexOf(' ', blank + 1);
    return line.substring(blank + 1, end < 0 ? line.length() : end);
  }

  private static List<Integer> blanks(String line) {
    List<Integer> blanks = new ArrayList<>();
    for (int i = 3; i < line.length(); i++) {
      if (line.charAt(i) == ' ') {
        blanks.add(i);
      }
    }
    return blanks;
  }

  /** Blanks outside of quotes; none at all where a comment or a dollar quote makes it hard. */
  private static List<Integer> breaks(String line) {
    List<Integer> breaks = new ArrayList<>();
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == ' ') {
        breaks.add(i);
      } else if (line.startsWith("--", i) || line.startsWith("$$", i) || c == '\\') {
        return List.of();
      }
    }
    return quote == 0 ? breaks : List.of();
  }
}
