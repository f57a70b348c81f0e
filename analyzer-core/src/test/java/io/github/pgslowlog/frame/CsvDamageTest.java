package io.github.pgslowlog.frame;

import static io.github.pgslowlog.frame.CsvRecord.duration;
import static io.github.pgslowlog.frame.CsvRecord.log;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is torn is told, once; what is whole is found, once. */
class CsvDamageTest {
  private static final String ONE =
      "duration: 1.000 ms  statement: SELECT \"a\",\n  2,\n3 AS \"b\"";
  private static final String TWO = "duration: 20.000 ms  statement: SELECT '\n'";
  private static final String THREE = "duration: 300.000 ms";

  /** Statements that hold lines of a csvlog. */
  static List<String> hostileStatements() {
    String record = duration(88888, "SELECT \"x\"");
    String bare = record.replace("\"", "");
    return List.of(
        "SELECT 1",
        "SELECT '\n" + record + "\n'",
        "SELECT '\n" + CsvRecord.ofServer("duration: 88888.000 ms") + "\n'",
        "SELECT '\"\n" + record + "\n\"'",
        "SELECT '\",\n\"" + record.replace(" UTC,", " UTC\",") + "\n'",
        "SELECT '\n" + record.replace("\"", "\"\"") + "\n'",
        "SELECT '\n" + bare + "\n" + bare + "\n'",
        "\n\n2026-11-20 09:00:03.941 UTC,",
        "SELECT \"\n2026-11-20 09:00:03.941 UTC,,,41,,6b00e090.29,1,\"");
  }

