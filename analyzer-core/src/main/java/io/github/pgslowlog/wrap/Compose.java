package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.diagnostics.SkipListener;
import java.io.IOException;

/**
 * What {@code docker compose logs} prints: {@code db-1 | text}, each service a stream of its own.
 *
 * <p>The name is followed by two blanks, or, in version 1, by one after a number ({@code db_1 | });
 * it may be coloured.
 */
final class Compose implements Wrapper {
  private static final byte ESCAPE = 0x1b;

  @Override
  public String title() {
    return "docker compose";
  }

  @Override
  public boolean matches(byte[] buffer, int from, int to) {
    return textFrom(buffer, from, to) >= 0;
  }

  @Override
  public Lines peel(Lines lines, String file, SkipListener skips) {
    return new ComposeLines(lines, file, skips);
  }

  /** Index of the text, -1 if the line does not begin with the name of a service. */
  private static int textFrom(byte[] buffer, int from, int to) {
    int name = colourEnd(buffer, from, to);
    int nameEnd = nameEnd(buffer, name, to);
    int bar = nameEnd;
    while (Chars.at(buffer, bar, to, ' ')) {
      bar++;
    }
    int needed = nameEnd > name && isNumbered(buffer, name, nameEnd) ? 1 : 2;
    if (nameEnd == name || bar - nameEnd < needed || !Chars.at(buffer, bar, to, '|')) {
      return -1;
    }
    int at = colourEnd(buffer, bar + 1, to);
    if (at < to && buffer[at] != ' ') {
      return -1;
    }
    return colourEnd(buffer, Math.min(to, at + 1), to);
  }

  private static int nameEnd(byte[] buffer, int from, int to) {
    int at = from;
    boolean letters = false;
    while (at < to && isNamePart(buffer[at])) {
      letters |= Chars.isLetter(buffer[at]);
      at++;
    }
    return letters ? at : from;
  }

  private static boolean isNamePart(byte b) {
    return Chars.isLetter(b) || Chars.isDigit(b) || b == '_' || b == '-' || b == '.';
  }

  /** {@code db_1}, {@code db-1}. */
  private static boolean isNumbered(byte[] buffer, int from, int to) {
    int at = to;
    while (at > from && Chars.isDigit(buffer[at - 1])) {
      at--;
    }
    return at < to && at > from + 1 && (buffer[at - 1] == '_' || buffer[at - 1] == '-');
  }

  /** Behind {@code ESC [ 33 m}. */
  private static int colourEnd(byte[] buffer, int from, int to) {
    if (from + 1 >= to || buffer[from] != ESCAPE || buffer[from + 1] != '[') {
      return from;
    }
    int at = from + 2;
    while (at < to && (Chars.isDigit(buffer[at]) || buffer[at] == ';')) {
      at++;
    }
    return Chars.at(buffer, at, to, 'm') ? at + 1 : from;
  }

  private static final class ComposeLines extends PeeledLines {
    ComposeLines(Lines inner, String file, SkipListener skips) {
      super(inner, file, skips);
    }

    @Override
    public boolean next() throws IOException {
      if (!inner.next()) {
        return false;
      }
      byte[] buffer = inner.buffer();
      int text = textFrom(buffer, inner.start(), inner.end());
      show(text < 0 ? inner.start() : text, inner.end());
      if (text >= 0) {
        int name = colourEnd(buffer, inner.start(), inner.end());
        stream(Chars.hash(0, buffer, name, nameEnd(buffer, name, inner.end())));
      }
      return true;
    }
  }
}
