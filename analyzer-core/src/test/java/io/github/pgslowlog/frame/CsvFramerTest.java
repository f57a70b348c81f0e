package io.github.pgslowlog.frame;

import static io.github.pgslowlog.frame.CsvRecord.log;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.LineReader;
import io.github.pgslowlog.diagnostics.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFramerTest {
  private static final String HEAD =
      "2026-11-20 09:00:03.941 UTC,\"app\",\"shop\",41,\"10.0.0.7:5000\",6b00e090.29,2,\"SELECT\","
          + "2026-11-20 09:00:00 UTC,3/7,0,LOG,00000,";

  @Test
  void recordOf96Has23Columns() {
    CsvRecorder log =
        CsvRecorder.read(
            HEAD + "\"duration: 1.000 ms\",\"d\",\"h\",\"q\",1,\"c\",\"s\",2,\"l\",\"a\"\n");

    assertThat(log.columns(0))
        .containsExactly(
            "2026-11-20 09:00:03.941 UTC",
            "app",
            "shop",
            "41",
            "10.0.0.7:5000",
            "6b00e090.29",
            "2",
            "SELECT",
            "2026-11-20 09:00:00 UTC",
            "3/7",
            "0",
            "LOG",
            "00000",
            "duration: 1.000 ms",
            "d",
            "h",
            "q",
            "1",
            "c",
            "s",
            "2",
            "l",
            "a");
    assertThat(log.skips()).isEmpty();
  }

  @Test
  void laterVersionsAddColumns() {
    CsvRecorder log =
        CsvRecorder.read(
            log(
                HEAD + "\"m13\",,,,,,,,,\"a\",\"client backend\"",
                HEAD + "\"m18\",,,,,,,,,\"a\",\"parallel worker\",17,-77",
                HEAD + "\"m30\",,,,,,,,,\"a\",\"client backend\",,5,\"new\",\"newer\"",
                HEAD + "\"m96\",,,,,,,,,\"a\""));

    assertThat(log.messages()).containsExactly("m13", "m18", "m30", "m96");
    assertThat(log.all(RecordField.BACKEND_TYPE))
        .containsExactly("client backend", "parallel worker", "client backend", "NULL");
    assertThat(log.all(RecordField.LEADER)).containsExactly("NULL", "17", "NULL", "NULL");
    assertThat(log.all(RecordField.QUERY_ID)).containsExactly("NULL", "-77", "5", "NULL");
    assertThat(log.skips()).isEmpty();
  }

  @Test
  void emptyIsNotNull() {
    RecordFrame frame = CsvRecorder.read(HEAD + "\"m\",,,,,,,,,\"\"\n").frames().get(0);

    assertThat(frame.get(RecordField.APPLICATION)).hasToString("");
    assertThat(frame.get(RecordField.DETAIL)).isNull();
  }

  @Test
  void linesAndQuotesInAColumnAreItsText() {
    CsvRecorder log =
        CsvRecorder.read(
            HEAD
                + """
                "duration: 1.000 ms  statement: SELECT "\"Größe"",

                \t'""' AS ""x,""
                ",,,,,,,,,"psql"
                """);

    assertThat(log.messages())
        .containsExactly("duration: 1.000 ms  statement: SELECT \"Größe\",\n\n\t'\"' AS \"x,\"\n");
    assertThat(log.skips()).isEmpty();
  }

  @Test
  void placeOfARecordIsThatOfItsFirstLine() {
    String first = CsvRecord.of("one\ntwo");

    CsvRecorder log = CsvRecorder.read(log(first, CsvRecord.of("three")));

    assertThat(log.frames().get(1).location())
        .isEqualTo(new Location("postgresql.csv", 3, first.length() + 1));
  }

  @Test
  void exportsMayQuoteEverythingOrNothing() {
    CsvRecorder log =
        CsvRecorder.read(
            """
            "2026-05-16 05:11:50.269 UTC","app","","41","","6a.29","1","","","","0","LOG","00000","q","","","","","","","","","psql"
            2026-05-16 05:11:50.270,app,shop,41,[local],6a.29,1,SELECT,,,0,LOG,00000,duration: 1.000 ms  statement: SELECT 1,,,,,,,,,psql
            """);

    assertThat(log.messages()).containsExactly("q", "duration: 1.000 ms  statement: SELECT 1");
    assertThat(log.all(RecordField.TIME))
        .containsExactly("2026-05-16 05:11:50.269 UTC", "2026-05-16 05:11:50.270");
    assertThat(log.skips()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"log_time,user_name,database_name", "\"log_time\",\"user_name\""})
  void headerBlankLinesAndByteOrderMarkAreNoDamage(String header) {
    CsvRecorder log = CsvRecorder.read("\uFEFF" + header + "\n\n\r\n" + log(CsvRecord.of("m")));

    assertThat(log.messages()).containsExactly("m");
    assertThat(log.skips()).isEmpty();
  }

  @Test
  void carriageReturnsOfWindowsAreTakenOff() {
    String records = log(CsvRecord.of("one\ntwo\r\nthree", "d\n", null), CsvRecord.of("four"));

    CsvRecorder log = CsvRecorder.read(records.replace("\n", "\r\n"));

    assertThat(log.messages()).containsExactly("one\ntwo\r\nthree", "four");
    assertThat(log.all(RecordField.DETAIL)).containsExactly("d\n", "NULL");
    assertThat(log.all(RecordField.QUERY_ID)).containsExactly("0", "0");
    assertThat(log.skips()).isEmpty();
  }

  @Test
  void carriageReturnOfQuotedAndOfEmptyLastColumnIsTakenOff() {
    CsvRecorder log =
        CsvRecorder.read(HEAD + "\"a\",,,,,,,,,\"psql\"\r\n" + HEAD + "\"b\",,,,,,,,,\r\n");

    assertThat(log.all(RecordField.APPLICATION)).containsExactly("psql", "NULL");
  }

  @Test
  void carriageReturnsOfTheClientStay() {
    CsvRecorder log =
        CsvRecorder.read(log(CsvRecord.of("SELECT 1\r\nFROM x\r"), CsvRecord.of("y")));

    assertThat(log.messages()).containsExactly("SELECT 1\r\nFROM x\r", "y");
  }

  @Test
  void carriageReturnsOfTheClientStayIfOnlyTheRecordsEndInThem() {
    CsvRecorder log = CsvRecorder.read(CsvRecord.of("SELECT 1\r\nFROM x\nWHERE y") + "\r\n");

    assertThat(log.messages()).containsExactly("SELECT 1\r\nFROM x\nWHERE y");
  }

  @Test
  void lineThatIsNoRecordIsSkippedWithThoseThatGoOnWithIt() {
    String record = CsvRecord.of("m");

    String text =
        """
            2026-11-20 09:00:03 UTC [1] LOG:  redirecting log output to logging collector process
            2026-11-20 09:00:03 UTC [1] HINT:  Future log output will appear in directory "log".
            \tmore
            """
            + log(record)
            + "sh: duration: 7.000 ms\n\tmore\n"
            + log(record);

    CsvRecorder log = CsvRecorder.read(text);

    assertThat(log.messages()).containsExactly("m", "m");
    assertThat(log.skips())
        .containsExactly(
            "NO_PREFIX 1:0 0", "NO_PREFIX 2:86 0", "NO_PREFIX 5:" + text.indexOf("sh:") + " 7000");
  }

  @Test
  void linesThatAreNoRecordsCanBeReadByAnother() throws IOException {
    String text = "LOG:  a\n\tb\n" + log(CsvRecord.of("m")) + "LOG:  c\n";
    List<String> foreign = new ArrayList<>();
    CsvRecorder recorder = new CsvRecorder();

    new CsvFramer(
            new LineReader(new ByteArrayInputStream(text.getBytes(UTF_8)), 1 << 20),
            "postgresql.csv",
            1 << 20,
            recorder,
            (b, from, to, offset, line) ->
                foreign.add(line + ":" + offset + " " + new String(b, from, to - from, UTF_8)))
        .read();

    assertThat(foreign)
        .containsExactly("1:0 LOG:  a", "2:8 \tb", "4:" + text.indexOf("LOG:  c") + " LOG:  c");
    assertThat(recorder.messages()).containsExactly("m");
    assertThat(recorder.skips()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-20 09:00:03.941 UTC,,,41,,6b00e090.29,1,,",
        "2026-11-20 09:00:03.941 -03,\"a,\"\"b\",\"d\",41,\"::1:5000\",6b00e090.29,1,\"SELECT\",",
        "\"2026-11-20 09:00:03.941 UTC\",\"a\",\"d\",\"41\",\"h:1\",\"6b00e090.29\",\"1\",\"\"",
        "2026-11-20 09:00:03,a,d,41,[local],6b.29,1,SELECT",
        "2026-11-20 09:00:03 UTC,\"a\",\"d\",41,\"h:1\",6b.29,1,\"SELECT\",2026-11-20 09:00:01 UTC,3/0,0,"
            + "LOG,00000,\"duration: 1.000 ms  statement: SELECT 1\"",
      })
  void firstLineOfARecordIsEnoughToKnowTheFormat(String line) {
    assertThat(CsvFramer.looksLikeRecord(line.getBytes(UTF_8), 0, line.length())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-20 09:00:03.941 UTC",
        "2026-11-20 09:00:03.941 UTC [41] LOG:  duration: 1.000 ms",
        "2026-11-20 09:00:03.941 UTC,app LOG:  duration: 1.000 ms",
        "2026-11-20 09:00:03.941 UTC,,,,,,,,",
        "2026-11-20 09:00:03.941 UTC,,,41,,6b00e090,1,,",
        "2026-11-20 09:00:03.941 UTC,,,41,,6b00e090.29,1",
        "2026-11-20 09:00:03.941 UTC,\"a\"\"\",\"d",
        "2026-11-20 09:00:03.1234567 UTC,,,41,,6b.29,1,,",
        "2026-11-20 09:00:03.941 UTCUTCUTCU,,,41,,6b.29,1,,",
        "2026-11-20 09:00:03. UTC,,,41,,6b.29,1,,",
        "2026-11-20 09:00:03.941 UTC,app,shop,41,[local],6b00e090.29,1,LOG:  duration: 1.000 ms",
        "{\"timestamp\":\"2026-11-20 09:00:03.941 UTC\",\"user\":\"a\"}"
      })
  void otherLinesAreNoRecords(String line) {
    assertThat(CsvFramer.looksLikeRecord(line.getBytes(UTF_8), 0, line.length())).isFalse();
  }
}