  @ParameterizedTest
  @MethodSource("hostileStatements")
  void linesOfALogInAStatementAreText(String sql) {
    CsvRecorder log =
        CsvRecorder.read(log(CsvRecord.ofServer("start"), duration(5, sql), duration(6, "x")));

    assertThat(log.messages())
        .containsExactly(
            "start", "duration: 5.000 ms  statement: " + sql, "duration: 6.000 ms  statement: x");
    assertThat(log.skips()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("hostileStatements")
  void tornRecordDoesNotSwallowTheNext(String sql) {
    String torn = before(CsvRecord.of("duration: 5.000 ms  statement: SELECT 'no end"), "end");

    CsvRecorder log = CsvRecorder.read(log(torn, duration(6, sql), duration(7, "x")));

    assertThat(log.messages())
        .containsExactly(
            "duration: 6.000 ms  statement: " + sql, "duration: 7.000 ms  statement: x");
    assertThat(log.skips()).containsExactly("TORN_RECORD 1:0 5000");
  }

  @ParameterizedTest
  @MethodSource("hostileStatements")
  void fileCutAtTheStartHoldsEveryWholeRecord(String sql) {
    if (sql.contains(",app,")) {
      return; // a statement of unquoted columns, cut at just that line, is a record of an export
    }
    String first = duration(5, sql);
    byte[] bytes = log(first, CsvRecord.of(TWO), CsvRecord.ofServer(THREE)).getBytes(UTF_8);

    for (int cut = 1; cut < first.length(); cut++) {
      byte[] rest = Arrays.copyOfRange(bytes, cut, bytes.length);
      CsvRecorder log = CsvRecorder.read(rest, 1 << 20, 1 << 20);

      assertThat(log.messages()).as("cut at %d", cut).containsExactly(TWO, THREE);
      assertThat(log.skips()).as("cut at %d", cut).hasSizeBetween(1, 3);
      assertThat(log.lostMicros()).as("cut at %d", cut).isIn(0L, 5000L);
    }
  }

  @Test
  void fileCutAtTheEndHoldsEveryWholeRecord() {
    String first = CsvRecord.of(ONE);
    String second = CsvRecord.of(TWO);
    String text = log(first, second);
    int complete = text.lastIndexOf("\"psql\"");

    for (int cut = first.length() + 2; cut < complete; cut++) {
      CsvRecorder log = CsvRecorder.read(text.substring(0, cut));

      assertThat(log.messages()).as("cut at %d", cut).containsExactly(ONE);
      assertThat(log.skips()).as("cut at %d", cut).hasSize(1).allMatch(s -> s.startsWith("TORN"));
      boolean told = cut > text.indexOf(" ms  ", first.length());
      assertThat(log.lostMicros()).as("cut at %d", cut).isEqualTo(told ? 20_000 : 0);
    }
    assertThat(CsvRecorder.read(text.substring(0, complete)).messages()).containsExactly(ONE, TWO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\0\0\0", "\n\0\0\0", "\0\0\0\n"})
  void recordTornAnywhereCostsNoOther(String tear) {
    String first = CsvRecord.of(ONE);
    String rest = log(CsvRecord.of(TWO), CsvRecord.ofServer(THREE));
    int complete = first.lastIndexOf("\"psql\"");

    for (int cut = 1; cut < complete; cut++) {
      String text = first.substring(0, cut) + tear + rest;
      CsvRecorder log = CsvRecorder.read(text);

      assertThat(log.messages()).as("torn at %d", cut).containsExactly(TWO, THREE);
      assertThat(log.skips()).as("torn at %d", cut).isNotEmpty();
      assertThat(log.skips().get(0))
          .as("torn at %d", cut)
          .startsWith(cut > 27 ? "TORN_RECORD 1:0" : "NO_START 1:0");
      boolean told = cut > first.indexOf(" ms  ");
      assertThat(log.lostMicros()).as("torn at %d", cut).isEqualTo(told ? 1000 : 0);
    }
  }

  @Test
  void middleRecordTornAnywhereCostsNoOther() {
    String before = log(CsvRecord.ofServer(THREE));
    String torn = CsvRecord.of(ONE);
    String rest = log(CsvRecord.ofServer("a\nb"), CsvRecord.of(TWO));
    int complete = torn.lastIndexOf("\"psql\"");

    for (int cut = 1; cut < complete; cut++) {
      CsvRecorder log = CsvRecorder.read(before + torn.substring(0, cut) + rest);

      assertThat(log.messages()).as("torn at %d", cut).containsExactly(THREE, "a\nb", TWO);
      assertThat(log.skips()).as("torn at %d", cut).hasSize(1);
    }
  }

  @Test
  void nulBytesBeforeARecordAreSkipped() {
    CsvRecorder log =
        CsvRecorder.read("\0\0\0" + log(CsvRecord.of(ONE)) + "\0\0\n" + log(CsvRecord.of(TWO)));

    assertThat(log.messages()).containsExactly(ONE, TWO);
    assertThat(log.skips())
        .containsExactly(
            "NUL_BYTES 1:0 0", "NUL_BYTES 4:" + (4 + CsvRecord.of(ONE).length()) + " 0");
  }

  @Test
  void restOfARecordBehindNulBytesIsPassedOver() {
    String rest = "0.0 ms  statement: SELECT\n'',\"\"x\"\"\",,,,,,,,,\"psql\"\n";

    CsvRecorder log = CsvRecorder.read("\0\0" + rest + log(CsvRecord.of(TWO)));

    assertThat(log.messages()).containsExactly(TWO);
    assertThat(log.skips()).containsExactly("NUL_BYTES 1:0 0");
  }

  @Test
  void restOfARecordAtTheStartIsOneSkip() {
    String rest = "SELECT\n  2026-11-20 LOG:  x,\n''\",,,,,,,,,\"psql\",\"client backend\",,0\n";

    CsvRecorder log = CsvRecorder.read(rest + log(CsvRecord.of(TWO)));

    assertThat(log.messages()).containsExactly(TWO);
    assertThat(log.skips()).containsExactly("NO_START 1:0 0");
  }

  @Test
  void timeOfARecordCutInItsHeadIsTold() {
    String rest = CsvRecord.of(ONE).substring(30);

    CsvRecorder log = CsvRecorder.read(rest + "\n" + log(CsvRecord.of(TWO)));

    assertThat(log.skips()).containsExactly("NO_START 1:0 1000");
  }

  @Test
  void longStatementCutAtTheStartIsPassedOverInFlatMemory() {
    String rest = ("  line of a statement, " + "x".repeat(100) + "\n").repeat(2000) + "\",,,\n";

    CsvRecorder log = CsvRecorder.read(rest + log(CsvRecord.of(TWO)));

    assertThat(log.messages()).containsExactly(TWO);
    assertThat(log.skips().get(0)).startsWith("NO_START 1:0");
  }

  @Test
  void recordWithTooFewColumnsIsTorn() {
    CsvRecorder log = CsvRecorder.read(log(before(CsvRecord.of(ONE), ",,,,,"), CsvRecord.of(TWO)));

    assertThat(log.messages()).containsExactly(TWO);
    assertThat(log.skips()).containsExactly("TORN_RECORD 1:0 1000");
  }

  @Test
  void exportWithoutQuotesGoesOnBehindATornRecord() {
    String bare =
        "2026-05-16 05:11:50.270,app,shop,41,[local],6a.29,1,SELECT,,,0,LOG,00000,"
            + "duration: 1.000 ms  statement: SELECT 1,,,,,,,,,psql\n";

    CsvRecorder log = CsvRecorder.read(bare + "2026-05-16 05:11:50.270,a,b,41,x\"y,\n" + bare);

    assertThat(log.messages()).hasSize(2);
    assertThat(log.skips()).containsExactly("TORN_RECORD 2:" + bare.length() + " 0");
  }

  private static String before(String text, String word) {
    return text.substring(0, text.indexOf(word));
  }
}
