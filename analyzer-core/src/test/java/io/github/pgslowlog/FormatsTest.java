package io.github.pgslowlog;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.source.StreamSource;
import io.github.pgslowlog.statement.LoggedStatement;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same two statements as every format and platform writes them, read from end to end without a
 * word about what they are.
 */
class FormatsTest {
  private static final String MULTI_LINE = "SELECT *\n\tFROM t WHERE a = $1";

  static Stream<Arguments> logs() {
    return Stream.concat(Stream.concat(servers(), text()), json());
  }

  private static Stream<Arguments> servers() {
    return Stream.of(
        arguments(
            "stderr, []",
            """
            2026-11-20 09:00:03.100 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: SELECT 1
            2026-11-20 09:00:04.500 UTC [41] app@shop LOG:  duration: 2.500 ms  execute S_1: SELECT *
            \t\tFROM t WHERE a = $1
            2026-11-20 09:00:04.500 UTC [41] app@shop DETAIL:  Parameters: $1 = '7'
            """),
        arguments(
            "stderr, [], prefix without a blank before the severity",
            """
            2026-11-20 09:00:03 UTC:[local]:app@shop:[41]:LOG:  duration: 1.000 ms  statement: SELECT 1
            2026-11-20 09:00:04 UTC:[local]:app@shop:[41]:LOG:  duration: 2.500 ms  execute S_1: SELECT *
            \t\tFROM t WHERE a = $1
            2026-11-20 09:00:04 UTC:[local]:app@shop:[41]:DETAIL:  Parameters: $1 = '7'
            """),
        arguments(
            "stderr, [], in German",
            """
            2026-11-20 09:00:03.100 UTC [41] app@shop LOG:  Dauer: 1.000 ms  Anweisung: SELECT 1
            2026-11-20 09:00:04.500 UTC [41] app@shop LOG:  Dauer: 2.500 ms  Ausführen S_1: SELECT *
            \t\tFROM t WHERE a = $1
            2026-11-20 09:00:04.500 UTC [41] app@shop DETAIL:  Parameter: $1 = '7'
            """),
        arguments(
            "csvlog, []",
            """
            2026-11-20 09:00:03.100 UTC,"app","shop",41,"[local]",6b00e090.29,1,"SELECT",2026-11-20 09:00:00 UTC,3/7,0,LOG,00000,"duration: 1.000 ms  statement: SELECT 1",,,,,,,,,"psql","client backend",,0
            2026-11-20 09:00:04.500 UTC,"app","shop",41,"[local]",6b00e090.29,2,"SELECT",2026-11-20 09:00:00 UTC,3/8,0,LOG,00000,"duration: 2.500 ms  execute S_1: SELECT *
            \tFROM t WHERE a = $1","Parameters: $1 = '7'",,,,,,,,"psql","client backend",,0
            """),
        arguments(
            "csvlog, [], with the lines a server writes before",
            """
            2026-11-20 09:00:00.100 UTC [40] LOG:  ending log output to stderr
            2026-11-20 09:00:00.100 UTC [40] HINT:  Future log output will go to log destination "csvlog".
            2026-11-20 09:00:03.100 UTC,"app","shop",41,"[local]",6b00e090.29,1,"SELECT",2026-11-20 09:00:00 UTC,3/7,0,LOG,00000,"duration: 1.000 ms  statement: SELECT 1",,,,,,,,,"psql"
            2026-11-20 09:00:04.500 UTC,"app","shop",41,"[local]",6b00e090.29,2,"SELECT",2026-11-20 09:00:00 UTC,3/8,0,LOG,00000,"duration: 2.500 ms  execute S_1: SELECT *
            \tFROM t WHERE a = $1","parameters: $1 = '7'",,,,,,,,"psql"
            """),
        arguments(
            "jsonlog, []",
            """
            {"timestamp":"2026-11-20 09:00:03.100 UTC","user":"app","dbname":"shop","pid":41,"remote_host":"[local]","session_id":"6b00e090.29","line_num":1,"error_severity":"LOG","message":"duration: 1.000 ms  statement: SELECT 1","application_name":"psql"}
            {"timestamp":"2026-11-20 09:00:04.500 UTC","user":"app","dbname":"shop","pid":41,"remote_host":"[local]","session_id":"6b00e090.29","line_num":2,"error_severity":"LOG","message":"duration: 2.500 ms  execute S_1: SELECT *\\n\\tFROM t WHERE a = $1","detail":"Parameters: $1 = '7'","query_id":-42}
            """));
  }

