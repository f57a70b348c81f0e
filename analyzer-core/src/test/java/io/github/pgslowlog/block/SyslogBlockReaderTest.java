package io.github.pgslowlog.block;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.fingerprint.KnownStatements;
import io.github.pgslowlog.frame.StderrStyle;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.LogLinePrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the block reader makes of syslog is what the careful way makes of it. */
class SyslogBlockReaderTest {
  private static final String PREFIX = "%m [%p] %q%u@%d ";

  /** The pieces of messages; {@code P} stands for the prefix. */
  private static final String[][] MESSAGES = {
    {"PLOG:  duration: 12.345 ms  statement: SELECT * FROM orders WHERE id = 7"},
    {
      "PLOG:  duration: 3.500 ms  execute s1/c2: SELECT name",
      "\t  FROM users",
      "\t",
      "\t WHERE id = $1 -- #1 #08 é",
      "PDETAIL:  parameters: $1 = 'two",
      "\t\tlines'"
    },
    {"PERROR:  relation \"nowhere\" does not exist", "PSTATEMENT:  SELECT * FROM nowhere"},
    {
      "PERROR:  canceling statement due to user request",
      "PCONTEXT:  SQL function \"f\" statement 1",
      "\tPL/pgSQL function g() line 3 at RAISE",
      "PHINT:  None.",
      "PSTATEMENT:  SELECT '",
      "\tPLOG:  duration: 1.000 ms  statement: SELECT fake'"
    },
    {"PLOG:  statement: BEGIN"},
    {"PLOG:  duration: 0.050 ms"},
    {"PLOG:  00000: duration: 1.000 ms  statement: SELECT 'verbose'", "PLOCATION:  f, g.c:1"},
    {
      "PLOG:  duration: 7.000 ms  statement: SELECT '" + "x".repeat(840),
      " and a tail that was cut for its length",
      "\tPDETAIL:  no section"
    }
  };

  private static List<String> pieces(Random random, int millis, int process) {
    String prefix = "2026-11-20 09:00:0%d.%03d UTC [%d] app@shop ";
    String shown = prefix.formatted(millis / 1000 % 10, millis % 1000, process);
    List<String> pieces = new ArrayList<>();
    for (String piece : MESSAGES[random.nextInt(MESSAGES.length)]) {
      pieces.add(piece.replaceFirst("^(\t?)P(?=[A-Z]+:)", "$1" + shown));
    }
    return pieces;
  }

