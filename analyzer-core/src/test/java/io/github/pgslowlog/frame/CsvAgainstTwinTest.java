package io.github.pgslowlog.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random records are read as the slow twin reads them. */
class CsvAgainstTwinTest {
  private static final int[] COLUMN_COUNTS = {23, 24, 25, 26};
  private static final List<String> PIECES =
      List.of(
          "\"",
          "\"\"",
          ",",
          "\",\"",
          "\n",
          "\n\n",
          "\r",
          "\t",
          "a",
          "Größe",
          "'",
          "SELECT ",
          " ",
          "\n2026-11-20 09:00:03.941 UTC,,,41,,6b00e090.29,1,\"x\"",
          "\n2026-11-20 09:00:03.941 UTC,\"a\",\"b\",41,\"[local]\",6b00e090.29,1,\"SELECT\",");

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void recordsAreReadAsTheTwinReadsThem(int seed) {
    Random random = new Random(seed);
    StringBuilder log = new StringBuilder(record(random));
    for (int i = random.nextInt(20); i > 0; i--) {
      log.append(record(random));
    }

    CsvRecorder read = CsvRecorder.read(log.toString());

    assertThat(read.frames().stream().map(CsvAgainstTwinTest::columns).toList())
        .isEqualTo(CsvTwin.read(log.toString()).stream().map(CsvAgainstTwinTest::padded).toList());
    assertThat(read.skips()).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void damageNeitherFailsNorInventsRecords(int seed) {
    Random random = new Random(seed);
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      log.append(record(random));
    }
    byte[] bytes = log.toString().getBytes(UTF_8);
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) "\0\"\n,x\r\t7".charAt(random.nextInt(8));
    }

    CsvRecorder read = CsvRecorder.read(bytes, 200 + random.nextInt(2000), 1 << 20);

    assertThat(read.frames()).hasSizeLessThanOrEqualTo(8);
    assertThat(read.frames().size() + read.skips().size()).isPositive();
  }

  private static List<@Nullable String> columns(RecordFrame frame) {
    List<@Nullable String> columns = new ArrayList<>();
    for (RecordField field : RecordField.values()) {
      String text = CsvRecorder.text(frame, field);
      columns.add(text.equals("NULL") ? null : text);
    }
    return columns;
  }

  private static List<@Nullable String> padded(List<@Nullable String> columns) {
    List<@Nullable String> padded = new ArrayList<>(columns);
    while (padded.size() < RecordField.values().length) {
      padded.add(null);
    }
    return padded;
  }

  private static String record(Random random) {
    int count = COLUMN_COUNTS[random.nextInt(COLUMN_COUNTS.length)];
    StringBuilder record = new StringBuilder();
    for (int i = 0; i < count; i++) {
      record.append(i == 0 ? "" : ",").append(column(RecordField.values()[i], random));
    }
    return record.append('\n').toString();
  }

  private static String column(RecordField field, Random random) {
    return switch (field) {
      case TIME, SESSION_START -> "2026-11-20 09:00:03.941 UTC";
      case PROCESS, LINE, TRANSACTION -> "" + random.nextInt(100_000);
      case SESSION -> "6b00e090." + Integer.toHexString(random.nextInt(100_000));
      case SEVERITY -> "LOG";
      case SQLSTATE -> "00000";
      case QUERY_ID -> "" + random.nextLong();
      case INTERNAL_POSITION, CURSOR_POSITION, LEADER -> random.nextBoolean() ? "" : "17";
      default -> random.nextInt(3) == 0 ? "" : CsvRecord.quoted(text(random));
    };
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
