package io.github.pgslowlog.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of what is compared, and why the plain column does not serve it. */
final class TermTest {
  private static Term term(String expression) {
    QueryShape shape = Shapes.of("SELECT * FROM t WHERE 'v' = 'w' AND " + expression + " = 'x'");
    return shape.blocks().get(0).predicates().get(0).term();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "lower(t.email) ; lower(email) ; FUNCTION",
        "LOWER(\"t\".\"email\") ; lower(email) ; FUNCTION",
        "pg_catalog.lower(email) ; lower(email) ; FUNCTION",
        "app.slug(\"Title\") ; app.slug(\"Title\") ; FUNCTION",
        "date_trunc('day', created_at) ; date_trunc($1, created_at) ; FUNCTION",
        "coalesce(a, 0) ; coalesce(a, $1) ; FUNCTION",
        "EXTRACT(year FROM ts) ; EXTRACT(year FROM ts) ; FUNCTION",
        "data ->> 'kind' ; data ->> $1 ; OPERATOR",
        "data -> 'a' ->> 'b' ; data -> $1 ->> $2 ; OPERATOR",
        "(data ->> 'n')::int ; (data ->> $1)::integer ; EXPLICIT_CAST",
        "a::text ; (a)::text ; EXPLICIT_CAST",
        "CAST(a AS varchar) ; (a)::character varying ; EXPLICIT_CAST",
        "lower(a::text) ; lower((a)::text) ; FUNCTION",
        "a || ' ' || b ; a || $1 || b ; OPERATOR",
        "a - (b - 1) ; a - (b - $1) ; OPERATOR",
        "(a - b) - 1 ; a - b - $1 ; OPERATOR",
        "(a + 1) * 2 ; (a + $1) * $2 ; OPERATOR",
        "a + b * 2 ; a + b * $1 ; OPERATOR",
        "-a ; -a ; OPERATOR",
        "a AT TIME ZONE 'UTC' ; a AT TIME ZONE $1 ; OPERATOR",
        "a[1] ; a[$1] ; OPERATOR",
        "a COLLATE \"C\" ; a COLLATE \"C\" ; EXPRESSION",
        "(a).part ; (a).part ; EXPRESSION",
        "CASE WHEN a > 1 THEN b ELSE 0 END ; CASE WHEN a > $1 THEN b ELSE $2 END ; EXPRESSION",
        "CASE a WHEN 1 THEN b END ; CASE a WHEN $1 THEN b END ; EXPRESSION",
        "lower(a) COLLATE \"C\" || b ; lower(a) COLLATE \"C\" || b ; OPERATOR",
        "\"Name\" || \"order\" ; \"Name\" || \"order\" ; OPERATOR"
      })
  void computedTermsHaveTheTextOfAnIndexKey(String expression, String text, Sargability cause) {
    assertThat(term(expression))
        .isInstanceOfSatisfying(
            Term.Computed.class,
            computed -> {
              assertThat(computed.text()).isEqualTo(text);
              assertThat(computed.cause()).isEqualTo(cause);
              assertThat(computed.columns()).isNotEmpty();
            });
  }

  @Test
  void valuesAreNumberedAnewAndKeepTheNumbersOfTheStatement() {
    Term.Computed computed = (Term.Computed) term("substr(a, 2, 3)");

    assertThat(computed.text()).isEqualTo("substr(a, $1, $2)");
    assertThat(computed.values()).containsExactly(3, 4);
  }

  @Test
  void eachColumnIsToldOnce() {
    Term.Computed computed = (Term.Computed) term("coalesce(b, a, b)");

    assertThat(computed.columns()).extracting(ColumnRef::column).containsExactly("b", "a");
  }

  @Test
  void equalExpressionsOfDifferentStatementsHaveEqualTexts() {
    QueryShape one = Shapes.of("SELECT * FROM users u WHERE u.x = 1 AND f(u.name, 3) = 'a'");
    QueryShape other = Shapes.of("SELECT 1 FROM users WHERE F(name, $7) IN ('a', 'b')");

    assertThat(TreeText.of(one.blocks().get(0).predicates().get(1).term()))
        .isEqualTo(TreeText.of(other.blocks().get(0).predicates().get(0).term()))
        .isEqualTo("f(name, $1)");
  }

  @Test
  void anAggregateIsNoKeyOfAnIndex() {
    Term.Computed computed = (Term.Computed) term("sum(a * 2) + 1");

    assertThat(computed.cause()).isEqualTo(Sargability.NOT_PUSHED_DOWN);
  }

  @Test
  void aLongTextIsCutAndNoKeyOfAnIndex() {
    String sum = "a" + " + b".repeat(2000);

    Term.Computed computed = (Term.Computed) term(sum);

    assertThat(computed.text()).hasSize(ExpressionText.MAX_LENGTH + 3).endsWith("...");
    assertThat(computed.cause()).isEqualTo(Sargability.EXPRESSION);
    assertThat(computed.columns()).extracting(ColumnRef::column).containsExactly("a", "b");
  }

  @Test
  void usesSayWithinWhatExpressionTheirColumnIs() {
    QueryShape shape =
        Shapes.of("SELECT count(*) FROM t WHERE lower(a) = 'x' GROUP BY date_trunc('day', b)");

    assertThat(shape.blocks().get(0).uses())
        .filteredOn(use -> use.role() == Role.EXPRESSION)
        .extracting(use -> use.column().column() + " in " + TreeText.of(use.within().get()))
        .isEqualTo(List.of("a in lower(a)", "b in date_trunc($1, b)"));
  }
}
