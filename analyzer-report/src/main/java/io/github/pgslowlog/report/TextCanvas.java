package io.github.pgslowlog.report;

import java.util.ArrayList;
import java.util.List;

/** Lines of limited width; control characters of log text never get through. */
final class TextCanvas {
  private static final String BOLD = "\033[1m";
  private static final String YELLOW = "\033[33m";
  private static final String CYAN = "\033[36m";
  private static final String PLAIN = "\033[0m";

  private static final int LEAST_ROOM = 20;

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
    underlined(title, "=");
  }

  void heading(String heading) {
    blank();
    underlined(heading, "-");
  }

  private void underlined(String heading, String line) {
    String plain = cut(PlainText.of(heading));
    coloured(BOLD, plain);
    coloured(BOLD, line.repeat(Cells.of(plain)));
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
    text.append(cut(PlainText.of(line))).append('\n');
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
    int column = Math.min(start, mostIndent());
    int room = column - Cells.of(plain);
    if (room > 0) {
      paragraph(plain + " ".repeat(room) + value, column);
    } else {
      line(plain);
      paragraph(" ".repeat(column) + value, column);
    }
  }

  private List<String> wrap(String paragraph, int indent, int maxLines) {
    List<String> lines = new ArrayList<>();
    String plain = indentedWithin(PlainText.of(paragraph), mostIndent());
    String inner = " ".repeat(Math.min(indent, mostIndent()));
    int from = 0;
    String lead = "";
    while (lines.size() < maxLines - 1) {
      int fits = Cells.end(plain, from, width - lead.length());
      if (fits == plain.length()) {
        break;
      }
      int end = breakPoint(plain, from, fits);
      lines.add(lead + plain.substring(from, end).stripTrailing());
      from = behindBlanks(plain, end);
      lead = inner;
    }
    lines.add(cut(lead + plain.substring(from)));
    return lines;
  }

  /** However deep text is indented, it has half of the width or 20 columns. */
  private int mostIndent() {
    return Math.max(0, width - Math.min(LEAST_ROOM, width / 2));
  }

  private static String indentedWithin(String line, int most) {
    int text = behindBlanks(line, 0);
    return text > most && text < line.length() ? " ".repeat(most) + line.substring(text) : line;
  }

  /** At the last blank behind which something fits, else in the word; one character at least. */
  private static int breakPoint(String line, int from, int fits) {
    int word = behindBlanks(line, from);
    for (int i = fits; i > word; i--) {
      if (line.charAt(i) == ' ') {
        return i;
      }
    }
    return fits > from ? fits : line.offsetByCodePoints(from, 1);
  }

  private static int behindBlanks(String line, int from) {
    int i = from;
    while (i < line.length() && Character.isWhitespace(line.charAt(i))) {
      i++;
    }
    return i;
  }

  private String cut(String line) {
    boolean fits = Cells.end(line, 0, width) == line.length();
    return fits ? line : line.substring(0, Cells.end(line, 0, width - 3)) + "...";
  }
}
