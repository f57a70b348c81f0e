package io.github.pgslowlog.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.language.Label;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations without text find the statement that log_statement wrote before. */
class DurationJoinTest {
  private static final String BARE = "duration: 3.000 ms";

  private final SessionLog log = new SessionLog();

  @Test
  void bareDurationBelongsToTheStatementBefore() {
    log.log("statement: SELECT 1").log(BARE);

    assertThat(log.statements).hasSize(1);
    assertThat(log.statements.get(0).kind()).isEqualTo(StatementKind.BARE);
    assertThat(log.statements.get(0).sql()).isNull();
    assertThat(log.resolutions()).containsExactly("statement call SELECT 1");
  }

  @Test
  void onlyOneDurationBelongsToAStatement() {
    log.log("statement: SELECT 1").log(BARE).log(BARE);

    assertThat(log.resolutions()).containsExactly("statement call SELECT 1", "-");
  }

  @Test
  void durationsOfParseAndBindComeBeforeTheTextOfExecute() {
    log.log("duration: 0.100 ms")
        .log("duration: 0.200 ms")
        .logWithDetail("execute S_1/C_2: SELECT $1", "parameters: $1 = '7', $2 = NULL")
        .log(BARE);

    assertThat(log.resolutions()).containsExactly("-", "-", "execute call SELECT $1");
    assertThat(log.statements.get(2).resolution())
        .extracting(Resolution::parameters)
        .isEqualTo(List.of(Optional.of("7"), Optional.empty()));
  }

  @Test
  void furtherRowsOfAPortalAreNoCall() {
    log.log("execute fetch from S_1/C_2: SELECT 1").log(BARE);

    assertThat(log.resolutions()).containsExactly("execute_fetch no call SELECT 1");
  }

  @Test
  void theLastOfSeveralStatementsIsMeant() {
    log.log("statement: INSERT INTO fast VALUES (1)").log("statement: INSERT INTO slow VALUES (1)")
        .log(BARE);

    assertThat(log.resolutions()).containsExactly("statement call INSERT INTO slow VALUES (1)");
  }

  @Test
  void otherMessagesBetweenDoNotDisturb() {
    log.log("statement: SELECT 1")
        .log("temporary file: path \"base/pgsql_tmp/pgsql_tmp1.0\", size 1")
        .raised("hello from DO")
        .entry(Label.WARNING, null, "there is no transaction in progress", null, null, null)
        .log(BARE);

    assertThat(log.resolutions()).containsExactly("statement call SELECT 1");
  }

  @Test
  void failedStatementHasNoDuration() {
    log.log("statement: SELECT 1/0").error("division by zero", "SELECT 1/0").log(BARE);

    assertThat(log.resolutions()).containsExactly("-");
  }

  @Test
  void statementBelowTheThresholdDoesNotLendItsTextToALaterOne() {
    log.log("statement: INSERT INTO fast VALUES (1)")
        .log("duration: 9.000 ms  statement: SELECT slow()").log(BARE);

    assertThat(log.resolutions()).containsExactly("-", "-");
  }

  @Test
  void functionCallByOidHasNoSql() {
    log.log("statement: SELECT 1").log("fastpath function call: \"int4pl\" (OID 177)").log(BARE);

    assertThat(log.resolutions()).containsExactly("-");
  }

  @Test
  void raisedImitationIsNotJoined() {
    log.raised("statement: SELECT fake").log(BARE);

    assertThat(log.resolutions()).containsExactly("-");
  }

  @Test
  void raisedDurationIsNotCountedAndDoesNotTakeTheText() {
    log.log("statement: DO $$ BEGIN RAISE LOG 'duration: 4444.000 ms'; END $$")
        .raised("duration: 4444.000 ms")
        .logWithContext("duration: 4242.000 ms  statement: x", "PL/pgSQL function f() at RAISE")
        .log(BARE);

    assertThat(log.statements).hasSize(1);
    assertThat(log.statements.get(0).durationMicros()).isEqualTo(3_000);
    assertThat(log.resolutions().get(0)).startsWith("statement call DO $$");
  }

  @Test
  void lookAlikeWithinSqlIsText() {
    String sql = "SELECT 1\n2026-11-20 09:00:00 UTC [41] LOG:  duration: 88888.000 ms";
    log.log("statement: " + sql).log(BARE);

    assertThat(log.resolutions()).containsExactly("statement call " + sql);
  }

  // --- whose session

  @Test
  void sessionsAreKeptApart() {
    log.in(SessionLog.pid("1")).log("statement: SELECT one");
    log.in(SessionLog.pid("2")).log("statement: SELECT two");
    log.in(SessionLog.pid("1")).log(BARE);
    log.in(SessionLog.pid("2")).log(BARE);

    assertThat(log.resolutions())
        .containsExactly("statement call SELECT one", "statement call SELECT two");
  }

  @Test
  void theSessionIdTellsMoreThanTheProcessId() {
    log.in(SessionLog.session("6b00e090.29")).log("statement: SELECT old");
    log.in(SessionLog.session("6b00f000.29")).log(BARE);

    assertThat(log.resolutions()).containsExactly("-");
  }

  @Test
  void logWithoutAnySessionIsOne() {
    Origin unknown = new Origin(null, null, null, null, null, null, null);
    log.in(unknown).log("statement: SELECT 1").log(BARE);

    assertThat(log.resolutions()).containsExactly("statement call SELECT 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connection received: host=[local]",
        "connection authorized: user=app database=shop",
        "disconnection: session time: 0:00:00.303 user=app database=shop host=[local]",
      })
  void processIdIsUsedAnew(String message) {
    log.log("statement: SELECT old").log(message).log(BARE);

    assertThat(log.resolutions()).containsExactly("-");
  }

