package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Parameters where they do not stand in a DETAIL section, brought into the form of one. */
final class ParameterText {
  private static final byte[] DETAIL = "Parameters: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FIRST = ": $1 = ".getBytes(StandardCharsets.US_ASCII);

  /** Words and the name of a portal stand before the parameters. */
  private static final int LONGEST_HEAD = 200;

  private ParameterText() {}

  /** {@code $1 = '7', $2 = NULL} as {@code Parameters: $1 = '7', $2 = NULL}. */
  static Slice detail(Slice values) {
    byte[] detail = new byte[DETAIL.length + values.length()];
    System.arraycopy(DETAIL, 0, detail, 0, DETAIL.length);
    System.arraycopy(values.array(), values.from(), detail, DETAIL.length, values.length());
    return Slice.of(detail);
  }

  /**
   * The parameters in a CONTEXT section: {@code unnamed portal with parameters: $1 = '7'}, {@code
   * portal "C_1" with parameters: ...}, in any language; null if there are none. They stand last,
   * behind the contexts of functions.
   */
  static @Nullable Slice inContext(Slice context) {
    for (int line = 0; line < context.length(); line = PlanStart.nextLine(context, line)) {
      int end = Math.min(PlanStart.lineEnd(context, line), line + LONGEST_HEAD);
      int found = firstParameter(context, line, end);
      if (found >= 0) {
        return detail(context.from(found + 2));
      }
    }
    return null;
  }

  /** Offset of {@code ": $1 = "} in a line whose quotes before it are closed, or -1. */
  private static int firstParameter(Slice context, int line, int end) {
    int quotes = 0;
    for (int i = line; i < end; i++) {
      if (quotes % 2 == 0 && context.startsWithAt(i, FIRST)) {
        return i;
      }
      quotes += context.array()[context.from() + i] == '"' ? 1 : 0;
    }
    return -1;
  }
}
