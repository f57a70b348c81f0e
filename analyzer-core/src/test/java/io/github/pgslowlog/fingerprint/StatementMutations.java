package io.github.pgslowlog.fingerprint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Statements much like a statement: other values, white space, comments and lists, and damage. */
final class StatementMutations {
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "2",
          "3",
          "42",
          "123456789012",
          "1.5",
          "1.",
          ".5",
          "1e5",
          "2.5E-10",
          "1_000",
          "0x1F",
          "0o17",
          "0b1",
          "1e",
          "1.e3",
          "0xg",
          "00",
          "1__0",
          "12345678",
          "1234567",
          "7_");
  private static final List<String> STRINGS =
      List.of(
          "''",
          "'x'",
          "'it''s'",
          "'a, b'",
          "'-- x'",
          "'/* x */'",
          "'a\nb'",
          "'x' \n  'y'",
          "'x'--c\n'y'",
          "'x' --c\n + 1",
          "'\\'",
          "'\\''",
          "'a long text of more than eight'",
          "'12345678'",
          "'1234567'",
          "'\u00e4\u00ff'",
          "'\0'",
          "'(1, 2)'",
          "''''",
          "'x''''y'");
  private static final List<String> OTHER_LITERALS =
      List.of(
          "E'\\''",
          "e'x'",
          "E'\\\\'",
          "E'a''b'",
          "E'\\n long enough for eight \\' bytes'",
          "U&'\\0061'",
          "B'01'",
          "x'1F'",
          "N'a'",
          "$$a'b$$",
          "$q$ $$ $q$",
          "NULL",
          "true",
          "FALSE",
          "$1",
          "$22",
          "-1",
          "+2",
          "- 3",
          "-'x'",
          "default",
          "now()",
          "1 + 2",
          "'x'::text",
          "a.b",
          "(1, 2)",
          "ARRAY[1, 2]",
          "date '2026-01-01'",
          "-.5",
          "--1\n2",
          "nulls",
          "truex",
          "/**/1");
  private static final List<String> SPACES =
      List.of(
          " ",
          "",
          "  ",
          "\n",
          "\t",
          " /* c */ ",
          "/**/",
          " -- c\n",
          "\r\n  ",
          "/* /* n */ ' */",
          "/*route='%2Fcart',traceparent='00-5bd66ef5095369c7b0d1f8f4bd33716a-01'*/",
          "/*/*/",
          "/***/",
          "\u000b\f",
          " --\n",
          "/* x");
  private static final List<String> DAMAGE =
      List.of(
          "'", "\"", "(", ")", ",", ";", "$$", "/*", "*/", "--", "\n", "0", "x", "E", ".", "\0");

  private StatementMutations() {}

  /** The same statement with other values of the same kinds. */
  static String otherValues(String sql, Random random) {
    StringBuilder text = new StringBuilder();
    for (Token token : Token.scan(sql)) {
      String old = sql.substring(token.start(), token.end());
      boolean plain = old.startsWith("'");
      if (token.kind() == TokenKind.NUMBER) {
        text.append(random.nextInt(8) == 0 ? pick(NUMBERS, random) : random.nextInt(2_000_000));
      } else if (token.kind() == TokenKind.STRING && plain) {
        text.append(pick(STRINGS, random));
      } else if (token.kind() == TokenKind.STRING && (old.charAt(0) | 0x20) == 'e') {
        text.append(OTHER_LITERALS.get(random.nextInt(5)));
      } else if (token.kind() == TokenKind.COMMENT && old.startsWith("/*")) {
        text.append("/* ").append(random.nextInt(1000)).append(" */");
      } else {
        text.append(old);
      }
    }
    return text.toString();
  }

  /** A statement that may be of another pattern. */
  static String mutated(String sql, Random random) {
    List<String> tokens = new ArrayList<>();
    List<TokenKind> kinds = new ArrayList<>();
    for (Token token : Token.scan(sql)) {
      tokens.add(sql.substring(token.start(), token.end()));
      kinds.add(token.kind());
    }
    if (tokens.isEmpty()) {
      return pick(DAMAGE, random);
    }
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      int place = random.nextInt(tokens.size());
      tokens.set(place, changed(tokens, place, kinds.get(place), random));
    }
    return String.join("", tokens);
  }

  private static String changed(List<String> tokens, int place, TokenKind kind, Random random) {
    String old = tokens.get(place);
    if (random.nextInt(12) == 0) {
      return random.nextBoolean() ? pick(DAMAGE, random) : old + pick(DAMAGE, random);
    }
    return switch (kind) {
      case NUMBER, STRING, PARAMETER -> literal(random);
      case WHITE_SPACE, COMMENT -> pick(SPACES, random);
      case WORD -> random.nextBoolean() ? old.toUpperCase(Locale.ROOT) : literal(random);
      case PUNCTUATION -> punctuation(old, tokens, place, random);
      default -> random.nextBoolean() ? pick(SPACES, random) + old : old + literal(random);
    };
  }

  private static String literal(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> pick(OTHER_LITERALS, random);
      case 1 -> pick(STRINGS, random);
      case 2 -> pick(NUMBERS, random);
      default -> String.valueOf(random.nextInt(100_000));
    };
  }

  /** Elements and rows more, or other brackets. */
  private static String punctuation(String old, List<String> tokens, int place, Random random) {
    if (old.equals(")") && random.nextBoolean()) {
      int open = place;
      while (open > 0 && !tokens.get(open).equals("(")) {
        open--;
      }
      String row = String.join("", tokens.subList(open, place + 1));
      return random.nextBoolean() ? ")," + row : "), " + row + " ,(" + literal(random) + ")";
    }
    if (old.equals("(") || old.equals(",") || old.equals("[")) {
      return old + literal(random) + (random.nextBoolean() ? ", " : ",");
    }
    return random.nextBoolean() ? "," + literal(random) + old : old + pick(SPACES, random);
  }

  private static String pick(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
