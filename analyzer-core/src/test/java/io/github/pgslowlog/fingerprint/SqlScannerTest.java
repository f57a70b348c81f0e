package io.github.pgslowlog.fingerprint;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlScannerTest {
  @ParameterizedTest
  @EnumSource
  void givesTheTokensOfTheRule(LexicalRule rule) {
    assertThat(written(rule.text)).isEqualTo(rule.tokens);
  }

  @ParameterizedTest
  @EnumSource
  void tokensCoverTheText(LexicalRule rule) {
    int end = 0;
    for (Token token : Token.scan(rule.text)) {
      assertThat(token.start()).isEqualTo(end);
      assertThat(token.end()).isGreaterThan(token.start());
      end = token.end();
    }

    assertThat(end).isEqualTo(rule.text.length());
  }

  @ParameterizedTest
  @EnumSource
  void readsNothingBeyondItsRange(LexicalRule rule) {
    byte[] text = rule.text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] around = ("'/*" + rule.text + "'*/$$--\n'x'").getBytes(StandardCharsets.ISO_8859_1);
    SqlScanner scanner = new SqlScanner();
    scanner.reset(around, 3, 3 + text.length);

    for (Token token : Token.scan(rule.text)) {
      assertThat(scanner.next()).isEqualTo(token.kind());
      assertThat(scanner.start()).isEqualTo(3 + token.start());
      assertThat(scanner.end()).isEqualTo(3 + token.end());
    }
    assertThat(scanner.next()).isEqualTo(TokenKind.END);
  }

  @Test
  void stepBackGivesTheTokenAgain() {
    byte[] sql = "a, b".getBytes(StandardCharsets.ISO_8859_1);
    SqlScanner scanner = new SqlScanner();
    scanner.reset(sql, 0, sql.length);
    scanner.next();
    scanner.next();

    scanner.stepBack();

    assertThat(scanner.next()).isEqualTo(TokenKind.PUNCTUATION);
    assertThat(scanner.start()).isEqualTo(1);
  }

  private static String written(String text) {
    List<Token> tokens = Token.scan(text);
    return tokens.stream()
        .filter(token -> !text.substring(token.start(), token.end()).equals(" "))
        .map(token -> token.kind() + "‹" + text.substring(token.start(), token.end()) + "›")
        .collect(joining(" "));
  }
}
