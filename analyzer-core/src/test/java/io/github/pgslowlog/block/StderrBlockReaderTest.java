package io.github.pgslowlog.block;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.fingerprint.KnownStatements;
import io.github.pgslowlog.frame.StderrLayout;
import io.github.pgslowlog.frame.StderrStyle;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.LogLinePrefix;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the block reader reads is what the careful way reads. */
class StderrBlockReaderTest {
  private static final int NO_BOUND = 1 << 20;
  private static final String DEBIAN = "%m [%p] %q%u@%d ";

  /** A message of each kind; {@code P} stands for the prefix of its line. */
  private static final String MESSAGES =
      """
      PLOG:  duration: 12.345 ms  statement: SELECT * FROM orders WHERE id = 7
      PLOG:  duration: 0.120 ms  parse <unnamed>: SELECT name FROM users WHERE id = $1
      PLOG:  duration: 0.031 ms  bind <unnamed>: SELECT name FROM users WHERE id = $1
      PDETAIL:  parameters: $1 = '42'
      PLOG:  duration: 3.500 ms  execute s1/c2: SELECT name
      \t  FROM users

      \t WHERE id = $1
      PDETAIL:  parameters: $1 = 'two
      \t\tlines'
      PLOG:  statement: BEGIN
      PLOG:  duration: 0.050 ms
      PERROR:  relation "nowhere" does not exist at character 15
      PSTATEMENT:  SELECT * FROM nowhere
      \t WHERE x LIKE '%LOG:  y'
      PERROR:  insert or update on table "a" violates foreign key constraint "b"
      PDETAIL:  Key (id)=(7) is not present in table "c".
      PHINT:  Nobody knows.
      \tNot even here.
      PQUERY:  SELECT 1
      PCONTEXT:  SQL function "f" statement 1
      \tPL/pgSQL function g() line 3 at RAISE
      PLOCATION:  ri_ReportViolation, ri_triggers.c:2596
      PSTATEMENT:  INSERT INTO a VALUES (7)
      PLOG:  00000: duration: 1.000 ms  statement: SELECT 'verbose'
      PLOCATION:  exec_simple_query, postgres.c:1334
      PERROR:  42P01: relation "nowhere" does not exist
      PBACKTRACE: \s
      \tpostgres: errstart+0x1 [0x7]
      PLOG:  automatic vacuum of table "shop.public.orders": index scans: 1
      \tpages: 0 removed
      PLOG:  duration: 7.000 ms  plan:
      \tQuery Text: SELECT 1;
      \tResult  (cost=0.00..0.01 rows=1 width=4)
      PCONTEXT:  SQL function "f" statement 1
      PDETAIL: \s
      PLOG:  disconnection: session time: 0:00:01.000 user=app database=shop host=[local]
      PWARNING:  there is no transaction in progress
      PLOG:  duration: 0.001 ms  statement: SELECT 'LOG:  x'; /* 2026-11-20 09:00:03 UTC */
      \tPLOG:  duration: 9.000 ms  statement: SELECT 'not a line'
      \t
      PLOG:  checkpoint starting: time
      PLOG:  duration: 4.000 ms  execute <unnamed>: EXECUTE q(7)
      PLOG:  duration: 4.000 ms  statement: \s
      """;

  private static final String[] JUNK = {
    "\0",
    "\n",
    "\t",
    "\n\t",
    " ",
    "LOG:  ",
    "DETAIL:  x",
    "HINWEIS:  x",
    "\u00ff",
    "\r",
    "x",
    "\n2026-11-20 09:00:03,941 INFO: no action. I am (pg-0), the leader with the lock\n",
    "\nPDETAIL:  twice\n",
    "\nPLOG:  short\n",
    "\nPSTATEMENT:  SELECT 1\n",
    "\n\n",
    "\nQLOG:  other\n"
  };