  private static Stream<Arguments> text() {
    return Stream.of(
        arguments(
            "stderr, [syslog], RFC 3164 with chunks",
            """
            Nov 20 09:00:03 db postgres[41]: [3-1] 2026-11-20 09:00:03.100 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: SELECT 1
            Nov 20 09:00:03 db sshd[7]: Connection closed
            Nov 20 09:00:04 db postgres[41]: [4-1] 2026-11-20 09:00:04.500 UTC [41] app@shop LOG:  duration: 2.500 ms  execute S_1: SELECT *
            Nov 20 09:00:04 db postgres[41]: [4-2] #011#011FROM t WHERE a = $1
            Nov 20 09:00:04 db postgres[41]: [4-3] 2026-11-20 09:00:04.500 UTC [41] app@shop DETAIL:  Parameters: $1 = '7'
            """),
        arguments(
            "stderr, [syslog], RFC 5424",
            """
            <134>1 2026-11-20T09:00:03.100+00:00 db postgres 41 - -  [3-1] 2026-11-20 09:00:03.100 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: SELECT 1
            <134>1 2026-11-20T09:00:04.500+00:00 db postgres 41 - -  [4-1] 2026-11-20 09:00:04.500 UTC [41] app@shop LOG:  duration: 2.500 ms  execute S_1: SELECT *
            <134>1 2026-11-20T09:00:04.500+00:00 db postgres 41 - -  [4-2] #011#011FROM t WHERE a = $1
            <134>1 2026-11-20T09:00:04.500+00:00 db postgres 41 - -  [4-3] 2026-11-20 09:00:04.500 UTC [41] app@shop DETAIL:  Parameters: $1 = '7'
            """),
        arguments(
            "stderr, [CRI]",
            """
            2026-11-20T09:00:03.1Z stderr F 2026-11-20 09:00:03.100 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: SELECT 1
            2026-11-20T09:00:04.5Z stderr P 2026-11-20 09:00:04.500 UTC [41] app@shop LOG:  duration: 2.500 ms\s
            2026-11-20T09:00:04.5Z stderr F  execute S_1: SELECT *
            2026-11-20T09:00:04.5Z stderr F \t\tFROM t WHERE a = $1
            2026-11-20T09:00:04.5Z stderr F 2026-11-20 09:00:04.500 UTC [41] app@shop DETAIL:  Parameters: $1 = '7'
            """),
        arguments(
            "stderr, [docker compose]",
            """
            db-1  | 2026-11-20 09:00:03.100 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: SELECT 1
            db-1  | 2026-11-20 09:00:04.500 UTC [41] app@shop LOG:  duration: 2.500 ms  execute S_1: SELECT *
            db-1  | \t\tFROM t WHERE a = $1
            db-1  | 2026-11-20 09:00:04.500 UTC [41] app@shop DETAIL:  Parameters: $1 = '7'
            """),
        arguments(
            "stderr, [kubectl]",
            """
            [pod/db-0/postgres] 2026-11-20 09:00:03.100 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: SELECT 1
            [pod/db-0/postgres] 2026-11-20 09:00:04.500 UTC [41] app@shop LOG:  duration: 2.500 ms  execute S_1: SELECT *
            [pod/db-0/postgres] \t\tFROM t WHERE a = $1
            [pod/db-0/postgres] 2026-11-20 09:00:04.500 UTC [41] app@shop DETAIL:  Parameters: $1 = '7'
            """),
        arguments(
            "stderr, [timestamps]",
            """
            2026-11-20T09:00:03.000Z 2026-11-20 09:00:03 UTC:[local]:app@shop:[41]:LOG:  duration: 1.000 ms  statement: SELECT 1
            2026-11-20T09:00:04.000Z 2026-11-20 09:00:04 UTC:[local]:app@shop:[41]:LOG:  duration: 2.500 ms  execute S_1: SELECT *
            \t\tFROM t WHERE a = $1
            2026-11-20T09:00:04.000Z 2026-11-20 09:00:04 UTC:[local]:app@shop:[41]:DETAIL:  Parameters: $1 = '7'
            """));
  }

