package io.github.pgslowlog.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which conditions are the same, as written and as {@code pg_get_expr} prints them. */
final class PredicateTextTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "status = 'new' | (status = 'new'::text)",
        "status = 'new' | ((status)::text = 'new'::text)",
        "status = 'it''s' | ((status)::text = 'it''s'::character varying(20))",
        "status = 'new' | (status = 'new'::shop.state)",
        "status = 'new' | (status = 'new'::shop.\"State\")",
        "amount = 5 | (amount = (5)::numeric)",
        "amount = 5 | (amount = (5)::numeric(10, 2))",
        "at = '2024-01-01' | (at = '2024-01-01 00:00:00'::timestamp without time zone)",
        "deleted_at IS NULL | (deleted_at IS NULL)",
        "NOT active | (NOT active)",
        "\"State\" = 'new' | ((\"State\")::text = 'new'::text)",
        "note = ')' | (note = ')'::text)",
      })
  void theSame(String written, String printed) {
    assertThat(PredicateText.normal(printed.replace(" 00:00:00", "")))
        .isEqualTo(PredicateText.normal(written))
        .isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "status = 'new' | (status = 'old'::text)",
        "status = 'new' | (other = 'new'::text)",
        "amount = 5 | ((amount)::integer = 5)",
        "a = 1 | (a = 1) AND (b = 2)",
        "(a = 1) OR (b = 2) | (a = 1) AND (b = 2)",
      })
  void another(String one, String other) {
    assertThat(PredicateText.normal(one)).isNotEqualTo(PredicateText.normal(other));
  }
}
