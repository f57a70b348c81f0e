package io.github.pgslowlog.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.resolve.StatementType;
import io.github.pgslowlog.select.PlannableStatement;
import io.github.pgslowlog.workload.Statements;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statements of a pattern that are planned. */
final class StatementsToPlanTest {
  @Test
  void aSampleIsPlannedAsItWasLogged() {
    assertThat(plan("SELECT a FROM t WHERE b = 'x' AND c IN (1, 2)"))
        .containsExactly(
            new PlannableStatement(
                "SELECT a FROM t WHERE b = 'x' AND c IN (1, 2)", List.of(), false));
  }

  @Test
  void withoutValuesThePatternIsPlannedForAny() {
    assertThat(plan("SELECT a FROM t WHERE b = $1 AND c IN ($2, $3)"))
        .containsExactly(
            new PlannableStatement("SELECT a FROM t WHERE b = $1 AND c IN ($2)", List.of(), true));
  }

  @Test
  void whatLooksLikeAParameterInAStringIsNone() {
    assertThat(plan("SELECT $q$ $7 $q$, a FROM t"))
        .containsExactly(new PlannableStatement("SELECT $q$ $7 $q$, a FROM t", List.of(), false));
  }

  @Test
  void aStatementCutShortIsNotPlanned() {
    assertThat(plan("SELECT a FROM t WHERE b = f(1"))
        .allSatisfy(statement -> assertThat(statement.generic()).isTrue());
  }

  @Test
  void severalStatementsAreNotPlanned() {
    assertThat(plan("SELECT a FROM t; SELECT b FROM t")).isEmpty();
  }

  private static List<PlannableStatement> plan(String sql) {
    return StatementsToPlan.of(Statements.pattern(sql, 1_000), StatementType.SELECT);
  }
}
