package io.github.pgslowlog.block;

import io.github.pgslowlog.bytes.ByteAccumulator;
import io.github.pgslowlog.bytes.ByteMarks;
import io.github.pgslowlog.json.JsonText;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Texts as the server meant them.
 *
 * <p>Hot path: copies eight bytes at a time, of which those before an escape count.
 */
final class Unescaped {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long QUOTES = '"' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;

  private Unescaped() {}

  /** Adds a text in which each quote is doubled. */
  static void csv(byte[] b, int from, int to, ByteAccumulator out) {
    byte[] target = out.room(to - from + Long.BYTES);
    int o = out.length();
    int i = from;
    while (i + Long.BYTES <= to) {
      long word = (long) LONGS.get(b, i);
      LONGS.set(target, o, word);
      long quote = word ^ QUOTES;
      long marks = (quote - ONES) & ~quote & HIGH_BITS;
      int plain = ByteMarks.before(marks);
      i += marks == 0 ? Long.BYTES : plain + 2;
      o += marks == 0 ? Long.BYTES : plain + 1;
    }
    while (i < to) {
      target[o++] = b[i];
      i += b[i] == '"' ? 2 : 1;
    }
    out.extend(o - out.length());
  }

  /** Adds a string with escapes, as {@link JsonText} does. */
  static void json(byte[] b, int from, int to, ByteAccumulator out) {
    byte[] target = out.room(to - from + Long.BYTES);
    int o = out.length();
    int i = from;
    while (i < to) {
      int backslash = i;
      long marks = 0;
      while (backslash + Long.BYTES <= to && marks == 0) {
        long word = (long) LONGS.get(b, backslash);
        LONGS.set(target, o, word);
        long difference = word ^ BACKSLASHES;
        marks = (difference - ONES) & ~difference & HIGH_BITS;
        int plain = ByteMarks.before(marks);
        backslash += plain;
        o += plain;
      }
      if (marks == 0) {
        while (backslash < to && b[backslash] != '\\') {
          target[o++] = b[backslash++];
        }
      }
      if (backslash + 1 >= to) {
        break;
      }
      byte escape = b[backslash + 1];
      if (escape == 'u') {
        out.extend(o - out.length());
        JsonText.append(b, backslash, to, out);
        return;
      }
      target[o++] = meant(escape);
      i = backslash + 2;
    }
    out.extend(o - out.length());
  }

  private static byte meant(byte escape) {
    return switch (escape) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escape;
    };
  }
}
