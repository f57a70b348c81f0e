package io.github.pgslowlog.language;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** What stands around a text: {@code Parameters: TEXT}, {@code TEXT parametresi}. */
@SuppressWarnings("ArrayRecordComponent")
record Affix(byte[] before, byte[] after) {
  private static final String TEXT = "%s";

  static Affix of(String template, Charset charset) {
    int text = template.indexOf(TEXT);
    return new Affix(
        template.substring(0, text).getBytes(charset),
        template.substring(text + TEXT.length()).getBytes(charset));
  }

  /** The text between, null if the whole has another form. */
  @Nullable Slice strip(Slice whole) {
    int end = whole.length() - after.length;
    return whole.startsWith(before) && end >= before.length && whole.startsWithAt(end, after)
        ? whole.between(before.length, end)
        : null;
  }
}
