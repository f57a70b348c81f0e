package io.github.pgslowlog.report;

/**
 * Log text within Markdown (GitHub's): it is shown as it is, and makes no markup, no link, and
 * mentions nobody.
 *
 * <p>Source: <a href="https://github.github.com/gfm/">GitHub Flavored Markdown Spec</a>, code
 * spans, fenced code blocks, backslash escapes, tables.
 */
final class Markdown {
  private Markdown() {}

  /**
   * Text in a line. What could be markup is escaped. An empty comment keeps names and numbers from
   * being links: these are sought in the text after its escapes are undone.
   */
  static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    PlainText.of(text)
        .chars()
        .forEach(
            c -> {
              if (c == '@') {
                escaped.append("@<!-- -->");
              } else if (c == '#') {
                escaped.append("#<!-- -->");
              } else {
                escaped.append(isMarkup(c) ? "\\" : "").append((char) c);
              }
            });
    return escaped.toString().replace("://", ":<!-- -->//").replace("www.", "www<!-- -->.");
  }

  private static boolean isMarkup(int c) {
    return "\\`*_[]<>|~&".indexOf(c) >= 0;
  }

  /** A code span, also within a table. */
  static String code(String text) {
    String plain = PlainText.of(text).replace("|", "\u2502");
    String fence = "`".repeat(longestRun(plain) + 1);
    String space = plain.startsWith("`") || plain.endsWith("`") || plain.isBlank() ? " " : "";
    return fence + space + plain + space + fence;
  }

  /** A block of SQL, whose lines are kept. */
  static String sql(String sql) {
    StringBuilder plain = new StringBuilder();
    sql.lines().forEach(line -> plain.append(PlainText.of(line)).append('\n'));
    String fence = "`".repeat(Math.max(3, longestRun(sql) + 1));
    return fence + "sql\n" + plain + fence + "\n";
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
