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
    boolean comment = line.startsWith("--");
    List<Integer> breaks = comment ? blanks(line) : breaks(line);
    String lead = "";
    int from = 0;
    int next = 0;
    while (next < breaks.size()) {
      int room = width - lead.length();
      int fits = Cells.end(line, from, room);
      if (fits == line.length()) {
        break;
      }
      int last = lastWithin(breaks, next, fits);
      int clause = lastClause(line, breaks, next, last);
      int chosen = clause >= 0 && breaks.get(clause) > from + room / 3 ? clause : last;
      lines.add(lead + line.substring(from, breaks.get(chosen)).stripTrailing());
      from = breaks.get(chosen) + 1;
      next = chosen + 1;
      lead = comment ? "--   " : INDENT;
    }
    lines.add(lead + line.substring(from));
  }

  /** The last place to break at that fits, else the first. */
  private static int lastWithin(List<Integer> breaks, int first, int fits) {
    int last = first;
    while (last + 1 < breaks.size() && breaks.get(last + 1) <= fits) {
      last++;
    }
    return last;
  }

  /** The last of these behind which a clause begins; -1 if there is none. */
  private static int lastClause(String line, List<Integer> breaks, int first, int last) {
    int clause = last;
    while (clause >= first && !CLAUSES.contains(wordAfter(line, breaks.get(clause)))) {
      clause--;
    }
    return clause < first ? -1 : clause;
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
