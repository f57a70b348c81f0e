package io.github.pgslowlog.advice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters, lists and ends of statements. */
final class StatementTraitsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT 1                                  | 0
          SELECT $2, $10 FROM t WHERE a = $1        | 10
          SELECT '$3', $1                           | 1
          SELECT E'it\\'s $3', $1                   | 1
          SELECT $$ $3 $$, $1                       | 1
          SELECT $x$ $$ $3 $x$, $1                  | 1
          SELECT "$3", $1                           | 1
          SELECT $1 /* $3 /* $4 */ $5 */            | 1
          SELECT $1 -- $3                           | 1
          SELECT a$3, $1                            | 1
          SELECT $999999                            | 2147483647
          """)
  void aParameterIsATokenOfItsOwn(String sql, int highest) {
    assertThat(StatementTraits.of(sql).highestParameter()).isEqualTo(highest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT 1                     | false
          SELECT 1;                    | false
          SELECT 1; -- the end         | false
          SELECT ';'; ;                | false
          SELECT 1; SELECT 2           | true
          """)
  void whatFollowsASemicolonIsAnotherStatement(String sql, boolean several) {
    assertThat(StatementTraits.of(sql).several()).isEqualTo(several);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT f(a) FROM t           | true
          SELECT 'it''s'               | true
          SELECT $$x$$                 | true
          SELECT f(a FROM t            | false
          SELECT a FROM t WHERE b = 'x | false
          SELECT "a                    | false
          SELECT a) FROM t             | false
          """)
  void aStatementCutShortIsNotWhole(String sql, boolean whole) {
    assertThat(StatementTraits.of(sql).whole()).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT 1 WHERE a IN (...)                    | 1
          SELECT 1 WHERE a IN (...) AND b IN (...)     | 2
          SELECT '...'                                 | 0
          SELECT 1 WHERE a IN ($1)                     | 0
          """)
  void dotsStandForAList(String sql, int lists) {
    assertThat(StatementTraits.of(sql).lists()).hasSize(lists);
  }
}
