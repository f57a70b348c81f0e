package io.github.pgslowlog.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** EXECUTE and FETCH stand for queries that were named before. */
class NamedQueryTest {
  private static final String BY_CUSTOMER = "SELECT * FROM orders WHERE customer_id = $1";

  private final SessionLog log = new SessionLog();

  private SessionLog ran(String sql) {
    return log.log("duration: 1.000 ms  statement: " + sql);
  }

  @Test
  void executeIsTheQueryInItsDetail() {
    log.logWithDetail(
        "duration: 1.000 ms  statement: EXECUTE by_customer(7)",
        "prepare: PREPARE by_customer (int) AS " + BY_CUSTOMER + ";");

    assertThat(log.resolutions()).containsExactly("statement call " + BY_CUSTOMER);
  }

  @Test
  void executeIsTheQueryThatWasPreparedBefore() {
    ran("PREPARE by_customer(int, text) AS\n  " + BY_CUSTOMER);
    log.log("duration: 1.000 ms  execute <unnamed>: EXECUTE by_customer(7)");

    assertThat(log.resolutions()).containsExactly("-", "execute call " + BY_CUSTOMER);
  }

  @Test
  void preparedStatementsBelongToTheirSession() {
    ran("PREPARE by_customer AS " + BY_CUSTOMER);
    log.in(SessionLog.pid("42"));
    ran("EXECUTE by_customer(7)");

    assertThat(log.resolutions()).containsExactly("-", "-");
  }

  @Test
  void preparedStatementIsKnownFromLogStatementAlone() {
    log.log("statement: PREPARE p AS SELECT 1").log("duration: 9.000 ms  statement: EXECUTE p");

    assertThat(log.resolutions()).containsExactly("statement call SELECT 1");
  }

  @Test
  void bareDurationOfExecuteIsThatOfTheQuery() {
    log.log("statement: PREPARE p AS SELECT 1").log("duration: 0.100 ms")
        .log("statement: EXECUTE p").log("duration: 5.000 ms");

    assertThat(log.resolutions())
        .containsExactly("statement call PREPARE p AS SELECT 1", "statement call SELECT 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Plan_A     | plan_a",
        "\"Plan A\" | \"Plan A\"",
        "\"p\"      | p",
      })
  void namesAreFoldedAsTheServerFoldsThem(String prepared, String executed) {
    ran("PREPARE " + prepared + " AS SELECT 1");
    ran("EXECUTE " + executed);

    assertThat(log.resolutions()).containsExactly("-", "statement call SELECT 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DEALLOCATE p",
        "deallocate prepare p;",
        "DEALLOCATE ALL",
        "DEALLOCATE PREPARE ALL",
        "DISCARD ALL",
      })
  void forgottenStatementIsUnknown(String command) {
    ran("PREPARE p AS SELECT 1");
    ran(command);
    ran("EXECUTE p");

    assertThat(log.resolutions()).containsExactly("-", "-", "-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"DEALLOCATE \"all\"", "DEALLOCATE PREPARE \"all\"", "DEALLOCATE \"prepare\""})
  void aQuotedNameIsNoWord(String command) {
    ran("PREPARE p AS SELECT 1");
    ran(command);
    ran("EXECUTE p");

    assertThat(log.resolutions()).containsExactly("-", "-", "statement call SELECT 1");
  }

  /** No letter is cut in two. */
  @Test
  void ofLongNamesTheServerLooksAt63Bytes() {
    String name = "\"" + "a".repeat(62) + "é";
    ran("PREPARE " + name + "b\" AS SELECT 1");
    ran("EXECUTE " + name + "c\"");
    ran("EXECUTE " + "a".repeat(62));
    ran("EXECUTE " + "a".repeat(61));

    assertThat(log.resolutions())
        .containsExactly("-", "statement call SELECT 1", "statement call SELECT 1", "-");
  }

  @Test
  void rowsOfACursorAreTimeOfItsQuery() {
    ran("DECLARE c NO SCROLL CURSOR WITH HOLD FOR SELECT * FROM orders;");
    ran("FETCH 10 FROM c;");
    ran("MOVE FORWARD 25 IN c");
    ran("fetch c");

    assertThat(log.resolutions())
        .containsExactly(
            "statement call SELECT * FROM orders",
            "execute_fetch no call SELECT * FROM orders",
            "execute_fetch no call SELECT * FROM orders",
            "execute_fetch no call SELECT * FROM orders");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CLOSE c", "close all", "DISCARD ALL"})
  void closedCursorIsUnknown(String command) {
    ran("DECLARE c CURSOR FOR SELECT 1");
    ran(command);
    ran("FETCH ALL FROM c");

    assertThat(log.resolutions()).containsExactly("statement call SELECT 1", "-", "-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DECLARE c CURSOR FOR SELECT 1; FETCH ALL FROM c",
        "PREPARE TRANSACTION 'two phases'",
        "PREPARE p",
        "DECLARE c CURSOR",
        "EXECUTE p(1); EXECUTE p(2)",
        "SELECT 'EXECUTE p'",
        "/* EXECUTE p */ SELECT 1",
        "fetch",
        "\"execute\" p",
        "",
        "EXECUTE",
      })
  void anythingElseIsWhatItSays(String sql) {
    ran("PREPARE q AS SELECT 1");
    ran(sql);

    assertThat(log.resolutions()).containsExactly("-", "-");
  }

  @Test
  void wordsWithinStringsAndCommentsAreNone() {
    ran("/* EXECUTE */ PREPARE p(text) -- AS\n AS SELECT ';', $$; $$, $t$;$t$, E'\\';' AS \"a;\";");
    ran("-- first\nEXECUTE /* the */ p /* ; */ ('x'); -- done");

    assertThat(log.resolutions())
        .containsExactly("-", "statement call SELECT ';', $$; $$, $t$;$t$, E'\\';' AS \"a;\"");
  }

  @Test
  void unclosedQuotesReachToTheEnd() {
    for (String opened : new String[] {"'", "\"", "$$", "$t$", "/*", "E'\\"}) {
      ran("PREPARE p AS SELECT " + opened);
      ran("EXECUTE p");
    }

    assertThat(log.statements).hasSize(12);
  }

  @Test
  void theNumberOfPreparedStatementsIsBounded() {
    for (int i = 0; i <= 256; i++) {
      ran("PREPARE p" + i + " AS SELECT " + i);
    }
    log.statements.clear();
    ran("EXECUTE p0");
    ran("EXECUTE p1");
    ran("EXECUTE p256");

    assertThat(log.resolutions())
        .containsExactly("-", "statement call SELECT 1", "statement call SELECT 256");
  }

  @Test
  void namesAreBoundedWithShortQueriesToo() {
    SessionLog small = new SessionLog(10, 1000);
    for (String pid : new String[] {"1", "2", "3", "4", "5"}) {
      small.in(SessionLog.pid(pid)).log("statement: PREPARE p AS SELECT 1").log("duration: 0.1 ms");
    }

    assertThat(small.tracker.heldBytes()).isBetween(500L, 1000L);
    small.in(SessionLog.pid("1")).log("duration: 9.000 ms  statement: EXECUTE p");
    small.in(SessionLog.pid("5")).log("duration: 9.000 ms  statement: EXECUTE p");
    assertThat(small.resolutions()).endsWith("-", "statement call SELECT 1");
  }
}