  private static Stream<Arguments> prefixes() {
    return Stream.of(
        Arguments.of("%m [%p] ", "2026-11-20 09:00:0N.941 UTC [400S] "),
        Arguments.of(DEBIAN, "2026-11-20 09:00:03.94N UTC [400S] app@shop "),
        Arguments.of(
            "%t:%r:%u@%d:[%p]:", "2026-11-20 09:00:0N UTC:10.0.0.7(515S):app@shop:[400S]:"),
        Arguments.of(
            "%t [%p]: [%l-1] user=%u,db=%d,app=%a,client=%h ",
            "2026-11-20 09:00:0N CET [400S]: [N-1] user=app,db=shop,app=[unknown],client=::1 "),
        Arguments.of(
            "%m [%p] %q[user=%u,db=%d,app=%a] ",
            "2026-11-20 09:00:03.9N1 +0545 [400S] [user=a b,db=shop,app=x: LOG: y] "),
        Arguments.of("%n %c %e %Q %a: ", "1795219600.9N8 6b00e090.43S 0000N 0 psql: "),
        Arguments.of("%u@%d/%a ", "appN@shop/PostgreSQL JDBC Driver "),
        Arguments.of("<%p>", "<400S>"));
  }

  /** The messages in an order by chance, each by a process by chance. */
  private static byte[] log(String line, Random random, int messages) {
    List<String> all =
        new ArrayList<>(List.of(MESSAGES.split("\n(?=P(?:LOG|ERROR|WARNING):)", -1)));
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < messages; i++) {
      String message = all.get(random.nextInt(all.size()));
      String prefix =
          line.replace("N", Integer.toString(random.nextInt(10)))
              .replace("S", Integer.toString(random.nextInt(3)));
      log.append(message.replaceAll("\n$", "").replaceAll("(?m)^(\t?)P(?=[A-Z]+:)", "$1" + prefix));
      log.append('\n');
    }
    return log.toString().getBytes(UTF_8);
  }

  private static StderrBlockFormat format(String prefix, Languages languages, int bound) {
    return new StderrBlockFormat(
        StderrTwin.FILE,
        StderrStyle.of(LogLinePrefix.parse(prefix)),
        languages,
        Optional.empty(),
        bound);
  }

  /** Reads a log as one block, holds it against the twin, and tells where the reading ended. */
  private static int check(String prefix, Languages languages, int bound, byte[] log) {
    StderrTwin twin =
        StderrTwin.read(log, LogLinePrefix.parse(prefix), languages, Optional.empty(), bound);
    BlockRecords records = new BlockRecords();
    byte[] block = new byte[log.length + 5];
    Arrays.fill(block, (byte) 'x');
    System.arraycopy(log, 0, block, 3, log.length);

    int end =
        format(prefix, languages, bound)
            .reader(new KnownStatements())
            .read(block, 3, 3 + log.length, 0, records);

    int stopped = end - 3;
    String shown = new String(log, ISO_8859_1);
    long messages = twin.entries().stream().filter(e -> e.location().offset() < stopped).count();
    assertThat(StderrTwin.describe(records, 0))
        .as(shown)
        .isEqualTo(twin.records(stopped, languages));
    assertThat(records.messages()).isEqualTo(messages);
    if (stopped == log.length) {
      assertThat(twin.skips()).as(shown).isEmpty();
    } else {
      boolean start = twin.entries().stream().anyMatch(e -> e.location().offset() == stopped);
      assertThat(start || stopped == 0).as(shown).isTrue();
    }
    int lines = (int) shown.substring(0, stopped).chars().filter(c -> c == '\n').count();
    boolean torn = stopped > 0 && shown.charAt(stopped - 1) != '\n';
    assertThat(records.lines()).isEqualTo(lines + (torn ? 1 : 0));
    return stopped;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("prefixes")
  void ordinaryLogsAreReadToTheirEnd(String prefix, String line) {
    Random random = new Random(5);
    for (int i = 0; i < 20; i++) {
      byte[] log = log(line, random, 60);

      assertThat(check(prefix, Languages.english(), NO_BOUND, log)).isEqualTo(log.length);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("prefixes")
  void damagedLogsAreReadUpToTheDamage(String prefix, String line) {
    Random random = new Random(6);
    for (int i = 0; i < 300; i++) {
      String log = new String(log(line, random, 8), UTF_8);
      int changes = 1 + random.nextInt(3);
      for (int change = 0; change < changes; change++) {
        int at = random.nextInt(log.length());
        int behind = Math.min(log.length(), at + random.nextInt(random.nextBoolean() ? 3 : 90));
        String junk = JUNK[random.nextInt(JUNK.length)].replace("P", line).replace("Q", "[1] ");
        log = log.substring(0, at) + junk + log.substring(behind);
      }

      check(prefix, Languages.english(), NO_BOUND, log.getBytes(UTF_8));
      check(prefix, Languages.of("de").lenient(), NO_BOUND, log.getBytes(UTF_8));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("prefixes")
  void longMessagesEndTheReading(String prefix, String line) {
    Random random = new Random(8);
    for (int bound = 60; bound < 400; bound += 1 + random.nextInt(9)) {
      check(prefix, Languages.english(), bound, log(line, random, 10));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("prefixes")
  void cutsDoNotShow(String prefix, String line) {
    Random random = new Random(9);
    byte[] log = log(line, random, 120);
    StderrBlockFormat format = format(prefix, Languages.english(), NO_BOUND);
    StderrTwin twin =
        StderrTwin.read(
            log, LogLinePrefix.parse(prefix), Languages.english(), Optional.empty(), NO_BOUND);
    for (int size = 100; size < 3000; size += 1 + random.nextInt(90)) {
      StderrBlockReader reader = format.reader(new KnownStatements());
      BlockRecords records = new BlockRecords();
      List<String> all = new ArrayList<>();
      int lines = 0;
      int from = 0;
      while (from < log.length) {
        int to = blockEnd(format, log, from, size);
        assertThat(reader.read(log, from, to, from, records)).isEqualTo(to);
        all.addAll(StderrTwin.describe(records, lines));
        lines += records.lines();
        records.clear();
        from = to;
      }

      assertThat(all).isEqualTo(twin.records(log.length, Languages.english()));
    }
  }

  private static int blockEnd(StderrBlockFormat format, byte[] log, int from, int firstSize) {
    for (int size = firstSize; from + size < log.length; size *= 2) {
      int start = format.lastStart(log, from, from + size);
      if (start >= 0) {
        return start;
      }
    }
    return log.length;
  }

  @Test
  void lastStartIsAWholeLineOfAMessage() {
    StderrBlockFormat format = format("[%p] ", Languages.english(), NO_BOUND);
    String log =
        """
        [7] LOG:  first
        [7] LOG:  second
        \t[7] LOG:  text
        [7] DETAIL:  of the second
        [7] LOG:  third
        """;
    byte[] bytes = log.getBytes(UTF_8);
    int second = log.indexOf("[7] LOG:  second");
    int third = log.indexOf("[7] LOG:  third");

    assertThat(format.lastStart(bytes, 0, bytes.length)).isEqualTo(third);
    assertThat(format.lastStart(bytes, 0, bytes.length - 1)).isEqualTo(second);
    assertThat(format.lastStart(bytes, 0, third)).isEqualTo(second);
    assertThat(format.lastStart(bytes, second, third)).isNegative();
    assertThat(format.lastStart(bytes, 0, second)).isNegative();
    assertThat(format.lastStart(bytes, 0, 0)).isNegative();
  }

  @Test
  void sectionOfAnotherSessionEndsTheReading() {
    String log =
        """
        [7] LOG:  duration: 1.000 ms  statement: SELECT 1
        [8] LOG:  duration: 1.000 ms  statement: SELECT 2
        [7] DETAIL:  parameters: $1 = '7'
        """;

    assertThat(check("[%p] ", Languages.english(), NO_BOUND, log.getBytes(UTF_8)))
        .isEqualTo(log.indexOf("[8]"));
  }

  @Test
  void sectionThatComesTwiceEndsTheReading() {
    String log =
        """
        [7] LOG:  duration: 1.000 ms  statement: SELECT 1
        [8] LOG:  duration: 1.000 ms  statement: SELECT $1
        [8] DETAIL:  parameters: $1 = '7'
        [8] DETAIL:  parameters: $1 = '8'
        """;

    assertThat(check("[%p] ", Languages.english(), NO_BOUND, log.getBytes(UTF_8)))
        .isEqualTo(log.indexOf("[8]"));
  }

  @Test
  void repeatedHourEndsTheReading() {
    String log =
        """
        2026-10-25 01:59:59.999 XX LOG:  duration: 1.000 ms  statement: SELECT 1
        2026-10-25 02:00:00.000 XX LOG:  duration: 1.000 ms  statement: SELECT 2
        """;
    byte[] bytes = log.getBytes(UTF_8);
    StderrBlockFormat format =
        new StderrBlockFormat(
            StderrTwin.FILE,
            StderrStyle.of(LogLinePrefix.parse("%m ")),
            Languages.english(),
            Optional.of(ZoneId.of("Europe/Berlin")),
            NO_BOUND);
    BlockRecords records = new BlockRecords();

    assertThat(format.reader(new KnownStatements()).read(bytes, 0, bytes.length, 0, records))
        .isEqualTo(log.indexOf("2026-10-25 02"));
    assertThat(records.size()).isEqualTo(1);
    assertThat(records.lines()).isEqualTo(1);
  }

  @Test
  void placesCountFromTheBlock() {
    byte[] bytes = "\n[7] LOG:  x\n\n[7] ERROR:  y\n".getBytes(UTF_8);
    BlockRecords records = new BlockRecords();

    format("[%p] ", Languages.english(), NO_BOUND)
        .reader(new KnownStatements())
        .read(bytes, 0, 28, 5000, records);

    LogEntry error = records.entry(0);
    assertThat(error.location().line()).isEqualTo(3);
    assertThat(error.location().offset()).isEqualTo(5014);
  }

  /** The session that has an error comes again when the abbreviation is a byte shorter. */
  @Test
  void headsThatComeAgainBehindAShorterTimeAreReadAnew() {
    String log =
        """
        2025-10-26 02:59:58 CEST [41] LOG:  duration: 1.000 ms  statement: SELECT 1
        2025-10-26 02:59:59 CEST [42] ERROR:  canceling statement due to user request
        2025-10-26 02:00:00 CET [41] LOG:  duration: 2.000 ms  statement: SELECT 2
        2025-10-26 02:00:01 CET [42] ERROR:  canceling statement due to user request
        2025-10-26 02:00:01 CET [42] LOG:  duration: 3.000 ms  statement: SELECT 3
        """;
    byte[] bytes = log.getBytes(UTF_8);

    assertThat(check("%t [%p] ", Languages.english(), NO_BOUND, bytes)).isEqualTo(bytes.length);
  }

  @Test
  void onlyWholeMessagesBehindOnePrefixAreOrdinary() {
    LogLinePrefix prefix = LogLinePrefix.parse("%m ");
    LogLinePrefix other = LogLinePrefix.parse("%t ");
    StderrLayout blanks = new StderrLayout(StderrLayout.Continuation.BLANKS, 4, false);
    StderrLayout interleaved = new StderrLayout(StderrLayout.Continuation.TAB, 0, true);

    assertThat(StderrBlockFormat.isOrdinary(StderrStyle.of(prefix))).isTrue();
    assertThat(
            StderrBlockFormat.isOrdinary(
                new StderrStyle(List.of(prefix), StderrLayout.PLAIN, true, true)))
        .isTrue();
    assertThat(
            StderrBlockFormat.isOrdinary(
                new StderrStyle(List.of(prefix, other), StderrLayout.PLAIN, true, true)))
        .isFalse();
    assertThat(StderrBlockFormat.isOrdinary(new StderrStyle(List.of(prefix), blanks, true, true)))
        .isFalse();
    assertThat(
            StderrBlockFormat.isOrdinary(new StderrStyle(List.of(prefix), interleaved, true, true)))
        .isFalse();
  }
}
