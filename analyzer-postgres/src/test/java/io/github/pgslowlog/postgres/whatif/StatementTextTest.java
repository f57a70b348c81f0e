package io.github.pgslowlog.postgres.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.select.PlannableStatement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT 1 | true",
        "-- c | false",
        "/* a */ ( (select 1)) | true",
        "With a AS (SELECT 1) TABLE a | true",
        "\"select\" 1 | false",
        "selection | false",
        "EXPLAIN SELECT 1 | false",
        "; SELECT 1 | false",
      })
  void firstWordTellsWhetherItIsPlanned(String sql, boolean planned) {
    assertThat(StatementText.isPlanned(sql)).isEqualTo(planned);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT $2, $1 | 2",
        "SELECT '$7', \"$8\", $$ $9 $$ -- $10 | 0",
        "SELECT $99999999999 | 65535",
      })
  void parametersAreCountedOutsideOfStrings(String sql, int highest) {
    assertThat(StatementText.parameters(sql)).isEqualTo(highest);
  }

  @Test
  void valuesTakeThePlaceOfParameters() {
    PlannableStatement statement =
        new PlannableStatement(
            "SELECT $1, '$1', $2 -- $1", List.of(Optional.of("it's"), Optional.empty()), false);

    assertThat(StatementText.withLiterals(statement))
        .isEqualTo("SELECT  'it''s' , '$1',  NULL  -- $1");
    assertThat(StatementText.arguments(statement.parameters())).isEqualTo("('it''s', NULL)");
  }

  @ParameterizedTest
  @CsvSource({
    "42, ::BIGINT",
    "-1.5, ::NUMERIC",
    "true, ::BOOLEAN",
    "2024-05-06, ::DATE",
    "2024-05-06 07:08:09.123, ::TIMESTAMP",
    "2024-05-06 07:08:09+00, ::TIMESTAMPTZ",
    "93cd6e86-9b46-4f42-9d2f-4d6e8f0c0e0a, ::UUID",
    "abc, ''"
  })
  void valueOfUnknownTypeHasTheTypeItLooksLike(String value, String cast) {
    assertThat(LiteralType.cast(value)).isEqualTo(cast);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT ';' | SELECT ';'",
        "SELECT 1; -- a | SELECT 1",
        "SELECT 1;; | SELECT 1",
        "SELECT 1; SELECT 2 | several",
        "SELECT 1;/* */x | several",
      })
  void semicolonEndsTheStatement(String sql, String single) {
    assertThat(StatementText.single(sql).orElse("several")).isEqualTo(single);
  }
}
