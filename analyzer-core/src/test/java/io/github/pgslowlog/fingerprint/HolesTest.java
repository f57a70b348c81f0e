package io.github.pgslowlog.fingerprint;

import static io.github.pgslowlog.fingerprint.StatementMutations.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolesTest {
  private final Holes holes = new Holes();

  /** What fills the hole stands before the bar. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          1 |)
          1, 2|)
           1 , 2 |]
          12345678,123456789, 1,  2|)
          1,2,3,4,5,6,7,8,9,10|, now())
          -1, +2.5, -.5, .5, 1e5, 0x1F, 1_000|)
          'a', 'it''s', E'\\'', U&'a', $$a$$, B'1'|)
          NULL, true, False, $1, $22|)
          1 |x)
          'a' |'b')
          'a' |::text)
          1|::int, 2)
          """)
  void fillAListWithLiterals(String text) {
    int bar = text.indexOf('|');
    byte[] sql = bytes(text.replace("|", ""));
    int end = holes.end(Holes.LIST, 0, sql, 0, sql.length);

    assertThat(end).isEqualTo(text.contains("now()") ? -1 : bar);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      nullValues = "none",
      textBlock =
          """
          now()
          a
          nulls
          - 1
          -'a'
          --1
          /**/1
          (1)
          1, a
          1,
          ,1
          """)
  void fillAListWithNothingElse(String text) {
    byte[] sql = bytes(text);

    assertThat(holes.end(Holes.LIST, 0, sql, 0, sql.length)).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          (1, 2)|
          (1, 2)| RETURNING a
          (1, 2), ('a', NULL)|
          (1, 2) ,( -1,$1 )|) v
          (1, 2)|, (3)
          (1, 2)|, (3, now())
          (1, 2)|,
          """)
  void fillRowsOfTwo(String text) {
    byte[] sql = bytes(text.replace("|", ""));

    assertThat(holes.end(Holes.ROWS, 2, sql, 0, sql.length)).isEqualTo(text.indexOf('|'));
    assertThat(holes.end(Holes.ROWS, 3, sql, 0, sql.length)).isEqualTo(-1);
  }

  @Test
  void endWhereTheTokensOfTheScannerEnd() {
    Random random = new Random(21);
    SqlSoups.of(22, 10_000).forEach(this::assertEndsAsTokens);
    for (String sql : SampleStatements.all()) {
      for (int i = 0; i < 40; i++) {
        String other = StatementMutations.otherValues(sql, random);
        assertEndsAsTokens(other);
        assertEndsAsTokens(other.substring(0, random.nextInt(other.length())));
      }
    }
  }

  @Test
  void endAtTheEndOfTheRange() {
    Stream.of("'ab'", "E'ab'", "/*a*/", "1.5", "123456789").forEach(this::assertEndsAsTokens);
    byte[] sql = bytes("1234567890'''''*/*/*/");

    assertThat(holes.end(Holes.NUMBER, 0, sql, 0, 4)).isEqualTo(4);
    assertThat(holes.end(Holes.NUMBER, 0, sql, 4, 4)).isEqualTo(-1);
    assertThat(holes.end(Holes.STRING, 0, sql, 11, 13)).isEqualTo(13);
    assertThat(holes.end(Holes.LIST, 0, sql, 0, 10)).isEqualTo(10);
  }

  /** The text stands within others, whose bytes nobody may look at. */
  private void assertEndsAsTokens(String text) {
    byte[] sql = bytes("7" + text + "7'*/");
    int to = text.length() + 1;
    SqlScanner scanner = new SqlScanner();
    scanner.reset(sql, 1, to);
    for (TokenKind kind = scanner.next(); kind != TokenKind.END; kind = scanner.next()) {
      int start = scanner.start();
      int first = sql[start] | 0x20;
      int end =
          switch (kind) {
            case NUMBER -> sql[start] == '.' ? 0 : holes.end(Holes.NUMBER, 0, sql, start, to);
            case STRING ->
                sql[start] == '\''
                    ? holes.end(Holes.STRING, 0, sql, start + 1, to)
                    : first == 'e' ? holes.end(Holes.ESCAPES, 0, sql, start + 2, to) : 0;
            case COMMENT -> {
              byte hole = sql[start] == '/' ? Holes.BLOCK_COMMENT : Holes.LINE_COMMENT;
              yield holes.end(hole, 0, sql, start + 2, to);
            }
            default -> 0;
          };
      if (end != 0 && end != scanner.end()) {
        assertThat(end).as("%s at %d", text, start - 1).isEqualTo(scanner.end());
      }
    }
  }
}
