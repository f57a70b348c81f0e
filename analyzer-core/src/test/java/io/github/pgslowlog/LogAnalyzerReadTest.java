package io.github.pgslowlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.diagnostics.SkipReason;
import io.github.pgslowlog.statement.LoggedStatement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link LogAnalyzer#read()} tells about sound, foreign and damaged logs. */
class LogAnalyzerReadTest {
  private static final String LOG =
      """
      2026-11-20 09:00:03.941 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: SELECT 1
      2026-11-20 09:00:04.001 UTC [42] LOG:  checkpoint starting: time
      2026-11-20 09:00:05.500 UTC [41] app@shop LOG:  duration: 2.000 ms  statement: SELECT 2
      """;

  @TempDir Path folder;

  private final Watcher watcher = new Watcher();

  @Test
  void soundLogIsReadWithoutAProblem() throws IOException {
    Path log = write(LOG);

    List<Input> inputs = LogAnalyzer.builder().path(log).listener(watcher).build().read();

    assertThat(inputs)
        .containsExactly(
            new Input(
                log.toString(),
                "stderr",
                List.of(),
                List.of("en"),
                Optional.of("%m [%p] %q%u@%d "),
                List.of(),
                true,
                LOG.length(),
                3,
                3,
                Optional.of(Instant.parse("2026-11-20T09:00:03.941Z")),
                Optional.of(Instant.parse("2026-11-20T09:00:05.500Z"))));
    assertThat(watcher.sql()).containsExactly("SELECT 1", "SELECT 2");
    assertThat(watcher.problems).isEmpty();
    assertThat(watcher.skips).isEmpty();
  }

  @Test
  void csvlogIsRead() throws IOException {
    Path log =
        write(
            """
            2026-11-20 09:00:03.941 UTC,"app","shop",41,"[local]",6b00e090.29,1,"SELECT",2026-11-20 \
            09:00:00 UTC,3/7,0,LOG,00000,"duration: 1.000 ms  statement: SELECT '
            2026-01-01 00:00:00.000 UTC [1] LOG:  duration: 9.999 ms  statement: x'",,,,,,,,,"psql"
            """);

    List<Input> inputs = read(log);

    assertThat(inputs).extracting(Input::format).containsExactly("csvlog");
    assertThat(watcher.sql())
        .containsExactly(
            "SELECT '\n2026-01-01 00:00:00.000 UTC [1] LOG:  duration: 9.999 ms  statement: x'");
    assertThat(watcher.problems).isEmpty();
    assertThat(watcher.skips).isEmpty();
  }

  @Test
  void translatedLogIsReadWithoutAProblem() throws IOException {
    Path log =
        write(
            """
            2026-11-20 09:00:01.100 UTC [40] LOG:  starting PostgreSQL 18.6
            2026-11-20 09:00:03.941 UTC [41] app@shop LOG:  Dauer: 1.000 ms  Anweisung: SELECT 1
            2026-11-20 09:00:05.500 UTC [41] app@shop LOG:  Dauer: 2.000 ms  Ausführen S_1: SELECT $1
            2026-11-20 09:00:05.500 UTC [41] app@shop DETAIL:  Parameter: $1 = '7'
            2026-11-20 09:00:06.500 UTC [41] app@shop FEHLER:  Division durch Null
            2026-11-20 09:00:06.500 UTC [41] app@shop ANWEISUNG:  SELECT 1/0
            """);

    read(log);

    assertThat(watcher.sql()).containsExactly("SELECT 1", "SELECT $1");
    assertThat(watcher.problems).isEmpty();
    assertThat(watcher.skips).isEmpty();
  }

  @Test
  void emptyFileIsAProblem() throws IOException {
    Path log = write("");

    List<Input> inputs = read(log);

    assertThat(inputs).containsExactly(nothingOf(log, 0));
    assertThat(watcher.problems).containsExactly(Problem.damage(log + ": the file is empty"));
  }

  @Test
  void missingFileIsAProblem() {
    Path log = folder.resolve("missing.log");

    List<Input> inputs = read(log);

    assertThat(inputs).containsExactly(nothingOf(log, 0));
    assertThat(watcher.problems).containsExactly(Problem.damage(log + ": no such file"));
  }

