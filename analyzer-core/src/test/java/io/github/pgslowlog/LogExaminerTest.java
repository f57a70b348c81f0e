package io.github.pgslowlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Examination.Finding;
import io.github.pgslowlog.source.StreamSource;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a log cannot tell, and what would change that. */
class LogExaminerTest {
  private static final String ALL =
      "2026-11-20 09:00:0%d.100 UTC [41]: [1-1] user=app,db=shop,app=psql,client=[local] %s\n";

  @Test
  void logThatShowsEverythingHasNoFinding() {
    Examination log =
        examine(
            ALL.formatted(1, "LOG:  duration: 0.100 ms  execute S_1: SELECT $1")
                + ALL.formatted(1, "DETAIL:  Parameters: $1 = '7'")
                + ALL.formatted(2, "LOG:  duration: 0.100 ms  plan:")
                + "\tQuery Text: SELECT 1\n\tResult  (cost=0.00..0.01 rows=1 width=4)\n"
                + ALL.formatted(
                    3, "LOG:  process 41 still waiting for ShareLock on x after 1000.000 ms")
                + ALL.formatted(4, "LOG:  temporary file: path \"base/1\", size 1000"));

    assertThat(log.findings()).isEmpty();
    assertThat(log.gaps()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          checkpoint starting: time                                                 | true  | true
          process 41 still waiting for ShareLock on transaction 7 after 1000.123 ms | false | true
          process 41 acquired ShareLock on transaction 7 after 1000.123 ms          | false | true
          parameter "log_lock_waits" changed to "on"                                | false | true
          parameter "log_lock_waits" changed to "true"                              | false | true
          parameter "log_lock_waits" changed to "1"                                 | false | true
          parameter "log_lock_waits" changed to "off"                               | true  | true
          parameter "log_lock_waits" changed to "no"                                | true  | true
          process 41 acquired nothing                                               | true  | true
          temporary file: path "base/pgsql_tmp/pgsql_tmp41.0", size 1000            | true  | false
          parameter "log_temp_files" changed to "10MB"                              | true  | false
          parameter "log_temp_files" changed to "-1"                                | true  | true
          """)
  void whatWasLoggedShowsThatItIsLogged(String message, boolean locks, boolean files) {
    List<String> questions = questions(examine(ALL.formatted(1, "LOG:  " + message)));

    assertThat(questions.contains("who waits for locks: no wait was logged")).isEqualTo(locks);
    assertThat(questions.contains("which statements spill to disk: no temporary file was logged"))
        .isEqualTo(files);
  }

  @Test
  void whatWasLoggedStaysSoWhateverIsSetLater() {
    String wait = "LOG:  process 41 still waiting for ShareLock on transaction 7 after 1000.123 ms";

    assertThat(
            questions(
                examine(
                    ALL.formatted(1, wait)
                        + ALL.formatted(
                            2, "LOG:  parameter \"log_lock_waits\" changed to \"off\""))))
        .doesNotContain("who waits for locks: no wait was logged");
  }

  @Test
  void logWithoutDurationsAsksForThem() {
    Examination log = examine(ALL.formatted(1, "LOG:  checkpoint starting: time"));

    assertThat(log.findings().get(0))
        .isEqualTo(
            new Finding(
                "which statements are slow: no entry has a duration",
                "log_min_duration_statement = '100ms' (ALTER SYSTEM SET, then SELECT"
                    + " pg_reload_conf())"));
  }

  @Test
  void durationsWithoutTextAreCounted() {
    Examination log = examine(ALL.formatted(1, "LOG:  duration: 0.100 ms").repeat(3));

    assertThat(log.findings().get(0))
        .isEqualTo(
            new Finding(
                "what 3 durations were spent on: they have no text",
                "log_min_duration_statement in place of log_duration"));
  }

  @Test
  void durationsJoinedWithTheirStatementAreNotMissed() {
    Examination log =
        examine(
            ALL.formatted(1, "LOG:  statement: SELECT 1")
                + ALL.formatted(1, "LOG:  duration: 0.100 ms"));

    assertThat(log.findings().get(0).question())
        .isEqualTo("nothing is lost, but text and duration stand in different lines");
  }

  @Test
  void thresholdShowsInTheFastestStatement() {
    String slow = ALL.formatted(1, "LOG:  duration: 120.000 ms  statement: SELECT 1");

    assertThat(questions(examine(slow.repeat(20))))
        .anyMatch(question -> question.contains("none under 120 ms is logged"));
    assertThat(questions(examine(slow.repeat(19))))
        .noneMatch(question -> question.contains("is logged"));
  }

  @Test
  void missingParametersAndClippedOnesAreTold() {
    String execute = ALL.formatted(1, "LOG:  duration: 0.100 ms  execute S_1: SELECT $1");

    assertThat(questions(examine(execute))).contains("with which values prepared statements ran");
    assertThat(
            questions(examine(execute + ALL.formatted(1, "DETAIL:  Parameters: $1 = 'Größ...'"))))
        .contains("some values to their end: they are clipped");
  }

  @Test
  void fieldsThatThePrefixLeavesOutAreOneFinding() {
    Examination log =
        examine("2026-11-20 09:00:01 UTC LOG:  duration: 0.100 ms  statement: SELECT 1\n");

    assertThat(log.findings())
        .contains(
            new Finding(
                "when something happened within a second", "%m in place of %t in log_line_prefix"),
            new Finding(
                "which entries are of one session, who ran a statement, in which database, from"
                    + " which application, from which host",
                "%p %u %d %a %h in log_line_prefix, for example '%m [%p] %q%u@%d"
                    + " app=%a,client=%h '"));
  }

  @Test
  void longSilencesAreGaps() {
    Examination log =
        examine(
            """
            2026-11-20 09:00:00.100 UTC [41] LOG:  one
            2026-11-20 09:09:59.100 UTC [41] LOG:  two
            2026-11-20 11:00:00.000 UTC [41] LOG:  three
            2026-11-20 11:00:01.000 UTC [41] LOG:  four
            """);

    assertThat(log.gaps())
        .containsExactly(
            new Examination.Gap(
                Instant.parse("2026-11-20T09:09:59.100Z"), Instant.parse("2026-11-20T11:00:00Z")));
  }

  @Test
  void emptyLogIsLeftToTheProblems() {
    assertThat(examine("nothing of a server\n").findings()).isEmpty();
  }

  private static List<String> questions(Examination log) {
    return log.findings().stream().map(Finding::question).toList();
  }

  private static Examination examine(String log) {
    return LogAnalyzer.builder()
        .source(new StreamSource("-", new ByteArrayInputStream(log.getBytes(UTF_8))))
        .build()
        .examine()
        .get(0);
  }
}
