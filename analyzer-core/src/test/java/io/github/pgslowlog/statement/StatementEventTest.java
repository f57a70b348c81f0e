package io.github.pgslowlog.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.statement.StatementEvent.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors, lock waits and temporary files; no value of a message is told. */
class StatementEventTest {
  private static final String UPDATE = "UPDATE orders SET state = 2 WHERE id = 7";

  private final SessionLog log = new SessionLog();

  private List<String> errors() {
    return log.events.stream().map(StatementEvent::what).toList();
  }

  private StatementEvent error(@Nullable String state, String message, @Nullable String context) {
    log.entry(Label.ERROR, state, message, null, context, UPDATE);
    return log.events.get(log.events.size() - 1);
  }

  private void report(String message) {
    log.entry(Label.LOG, null, message, null, null, UPDATE);
  }

  // --- errors

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "duplicate key value violates unique constraint \"pk\""
            + "| duplicate key value violates unique constraint \"pk\"",
        "relation \"Order\" does not exist at character 15| relation \"Order\" does not exist",
        "column o.nmae does not exist at character 8| column o.nmae does not exist",
        "null value in column \"a\" of relation \"t\" violates not-null constraint"
            + "| null value in column \"a\" of relation \"t\" violates not-null constraint",
        "invalid input syntax for type integer: \"secret\" at character 30"
            + "| invalid input syntax for type integer: \"...\"",
        "value \"secret\" is out of range for type integer"
            + "| value \"...\" is out of range for type integer",
        "value \"x\" is out of range for type secret\" is out of range for type integer"
            + "| value \"...\" is out of range for type integer",
        "syntax error at or near \"secret\" at character 5| syntax error at or near \"...\"",
        "value too long for type character varying(10)"
            + "| value too long for type character varying(10)",
        "division by zero| division by zero",
        "could not extend file \"base/5/1.1\": No space left on device"
            + "| could not extend file \"...\": ...",
      })
  void knownMessagesKeepNamesAndLoseValues(String message, String what) {
    StatementEvent event = error(null, message, null);

    assertThat(event.kind()).isEqualTo(Kind.ERROR);
    assertThat(event.what()).isEqualTo(what);
    assertThat(event.sql()).hasToString(UPDATE);
    assertThat(event.amount()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "de| doppelter Schlüsselwert verletzt Unique-Constraint »pk«"
            + "| duplicate key value violates unique constraint \"pk\"",
        "de| Relation »größe« existiert nicht bei Zeichen 15| relation \"größe\" does not exist",
        "fr| la valeur d'une clé dupliquée rompt la contrainte unique « pk »"
            + "| duplicate key value violates unique constraint \"pk\"",
        "ru| деление на ноль| division by zero",
        "ja| 重複したキー値は一意性制約\"pk\"違反となります"
            + "| duplicate key value violates unique constraint \"pk\"",
        "pl| dzielenie przez zero|",
      })
  void translatedMessagesAreToldInEnglishWhereTheyAreKnown(
      String code, String message, @Nullable String what) {
    log.speaking(code);

    assertThat(error(null, message, null).what()).isEqualTo(what == null ? "" : what);
  }

  @Test
  void unknownMessagesAreToldByTheirState() {
    error("22012", "dzielenie przez zero", null);
    error("P0001", "customer Müller has no money", null);
    error("SH001", "no money", "PL/pgSQL function pay() line 3 at RAISE");
    error(null, "no money", "PL/pgSQL function pay() line 3 at RAISE");
    error(null, "division by zero", "PL/pgSQL function pay() line 3 at RAISE");
    error(null, "customer Müller has no money", null);
    error("O'Ha.", "x", null);

    assertThat(errors())
        .containsExactly(
            "SQLSTATE 22012", "SQLSTATE P0001", "SQLSTATE SH001", "RAISE", "RAISE", "", "");
  }

  @Test
  void deadlocksAreApart() {
    error(null, "deadlock detected", null);
    error("40P01", "zakleszczenie", null);

    assertThat(log.events).extracting(StatementEvent::kind).containsOnly(Kind.DEADLOCK);
    assertThat(errors()).containsExactly("", "");
  }

  @Test
  void errorsWithoutAStatementAndCancelledStatementsAreNone() {
    log.error("password authentication failed for user \"app\"", null);
    log.error("canceling statement due to statement timeout", UPDATE);

    assertThat(log.events).isEmpty();
    assertThat(log.cancelled).hasSize(1);
  }

  @Test
  void preparedStatementIsItsQueryAndFailedOnesNameNothing() {
    log.log("duration: 1.000 ms  statement: PREPARE p(int) AS " + UPDATE);
    log.error("prepared statement \"p\" already exists", "PREPARE p AS SELECT 1");
    log.error("division by zero", "EXECUTE p(7)");

    assertThat(log.events.get(1).sql()).hasToString(UPDATE);
    assertThat(errors().get(0)).isEqualTo("prepared statement \"...\" already exists");
  }

  // --- locks

  @Test
  void oneWaitIsOneEvent() {
    report("process 41 still waiting for ShareLock on transaction 123 after 1000.123 ms");
    assertThat(log.events).isEmpty();
    report("process 41 acquired ShareLock on transaction 123 after 5000.007 ms");

    assertThat(log.events)
        .extracting(StatementEvent::kind, StatementEvent::what, StatementEvent::amount)
        .containsExactly(tuple(Kind.LOCK_WAIT, "ShareLock on transaction", 5_000_007L));
    assertThat(log.events.get(0).sql()).hasToString(UPDATE);
  }

  @ParameterizedTest
  @CsvSource({
    "relation 16384 of database 5, AccessExclusiveLock on relation",
    "extension of relation 16384 of database 5, AccessExclusiveLock on extension of relation",
    "'tuple (0,1) of relation 16384 of database 5', AccessExclusiveLock on tuple",
    "'advisory lock [5,0,7,1]', AccessExclusiveLock on advisory lock",
    "virtual transaction 3/7, AccessExclusiveLock on virtual transaction",
    "something new 7, AccessExclusiveLock",
  })
  void locksAreToldByModeAndObject(String object, String what) {
    report("process 41 acquired AccessExclusiveLock on " + object + " after 1000.123 ms");

    assertThat(errors()).containsExactly(what);
  }

  @Test
  void waitThatEndsOtherwiseIsTold() {
    String waiting = "process 41 still waiting for ShareLock on transaction ";
    report(waiting + "1 after 1000.1 ms");
    report(waiting + "2 after 1000.200 ms");
    report(waiting + "2 after 1000.100 ms");
    log.error("deadlock detected", UPDATE);
    report(waiting + "3 after 1000.300 ms");
    report("process 41 failed to acquire ShareLock on transaction 3 after 1000.301 ms");
    report(waiting + "4 after 1000.400 ms");
    log.end();

    assertThat(log.events)
        .extracting(StatementEvent::kind, StatementEvent::amount)
        .containsExactly(
            tuple(Kind.LOCK_WAIT, 10_001L),
            tuple(Kind.LOCK_WAIT, 1_000_200L),
            tuple(Kind.LOCK_WAIT, 1_000_100L),
            tuple(Kind.DEADLOCK, 0L),
            tuple(Kind.LOCK_WAIT, 1_000_301L),
            tuple(Kind.LOCK_WAIT, 1_000_400L));
  }

  @Test
  void sessionsWaitOnTheirOwn() {
    report("process 41 still waiting for ShareLock on transaction 1 after 1000.100 ms");
    log.in(SessionLog.pid("42"));
    report("process 42 still waiting for ShareLock on transaction 1 after 1000.100 ms");
    report("process 42 acquired ShareLock on transaction 1 after 2000.100 ms");
    log.in(SessionLog.pid("41"));
    report("process 41 acquired ShareLock on transaction 1 after 3000.100 ms");

    assertThat(log.events)
        .extracting(StatementEvent::amount)
        .containsExactly(2_000_100L, 3_000_100L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de| Prozess 41 wartet immer noch auf ShareLock-Sperre auf Transaktion 7 nach 1000,123 ms"
            + "| Prozess 41 erlangte ShareLock-Sperre auf Transaktion 7 nach 5000,123 ms"
            + "| ShareLock on transaction",
        "pl| proces 41 wciąż oczekuje na ShareLock na transakcja 7 po 1000.123 ms"
            + "| proces 41 uzyskał ShareLock na transakcja 7 po 5000.123 ms"
            + "| ShareLock",
      })
  void waitsAreToldInOtherLanguagesToo(String code, String waiting, String acquired, String what) {
    log.speaking(code);
    report(waiting);
    report(acquired);
    log.end();

    assertThat(log.events)
        .extracting(StatementEvent::what, StatementEvent::amount)
        .containsExactly(tuple(what, 5_000_123L));
  }

  // --- files

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "en| temporary file: path \"base/pgsql_tmp/pgsql_tmp41.0\", size 14000000",
        "de| temporäre Datei: Pfad »base/pgsql_tmp/pgsql_tmp41.0«, Größe 14000000",
        "pl| plik tymczasowy: ścieżka \"base/pgsql_tmp/pgsql_tmp41.0\", rozmiar 14000000",
      })
  void temporaryFilesAreCountedInBytes(String code, String message) {
    log.speaking(code);
    report(message);

    assertThat(log.events)
        .extracting(StatementEvent::kind, StatementEvent::what, StatementEvent::amount)
        .containsExactly(tuple(Kind.TEMPORARY_FILE, "", 14_000_000L));
  }

  @Test
  void raisedImitationsAreNone() {
    log.raised("temporary file: path \"base/pgsql_tmp/pgsql_tmp41.0\", size 14000000");
    log.raised("process 41 acquired ShareLock on transaction 7 after 1000.123 ms");
    report("temporary file: path \"x\", size secret");
    report("temporary file: path \"x\", size 99999999999999999999999");
    report("process 41 acquired SecretLock now on transaction 7 after 1000.123 ms");
    log.entry(Label.NOTICE, null, "temporary file: path \"base/p\", size 14", null, null, UPDATE);

    assertThat(log.end().events).isEmpty();
  }
}
