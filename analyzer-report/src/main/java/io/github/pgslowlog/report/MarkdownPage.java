package io.github.pgslowlog.report;

/** Lines of Markdown. */
final class MarkdownPage {
  private final StringBuilder text = new StringBuilder();

  String text() {
    return text.toString();
  }

  /** A line that is Markdown already. */
  void line(String line) {
    text.append(line).append('\n');
  }

  void blank() {
    text.append('\n');
  }

  /** An item of a list, of plain text. */
  void item(String item) {
    line("- " + Markdown.text(item));
  }

  /** An item that a person must know. */
  void warning(String warning) {
    line("- **!** " + Markdown.text(warning));
  }

  /** A block of SQL; nothing if there is none. */
  void sql(String sql) {
    text.append(sql.isEmpty() ? "" : Markdown.sql(sql));
  }
}
