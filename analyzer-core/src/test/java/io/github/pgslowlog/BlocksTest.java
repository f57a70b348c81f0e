package io.github.pgslowlog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.block.BlockRecords;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.source.StreamSource;
import io.github.pgslowlog.source.UnitOfWork;
import io.github.pgslowlog.workload.EventKind;
import io.github.pgslowlog.workload.EventTotal;
import io.github.pgslowlog.workload.Pattern;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A log gives the same results message by message on one thread and in blocks of any length on any
 * number of threads, be it sound or damaged.
 */
class BlocksTest {
  private static final BusyLog BUSY = new BusyLog(9, 120);

  private static final Map<String, byte[]> LOGS = logs();

  private static Map<String, byte[]> logs() {
    Map<String, byte[]> logs = new TreeMap<>();
    logs.put("stderr", BUSY.stderr().getBytes(UTF_8));
    logs.put("csvlog", BUSY.csvlog().getBytes(UTF_8));
    logs.put("jsonlog", BUSY.jsonlog().getBytes(UTF_8));
    for (BusyLog.Syslog style : BusyLog.Syslog.values()) {
      logs.put("stderr in syslog " + style, BUSY.syslog(style).getBytes(UTF_8));
    }
    return logs;
  }

  private static boolean isSyslog(String format) {
    return format.contains("syslog");
  }

  private static byte[] log(String format) {
    return Objects.requireNonNull(LOGS.get(format));
  }

