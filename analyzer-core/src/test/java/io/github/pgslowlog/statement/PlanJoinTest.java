package io.github.pgslowlog.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.language.Label;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Plans of auto_explain find their statement; an execution counts once. */
class PlanJoinTest {
  private static final String FUNCTION = "PL/pgSQL function bump(integer) line 11 at PERFORM";

  private final SessionLog log = new SessionLog();

  private static String planOf(String sql) {
    return """
        duration: 1.500 ms  plan:
        Query Text: %s
        Result  (cost=0.00..0.01 rows=1 width=4)
          Output: 1"""
        .formatted(sql);
  }

  @Test
  void planComesBeforeTheDurationOfASimpleQuery() {
    log.log(planOf("SELECT 1")).log("duration: 2.000 ms  statement: SELECT 1").end();

    assertThat(log.planned()).containsExactly("not counted SELECT 1");
    assertThat(log.statements)
        .extracting(LoggedStatement::kind)
        .containsExactly(StatementKind.PLAN, StatementKind.STATEMENT);
  }

  @Test
  void planComesBehindTheDurationOfExecute() {
    log.log("duration: 2.000 ms  execute S_1: SELECT $1").log(planOf("SELECT $1")).end();

    assertThat(log.planned()).containsExactly("not counted SELECT $1");
  }

  @Test
  void planOfAWritingExecuteComesBefore() {
    log.log("duration: 0.100 ms  parse <unnamed>: INSERT INTO t VALUES ($1)")
        .log("duration: 0.100 ms  bind <unnamed>: INSERT INTO t VALUES ($1)")
        .log(planOf("INSERT INTO t VALUES ($1)"))
        .log("duration: 2.000 ms  execute <unnamed>: INSERT INTO t VALUES ($1)")
        .end();

    assertThat(log.planned()).containsExactly("not counted INSERT INTO t VALUES ($1)");
  }

  @Test
  void planOfAPortalComesBehindItsLastRows() {
    log.log("duration: 2.000 ms  execute S_1/C_1: SELECT a FROM t")
        .log("duration: 2.000 ms  statement: SELECT other")
        .log("duration: 2.000 ms  execute fetch from S_1/C_1: SELECT a FROM t")
        .log(planOf("SELECT a FROM t"))
        .end();

    assertThat(log.planned()).containsExactly("not counted SELECT a FROM t");
  }

  @Test
  void planBelongsToTheTextOfLogStatement() {
    log.log("statement: SELECT 1").log(planOf("SELECT 1")).log("duration: 2.000 ms");
    log.log("execute S_1: SELECT 2").log("duration: 2.000 ms").log(planOf("SELECT 2")).end();

    assertThat(log.planned()).containsExactly("not counted SELECT 1", "not counted SELECT 2");
    assertThat(log.resolutions())
        .containsExactly("-", "statement call SELECT 1", "execute call SELECT 2", "-");
  }

  @Test
  void planAloneStandsForAnExecution() {
    log.log(planOf("SELECT 1")).log(planOf("SELECT 2")).log(planOf("SELECT 2"));

    assertThat(log.planned()).containsExactly("counted SELECT 1", "counted SELECT 2");
    log.end();
    assertThat(log.planned())
        .containsExactly("counted SELECT 1", "counted SELECT 2", "counted SELECT 2");
  }

  @Test
  void planBelowTheThresholdOfDurationsStandsForAnExecution() {
    log.log(planOf("SELECT fast()"))
        .log(planOf("SELECT slow()"))
        .log("duration: 900.000 ms  statement: SELECT slow()")
        .end();

    assertThat(log.planned()).containsExactly("counted SELECT fast()", "not counted SELECT slow()");
  }

  @Test
  void oneMessageWithSeveralStatementsHasSeveralPlans() {
    String sql = "SELECT 1; SELECT ';'; SELECT 3;";
    log.log(planOf(sql)).log(planOf(sql)).log(planOf(sql));
    log.log("duration: 2.000 ms  statement: " + sql).end();

    assertThat(log.plans).hasSize(3).noneMatch(PlannedStatement::counted);
  }

  @Test
  void planOfAFailedMessageCountsNothing() {
    String sql = "SELECT 1; SELECT 1/0";
    log.log(planOf(sql)).error("division by zero", sql).end();

    assertThat(log.planned()).containsExactly("not counted " + sql);
  }

  @Test
  void errorOfAnotherExecutionLeavesTheOneBefore() {
    log.log(planOf("SELECT 1/$1")).error("division by zero", "SELECT 1/$1").end();

    assertThat(log.planned()).containsExactly("counted SELECT 1/$1");
  }

