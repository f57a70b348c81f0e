package io.github.pgslowlog.fingerprint;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Texts that are hardly SQL, of pieces that are. */
final class SqlSoups {
  private static final List<String> PIECES =
      List.of(
          "'",
          "\"",
          "$$",
          "$a$",
          "$",
          "$1",
          "--x\n",
          "/*c*/",
          "/*",
          "-",
          "+",
          "'a'",
          "1.5",
          "\n",
          " ",
          "..",
          ".",
          "::",
          ":",
          "=",
          "<",
          "@",
          "a",
          "b",
          "rows",
          "\"rows\"",
          "\"a\"",
          "\"A\"",
          "\"select\"",
          "first",
          "\"first\"",
          "select",
          "from",
          "in",
          "(",
          ")",
          "array",
          "[",
          "]",
          "values",
          ",",
          ";",
          "order",
          "by",
          "group",
          "null",
          "true",
          "not",
          "is",
          "limit",
          "fetch",
          "nulls",
          "into",
          "\u00e4",
          "{",
          "\u0001",
          "\u0002",
          "\0",
          "with",
          "copy",
          "\"copy\"",
          "create",
          "index",
          "default",
          "on",
          "distinct",
          "rollup",
          "union",
          "E'\\'x'",
          "U&'\\0061'",
          "-1",
          "abcdefgh",
          "abcdefghi",
          "\"abcdefghi\"",
          "values (1",
          "), (");

  private SqlSoups() {}

  static Stream<String> of(long seed, int count) {
    Random random = new Random(seed);
    return Stream.generate(() -> soup(random)).limit(count);
  }

  private static String soup(Random random) {
    StringBuilder soup = new StringBuilder();
    for (int length = random.nextInt(14); length >= 0; length--) {
      soup.append(PIECES.get(random.nextInt(PIECES.size())));
      soup.append(random.nextBoolean() ? " " : "");
    }
    return soup.toString();
  }
}
