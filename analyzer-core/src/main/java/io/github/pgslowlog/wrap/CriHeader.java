package io.github.pgslowlog.wrap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads {@code TIME stdout|stderr F|P[:tag] }. Hot path: mutable, reused. */
final class CriHeader {
  private static final byte[] STDOUT = " stdout ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] STDERR = " stderr ".getBytes(StandardCharsets.US_ASCII);

  private final HeaderTime time;
  private boolean isStderr;
  private boolean isPart;
  private int textFrom;

  CriHeader(WrapOptions options) {
    time = new HeaderTime(options.year(), options.zone());
  }

  boolean read(byte[] buffer, int from, int to) {
    if (!time.iso(buffer, from, to)) {
      return false;
    }
    isStderr = stands(buffer, time.end(), to, STDERR);
    if (!isStderr && !stands(buffer, time.end(), to, STDOUT)) {
      return false;
    }
    int tag = time.end() + STDERR.length;
    isPart = Chars.at(buffer, tag, to, 'P');
    if (!isPart && !Chars.at(buffer, tag, to, 'F')) {
      return false;
    }
    int end = Chars.at(buffer, tag + 1, to, ':') ? Chars.find(buffer, tag, to, ' ') : tag + 1;
    textFrom = Math.min(to, end + 1);
    return end == to || buffer[end] == ' ';
  }

  private static boolean stands(byte[] buffer, int at, int to, byte[] word) {
    return at + word.length <= to
        && Arrays.equals(buffer, at, at + word.length, word, 0, word.length);
  }

  boolean isStderr() {
    return isStderr;
  }

  boolean isPart() {
    return isPart;
  }

  int textFrom() {
    return textFrom;
  }

  long micros() {
    return time.micros();
  }
}