  @Test
  void fatalErrorEndsTheSession() {
    log.log("duration: 1.000 ms  statement: PREPARE p AS SELECT 1")
        .entry(Label.FATAL, "57P01", "terminating connection", null, null, null)
        .log("duration: 2.000 ms  statement: EXECUTE p");

    assertThat(log.resolutions()).containsExactly("-", "-");
  }

  @Test
  void anotherUserOfTheSameProcessIdIsAnotherSession() {
    log.in(new Origin(null, "7", "app", "shop", null, null, null)).log("statement: SELECT old");
    log.in(new Origin(null, "7", "report", "shop", null, null, null)).log(BARE);

    assertThat(log.resolutions()).containsExactly("-");
  }

  @Test
  void applicationMayRenameItself() {
    log.in(new Origin(null, "7", "app", "shop", "psql", null, null))
        .log("statement: SELECT set_config('application_name', 'renamed', false)");
    log.in(new Origin(null, "7", "app", "shop", "renamed", null, null)).log(BARE);

    assertThat(log.resolutions().get(0)).startsWith("statement call SELECT set_config");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "database system is ready to accept connections",
        "starting PostgreSQL 15.18 (Debian 15.18-0+deb12u1) on x86_64-pc-linux-gnu",
      })
  void restartOfTheServerEndsAllSessions(String message) {
    log.log("statement: SELECT old");
    log.in(SessionLog.pid("1")).log(message);
    log.in(SessionLog.pid("41")).log(BARE);

    assertThat(log.resolutions()).containsExactly("-");
  }

  @Test
  void restartToldLateEndsNoSessionBehindIt() {
    log.in(SessionLog.pid("41")).atLine(3).log("statement: SELECT old");
    log.in(SessionLog.pid("42")).atLine(8).log("statement: SELECT new");
    log.in(SessionLog.pid("1")).atLine(5).log("database system is ready to accept connections");
    log.in(SessionLog.pid("41")).atLine(9).log(BARE);
    log.in(SessionLog.pid("42")).atLine(10).log(BARE);

    assertThat(log.resolutions()).containsExactly("-", "statement call SELECT new");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Datenbanksystem ist bereit, um Verbindungen anzunehmen",
        "Verbindung empfangen: Host=[local]",
        "Verbindung autorisiert: Benutzer=app Datenbank=shop",
        "Verbindungsende: Sitzungszeit: 0:00:01.000 Benutzer=app Datenbank=shop Host=[local]",
      })
  void otherLanguagesTellTheEndOfASessionToo(String message) {
    log.speaking("de").log("Anweisung: SELECT 1").log(message).log("Dauer: 3.000 ms");

    assertThat(log.resolutions()).containsExactly("-");
  }

  @Test
  void raisedRestartIsNone() {
    log.log("statement: SELECT 1")
        .raised("database system is ready to accept connections")
        .log(BARE);

    assertThat(log.resolutions()).containsExactly("statement call SELECT 1");
  }

  // --- bounds

  @Test
  void theSessionNotSeenLongestGoesFirst() {
    SessionLog small = new SessionLog(2, 1_000);
    small.in(SessionLog.pid("1")).log("statement: SELECT one");
    small.in(SessionLog.pid("2")).log("statement: SELECT two");
    small.in(SessionLog.pid("1")).log("statement: SELECT one");
    small.in(SessionLog.pid("3")).log("statement: SELECT three");

    assertThat(small.tracker.openSessions()).isEqualTo(2);
    small.in(SessionLog.pid("1")).log(BARE);
    small.in(SessionLog.pid("2")).log(BARE);
    assertThat(small.resolutions()).containsExactly("statement call SELECT one", "-");
  }

  @Test
  void textsUpToTheBoundAreKept() {
    SessionLog small = new SessionLog(10, 20);
    small.in(SessionLog.pid("1")).log("statement: SELECT 890");
    small.in(SessionLog.pid("2")).log("statement: SELECT 890");

    assertThat(small.tracker.heldBytes()).isEqualTo(20);
    small.in(SessionLog.pid("1")).log(BARE);
    assertThat(small.resolutions()).containsExactly("statement call SELECT 890");
  }

  @Test
  void oneByteMoreMakesTheOldestGo() {
    SessionLog small = new SessionLog(10, 20);
    small.in(SessionLog.pid("1")).log("statement: SELECT 890");
    small.in(SessionLog.pid("2")).log("statement: SELECT 8901");

    assertThat(small.tracker.heldBytes()).isEqualTo(11);
    small.in(SessionLog.pid("1")).log(BARE);
    small.in(SessionLog.pid("2")).log(BARE);
    assertThat(small.resolutions()).containsExactly("-", "statement call SELECT 8901");
  }

  @Test
  void oneTextOverTheBoundIsNotKept() {
    SessionLog small = new SessionLog(10, 20);
    small.log("statement: SELECT 'a text of more than twenty bytes'").log(BARE);

    assertThat(small.resolutions()).containsExactly("-");
    assertThat(small.tracker.heldBytes()).isZero();
  }

  @Test
  void nothingIsHeldBehindTheEnd() {
    log.log("statement: SELECT 1").log("statement: PREPARE p AS SELECT 1").end();

    assertThat(log.tracker.heldBytes()).isZero();
    assertThat(log.tracker.openSessions()).isZero();
  }
}
