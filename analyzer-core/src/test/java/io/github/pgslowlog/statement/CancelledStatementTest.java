package io.github.pgslowlog.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.language.Label;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that the server cancelled have no duration, but an error. */
class CancelledStatementTest {
  private static final String DELETE = "DELETE FROM customers WHERE id = $1";

  private final SessionLog log = new SessionLog();

  private List<CancelReason> reasons(
      Label severity, @Nullable String state, String message, @Nullable String statement) {
    log.entry(severity, state, message, null, null, statement);
    return log.cancelled.stream().map(CancelledStatement::reason).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "canceling statement due to statement timeout,             STATEMENT_TIMEOUT",
    "canceling statement due to lock timeout,                  LOCK_TIMEOUT",
    "canceling statement due to user request,                  USER_REQUEST",
    "canceling statement due to conflict with recovery,        RECOVERY_CONFLICT",
  })
  void wordingTellsTheReason(String message, CancelReason reason) {
    assertThat(reasons(Label.ERROR, null, message, "SELECT 1")).containsExactly(reason);
    assertThat(log.cancelled.get(0).sql()).hasToString("SELECT 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | storniere Anfrage wegen Zeitüberschreitung der Anfrage | STATEMENT_TIMEOUT",
        "it | annullamento dell'istruzione a causa di timeout | STATEMENT_TIMEOUT",
        "it | annullamento dell'istruzione a causa di timeout di lock | LOCK_TIMEOUT",
        "ru | выполнение оператора отменено из-за тайм-аута блокировки | LOCK_TIMEOUT",
        "ja | ユーザーからの要求により文をキャンセルしています | USER_REQUEST",
        "fr | annulation de la requête à cause d'un conflit avec la restauration"
            + " | RECOVERY_CONFLICT",
      })
  void wordingTellsTheReasonInOtherLanguages(String code, String message, CancelReason reason) {
    log.speaking(code);

    assertThat(reasons(Label.ERROR, null, message, "SELECT 1")).containsExactly(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "57014, ifade zaman aşımına uğradı,                            UNKNOWN",
    "55P03, Storniere Anfrage wegen Zeitüberschreitung der Sperre,  LOCK_TIMEOUT",
  })
  void codeTellsTheReasonInAnyLanguage(String state, String message, CancelReason reason) {
    assertThat(reasons(Label.ERROR, state, message, "SELECT 1")).containsExactly(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "55P03 | could not obtain lock on row in relation \"orders\"",
        "55P03 | konnte Sperre für Relation »orders« nicht setzen",
        "40001 | could not serialize access due to concurrent update",
        "40P01 | deadlock detected",
        "22012 | division by zero",
      })
  void otherErrorsAreNone(String state, String message) {
    assertThat(reasons(Label.ERROR, state, message, "SELECT 1")).isEmpty();
  }

  @Test
  void sessionThatIsTerminatedCancelsItsStatement() {
    String message = "terminating connection due to administrator command";

    assertThat(reasons(Label.FATAL, "57P01", message, "SELECT 1"))
        .containsExactly(CancelReason.ADMINISTRATOR);
  }

  @Test
  void sessionAtRestHasNoneToCancel() {
    String message = "terminating connection due to administrator command";

    assertThat(reasons(Label.FATAL, "57P01", message, null)).isEmpty();
  }

  @Test
  void autovacuumThatGivesWayIsNoStatement() {
    assertThat(reasons(Label.ERROR, "57014", "canceling autovacuum task", null)).isEmpty();
  }

  @Test
  void raisedImitationIsNone() {
    String context = "PL/pgSQL function inline_code_block line 1 at RAISE";
    String message = "canceling statement due to statement timeout";
    log.entry(Label.ERROR, "57014", message, null, context, "DO $$ ... $$");
    log.raised(message);

    assertThat(log.cancelled).isEmpty();
  }

  @Test
  void statementThatIsNotShownIsUnknown() {
    reasons(Label.ERROR, null, "canceling statement due to statement timeout", null);

    assertThat(log.cancelled.get(0).sql()).isNull();
    assertThat(log.cancelled.get(0).parameters()).isEmpty();
  }

  @Test
  void preparedStatementIsItsQuery() {
    log.log("duration: 1.000 ms  statement: PREPARE p(int) AS " + DELETE);
    reasons(Label.ERROR, null, "canceling statement due to user request", "EXECUTE p(7)");

    assertThat(log.cancelled.get(0).sql()).hasToString(DELETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unnamed portal with parameters: $1 = '7', $2 = NULL",
        "portal \"C: $1 = \" with parameters: $1 = '7', $2 = NULL",
        "unbenanntes Portal mit Parametern: $1 = '7', $2 = NULL",
        "SQL statement \"SELECT ': $1 = '\"\nunnamed portal with parameters: $1 = '7', $2 = NULL",
      })
  void parametersStandInTheContext(String context) {
    log.entry(Label.ERROR, null, "canceling statement due to lock timeout", null, context, DELETE);

    assertThat(log.cancelled.get(0).parameters())
        .containsExactly(Optional.of("7"), Optional.empty());
    assertThat(log.cancelled.get(0).context()).hasToString(context);
  }

  // --- foreign keys

  private @Nullable ForeignKeyCheck check(String context) {
    log.entry(
        Label.ERROR, null, "canceling statement due to statement timeout", null, context, DELETE);
    return log.cancelled.get(log.cancelled.size() - 1).foreignKeyCheck();
  }

  private static String quoted(String sql) {
    return "SQL statement \"" + sql + "\"";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1 FROM ONLY \"public\".\"orders\" x WHERE $1 OPERATOR(pg_catalog.=) \"customer_id\""
            + " FOR KEY SHARE OF x",
        "SELECT 1 FROM \"public\".\"orders\" x WHERE $1 OPERATOR(pg_catalog.=) \"customer_id\""
            + " FOR KEY SHARE OF x",
        "DELETE FROM ONLY \"public\".\"orders\" WHERE $1 OPERATOR(pg_catalog.=) \"customer_id\"",
        "UPDATE ONLY \"public\".\"orders\" SET \"customer_id\" = NULL"
            + " WHERE $1 OPERATOR(pg_catalog.=) \"customer_id\"",
        "UPDATE ONLY \"public\".\"orders\" SET \"customer_id\" = $1"
            + " WHERE $2::pg_catalog.int8 OPERATOR(pg_catalog.=) \"customer_id\"",
      })
  void searchForChildrenNamesTheReferencingColumns(String sql) {
    assertThat(check(quoted(sql)))
        .isEqualTo(new ForeignKeyCheck("public", "orders", List.of("customer_id")));
  }

  @Test
  void otherLanguagesQuoteOtherwise() {
    String sql =
        "SELECT 1 FROM ONLY \"public\".\"orders\" x WHERE $1 OPERATOR(pg_catalog.=)"
            + " \"customer_id\" FOR KEY SHARE OF x";

    assertThat(check("SQL-Anweisung »" + sql + "«"))
        .isEqualTo(new ForeignKeyCheck("public", "orders", List.of("customer_id")));
  }

  @Test
  void keyOfSeveralColumns() {
    String sql =
        "SELECT 1 FROM ONLY \"my \"\"schema\"\"\".\"Order Lines\" x WHERE $1 OPERATOR(pg_catalog.=)"
            + " \"a\" AND $2 OPERATOR(pg_catalog.=) \"b\"\"c\" COLLATE \"pg_catalog\".\"C\""
            + " FOR KEY SHARE OF x";

    assertThat(check(quoted(sql) + "\nPL/pgSQL function purge() line 3 at SQL statement"))
        .isEqualTo(new ForeignKeyCheck("my \"schema\"", "Order Lines", List.of("a", "b\"c")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1 FROM ONLY \"public\".\"customers\" x WHERE \"id\" OPERATOR(pg_catalog.=) $1"
            + " FOR KEY SHARE OF x",
        "SELECT 1 FROM orders WHERE $1 = customer_id",
        "DELETE FROM orders WHERE id = $1 AND x OPERATOR(pg_catalog.=) y",
        "SELECT 1 FROM ONLY \"public\".\"orders",
        "SELECT 1 FROM ONLY \"public\".\"orders\" x WHERE $1 OPERATOR(",
      })
  void otherQueriesAreNoSearchForChildren(String sql) {
    assertThat(check(quoted(sql))).isNull();
  }

  @Test
  void contextFullOfBeginningsIsReadInReasonableTime() {
    String starts = "SELECT 1 FROM \"a\".\"b\" OPERATOR(".repeat(50_000);

    assertThat(check(starts)).isNull();
  }
}
