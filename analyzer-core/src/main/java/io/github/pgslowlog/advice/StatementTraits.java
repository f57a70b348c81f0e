package io.github.pgslowlog.advice;

import io.github.pgslowlog.fingerprint.SqlScanner;
import io.github.pgslowlog.fingerprint.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the tokens of a statement tell: a {@code $1} in a string, a comment or a quoted identifier
 * is no parameter.
 *
 * @param highestParameter the greatest n of its {@code $n}, 0 without parameters
 * @param lists positions, in bytes, of the {@code ...} that stand for folded lists
 * @param several whether there is something behind a semicolon
 * @param whole whether its brackets are closed, and its last string
 */
record StatementTraits(int highestParameter, List<Integer> lists, boolean several, boolean whole) {
  private static final String LIST = "...";

  /** Five digits: the protocol has no more than 65,535 parameters. */
  private static final int MAX_DIGITS = 5;

  StatementTraits {
    lists = List.copyOf(lists);
  }

  static StatementTraits of(String sql) {
    byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
    SqlScanner scanner = new SqlScanner();
    scanner.reset(bytes, 0, bytes.length);
    int highest = 0;
    int depth = 0;
    boolean ended = false;
    boolean several = false;
    boolean whole = true;
    List<Integer> lists = new ArrayList<>();
    int listEnd = 0;
    for (TokenKind kind = scanner.next(); kind != TokenKind.END; kind = scanner.next()) {
      if (kind == TokenKind.WHITE_SPACE || kind == TokenKind.COMMENT) {
        continue;
      }
      int first = bytes[scanner.start()];
      several |= ended && first != ';';
      ended |= first == ';' && kind == TokenKind.PUNCTUATION;
      if (kind == TokenKind.PARAMETER) {
        highest = Math.max(highest, number(bytes, scanner.start() + 1, scanner.end()));
      } else if (kind == TokenKind.STRING || kind == TokenKind.QUOTED_IDENTIFIER) {
        whole &= isClosed(bytes, scanner.start(), scanner.end());
      } else if (isList(bytes, scanner.start()) && scanner.start() >= listEnd) {
        lists.add(scanner.start());
        listEnd = scanner.start() + LIST.length();
      } else if (kind == TokenKind.PUNCTUATION) {
        depth += first == '(' ? 1 : first == ')' ? -1 : 0;
      }
    }
    return new StatementTraits(highest, lists, several, whole && depth == 0);
  }

  private static int number(byte[] bytes, int from, int to) {
    return to - from > MAX_DIGITS
        ? Integer.MAX_VALUE
        : Integer.parseInt(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
  }

  /** A string with a dollar sign ends with one. */
  private static boolean isClosed(byte[] bytes, int from, int to) {
    byte last = bytes[to - 1];
    return to - from > 1 && (last == '\'' || last == '"' || last == '$');
  }

  private static boolean isList(byte[] bytes, int at) {
    for (int i = 0; i < LIST.length(); i++) {
      if (at + i >= bytes.length || bytes[at + i] != LIST.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
