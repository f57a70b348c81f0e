package io.github.pgslowlog.frame;

import static io.github.pgslowlog.frame.CsvRecord.log;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Records over the bound: their head counts, the rest is read over. */
class CsvBoundTest {
  private static final String NEXT = CsvRecord.of("next");

  /** Bytes of the columns before the message of {@link CsvRecord#of}, unescaped. */
  private static final int HEAD = 96;

  @Test
  void recordOfJustTheBoundIsWhole() {
    CsvRecorder log =
        CsvRecorder.read(log(CsvRecord.of("x".repeat(200))).getBytes(UTF_8), HEAD + 200, 1000);

    assertThat(log.messages()).containsExactly("x".repeat(200));
    assertThat(log.all(RecordField.APPLICATION)).containsExactly("psql");
    assertThat(log.skips()).isEmpty();
  }

  @Test
  void messageOneByteOverTheBoundIsCutAndTheColumnsBehindItStay() {
    CsvRecorder log =
        CsvRecorder.read(
            log(CsvRecord.of("x".repeat(201)), NEXT).getBytes(UTF_8), HEAD + 200, 1000);

    assertThat(log.messages()).containsExactly("x".repeat(200), "next");
    assertThat(log.all(RecordField.APPLICATION)).containsExactly("psql", "psql");
    assertThat(log.all(RecordField.QUERY_ID)).containsExactly("0", "0");
    assertThat(log.skips()).containsExactly("OVERSIZED 1:0 0");
  }

  @Test
  void messageOfManyLinesIsReadOver() {
    String sql = "SELECT 1\n".repeat(100_000);

    CsvRecorder log = CsvRecorder.read(log(CsvRecord.of(sql), NEXT), 1000);

    assertThat(log.messages()).containsExactly(sql.substring(0, 1000 - HEAD), "next");
    assertThat(log.all(RecordField.APPLICATION)).containsExactly("psql", "psql");
    assertThat(log.skips()).containsExactly("OVERSIZED 1:0 0");
  }

  @Test
  void detailOverTheBoundKeepsTheMessage() {
    CsvRecorder log = CsvRecorder.read(log(CsvRecord.of("m", "d\n".repeat(5000), "s"), NEXT), 1000);

    assertThat(log.messages()).containsExactly("m", "next");
    assertThat(log.all(RecordField.DETAIL).get(0)).hasSize(1000 - HEAD - 1).startsWith("d\nd");
    assertThat(log.all(RecordField.STATEMENT)).containsExactly("s", "NULL");
    assertThat(log.skips()).containsExactly("OVERSIZED 1:0 0");
  }

  @Test
  void lineOverTheBoundEndsTheRecord() {
    String sql = "x".repeat(5000) + "\nmore\n\"\"\n";

    CsvRecorder log = CsvRecorder.read(log(CsvRecord.of(sql), NEXT), 1000);

    assertThat(log.messages()).hasSize(2).last().isEqualTo("next");
    assertThat(log.messages().get(0)).matches("x{800,1000}");
    assertThat(log.all(RecordField.APPLICATION)).containsExactly("NULL", "psql");
    assertThat(log.skips()).containsExactly("OVERSIZED 1:0 0");
  }

  @Test
  void lineCutBeforeItsMessageIsTorn() {
    String line = CsvRecord.of("m").replace("\"shop\"", "\"" + "d".repeat(2000) + "\"");

    CsvRecorder log = CsvRecorder.read(log(line, NEXT), 1000);

    assertThat(log.messages()).containsExactly("next");
    assertThat(log.skips()).containsExactly("TORN_RECORD 1:0 0");
  }

  @Test
  void tornTimesWithoutEndAreReadInNoTime() {
    String torn = "2026-11-20 09:00:03.941 UTC,,,41,,6b00e090.29,1,";

    CsvRecorder log =
        CsvRecorder.read(log(torn.repeat(100_000) + "\"x", NEXT).getBytes(UTF_8), 1 << 24, 1 << 24);

    assertThat(log.messages()).containsExactly("next");
    assertThat(log.skips()).isNotEmpty();
  }
}