  /** Lines of three processes, the pieces of each in their order. */
  private static byte[] log(String header, boolean split, boolean escaped, Random random) {
    List<List<String>> processes = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int number = 2; number < 60; number++) {
      int process = random.nextInt(3);
      List<String> pieces = pieces(random, 37 * number, 400 + process);
      if (!split) {
        processes.get(process).add("[" + number + "] " + String.join("\n", pieces));
      }
      for (int i = 0; i < pieces.size() && split; i++) {
        processes.get(process).add("[" + number + "-" + (i + 1) + "] " + pieces.get(i));
      }
    }
    StringBuilder log = new StringBuilder();
    int line = 0;
    while (processes.stream().anyMatch(left -> !left.isEmpty())) {
      int process = random.nextInt(3);
      List<String> left = processes.get(process);
      for (int i = random.nextInt(4); i >= 0 && !left.isEmpty(); i--) {
        String text = left.remove(0).replace("\n", "#012");
        log.append(header.formatted(line++, 400 + process));
        log.append(escaped ? text.replace("\t", "#011") : text).append('\n');
      }
    }
    return log.toString().getBytes(UTF_8);
  }

  private static SyslogBlockReader reader(String prefix) {
    return new SyslogBlockFormat(
            StderrTwin.FILE,
            StderrStyle.of(LogLinePrefix.parse(prefix)),
            Languages.english(),
            Optional.empty(),
            1 << 20)
        .reader(new KnownStatements());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-20T09:00:00.%06d+00:00 db1 postgres[%d]:     | true  | true
          <134>Nov 20 09:00:01 db1 postgres[%2$d]:               | true  | false
          Nov 20 09:00:01 postgres[%2$d]:                        | true  | true
          <134>1 2026-11-20T09:00:00.%06dZ db1 postgres %d - - | true  | true
          2026-11-20T09:00:00.%06d+01:00 app[postgres.%d]:     | true  | true
          1795219824.%06d db1 postgres[%d]:                    | false | true
          """)
  void ordinaryLogsAreReadToTheirEnd(String header, boolean split, boolean escaped) {
    Random random = new Random(17);
    for (int i = 0; i < 20; i++) {
      byte[] log = log(header + " ", split, escaped, random);
      StderrTwin twin = StderrTwin.readSyslog(log, LogLinePrefix.parse(PREFIX));

      assertThat(twin.skips()).isEmpty();
      assertThat(all(PREFIX, log)).isEqualTo(twin.records(log.length, Languages.english()));
    }
  }

  @Test
  void timeAndProcessAreThoseOfTheHeaderWherePrefixShowsNone() {
    String log =
        """
        2026-11-20T09:00:00.100000+01:00 db1 postgres[41]: [7-1] app@shop LOG:  duration: 1.000 ms  statement: SELECT 1
        2026-11-20T09:00:00.200000+01:00 db1 postgres[42]: [7-1] app@shop LOG:  duration: 2.000 ms  statement: SELECT 1
        2026-11-20T09:00:00.300000+01:00 db1 postgres[41]: [8-1] app@shop LOG:  duration: 3.000 ms  statement: SELECT
        2026-11-20T09:00:01.400000+01:00 db1 postgres[41]: [8-2] #011 2
        """;
    byte[] bytes = log.getBytes(UTF_8);
    StderrTwin twin = StderrTwin.readSyslog(bytes, LogLinePrefix.parse("%q%u@%d "));

    List<String> all = all("%q%u@%d ", bytes);

    assertThat(all).isEqualTo(twin.records(bytes.length, Languages.english())).hasSize(3);
    assertThat(all.get(0)).contains("|1795161600100000|").contains("pid=41");
  }

  /** Records in the order in which messages end, those that end with the log last. */
  private static List<String> all(String prefix, byte[] log) {
    SyslogBlockReader reader = reader(prefix);
    BlockRecords records = new BlockRecords();
    assertThat(reader.read(log, 0, log.length, 0, records)).isEqualTo(log.length);
    List<String> all = StderrTwin.describe(records, 0);
    for (LooseEnds.Touched process : records.looseEnds().touched()) {
      RawLines lines = Objects.requireNonNull(process.open());
      BlockRecords last = new BlockRecords();
      assertThat(reader.readMessage(lines, last)).isTrue();
      all.addAll(StderrTwin.describe(last, (int) lines.number(0) - 1));
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no header",
        "\t no header",
        "H[41]: ",
        "H[41]: [9-1] no prefix",
        "H[41]: [9-1] PDETAIL:  of no message",
        "H[41]: [8-3] #011 piece 2 is missing",
        "H[41]: [9-2] #011 piece 1 is missing",
        "H[41]: [8-1] #011 the first piece never has a tab",
        "H[41]: [9] PLOG:  another kind of number",
        "H[41]: PLOG:  no number",
        "H[41]: [8-2] QDETAIL:  of another process",
        "451 <134>1 2026-11-20T09:00:00Z db1 postgres 41 - - [9-1] PLOG:  frame with a count",
        "2026-11-20T09:00:00.000009+00:00 db1 shopdb[41]: [9-1] PLOG:  tag that is learned",
      })
  void readingStopsBeforeWhatIsOutOfTheOrdinary(String line) {
    String header = "2026-11-20T09:00:00.000009+00:00 db1 postgres";
    String prefix = "2026-11-20 09:00:00.000 UTC [41] app@shop ";
    String first =
        header + "[41]: [8-1] " + prefix + "LOG:  duration: 1.000 ms  statement: SELECT\n";
    String text =
        line.replace("H[", header + "[")
            .replace("P", prefix)
            .replace("Q", prefix.replace("[41]", "[42]"));
    byte[] log = (first + text + "\n" + first).getBytes(UTF_8);
    BlockRecords records = new BlockRecords();

    int stopped = reader(PREFIX).read(log, 0, log.length, 0, records);

    assertThat(stopped).isEqualTo(first.length());
    assertThat(records.lines()).isEqualTo(1);
    assertThat(records.messages()).isZero();
    assertThat(records.looseEnds().touched())
        .singleElement()
        .extracting(LooseEnds.Touched::open)
        .extracting(RawLines::count)
        .isEqualTo(1);
  }

  @Test
  void looseEndsTieABlockToItsNeighbours() {
    String log =
        """
        Nov 20 09:00:00 db1 postgres[41]: [7-2] #011 1
        Nov 20 09:00:00 db1 sshd[9]: Accepted publickey
        Nov 20 09:00:00 db1 postgres[41]: [8-1] 2026-11-20 09:00:00.000 UTC [41] app@shop LOG:  a
        Nov 20 09:00:00 db1 postgres[41]: [9-1] 2026-11-20 09:00:00.000 UTC [41] app@shop LOG:  b
        Nov 20 09:00:00 db1 postgres[42]: [3-1] 2026-11-20 09:00:00.000 UTC [42] app@shop LOG:  c
        Nov 20 09:00:00 db1 postgres[41]: [9-2] #011 d
        """;
    BlockRecords records = new BlockRecords();

    reader(PREFIX).read(log.getBytes(UTF_8), 0, log.length(), 0, records);

    assertThat(records.messages()).isEqualTo(1);
    assertThat(records.looseEnds().events())
        .extracting(event -> event.kind() + " " + event.line() + " " + event.messages())
        .containsExactly("REST 0 0", "OTHER 1 0", "START 2 0", "START 4 1");
    assertThat(records.looseEnds().touched())
        .extracting(process -> Objects.requireNonNull(process.open()).count())
        .containsExactly(1, 2);
  }
}
