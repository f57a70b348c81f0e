package io.github.pgslowlog.fingerprint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A token as the tests write it; characters stand for bytes. */
record Token(TokenKind kind, int start, int end) {
  /** All tokens of a text, white space and comments, too. */
  static List<Token> scan(String text) {
    SqlScanner scanner = new SqlScanner();
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    scanner.reset(bytes, 0, bytes.length);
    List<Token> tokens = new ArrayList<>();
    for (TokenKind kind = scanner.next(); kind != TokenKind.END; kind = scanner.next()) {
      tokens.add(new Token(kind, scanner.start(), scanner.end()));
    }
    return tokens;
  }
}