  @Test
  void unreadableFileIsAProblem() throws IOException {
    Path log = write(LOG);
    Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(log), "root reads everything");

    read(log);

    assertThat(watcher.problems)
        .containsExactly(Problem.damage(log + ": permission denied; read it as its owner or root"));
  }

  @Test
  void binaryFileIsAProblem() throws IOException {
    byte[] bytes = new byte[5000];
    new Random(1).nextBytes(bytes);
    Path log = Files.write(folder.resolve("postgresql.log"), bytes);

    List<Input> inputs = read(log);

    assertThat(inputs).containsExactly(nothingOf(log, 5000));
    assertThat(watcher.problems)
        .containsExactly(
            Problem.damage(
                log
                    + ":1: looks like a binary file; give a log as text, compressed or not"
                    + Problem.SEE_DOCTOR));
  }

  @Test
  void jsonOfAnotherProgramIsAProblem() throws IOException {
    String fake = "2026-01-01 00:00:00.000 UTC [1] LOG:  duration: 9.999 ms  statement: x\n";
    Path log = write("{\"time\":1,\"text\":\"2026-11-20 GET /index.html\"}\n" + fake);

    read(log);

    assertThat(watcher.problems)
        .containsExactly(
            Problem.damage(
                log
                    + ":1: looks like JSON, but no object in its first lines holds a message of a"
                    + " PostgreSQL server"
                    + Problem.SEE_DOCTOR));
    assertThat(watcher.sql()).isEmpty();
  }

  @Test
  void aSavedReportIsNoLog() throws IOException {
    Path log = write("{\n  \"schemaVersion\" : 1,\n  \"inputs\" : []\n}\n");

    read(log);

    assertThat(watcher.problems)
        .containsExactly(
            Problem.damage(
                log
                    + ":1: this is a saved report, no log; 'pgslowlog report FILE' and 'pgslowlog"
                    + " explain 1 FILE' show it"));
  }

  @Test
  void textOfAnotherProgramIsAProblem() throws IOException {
    Path log = write("127.0.0.1 - - [20/Nov/2026:09:00:03 +0000] \"GET / HTTP/1.1\" 200\n");

    read(log);

    assertThat(watcher.problems)
        .containsExactly(
            Problem.damage(
                log
                    + ":1: no line looks like a line of a PostgreSQL log; if it is one in stderr"
                    + " format, give its log_line_prefix with --prefix (psql: SHOW"
                    + " log_line_prefix)"
                    + Problem.SEE_DOCTOR));
  }

  @Test
  void wrongPrefixIsToldWithThePrefixThatFits() throws IOException {
    Path log = write(LOG);

    List<Input> inputs =
        LogAnalyzer.builder()
            .path(log)
            .logLinePrefix("'%t:%r:%u@%d:[%p]:'")
            .listener(watcher)
            .build()
            .read();

    assertThat(watcher.problems)
        .containsExactly(
            Problem.damage(
                log
                    + ":1: no line fits log_line_prefix '%t:%r:%u@%d:[%p]:'; its lines fit"
                    + " '%m [%p] %q%u@%d ': give that, or leave out --prefix to detect it"
                    + Problem.SEE_DOCTOR));
    assertThat(watcher.skips)
        .first()
        .isEqualTo(new Skip(SkipReason.NO_PREFIX, new Location(log.toString(), 1, 0), 1_000));
    assertThat(inputs.get(0).format()).isEqualTo("unknown");
    assertThat(inputs.get(0).prefixDetected()).isFalse();
  }

  @Test
  void prefixOfALogThatIsNoneIsTold() throws IOException {
    Path log = write("hello\n");

    LogAnalyzer.builder().path(log).logLinePrefix("%m ").listener(watcher).build().read();

    assertThat(watcher.problems)
        .containsExactly(
            Problem.damage(
                log
                    + ":1: no line fits log_line_prefix '%m '; is it a PostgreSQL log in stderr"
                    + " format?"
                    + Problem.SEE_DOCTOR));
  }

  @Test
  void logThatHoldsOnlyTheEndOfAMessageIsTold() throws IOException {
    Path log = write("2026-11-20 09:00:03.941 UTC [41] app@shop STATEMENT:  SELECT 1\n");

    read(log);

    assertThat(watcher.problems)
        .containsExactly(
            Problem.damage(
                log
                    + ":1: no message starts in it, it holds only the end of one"
                    + Problem.SEE_DOCTOR));
  }

  @Test
  void oddPrefixIsANotice() throws IOException {
    Path log = write(LOG);

    LogAnalyzer.builder()
        .path(log)
        .logLinePrefix("%m [%p] %q%u@%d %z%")
        .listener(watcher)
        .build()
        .read();

    assertThat(watcher.sql()).hasSize(2);
    assertThat(watcher.problems)
        .containsExactly(
            Problem.notice(
                "log_line_prefix: the server prints nothing for the unknown escape %z"
                    + Problem.SEE_DOCTOR),
            Problem.notice(
                "log_line_prefix: the server ends the prefix at the unfinished %"
                    + Problem.SEE_DOCTOR));
  }

  @Test
  void unknownZoneIsANotice() throws IOException {
    Path log = write(LOG.replace("UTC", "XYZ"));

    read(log);

    assertThat(watcher.sql()).hasSize(2);
    assertThat(watcher.problems)
        .containsExactly(
            Problem.notice(
                log
                    + ": the zone XYZ has no known offset; times are taken as UTC, give"
                    + " --timezone"));
  }

  @Test
  void givenZoneIsUsed() throws IOException {
    Path log = write(LOG.replace("UTC", "XYZ"));

    List<Input> inputs =
        LogAnalyzer.builder()
            .path(log)
            .timeZone(ZoneId.of("Asia/Kathmandu"))
            .listener(watcher)
            .build()
            .read();

    assertThat(inputs.get(0).first()).contains(Instant.parse("2026-11-20T03:15:03.941Z"));
    assertThat(watcher.problems).isEmpty();
  }

  @Test
  void restOfABrokenFileIsTold() {
    InputStream failing =
        new FilterInputStream(new ByteArrayInputStream((LOG + "2026-11-20 0").getBytes(UTF_8))) {
          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            if (count < 0) {
              throw new IOException("Input/output error");
            }
            return count;
          }
        };

    List<Input> inputs =
        LogAnalyzer.builder().arguments(List.of("-"), failing).listener(watcher).build().read();

    assertThat(watcher.sql()).containsExactly("SELECT 1", "SELECT 2");
    assertThat(inputs.get(0).entries()).isEqualTo(3);
    assertThat(watcher.problems).containsExactly(Problem.damage("-: Input/output error"));
  }

  @Test
  void sourceThatCannotBeReadDoesNotStopTheOthers() throws IOException {
    Path log = write(LOG);

    LogAnalyzer.builder()
        .arguments(
            List.of(folder.resolve("missing.log").toString(), log.toString()),
            InputStream.nullInputStream())
        .listener(watcher)
        .build()
        .read();

    assertThat(watcher.sql()).containsExactly("SELECT 1", "SELECT 2");
    assertThat(watcher.problems)
        .containsExactly(
            Problem.damage(folder.resolve("missing.log") + ": no such file or folder"));
  }

  @Test
  void gzipIsReadLikeAnyLog() throws IOException {
    Path log = Files.write(folder.resolve("postgresql.log.1"), gzip(LOG));

    List<Input> inputs = read(log);

    assertThat(watcher.sql()).containsExactly("SELECT 1", "SELECT 2");
    assertThat(inputs.get(0).bytes()).isEqualTo(LOG.length());
    assertThat(watcher.problems).isEmpty();
  }

  @Test
  void shortDamagedGzipIsReadUpToTheDamage() throws IOException {
    byte[] whole = gzip(LOG);
    Path log =
        Files.write(folder.resolve("postgresql.log.gz"), Arrays.copyOf(whole, whole.length - 8));

    List<Input> inputs = read(log);

    assertThat(watcher.sql()).containsExactly("SELECT 1", "SELECT 2");
    assertThat(inputs.get(0).entries()).isEqualTo(3);
    assertThat(watcher.problems)
        .containsExactly(
            Problem.damage(
                log
                    + ": gzip stream damaged at byte "
                    + (whole.length - 8)
                    + ": it ends in the middle of a member; what stands before it was read"));
  }

  @Test
  void longDamagedGzipIsReadUpToTheDamage() throws IOException {
    String line = LOG.lines().findFirst().orElseThrow() + "\n";
    byte[] whole = gzip(line.repeat(10_000));
    whole[whole.length - 1] ^= 1;
    Path log = Files.write(folder.resolve("postgresql.log.gz"), whole);

    List<Input> inputs = read(log);

    assertThat(inputs.get(0).entries()).isEqualTo(10_000);
    assertThat(watcher.sql()).hasSize(10_000);
    assertThat(watcher.problems)
        .containsExactly(
            Problem.damage(
                log
                    + ": gzip stream damaged at byte "
                    + whole.length
                    + ": its checksum does not match; what stands before it was read"));
  }

  @Test
  void gzipDamagedBeforeTheFirstLineIsAProblemOfItsOwn() throws IOException {
    byte[] whole = gzip(LOG);
    Path log = Files.write(folder.resolve("postgresql.log.gz"), Arrays.copyOf(whole, 9));

    read(log);

    assertThat(watcher.problems)
        .containsExactly(
            Problem.damage(
                log
                    + ": gzip stream damaged at byte 9: it ends in the middle of a member; what"
                    + " stands before it was read"));
  }

  @Test
  void logThatBeginsWithinAHugeStatementIsReadBehindIt() throws IOException {
    Path log = write("x".repeat(3 << 20) + "\n" + LOG);

    List<Input> inputs = read(log);

    assertThat(inputs.get(0).entries()).isEqualTo(3);
    assertThat(watcher.skips)
        .containsExactly(new Skip(SkipReason.NO_PREFIX, new Location(log.toString(), 1, 0), 0));
    assertThat(watcher.statements.get(0).location())
        .isEqualTo(new Location(log.toString(), 2, (3 << 20) + 1));
  }

  @Test
  void endlessLineIsNoLog() throws IOException {
    Path log = write("x".repeat(LogHead.MAX_BYTES + (1 << 20)) + "\n" + LOG);

    assertThat(read(log).get(0).entries()).isZero();
    assertThat(watcher.problems).hasSize(1);
  }

  @Test
  void boundBelowOneKibibyteIsRefused() {
    assertThatThrownBy(() -> LogAnalyzer.builder().maxEntryBytes(1023).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxEntryBytes is 1023; give at least 1024");
  }

  private List<Input> read(Path log) {
    return LogAnalyzer.builder().path(log).listener(watcher).build().read();
  }

  @Test
  void everyMessageIsShownWithOrWithoutAStatement() throws IOException {
    LogAnalyzer analyzer = LogAnalyzer.builder().path(write(LOG)).listener(watcher).build();
    List<String> messages =
        List.of(
            "duration: 1.000 ms  statement: SELECT 1",
            "checkpoint starting: time",
            "duration: 2.000 ms  statement: SELECT 2");

    analyzer.read();
    assertThat(watcher.messages).isEqualTo(messages);

    watcher.messages.clear();
    analyzer.analyze();
    assertThat(watcher.messages).isEqualTo(messages);

    watcher.messages.clear();
    analyzer.examine();
    assertThat(watcher.messages).isEqualTo(messages);
  }

  private Path write(String log) throws IOException {
    return Files.writeString(folder.resolve("postgresql.log"), log);
  }

  private static Input nothingOf(Path log, long bytes) {
    return new Input(
        log.toString(),
        "unknown",
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        true,
        bytes,
        0,
        0,
        Optional.empty(),
        Optional.empty());
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  /** Keeps what it is told. */
  private static final class Watcher implements LogListener {
    private final List<LoggedStatement> statements = new ArrayList<>();
    private final List<Skip> skips = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();

    @Override
    public void entry(LogEntry entry) {
      messages.add(entry.message().text());
    }

    @Override
    public void statement(LoggedStatement statement) {
      statements.add(statement);
    }

    @Override
    public void skip(Skip skip) {
      skips.add(skip);
    }

    @Override
    public void problem(Problem problem) {
      problems.add(problem);
    }

    List<String> sql() {
      return statements.stream()
          .flatMap(statement -> Optional.ofNullable(statement.sql()).stream())
          .map(Slice::text)
          .toList();
    }
  }
}