  private static Stream<Arguments> json() {
    return Stream.of(
        arguments(
            "stderr, [docker json-file]",
            """
            {"log":"2026-11-20 09:00:03.100 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: SELECT 1\\n","stream":"stderr","time":"2026-11-20T09:00:03.1Z"}
            {"log":"2026-11-20 09:00:04.500 UTC [41] app@shop LOG:  duration: 2.500 ms  execute S_1: SELECT *\\n","stream":"stderr","time":"2026-11-20T09:00:04.5Z"}
            {"log":"\\t\\tFROM t WHERE a = $1\\n","stream":"stderr","time":"2026-11-20T09:00:04.5Z"}
            {"log":"2026-11-20 09:00:04.500 UTC [41] app@shop DETAIL:  Parameters: $1 = '7'\\n","stream":"stderr","time":"2026-11-20T09:00:04.5Z"}
            """),
        arguments(
            "stderr, [Google Cloud Logging]",
            """
            {"insertId":"s=1;i=1","logName":"projects/p/logs/cloudsql.googleapis.com%2Fpostgres.log","severity":"INFO","textPayload":"2026-11-20 09:00:03.100 UTC [41]: [3-1] db=shop,user=app LOG:  duration: 1.000 ms  statement: SELECT 1","timestamp":"2026-11-20T09:00:03.1Z"}
            {"insertId":"s=1;i=2","logName":"projects/p/logs/cloudsql.googleapis.com%2Fpostgres.log","severity":"INFO","textPayload":"2026-11-20 09:00:04.500 UTC [41]: [4-1] db=shop,user=app LOG:  duration: 2.500 ms  execute S_1: SELECT *","timestamp":"2026-11-20T09:00:04.5Z"}
            {"insertId":"s=1;i=3","logName":"projects/p/logs/cloudsql.googleapis.com%2Fpostgres.log","severity":"INFO","textPayload":"\\t\\tFROM t WHERE a = $1","timestamp":"2026-11-20T09:00:04.6Z"}
            {"insertId":"s=1;i=4","logName":"projects/p/logs/cloudsql.googleapis.com%2Fpostgres.log","severity":"INFO","textPayload":"2026-11-20 09:00:04.500 UTC [41]: [5-1] db=shop,user=app DETAIL:  Parameters: $1 = '7'","timestamp":"2026-11-20T09:00:04.7Z"}
            """),
        arguments(
            "stderr, [Azure diagnostic log]",
            """
            {"properties":{"timestamp":"2026-11-20 09:00:03.100 UTC","processId":41,"errorLevel":"LOG","sqlerrcode":"00000","message":"2026-11-20 09:00:03.100 UTC [41] [user=app,db=shop,app=psql] LOG:  duration: 1.000 ms  statement: SELECT 1"},"time":"2026-11-20T09:00:03.1Z","category":"PostgreSQLLogs"}
            {"properties":{"timestamp":"2026-11-20 09:00:04.500 UTC","processId":41,"errorLevel":"LOG","sqlerrcode":"00000","message":"2026-11-20 09:00:04.500 UTC [41] [user=app,db=shop,app=psql] LOG:  duration: 2.500 ms  execute S_1: SELECT *\\n\\t\\tFROM t WHERE a = $1","detail":"Parameters: $1 = '7'"},"time":"2026-11-20T09:00:04.5Z","category":"PostgreSQLLogs"}
            """),
        arguments(
            "stderr, [CloudWatch events]",
            """
            {"events":[{"logStreamName":"db.0","timestamp":1795165203000,"message":"2026-11-20 09:00:03 UTC:[local]:app@shop:[41]:LOG:  duration: 1.000 ms  statement: SELECT 1","eventId":"1"},
            {"logStreamName":"db.0","timestamp":1795165204000,"message":"2026-11-20 09:00:04 UTC:[local]:app@shop:[41]:LOG:  duration: 2.500 ms  execute S_1: SELECT *\\n\\t\\tFROM t WHERE a = $1\\n2026-11-20 09:00:04 UTC:[local]:app@shop:[41]:DETAIL:  Parameters: $1 = '7'","eventId":"2"}]}
            """),
        arguments(
            "jsonlog, [], CloudNativePG",
            """
            {"level":"info","ts":"2026-11-20T09:00:00Z","logger":"instance-manager","msg":"Starting","logging_pod":"c-1"}
            {"level":"info","ts":"2026-11-20T09:00:03Z","logger":"postgres","msg":"record","logging_pod":"c-1","record":{"log_time":"2026-11-20 09:00:03.100 UTC","user_name":"app","database_name":"shop","process_id":"41","session_id":"6b00e090.29","error_severity":"LOG","message":"duration: 1.000 ms  statement: SELECT 1"}}
            {"level":"info","ts":"2026-11-20T09:00:04Z","logger":"postgres","msg":"record","logging_pod":"c-1","record":{"log_time":"2026-11-20 09:00:04.500 UTC","user_name":"app","database_name":"shop","process_id":"41","session_id":"6b00e090.29","error_severity":"LOG","message":"duration: 2.500 ms  execute S_1: SELECT *\\n\\tFROM t WHERE a = $1","detail":"Parameters: $1 = '7'"}}
            """),
        arguments(
            "stderr, [journald JSON]",
            """
            {"__REALTIME_TIMESTAMP":"1795165203100000","_TRANSPORT":"stdout","SYSLOG_IDENTIFIER":"postgres","_PID":"40","MESSAGE":"2026-11-20 09:00:03.100 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: SELECT 1"}
            {"__REALTIME_TIMESTAMP":"1795165204500000","_TRANSPORT":"stdout","SYSLOG_IDENTIFIER":"postgres","_PID":"40","MESSAGE":"2026-11-20 09:00:04.500 UTC [41] app@shop LOG:  duration: 2.500 ms  execute S_1: SELECT *"}
            {"__REALTIME_TIMESTAMP":"1795165204500001","_TRANSPORT":"stdout","SYSLOG_IDENTIFIER":"postgres","_PID":"40","MESSAGE":[9,9,70,82,79,77,32,116,32,87,72,69,82,69,32,97,32,61,32,36,49]}
            {"__REALTIME_TIMESTAMP":"1795165204500002","_TRANSPORT":"stdout","SYSLOG_IDENTIFIER":"postgres","_PID":"40","MESSAGE":"2026-11-20 09:00:04.500 UTC [41] app@shop DETAIL:  Parameters: $1 = '7'"}
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void bothStatementsAreRead(String format, String log) {
    Run run = Run.of(log.getBytes(UTF_8));

    assertThat(run.entries)
        .containsExactly(
            "app@shop 1000 SELECT 1 []", "app@shop 2500 " + MULTI_LINE + " [Optional[7]]");
    assertThat(run.input.format() + ", " + run.input.layers()).isEqualTo(firstTwo(format));
    assertThat(run.input.first()).hasToString(time(format, "2026-11-20T09:00:03"));
    assertThat(run.problems).isEmpty();
    assertThat(run.skips).allMatch(skip -> !skip.reason().isDamage());
  }

  /** Windows writes every line feed with a carriage return before it. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void lineEndsOfWindowsChangeNothing(String format, String log) {
    Run run = Run.of(log.replace("\n", "\r\n").getBytes(UTF_8));

    assertThat(run.entries)
        .containsExactly(
            "app@shop 1000 SELECT 1 []", "app@shop 2500 " + MULTI_LINE + " [Optional[7]]");
    assertThat(run.skips).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void oneStatementIsEnough(String format, String log) {
    int statement = log.indexOf("SELECT 1");
    String oneLine = log.substring(0, log.indexOf('\n', statement) + 1);

    Run run = Run.of(oneLine.getBytes(UTF_8));

    assertThat(run.entries).containsExactly("app@shop 1000 SELECT 1 []");
    assertThat(run.input.format() + ", " + run.input.layers()).isEqualTo(firstTwo(format));
  }

  @Test
  void textOfPowerShellIsRead() {
    String log = "2026-11-20 09:00:03.100 UTC [41] app@shop LOG:  duration: 1.000 ms\r\n";

    Run run = Run.of(("\uFEFF" + log).getBytes(UTF_16LE));

    assertThat(run.input.entries()).isEqualTo(1);
    assertThat(run.input.layers()).containsExactly("UTF-16LE");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("foreignLogs")
  void logsOfOtherServersAreNamed(String product, String line) {
    Run run = Run.of((line + "\n").repeat(3).getBytes(UTF_8));

    assertThat(run.entries).isEmpty();
    assertThat(run.input.entries()).isZero();
    assertThat(run.problems).hasSize(1);
    assertThat(run.problems.get(0).message()).contains(product);
  }

  static Stream<Arguments> foreignLogs() {
    return Stream.of(
        arguments(
            "Redshift",
            "'2020-03-07T16:09:43Z UTC [ db=dev user=rdsdb pid=16929 userid=1 xid=7382 ]' LOG:"
                + " SELECT 1"),
        arguments(
            "pgBouncer",
            "2026-11-20 00:10:24.649 UTC [123] LOG C-0x5581: shop/app@127.0.0.1:5000 login attempt:"
                + " db=shop user=app tls=no"));
  }

  private static String firstTwo(String format) {
    String[] parts = format.split(", ", -1);
    return parts[0] + ", " + parts[1];
  }

  private static String time(String format, String second) {
    boolean seconds = format.contains("without a blank") || format.contains("timestamps");
    boolean cloudWatch = format.contains("CloudWatch");
    return "Optional[" + second + (seconds || cloudWatch ? "Z" : ".100Z") + "]";
  }

  /** What was read of a log. */
  private static final class Run implements LogListener {
    private final List<String> entries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Skip> skips = new ArrayList<>();
    private final Input input;

    private Run(byte[] log) {
      input =
          LogAnalyzer.builder()
              .source(new StreamSource("-", new ByteArrayInputStream(log)))
              .listener(this)
              .build()
              .read()
              .get(0);
    }

    static Run of(byte[] log) {
      return new Run(log);
    }

    @Override
    public void statement(LoggedStatement statement) {
      entries.add(
          statement.origin().user()
              + "@"
              + statement.origin().database()
              + " "
              + statement.durationMicros()
              + " "
              + statement.sql()
              + " "
              + statement.parameters());
    }

    @Override
    public void problem(Problem problem) {
      problems.add(problem);
    }

    @Override
    public void skip(Skip skip) {
      skips.add(skip);
    }
  }
}
