package io.github.pgslowlog.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link SqlScanner} against {@code PostgresLexer}, its slow and obvious twin. */
class ScannerAgainstLexerTest {
  private static final String AWKWARD =
      "''''\"\"$$$----//**\\\\\n\n\r \t0017_.eEbBxXnNuU&&a:;,()[]=<>+~!@#%^|`?{\u0000\u0080\u00ff";

  private static final List<String> PIECES =
      List.of(
          "'", "''", "\"", "$$", "$a$", "$b$", "$", "$1", "--", "/*", "*/", "/", "*", "-", "+",
          "\\", "E'", "e'", "B'", "x'", "N'", "U&'", "u&\"", "U&", "'a'", "E'\\'", "\n", "\r\n",
          " ", "\t", "0x", "0b1", "0o", "1_0", "1", ".5", "1.", "e5", "e+", "..", ".", "::", ":=",
          ":", "=", "<", ">", "@", "~", "!", "%", "a", "a$", "_", "select", ",", ";", "(", ")", "[",
          "]", "\u00e4", "{", "\0");

  private final LexerTokens lexer = new LexerTokens();

  @ParameterizedTest
  @EnumSource
  void agreeOnTheLexicalRules(LexicalRule rule) {
    assertAgreement(rule.text);
  }

  @ParameterizedTest
  @MethodSource("io.github.pgslowlog.fingerprint.SampleStatements#all")
  void agreeOnStatements(String statement) {
    assertAgreement(statement);
  }

  @ParameterizedTest
  @MethodSource("io.github.pgslowlog.fingerprint.SampleStatements#all")
  void agreeWhereverTheTextBreaksOff(String statement) {
    for (int end = 0; end < statement.length(); end += 1 + end / 16) {
      assertAgreement(statement.substring(0, end));
    }
  }

  @Test
  void agreeOnSoupsOfTokens() {
    Random random = new Random(4711);
    for (int i = 0; i < 30_000; i++) {
      StringBuilder soup = new StringBuilder();
      for (int pieces = random.nextInt(24); pieces >= 0; pieces--) {
        soup.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      assertAgreement(soup.toString());
    }
  }

  @Test
  void agreeOnSoupsOfAwkwardCharacters() {
    Random random = new Random(815);
    for (int i = 0; i < 30_000; i++) {
      StringBuilder soup = new StringBuilder();
      for (int length = random.nextInt(40); length >= 0; length--) {
        soup.append(AWKWARD.charAt(random.nextInt(AWKWARD.length())));
      }
      assertAgreement(soup.toString());
    }
  }

  @Test
  void agreeOnSoupsOfFewCharacters() {
    Random random = new Random(42);
    for (int i = 0; i < 30_000; i++) {
      int first = random.nextInt(AWKWARD.length());
      int second = random.nextInt(AWKWARD.length());
      int third = random.nextInt(AWKWARD.length());
      StringBuilder soup = new StringBuilder();
      for (int length = random.nextInt(12); length >= 0; length--) {
        int pick = random.nextInt(3);
        soup.append(AWKWARD.charAt(pick == 0 ? first : pick == 1 ? second : third));
      }
      assertAgreement(soup.toString());
    }
  }

  @Test
  void agreeOnSoupsOfBytes() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      StringBuilder soup = new StringBuilder();
      for (int length = random.nextInt(60); length >= 0; length--) {
        soup.append((char) random.nextInt(256));
      }
      assertAgreement(soup.toString());
    }
  }

  /** A quadratic lexer would need minutes. */
  @Test
  void agreeOnLongTokens() {
    assertAgreement("$a$" + "$b$ ' x".repeat(50_000) + "$a$");
    assertAgreement("/*" + "/**/ * /".repeat(50_000) + "*/");
    assertAgreement("'" + "a''b\n".repeat(50_000) + "'");
    assertAgreement("'a'\n".repeat(50_000));
  }

  private void assertAgreement(String text) {
    List<Token> scanned = Token.scan(text);
    List<Token> lexed = lexer.scan(text);
    if (!scanned.equals(lexed)) {
      assertThat(scanned).as(text).isEqualTo(lexed);
    }
  }
}
