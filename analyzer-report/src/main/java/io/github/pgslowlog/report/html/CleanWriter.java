package io.github.pgslowlog.report.html;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Replaces what no page may hold, or what would change how the text around it is read: control
 * characters, half pairs, marks of writing direction.
 */
final class CleanWriter extends FilterWriter {
  private static final char REPLACEMENT = '\ufffd';

  /** The first half of a pair whose other half has not come yet; 0 if there is none. */
  private char high;

  CleanWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int character) throws IOException {
    char c = (char) character;
    if (high != 0) {
      if (Character.isLowSurrogate(c)) {
        out.write(high);
        out.write(c);
        high = 0;
        return;
      }
      endPair();
    }
    if (Character.isHighSurrogate(c)) {
      high = c;
    } else {
      out.write(isRefused(c) ? REPLACEMENT : c);
    }
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      write(text[i]);
    }
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    int clean = from;
    for (int i = from; i < from + length; i++) {
      char c = text.charAt(i);
      if (high != 0 || c < ' ' && c != '\n' || c >= 0x7f && mayBeRefused(c)) {
        out.write(text, clean, i - clean);
        write(c);
        clean = i + 1;
      }
    }
    out.write(text, clean, from + length - clean);
  }

  private static boolean mayBeRefused(char c) {
    return Character.isSurrogate(c) || isRefused(c);
  }

  static boolean isRefused(char c) {
    if (c < ' ') {
      return c != '\n' && c != '\t';
    }
    return c >= 0x7f && c < 0xa0
        || c == '\u061c'
        || c >= '\u200e' && c <= '\u200f'
        || c >= '\u2028' && c <= '\u202e'
        || c >= '\u2066' && c <= '\u2069'
        || c == '\ufeff'
        || c >= '\ufff9' && c <= '\ufffb'
        || c >= '\ufffe'
        || Character.isLowSurrogate(c);
  }

  private void endPair() throws IOException {
    if (high != 0) {
      out.write(REPLACEMENT);
      high = 0;
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** Ends the text; the writer behind it stays open. */
  void finish() throws IOException {
    endPair();
    out.flush();
  }
}
