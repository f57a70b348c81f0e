package io.github.pgslowlog.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.LineReader;
import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.json.JsonObjects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRecordFramerTest implements FrameListener {
  private static final int NO_BOUND = 1 << 20;

  private final List<RecordFrame> frames = new ArrayList<>();
  private final List<String> skips = new ArrayList<>();
  private long lostMicros;

  @Test
  void jsonlog() throws IOException {
    read(
        """
        {"timestamp":"2026-11-21 00:12:18.974 UTC","user":"app","dbname":"shop","pid":4711,"remote_host":"10.0.0.7","remote_port":51044,"session_id":"6b00e1d2.1267","line_num":3,"ps":"SELECT","session_start":"2026-11-21 00:12:18 UTC","vxid":"3/12","txid":0,"error_severity":"LOG","message":"duration: 5.000 ms  execute <unnamed>: SELECT \\"Id\\"\\n\\tFROM t\\u0001","detail":"parameters: $1 = '\\\\x00'","func_name":"exec_execute_message","file_name":"postgres.c","file_line_num":2269,"application_name":"psql","backend_type":"client backend","leader_pid":4000,"query_id":-6329481337123456789}
        """);

    assertThat(fields(0))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry(RecordField.TIME, "2026-11-21 00:12:18.974 UTC"),
                Map.entry(RecordField.USER, "app"),
                Map.entry(RecordField.DATABASE, "shop"),
                Map.entry(RecordField.PROCESS, "4711"),
                Map.entry(RecordField.REMOTE, "10.0.0.7:51044"),
                Map.entry(RecordField.SESSION, "6b00e1d2.1267"),
                Map.entry(RecordField.LINE, "3"),
                Map.entry(RecordField.COMMAND, "SELECT"),
                Map.entry(RecordField.SESSION_START, "2026-11-21 00:12:18 UTC"),
                Map.entry(RecordField.VIRTUAL_TRANSACTION, "3/12"),
                Map.entry(RecordField.TRANSACTION, "0"),
                Map.entry(RecordField.SEVERITY, "LOG"),
                Map.entry(
                    RecordField.MESSAGE,
                    "duration: 5.000 ms  execute <unnamed>: SELECT \"Id\"\n\tFROM t\u0001"),
                Map.entry(RecordField.DETAIL, "parameters: $1 = '\\x00'"),
                Map.entry(RecordField.LOCATION, "exec_execute_message, postgres.c:2269"),
                Map.entry(RecordField.APPLICATION, "psql"),
                Map.entry(RecordField.BACKEND_TYPE, "client backend"),
                Map.entry(RecordField.LEADER, "4000"),
                Map.entry(RecordField.QUERY_ID, "-6329481337123456789")));
    assertThat(skips).isEmpty();
  }

  @Test
  void jsonlogOfAnError() throws IOException {
    read(
        """
        {"timestamp":"2026-11-21 00:12:18.974 UTC","remote_host":"[local]","error_severity":"ERROR","state_code":"22012","message":"division by zero","hint":"h","internal_query":"SELECT 1/0","internal_position":8,"context":"PL/pgSQL function f() line 3","statement":"SELECT f()","cursor_position":15,"application_name":"","query_id":0}
        """);

    assertThat(fields(0))
        .containsEntry(RecordField.REMOTE, "[local]")
        .containsEntry(RecordField.SQLSTATE, "22012")
        .containsEntry(RecordField.HINT, "h")
        .containsEntry(RecordField.INTERNAL_QUERY, "SELECT 1/0")
        .containsEntry(RecordField.INTERNAL_POSITION, "8")
        .containsEntry(RecordField.CONTEXT, "PL/pgSQL function f() line 3")
        .containsEntry(RecordField.STATEMENT, "SELECT f()")
        .containsEntry(RecordField.CURSOR_POSITION, "15")
        .containsEntry(RecordField.QUERY_ID, "0")
        .doesNotContainKeys(RecordField.APPLICATION, RecordField.LOCATION, RecordField.USER);
  }

  @Test
  void bytesOfTheDatabasesEncodingGoThrough() throws IOException {
    read(
        "{\"error_severity\":\"LOG\",\"message\":\"M\u00fcller \u00ff\\u0007\"}\n"
            .getBytes(StandardCharsets.ISO_8859_1),
        NO_BOUND);

    Slice message = frames.get(0).get(RecordField.MESSAGE);
    assertThat(message)
        .isEqualTo(Slice.of("M\u00fcller \u00ff\u0007".getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void cloudNativePgBetweenOtherLoggers() throws IOException {
    read(
        """
        {"level":"info","ts":"2026-11-21T00:00:00Z","logger":"instance-manager","msg":"Starting"}
        {"lvl":"info","time":1619781249.7188137,"logger":"postgres","msg":"record","record":{"log_time":"2026-11-20 18:59:24.238 EST","user_name":"app","database_name":"shop","process_id":"4004","connection_from":"10.0.0.1:5000","session_id":"6b.f","session_line_num":"1","command_tag":"","session_start_time":"2026-11-20 18:59:24 EST","virtual_transaction_id":"","transaction_id":"0","error_severity":"LOG","sql_state_code":"00000","message":"duration: 5.000 ms  statement: SELECT 1","detail":"","location":"f, p.c:1","query":"","application_name":"psql","backend_type":"client backend","query_id":"-7"}}
        {"level":"info","logger":"pgaudit","msg":"record","record":{"error_severity":"LOG","message":"","audit":{"audit_type":"SESSION"}}}
        {"level":"info","logger":"custom","record":{"error_severity":"LOG","message":"x","audit":{}}}
        """);

    assertThat(frames).hasSize(1);
    assertThat(fields(0))
        .containsEntry(RecordField.TIME, "2026-11-20 18:59:24.238 EST")
        .containsEntry(RecordField.USER, "app")
        .containsEntry(RecordField.DATABASE, "shop")
        .containsEntry(RecordField.PROCESS, "4004")
        .containsEntry(RecordField.REMOTE, "10.0.0.1:5000")
        .containsEntry(RecordField.SQLSTATE, "00000")
        .containsEntry(RecordField.MESSAGE, "duration: 5.000 ms  statement: SELECT 1")
        .containsEntry(RecordField.LOCATION, "f, p.c:1")
        .containsEntry(RecordField.QUERY_ID, "-7")
        .doesNotContainKeys(RecordField.DETAIL, RecordField.COMMAND, RecordField.STATEMENT);
    assertThat(frames.get(0).location()).hasToString("db.json:2");
    assertThat(skips)
        .containsExactly(
            "OTHER_PROGRAM db.json:1", "OTHER_PROGRAM db.json:3", "OTHER_PROGRAM db.json:4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"event_message":"duration: 1.000 ms","timestamp":1668460054999000,"metadata":{"parsed":{"error_severity":"LOG","user_name":"app"}}}
        """,
        """
        {"timestamp":"2022-11-14T21:07:34.999Z","metadata":[{"host":"db","parsed":[{"error_severity":"LOG","user_name":"app"}]}],"event_message":"duration: 1.000 ms"}
        """,
        """
        {"event_message":"duration: 1.000 ms","timestamp":1,"metadata":{"parsed":{"timestamp":"2022-11-14 21:07:34.999 UTC","error_severity":"LOG","user_name":"app"}}}
        """,
        """
        {"jsonPayload":{"logger":"postgres","record":{"log_time":"2022-11-14 21:07:34.999 UTC","error_severity":"LOG","message":"duration: 1.000 ms","user_name":"app"}}}
        """,
        """
        {"jsonPayload":{"timestamp":"2022-11-14 21:07:34.999 UTC","error_severity":"LOG","message":"duration: 1.000 ms","user":"app"}}
        """,
        """
        {"record":{"log_time":"2022-11-14 21:07:34.999 UTC","error_severity":"LOG","message":"duration: 1.000 ms","user_name":"app"}}
        """
      })
  void recordsOfPlatforms(String log) throws IOException {
    read(log);

    assertThat(fields(0))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                RecordField.TIME, "2022-11-14 21:07:34.999 UTC",
                RecordField.USER, "app",
                RecordField.SEVERITY, "LOG",
                RecordField.MESSAGE, "duration: 1.000 ms"));
    byte[] bytes = log.strip().getBytes(StandardCharsets.UTF_8);
    assertThat(JsonRecordFramer.looksLikeRecord(bytes, 0, bytes.length)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"log\":\"LOG:  error_severity\",\"stream\":\"stderr\"}",
        "{\"logger\":\"instance-manager\",\"msg\":\"record\",\"record\":{\"a\":1}}",
        "{\"error_severity\":\"LOG\"}",
        "{\"message\":\"x\",\"severity\":\"INFO\"}",
        "text",
        ""
      })
  void otherObjectsDoNotLookLikeRecords(String object) {
    byte[] bytes = object.getBytes(StandardCharsets.UTF_8);

    assertThat(JsonRecordFramer.looksLikeRecord(bytes, 0, bytes.length)).isFalse();
  }

  @Test
  void memberInsideATextIsNoMember() throws IOException {
    read(
        """
        {"error_severity":"LOG","message":"{\\"error_severity\\":\\"PANIC\\",\\"user\\":\\"x\\"}"}
        """);

    assertThat(fields(0))
        .containsEntry(RecordField.SEVERITY, "LOG")
        .doesNotContainKey(RecordField.USER);
  }

  @Test
  void damageIsToldWithTheTimeItReports() throws IOException {
    read(
        """
        {"error_severity":"LOG","message":"duration: 7.500 ms  statement: SEL
        {"error_severity":"LOG","message":"next"}
        starting duration: 2.000 ms x
        """);

    assertThat(frames).hasSize(1);
    assertThat(skips).containsExactly("BAD_JSON db.json:1", "BAD_JSON db.json:3");
    assertThat(lostMicros).isEqualTo(9_500);
  }

  @Test
  void textOneByteAboveTheBoundIsCutAndTold() throws IOException {
    String log = "{\"error_severity\":\"LOG\",\"message\":\"123456789\",\"query_id\":12}\n";

    read(log.getBytes(StandardCharsets.UTF_8), 14);
    read(log.getBytes(StandardCharsets.UTF_8), 13);

    assertThat(fields(0)).containsEntry(RecordField.MESSAGE, "123456789");
    assertThat(fields(1))
        .containsEntry(RecordField.MESSAGE, "12345678")
        .containsEntry(RecordField.QUERY_ID, "12");
    assertThat(skips).containsExactly("OVERSIZED db.json:1");
  }

  @Test
  void headOfAnObjectThatWasCutIsUsed() throws IOException {
    String log =
        "{\"error_severity\":\"LOG\",\"message\":\"duration: 5.000 ms  statement: SELECT\"}\n";
    JsonObjects objects =
        new JsonObjects(
            new LineReader(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), 60),
            "db.json",
            60,
            false,
            this);

    new JsonRecordFramer(objects, "db.json", 60, this).read();

    assertThat(fields(0)).containsEntry(RecordField.MESSAGE, "duration: 5.000 ms  state");
    assertThat(skips).containsExactly("OVERSIZED db.json:1");
  }

  @Test
  void onlyObjectsThatStartBeforeTheEndAreRead() throws IOException {
    String object = "{\"error_severity\":\"LOG\",\"message\":\"x\"}\n";
    byte[] log = object.repeat(3).getBytes(StandardCharsets.UTF_8);
    LineReader lines = new LineReader(new ByteArrayInputStream(log), NO_BOUND);

    new JsonRecordFramer(lines, "db.json", NO_BOUND, this).read(2L * object.length());

    assertThat(frames).hasSize(2);
  }

  @Override
  public void frame(Frame frame) {
    frames.add((RecordFrame) frame);
  }

  @Override
  public void skip(Skip skip) {
    skips.add(skip.reason() + " " + skip.location());
    lostMicros += skip.lostMicros();
  }

  private void read(String log) throws IOException {
    read(log.getBytes(StandardCharsets.UTF_8), NO_BOUND);
  }

  private void read(byte[] log, int maxEntryBytes) throws IOException {
    LineReader lines = new LineReader(new ByteArrayInputStream(log), NO_BOUND);
    JsonObjects objects = new JsonObjects(lines, "db.json", NO_BOUND, true, this);
    new JsonRecordFramer(objects, "db.json", maxEntryBytes, this).read();
  }

  private Map<RecordField, String> fields(int index) {
    Map<RecordField, String> fields = new TreeMap<>();
    frames.get(index).fields().forEach((field, value) -> fields.put(field, value.text()));
    return fields;
  }
}