  @Test
  void nestedPlansNeverCount() {
    String check =
        "SELECT 1 FROM ONLY \"public\".\"customers\" x WHERE \"id\" OPERATOR(pg_catalog.=) $1"
            + " FOR KEY SHARE OF x";
    log.logWithContext(planOf("UPDATE t SET a = 1"), FUNCTION)
        .logWithContext(planOf(check), "SQL statement \"" + check + "\"")
        .log(planOf(check))
        .log(planOf("SELECT bump(1)"))
        .log("duration: 2.000 ms  statement: SELECT bump(1)")
        .end();

    assertThat(log.planned())
        .containsExactly(
            "nested UPDATE t SET a = 1",
            "nested " + check,
            "nested " + check,
            "not counted SELECT bump(1)");
  }

  @Test
  void planOfExecuteShowsThePreparedQuery() {
    log.log("duration: 2.000 ms  statement: PREPARE p AS SELECT 1")
        .log(planOf("PREPARE p AS SELECT 1")).log("duration: 2.000 ms  statement: EXECUTE p");
    log.end();

    assertThat(log.plans.get(log.plans.size() - 1).sql()).hasToString("SELECT 1");
    assertThat(log.plans).noneMatch(PlannedStatement::counted);
  }

  @Test
  void planTellsWhatExecuteRuns() {
    log.log(planOf("PREPARE p AS SELECT 1")).log("duration: 2.000 ms  statement: EXECUTE p").end();

    assertThat(log.resolutions()).containsExactly("-", "statement call SELECT 1");
    assertThat(log.planned()).containsExactly("not counted SELECT 1");
  }

  @Test
  void planOfACursorComesWhenItIsClosed() {
    log.log("duration: 0.100 ms  statement: DECLARE c CURSOR FOR SELECT a FROM t")
        .log("duration: 5.000 ms  statement: FETCH 10 FROM c")
        .log(planOf("DECLARE c CURSOR FOR SELECT a FROM t"))
        .log("duration: 0.100 ms  statement: CLOSE c")
        .end();

    assertThat(log.planned()).containsExactly("not counted SELECT a FROM t");
  }

  @Test
  void planOfACursorWhoseRowsWereLoggedDoesNotCountAgain() {
    log.log("duration: 5.000 ms  statement: FETCH 10 FROM c")
        .log(planOf("DECLARE c CURSOR FOR SELECT a FROM t"))
        .log("duration: 0.100 ms  statement: COMMIT")
        .end();

    assertThat(log.planned()).containsExactly("not counted SELECT a FROM t");
  }

  @Test
  void planCarriesItsParts() {
    log.log(
            """
            duration: 1.500 ms  plan:
            Query Text: SELECT a
              FROM t WHERE b = $1
            Query Parameters: $1 = 'it''s'
            Seq Scan on t  (cost=0.00..1.50 rows=1 width=4)
              Filter: (b = 'it''s'::text)""")
        .end();

    PlannedStatement plan = log.plans.get(0);
    assertThat(plan.micros()).isEqualTo(1_500);
    assertThat(plan.sql()).hasToString("SELECT a\n  FROM t WHERE b = $1");
    assertThat(plan.parameters()).containsExactly(Optional.of("it's"));
    assertThat(plan.plan().text()).startsWith("Seq Scan on t  (cost=").endsWith("::text)");
    assertThat(plan.location().line()).isEqualTo(1);
    LoggedStatement entry = log.statements.get(0);
    assertThat(entry.sql()).isEqualTo(plan.sql());
    assertThat(entry.parameters()).containsExactly(Optional.of("it's"));
  }

  @Test
  void levelOfPlansCanBeSet() {
    log.entry(Label.NOTICE, null, planOf("SELECT 1"), null, null, null)
        .entry(Label.NOTICE, null, planOf("SELECT fake"), null, FUNCTION, null)
        .entry(Label.NOTICE, null, "duration: 1.000 ms  statement: fake", null, null, null)
        .end();

    assertThat(log.planned()).containsExactly("counted SELECT 1");
    assertThat(log.statements).hasSize(1);
  }

  @Test
  void raisedPlanIsNone() {
    log.raised(planOf("SELECT fake")).end();

    assertThat(log.plans).isEmpty();
    assertThat(log.statements).isEmpty();
  }

  @Test
  void plansThatWaitAreBounded() {
    SessionLog small = new SessionLog(10, 500);
    for (int i = 0; i < 20; i++) {
      small.in(SessionLog.pid("" + i)).log(planOf("SELECT " + i));
    }

    assertThat(small.tracker.heldBytes()).isBetween(400L, 500L);
    small.end();
    assertThat(small.plans).hasSize(20).allMatch(PlannedStatement::counted);
  }

  @Test
  void messageOfManyStatementsDoesNotWaitForEver() {
    String sql = "SELECT 1;".repeat(40);
    for (int i = 0; i < 40; i++) {
      log.log(planOf(sql));
    }

    assertThat(log.plans).hasSize(32);
  }
}
