package io.github.pgslowlog.prefix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.pgslowlog.bytes.Slice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PrefixDetectorTest {
  @ParameterizedTest
  @EnumSource(KnownPrefix.class)
  void knownPrefixIsDetectedFromTheLinesItPrints(KnownPrefix known) {
    String session = PrefixPrinter.session(known.prefix());
    String background = PrefixPrinter.background(known.prefix());

    Optional<LogLinePrefix> detected =
        detect(
            background + "LOG:  checkpoint starting: time",
            session + "LOG:  duration: 12.345 ms  statement: SELECT 1",
            "\t  FROM customers",
            session + "ERROR:  relation \"x\" does not exist at character 15",
            session + "STATEMENT:  SELECT * FROM x");

    assertThat(detected).contains(known.prefix());
  }

  /** Background processes leave out what is behind %q, which sessions may show further on. */
  @Test
  void linesOfBackgroundProcessesAloneAreTakenForTheRicherPrefix() {
    Optional<LogLinePrefix> detected =
        detect("2026-11-20 09:00:03.941 UTC [4001] LOG:  checkpoint starting: time");

    assertThat(detected).contains(KnownPrefix.DEBIAN.prefix());
  }

  static Stream<Arguments> unlisted() {
    return Stream.of(
        arguments(
            "keys and values",
            "%t [%p] app=%a,user=%u,db=%d,client=%h ",
            """
            2026-11-20 09:00:03 UTC [4001] app=psql,user=app,db=shop,client=10.0.0.7 LOG:  a
            2026-11-20 09:00:04 UTC [4002] app=jdbc,user=web,db=crm,client=[local] LOG:  b
            """),
        arguments(
            "other words for the keys",
            "%m pid=%p usr=%u dbname=%d sid=%c vxid=%v qid=%Q ",
            """
            2026-11-20 09:00:03.941 +0545 pid=41 usr=app dbname=shop sid=6b00e090.43ff vxid=3/7 qid=-7 LOG:  a
            2026-11-20 09:00:04.001 +0545 pid=42 usr=web dbname=crm sid=6b00e091.43fe vxid=4/9 qid=0 LOG:  b
            """),
        arguments(
            "text of its own",
            "postgres %m [%p-%l] %r %u@%d 100%% ",
            """
            postgres 2026-11-20 09:00:03.941 -03 [41-1] 10.0.0.7(5000) app@shop 100% LOG:  a
            postgres 2026-11-20 09:00:03.945 -03 [42-7] [local] web@crm 100% LOG:  b
            """),
        arguments(
            "times of message and session",
            "%t|%s|%c|%v|",
            """
            2026-11-20 09:00:03 UTC|2026-11-20 08:00:00 UTC|6b00e090.43ff|3/7|LOG:  a
            2026-11-20 09:00:04 UTC|2026-11-20 08:30:00 UTC|6b00e091.43ff|4/9|LOG:  b
            """),
        arguments(
            "epoch",
            "%n %u@%d ",
            """
            1795219600.968 app@shop LOG:  a
            1795219601.002 web@crm LOG:  b
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unlisted")
  void unlistedPrefixIsReadOffTheLines(String name, String expected, String log) {
    assertThat(detect(log.lines().toArray(String[]::new)))
        .as(name)
        .contains(LogLinePrefix.parse(expected));
  }

  /** Pods and copies of a worker are numbered. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "%m|%p|%u|%d|%a|%h|; web-0 web-1 web-2",
        "%m|%p|%u|%d|%a|%h|; worker-10 worker-11 api-3",
        "%m [%p] [%u@%d] [%a] [%h] ; web-0 web-1 web-2",
        "%m [%p] [%u@%d] [%a] [%h] ; web-0 web-0 web-1",
        "%m [%a] [%u@%d] [%p] [%h] ; web-1 web-2 web-3",
        "%m|%u|%d|%a|%h|; web-1 web-2 web-3"
      })
  void numberBehindADashIsPartOfANameIfItDoesNotGrow(String prefix, String applications) {
    String[] names = applications.strip().split(" ", -1);
    String[] log = new String[300];
    for (int i = 0; i < log.length; i++) {
      log[i] = line(prefix, 2000 + i % 7, i, names[i % names.length]);
    }

    assertThat(detect(log)).contains(LogLinePrefix.parse(prefix));
  }

  @Test
  void numberBehindADashIsOfTheLineIfItGrowsWithinTheProcess() {
    String prefix = "%m|%p|%u|%d|%a-%l|%h|";
    String[] log = new String[300];
    for (int i = 0; i < log.length; i++) {
      log[i] = line(prefix, 2000 + i % 7, 1 + i / 7, "web");
    }

    assertThat(detect(log)).contains(LogLinePrefix.parse(prefix));
  }

  private static String line(String prefix, int process, int number, String application) {
    return prefix
            .replace("%m", "2026-11-20 09:00:%02d.941 UTC".formatted(number % 60))
            .replace("%p", Integer.toString(process))
            .replace("%l", Integer.toString(number))
            .replace("%u", number % 2 == 0 ? "app" : "report")
            .replace("%d", number % 3 == 0 ? "shop" : "crm")
            .replace("%a", application)
            .replace("%h", "10.0.0." + number % 4)
        + "LOG:  duration: 1.000 ms  statement: SELECT 1";
  }

  @Test
  void prefixOfMostLinesWins() {
    Optional<LogLinePrefix> detected =
        detect(
            "LOG:  could not open configuration file",
            "2026-11-20 09:00:03 UTC-6b00e090.43ff-LOG:  a",
            "2026-11-20 09:00:04 UTC-6b00e090.43fe-LOG:  b");

    assertThat(detected).contains(KnownPrefix.AZURE.prefix());
  }

  @Test
  void oneLineAmongForeignOutputIsEnough() {
    Optional<LogLinePrefix> detected =
        detect(
            "rsync: connection unexpectedly closed",
            "",
            "2026-11-20 09:00:03 UTC:10.0.0.7(5000):app@shop:[4001]:LOG:  a",
            "\tLOG:  inside a statement");

    assertThat(detected).contains(KnownPrefix.RDS.prefix());
  }

  @Test
  void linesOfNoServerHaveNoPrefix() {
    assertThat(detect()).isEmpty();
    assertThat(detect("hello", "", "127.0.0.1 - - [20/Nov/2026:09:00:03] \"GET / HTTP/1.1\" 200"))
        .isEmpty();
    assertThat(detect("\tLOG:  only a continuation")).isEmpty();
  }

  private static Optional<LogLinePrefix> detect(String... lines) {
    return PrefixDetector.detect(
        List.of(lines).stream().map(line -> Slice.of(line.getBytes(UTF_8))).toList());
  }
}
