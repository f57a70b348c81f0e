package io.github.pgslowlog.report;

import java.util.regex.Pattern;

/**
 * Log text within Markdown (GitHub's): it is shown as it is, and makes no markup, no link, and
 * mentions nobody.
 *
 * <p>Source: <a href="https://github.github.com/gfm/">GitHub Flavored Markdown Spec</a>, code
 * spans, fenced code blocks, backslash escapes, tables.
 */
final class Markdown {
  private static final String MARKUP = "\\`*_[]<>|~&$";

  /**
   * What a link begins with: a mention, an issue (also {@code GH-1}, and in GitLab {@code !1} and
   * {@code %1}), an address, a picture such as {@code :bug:} or {@code :100:}, but no time of day.
   */
  private static final Pattern LINK =
      Pattern.compile(
          "[@#]|(?i:gh(?=-)|www(?=\\.))|[!%](?=[0-9])"
              + "|:(?=//|(?![0-9]{1,2}:)[a-zA-Z0-9+_\\\\-]+:)");

  private Markdown() {}

  /**
   * Text in a line. What could be markup is escaped. An empty comment keeps names and numbers from
   * being links or pictures: these are sought in the text after its escapes are undone.
   */
  static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    PlainText.of(text)
        .chars()
        .forEach(c -> escaped.append(MARKUP.indexOf(c) >= 0 ? "\\" : "").append((char) c));
    return LINK.matcher(escaped).replaceAll("$0<!-- -->");
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
