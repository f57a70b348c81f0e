package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.diagnostics.SkipListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What {@code kubectl logs --prefix} prints: {@code [pod/shop-0/postgres] text}, each container a
 * stream of its own.
 */
final class Kubectl implements Wrapper {
  private static final byte[] START = "[pod/".getBytes(StandardCharsets.US_ASCII);

  @Override
  public String title() {
    return "kubectl";
  }

  @Override
  public boolean matches(byte[] buffer, int from, int to) {
    return bracket(buffer, from, to) >= 0;
  }

  @Override
  public Lines peel(Lines lines, String file, SkipListener skips) {
    return new KubectlLines(lines, file, skips);
  }

  /** Index of the closing bracket, -1 if there is no pod and container. */
  private static int bracket(byte[] buffer, int from, int to) {
    int name = from + START.length;
    if (name > to || !Arrays.equals(buffer, from, name, START, 0, START.length)) {
      return -1;
    }
    int slash = nameEnd(buffer, name, to);
    if (slash == name || !Chars.at(buffer, slash, to, '/')) {
      return -1;
    }
    int bracket = nameEnd(buffer, slash + 1, to);
    boolean closed = bracket > slash + 1 && Chars.at(buffer, bracket, to, ']');
    return closed && (bracket + 1 == to || buffer[bracket + 1] == ' ') ? bracket : -1;
  }

  private static int nameEnd(byte[] buffer, int from, int to) {
    int at = from;
    while (at < to
        && (Chars.isLetter(buffer[at])
            || Chars.isDigit(buffer[at])
            || buffer[at] == '-'
            || buffer[at] == '.')) {
      at++;
    }
    return at;
  }

  private static final class KubectlLines extends PeeledLines {
    KubectlLines(Lines inner, String file, SkipListener skips) {
      super(inner, file, skips);
    }

    @Override
    public boolean next() throws IOException {
      if (!inner.next()) {
        return false;
      }
      int bracket = bracket(inner.buffer(), inner.start(), inner.end());
      show(bracket < 0 ? inner.start() : Math.min(inner.end(), bracket + 2), inner.end());
      if (bracket >= 0) {
        stream(Chars.hash(0, inner.buffer(), inner.start(), bracket));
      }
      return true;
    }
  }
}
