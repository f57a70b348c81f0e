package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text as EXPLAIN escapes it in its formats, turned back; bytes stay bytes.
 *
 * <p>Source: {@code escape_json()}, {@code escape_yaml()} (which is the same) and {@code
 * escape_xml()} in the server.
 */
final class EscapedText {
  /** Longer is no reference to a character. */
  private static final int LONGEST_REFERENCE = 10;

  private EscapedText() {}

  /** A string in double quotes, from the byte behind the first quote up to the last. */
  static Slice quoted(Slice text) {
    byte[] b = text.array();
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    int i = text.from();
    while (i < text.to() && b[i] != '"') {
      if (b[i] == '\\' && i + 1 < text.to()) {
        i = backslash(text, i + 1, out);
      } else {
        out.write(b[i++]);
      }
    }
    return Slice.of(out.toByteArray());
  }

  private static int backslash(Slice text, int i, ByteArrayOutputStream out) {
    byte c = text.array()[i];
    switch (c) {
      case 'b' -> out.write('\b');
      case 'f' -> out.write('\f');
      case 'n' -> out.write('\n');
      case 'r' -> out.write('\r');
      case 't' -> out.write('\t');
      case 'u' -> {
        int end = Math.min(text.to(), i + 5);
        character(number(Slice.of(text.array(), i + 1, end), 16), out);
        return end;
      }
      default -> out.write(c);
    }
    return i + 1;
  }

  /** Text between the tags of an element. */
  static Slice xml(Slice text) {
    byte[] b = text.array();
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    int i = text.from();
    while (i < text.to()) {
      int semicolon = b[i] == '&' ? semicolon(text, i) : -1;
      if (semicolon < 0) {
        out.write(b[i++]);
      } else {
        entity(Slice.of(b, i + 1, semicolon), out);
        i = semicolon + 1;
      }
    }
    return Slice.of(out.toByteArray());
  }

  private static int semicolon(Slice text, int from) {
    int end = Math.min(text.to(), from + LONGEST_REFERENCE);
    for (int i = from; i < end; i++) {
      if (text.array()[i] == ';') {
        return i;
      }
    }
    return -1;
  }

  private static void entity(Slice name, ByteArrayOutputStream out) {
    switch (name.text()) {
      case "lt" -> out.write('<');
      case "gt" -> out.write('>');
      case "amp" -> out.write('&');
      case "quot" -> out.write('"');
      case "apos" -> out.write('\'');
      default -> reference(name, out);
    }
  }

  private static void reference(Slice name, ByteArrayOutputStream out) {
    byte[] b = name.array();
    if (name.length() < 2 || b[name.from()] != '#') {
      out.write('&');
      out.write(b, name.from(), name.length());
      out.write(';');
    } else if ((b[name.from() + 1] | 0x20) == 'x') {
      character(number(name.from(2), 16), out);
    } else {
      character(number(name.from(1), 10), out);
    }
  }

  private static void character(int codePoint, ByteArrayOutputStream out) {
    int known = Character.isValidCodePoint(codePoint) ? codePoint : 0xFFFD;
    out.writeBytes(Character.toString(known).getBytes(StandardCharsets.UTF_8));
  }

  private static int number(Slice digits, int radix) {
    int value = 0;
    for (int i = digits.from(); i < digits.to(); i++) {
      int digit = Character.digit(digits.array()[i], radix);
      if (digit < 0) {
        return -1;
      }
      value = value * radix + digit;
    }
    return value;
  }
}