  static Stream<Arguments> formats() {
    return LOGS.keySet().stream().map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void soundLogIsTheSameInBlocksOfAnyLength(String format) {
    byte[] log = log(format);
    Outcome expected = carefully(log);
    assertThat(expected.inputs())
        .singleElement()
        .extracting(Input::format)
        .isEqualTo(isSyslog(format) ? "stderr" : format);
    assertThat(expected.workload().patterns()).hasSizeGreaterThan(8);
    assertThat(expected.workload().history().events())
        .extracting(EventTotal::kind)
        .contains(EventKind.values());
    assertThat(expected.workload().patterns())
        .flatExtracting(pattern -> pattern.history().events())
        .extracting(EventTotal::kind)
        .contains(EventKind.values());

    for (int blockBytes = 1; blockBytes < 900; blockBytes += isSyslog(format) ? 37 : 9) {
      assertThat(inBlocks(log, blockBytes, 1)).as("%d bytes", blockBytes).isEqualTo(expected);
    }
    for (int blockBytes : new int[] {1, 100, 1000, 5000, 20_000, 1 << 20}) {
      for (int jobs = 2; jobs < 5; jobs++) {
        assertThat(inBlocks(log, blockBytes, jobs))
            .as("%d bytes, %d threads", blockBytes, jobs)
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void soundLogIsReadInBlocksToItsEnd(String format) {
    byte[] log = log(format);
    long[] messages = {0, 0};
    RecordListener records =
        new RecordListener() {
          @Override
          public void entry(LogEntry entry, Languages languages) {
            messages[0]++;
          }

          @Override
          public void record(String file, BlockRecords block, int index) {
            messages[1]++;
          }
        };
    try (BlockPipeline pipeline = new BlockPipeline(2)) {
      LogReader.BlockWay way = new LogReader.BlockWay(pipeline, records, 1000, StopSwitch.never());
      UnitOfWork unit =
          UnitOfWork.whole(new StreamSource("busy.log", new ByteArrayInputStream(log)));
      new LogReader(unit, AnalyzerOptions.defaults(), new LogListener() {}, way).read(input -> {});
      pipeline.finish();
    }

    assertThat(messages[1]).as("durations as records").isGreaterThan(50);
    assertThat(messages[0]).as("messages that need their session").isBetween(10L, 65L);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void damagedLogIsTheSameInBlocks(String format) {
    byte[] log = log(format);
    Random random = new Random(11);
    for (int i = 0; i < (isSyslog(format) ? 60 : 100); i++) {
      byte[] damaged = damage(log, random);
      Outcome expected = carefully(damaged);

      for (int blockBytes : new int[] {1, 1 + random.nextInt(4000), 1 << 20}) {
        int jobs = 1 + random.nextInt(3);
        assertThat(inBlocks(damaged, blockBytes, jobs))
            .as("damage %d, %d bytes, %d threads", i, blockBytes, jobs)
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void endOfTheLogMayBeAnywhere(String format) {
    byte[] log = log(format);
    for (int length = log.length - 1; length > log.length - 900; length -= 19) {
      byte[] head = Arrays.copyOf(log, length);

      assertThat(inBlocks(head, 512, 2)).as("%d bytes", length).isEqualTo(carefully(head));
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void startOfTheLogMayBeAnywhere(String format) {
    byte[] log = log(format);
    for (int from = 1; from < 6000; from += isSyslog(format) ? 131 : 37) {
      byte[] tail = Arrays.copyOfRange(log, from, log.length);
      Outcome expected = carefully(tail);

      for (int blockBytes : new int[] {1, 700, 1 << 20}) {
        assertThat(inBlocks(tail, blockBytes, 1 + from % 3))
            .as("from byte %d, blocks of %d bytes", from, blockBytes)
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void otherProgramMayPrintLinesBeforeTheLog(String format) {
    String lines =
        """
        The files belonging to this database system will be owned by user "postgres".

        fixing permissions on existing directory /data ... ok
        \tinitdb: LOG:  warning: enabling "trust" authentication
        DETAIL:  none
        """;
    for (int length = 1; length <= lines.length(); length++) {
      byte[] log = join(lines.substring(0, length).getBytes(UTF_8), log(format));

      assertThat(inBlocks(log, 3000, 2)).as("%d bytes", length).isEqualTo(carefully(log));
    }
  }

  @Test
  void messageThatIsTooLongForABlockIsReadWithoutBlocks() {
    byte[] log = log("stderr");
    String time = "2026-11-20 09:00:00.000 UTC [41] app@shop/psql ";
    String text = "LOG:  duration: 5.000 ms  statement: SELECT '" + "x".repeat(5 << 20) + "'\n";
    byte[] middle = (time + text).getBytes(UTF_8);
    byte[] all = join(join(log, middle), log);
    Outcome expected = carefully(all);
    assertThat(expected.inputs()).singleElement().extracting(Input::prefixDetected).isEqualTo(true);
    assertThat(expected.skips()).isEqualTo(List.of());

    assertThat(inBlocks(all, 1 << 20, 1)).isEqualTo(expected);
    assertThat(inBlocks(all, 1 << 10, 3)).isEqualTo(expected);
  }

  /** More than have a message under way at a time; some come back when theirs was handed on. */
  @Test
  void processesThatComeAndGoHaveTheirMessagesHandedOnInTheSameOrder() {
    StringBuilder log = new StringBuilder();
    Random random = new Random(3);
    for (int i = 0; i < 9000; i++) {
      int process = 1000 + (random.nextInt(4) == 0 ? random.nextInt(6000) : i);
      String head = "2026-11-20T09:00:00.%06d+00:00 db1 postgres[%d]: [%d".formatted(i, process, i);
      String prefix = "2026-11-20 09:00:%02d.000 UTC [%d] ".formatted(i / 200, process);
      log.append(head).append("-1] ").append(prefix);
      log.append("LOG:  duration: ").append(i).append(".000 ms  statement: SELECT '").append(i);
      log.append("'\n").append(head).append("-2] #011FROM t\n");
    }
    byte[] bytes = log.toString().getBytes(UTF_8);
    Outcome expected = carefully(bytes);
    assertThat(expected.inputs()).singleElement().extracting(Input::entries).isEqualTo(9000L);

    for (int blockBytes : new int[] {3000, 40_000, 1 << 20}) {
      assertThat(inBlocks(bytes, blockBytes, 2)).isEqualTo(expected);
    }
  }

  /** What {@code #011} is depends on whether a tab was there before. */
  @Test
  void escapesBehindATabStayInSyslog() {
    String log =
        """
        Nov 20 09:00:00 db1 postgres[41]: [1-1] 2026-11-20 09:00:00.000 UTC [41] LOG:  duration: 1.000 ms  statement: SELECT
        Nov 20 09:00:00 db1 postgres[41]: [1-2] \t'1'
        Nov 20 09:00:00 db1 postgres[42]: [1-1] 2026-11-20 09:00:01.000 UTC [42] LOG:  duration: 2.000 ms  statement: SELECT a
        Nov 20 09:00:00 db1 postgres[41]: [2-1] 2026-11-20 09:00:02.000 UTC [41] LOG:  duration: 3.000 ms  statement: SELECT b
        Nov 20 09:00:00 db1 cron[7]: job
        Nov 20 09:00:00 db1 postgres[41]: [3-1] 2026-11-20 09:00:03.000 UTC [41] LOG:  duration: 4.000 ms  statement: SELECT #011 c
        Nov 20 09:00:00 db1 postgres[42]: [2-1] 2026-11-20 09:00:04.000 UTC [42] LOG:  duration: 5.000 ms  statement: SELECT d
        """;
    byte[] bytes = log.getBytes(UTF_8);
    Outcome expected = carefully(bytes);
    assertThat(expected.workload().patterns()).hasSize(5);

    for (int blockBytes = 1; blockBytes < bytes.length; blockBytes += 7) {
      assertThat(inBlocks(bytes, blockBytes, 2)).as("%d", blockBytes).isEqualTo(expected);
    }
  }

  @Test
  void messagesOverTheBoundAreToldInSyslogToo() {
    StringBuilder text = new StringBuilder(BUSY.syslog(BusyLog.Syslog.ISO));
    String header = "2026-11-20T09:00:00.000000+00:00 db1 postgres[41]: [700-";
    String prefix = "2026-11-20 09:02:00.000 UTC [41] app@shop/web ";
    text.append(header).append("1] ").append(prefix);
    text.append("LOG:  duration: 1.000 ms  statement: SELECT\n");
    for (int piece = 2; piece < 30; piece++) {
      text.append(header).append(piece).append("] #011 '").append("x".repeat(90)).append("',\n");
    }
    byte[] log = text.append(BUSY.syslog(BusyLog.Syslog.ISO)).toString().getBytes(UTF_8);
    for (int bound : new int[] {1024, 1500, 2000, 2700, 4000}) {
      Outcome expected = outcome(builder(log).maxEntryBytes(bound).listener(new LogListener() {}));

      for (int blockBytes : new int[] {300, 2000, 1 << 20}) {
        assertThat(outcome(builder(log).maxEntryBytes(bound).blockBytes(blockBytes).jobs(2)))
            .as("bound %d, blocks of %d bytes", bound, blockBytes)
            .isEqualTo(expected);
      }
    }
  }

  /** Between two and three o'clock, which come twice that night, the message before decides. */
  @Test
  void hourThatComesTwiceIsToldByTheMessageBeforeInBlocksToo() {
    byte[] log =
        """
        2026-10-25 03:30:00.000 XYZ [41] LOG:  duration: 1.000 ms  statement: SELECT 1
        2026-10-25 02:59:00.000 XYZ [42] LOG:  duration: 2.000 ms  statement: SELECT 2
        """
            .getBytes(UTF_8);
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Outcome expected = outcome(builder(log).timeZone(berlin).listener(new LogListener() {}));

    assertThat(outcome(builder(log).timeZone(berlin).jobs(2))).isEqualTo(expected);
    assertThat(expected.inputs().get(0).last()).hasValue(Instant.parse("2026-10-25T01:59:00Z"));
  }

  private static final String KEYS = "%m [%p] %q%u@%d app=%a,client=%h ";

  /** S is a line of a session, B one of a background process, D one of a session with %u@%d. */
  static Stream<Arguments> prefixes() {
    String reloaded = "%m [%p] %q%u@%d ";
    return Stream.of(
        Arguments.of("S300 B1 S50 B2 S50", KEYS, List.of()),
        Arguments.of("S300 B1 S50", "%m [%p] %q%u@%d/%a %h ", List.of()),
        Arguments.of("S300 B1 S50", "%t [%p]: [%l-1] %quser=%u,db=%d,app=%a,client=%h ", List.of()),
        Arguments.of("S300 B1 S50", "%m [%p] %quser=%u,db=%d,app=%a,client=%h ", List.of()),
        Arguments.of("S300 B1 S50", "%m|%p|%q%u|%d|%a|%h|", List.of()),
        Arguments.of("S300 B1 S50", "%m [%p] %q[%u] [%d] [%a] %h ", List.of()),
        Arguments.of("B300 S50 B1 S50", KEYS, List.of()),
        Arguments.of("B300 S50 B1 S50", "%m [%p] %q%u@%d/%a %h ", List.of()),
        Arguments.of("B300 S50 B1 S50", "%m [%p] %q[user=%u,db=%d,app=%a,client=%h] ", List.of()),
        Arguments.of("B300 S50 B1 S50", "%m [%p] %quser=%u,db=%d,app=%a,client=%h ", List.of()),
        Arguments.of("B300 S50 B1 S50", reloaded, List.of()),
        Arguments.of("B4100 S50 B1 S50", "%m [%p] %q[user=%u,db=%d,app=%a,client=%h] ", List.of()),
        Arguments.of("B4100 S50 B1 S50", KEYS, List.of()),
        Arguments.of("B4100 S50 B1 S50", reloaded, List.of()),
        Arguments.of("D300 B1 S50 B1 S50", reloaded, List.of(KEYS)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("prefixes")
  void prefixThatTheFirstLinesLeaveOpenIsShownByThoseBehindThem(
      String lines, String prefix, List<String> later) {
    byte[] log = written(lines, later.isEmpty() ? prefix : later.get(0)).getBytes(UTF_8);

    Outcome expected = carefully(log);

    Input input = expected.inputs().get(0);
    assertThat(input.logLinePrefix()).contains(prefix);
    assertThat(input.laterPrefixes()).isEqualTo(later);
    assertThat(expected.skips()).isEqualTo(List.of());
    Pattern pattern = expected.workload().patterns().get(0);
    assertThat(pattern.databases().keySet()).containsExactly("crm", "shop");
    if (prefix.contains("%a") || !later.isEmpty()) {
      assertThat(pattern.applications()).containsKeys("web-1", "web-2");
    }
    for (int blockBytes : new int[] {700, 20_000, 1 << 20}) {
      for (int jobs = 1; jobs < 3; jobs++) {
        assertThat(inBlocks(log, blockBytes, jobs))
            .as("%d bytes, %d threads", blockBytes, jobs)
            .isEqualTo(expected);
      }
    }
  }

  private static String written(String lines, String prefix) {
    StringBuilder log = new StringBuilder();
    int line = 0;
    for (String part : lines.split(" ", -1)) {
      String format =
          switch (part.charAt(0)) {
            case 'S' -> prefix.replace("%q", "");
            case 'D' -> "%m [%p] %u@%d ";
            default -> prefix.substring(0, prefix.indexOf("%q"));
          };
      String message =
          part.charAt(0) == 'B'
              ? "checkpoint starting: time"
              : "duration: 10.000 ms  statement: SELECT 1 FROM a WHERE b = 1";
      for (int count = Integer.parseInt(part.substring(1)); count > 0; count--, line++) {
        log.append(head(format, line)).append("LOG:  ").append(message).append('\n');
      }
    }
    return log.toString();
  }

  private static String head(String format, int line) {
    String time = "2026-11-14 00:%02d:%02d".formatted(line / 60 % 60, line % 60);
    return format
        .replace("%m", time + ".384 UTC")
        .replace("%t", time + " UTC")
        .replace("%p", Integer.toString(2000 + line % 9))
        .replace("%l", Integer.toString(1 + line / 9))
        .replace("%u", "shop_app")
        .replace("%d", line % 2 == 0 ? "shop" : "crm")
        .replace("%a", "web-" + line % 3)
        .replace("%h", "10.1.0." + line % 4);
  }

  /** Some bytes are missing, twice there, others, or NUL. */
  private static byte[] damage(byte[] log, Random random) {
    int at = random.nextInt(log.length);
    int length = Math.min(log.length - at, 1 + random.nextInt(300));
    byte[] damaged = log.clone();
    switch (random.nextInt(7)) {
      case 6 -> {
        return withLineMoved(log, at, length);
      }
      case 0 -> {
        return join(Arrays.copyOf(log, at), Arrays.copyOfRange(log, at + length, log.length));
      }
      case 1 -> {
        return join(Arrays.copyOf(log, at + length), Arrays.copyOfRange(log, at, log.length));
      }
      case 2 -> Arrays.fill(damaged, at, at + length, (byte) 0);
      case 3 -> damaged[at] = '\n';
      case 4 -> damaged[at] = '"';
      default -> damaged[at] = (byte) random.nextInt(256);
    }
    return damaged;
  }

  /** A line comes some bytes later than it should. */
  private static byte[] withLineMoved(byte[] log, int at, int distance) {
    String text = new String(log, ISO_8859_1);
    int start = text.lastIndexOf('\n', at) + 1;
    int end = text.indexOf('\n', at) + 1;
    int place = text.indexOf('\n', Math.min(log.length - 1, end + distance)) + 1;
    String moved =
        place <= end
            ? text
            : text.substring(0, start)
                + text.substring(end, place)
                + text.substring(start, end)
                + text.substring(place);
    return moved.getBytes(ISO_8859_1);
  }

  private static byte[] join(byte[] head, byte[] tail) {
    byte[] joined = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, joined, head.length, tail.length);
    return joined;
  }

  /** All that a report is made of. */
  private record Outcome(
      List<Input> inputs,
      List<String> problems,
      Object skips,
      io.github.pgslowlog.workload.Workload workload) {}

  private static Outcome carefully(byte[] log) {
    return outcome(builder(log).listener(new LogListener() {}));
  }

  private static Outcome inBlocks(byte[] log, int blockBytes, int jobs) {
    return outcome(builder(log).blockBytes(blockBytes).jobs(jobs));
  }

  private static LogAnalyzer.Builder builder(byte[] log) {
    return LogAnalyzer.builder().source(new StreamSource("busy.log", new Trickle(log)));
  }

  private static Outcome outcome(LogAnalyzer.Builder builder) {
    LogAnalyzer.Collected collected = builder.build().collect(text -> {});
    List<String> problems = new ArrayList<>();
    collected.problems().forEach(problem -> problems.add(problem.toString()));
    return new Outcome(
        collected.inputs(), problems, collected.skips().counts(), collected.workload());
  }

  /** Gives a few bytes at a time, as pipes do, and none when it is closed. */
  private static final class Trickle extends InputStream {
    private final ByteArrayInputStream in;
    private int reads;
    private boolean closed;

    Trickle(byte[] bytes) {
      in = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (closed) {
        throw new IOException("closed");
      }
      return in.read(target, offset, Math.min(length, 1 + reads++ * 97 % 1500));
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
