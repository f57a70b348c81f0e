package io.github.pgslowlog.report;

import java.util.ArrayList;
import java.util.List;

/** Lines of limited width; control characters of log text never get through. */
final class TextCanvas {
  private static final String BOLD = "\033[1m";
  private static final String YELLOW = "\033[33m";
  private static final String CYAN = "\033[36m";
  private static final String PLAIN = "\033[0m";

  private final int width;
  private final boolean colour;
  private final StringBuilder text = new StringBuilder();

  TextCanvas(int width) {
    this(width, false);
  }

  /** With the colours of a terminal, or without. */
  TextCanvas(int width, boolean colour) {
    this.width = width;
    this.colour = colour;
  }

  int width() {
    return width;
  }

  String text() {
    return text.toString();
  }

  void title(String title) {
    coloured(BOLD, cut(PlainText.of(title), width));
    coloured(BOLD, "=".repeat(Math.min(width, title.length())));
  }

  void heading(String heading) {
    blank();
    coloured(BOLD, cut(PlainText.of(heading), width));
    coloured(BOLD, "-".repeat(Math.min(width, heading.length())));
  }

  /** What a person must know: an exclamation mark, and text wrapped as in a paragraph. */
  void warning(String warning) {
    wrap("! " + warning, 2, Integer.MAX_VALUE).forEach(line -> coloured(YELLOW, line));
  }

  /** SQL to copy, all lines indented. */
  void sql(String sql, int indent) {
    SqlLines.of(sql, width - indent).forEach(line -> coloured(CYAN, " ".repeat(indent) + line));
  }

  private void coloured(String code, String line) {
    text.append(colour ? code : "").append(line).append(colour ? PLAIN : "").append('\n');
  }

  void blank() {
    text.append('\n');
  }

  /** A line as it is, cut at the width. */
  void line(String line) {
    String plain = PlainText.of(line);
    text.append(cut(plain, width)).append('\n');
  }

  /** A line to copy: never cut. */
  void unbroken(String line) {
    text.append(PlainText.of(line)).append('\n');
  }

  /** Text wrapped at the width; lines after the first are indented. */
  void paragraph(String paragraph, int indent) {
    wrap(paragraph, indent, Integer.MAX_VALUE).forEach(l -> text.append(l).append('\n'));
  }

  /** Wrapped text, all lines indented, at most so many lines. */
  void excerpt(String paragraph, int indent, int lines) {
    wrap(" ".repeat(indent) + paragraph, indent, lines).forEach(l -> text.append(l).append('\n'));
  }

  /** A name and, from a column on, text that wraps below itself. */
  void column(String name, String value, int start) {
    String plain = PlainText.of(name);
    String padded = plain.length() < start ? plain + " ".repeat(start - plain.length()) : plain;
    if (plain.length() < start) {
      paragraph(padded + value, start);
    } else {
      line(plain);
      paragraph(" ".repeat(start) + value, start);
    }
  }

  private List<String> wrap(String paragraph, int indent, int maxLines) {
    List<String> lines = new ArrayList<>();
    String rest = PlainText.of(paragraph);
    String lead = "";
    while (lead.length() + rest.length() > width && lines.size() < maxLines - 1) {
      int end = breakPoint(rest, width - lead.length());
      lines.add(lead + rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
      lead = " ".repeat(indent);
    }
    lines.add(cut(lead + rest, width));
    return lines;
  }

  private static int breakPoint(String line, int limit) {
    int firstText = line.length() - line.stripLeading().length();
    int space = line.lastIndexOf(' ', limit);
    if (space > firstText) {
      return space;
    }
    return Character.isLowSurrogate(line.charAt(limit)) ? limit - 1 : limit;
  }

  private static String cut(String line, int width) {
    if (line.length() <= width) {
      return line;
    }
    int end = Character.isLowSurrogate(line.charAt(width - 3)) ? width - 4 : width - 3;
    return line.substring(0, end) + "...";
  }
}
