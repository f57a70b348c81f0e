package io.github.pgslowlog.block;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.LineReader;
import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.decode.RecordDecoder;
import io.github.pgslowlog.decode.StderrDecoder;
import io.github.pgslowlog.decode.TimeDecoder;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.frame.Frame;
import io.github.pgslowlog.frame.FrameListener;
import io.github.pgslowlog.frame.RecordField;
import io.github.pgslowlog.frame.RecordFrame;
import io.github.pgslowlog.frame.StderrFrame;
import io.github.pgslowlog.frame.StderrFramer;
import io.github.pgslowlog.frame.StderrStyle;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.LogLinePrefix;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTableTest {
  private static final RecordField[] FIELDS = {
    RecordField.SESSION,
    RecordField.PROCESS,
    RecordField.USER,
    RecordField.DATABASE,
    RecordField.APPLICATION,
    RecordField.REMOTE,
    RecordField.QUERY_ID
  };

  private final TimeDecoder times = new TimeDecoder(Optional.empty());

  /** Puts the values behind each other into bytes, so that the last ends where the array ends. */
  private static Origin get(OriginTable table, byte[]... values) {
    StringBuilder all = new StringBuilder("x");
    for (int i = 0; i < values.length; i++) {
      table.spans[2 * i] = all.length();
      all.append(new String(values[i], ISO_8859_1));
      table.spans[2 * i + 1] = all.length();
    }
    return table.get(all.toString().getBytes(ISO_8859_1));
  }

  private static Origin get(OriginTable table, String... values) {
    byte[][] bytes = new byte[values.length][];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = values[i].getBytes(UTF_8);
    }
    return get(table, bytes);
  }

  @Test
  void sameFieldsAreTheSameObject() {
    OriginTable table = OriginTable.ofStderr();
    Origin first = get(table, "6b00e090.43ff", "17407", "app", "shop", "psql", "[local]", "7");
    get(table, "6b00e090.43ff", "17408", "app", "shop", "psql", "[local]", "7");

    assertThat(get(table, "6b00e090.43ff", "17407", "app", "shop", "psql", "[local]", "7"))
        .isSameAs(first)
        .isEqualTo(new Origin("6b00e090.43ff", "17407", "app", "shop", "psql", "[local]", "7"));
  }

  @Test
  void bytesThatMoveToTheNextFieldAreAnotherOrigin() {
    OriginTable table = OriginTable.ofRecords();

    assertThat(get(table, "", "1", "ab", "c", "", "", ""))
        .isEqualTo(new Origin(null, "1", "ab", "c", null, null, null));
    assertThat(get(table, "", "1", "a", "bc", "", "", ""))
        .isEqualTo(new Origin(null, "1", "a", "bc", null, null, null));
    assertThat(get(table, "", "1", "abc", "", "", "", ""))
        .isEqualTo(new Origin(null, "1", "abc", null, null, null, null));
    assertThat(get(table, "", "1", "abc\0", "", "", "", ""))
        .isEqualTo(new Origin(null, "1", "abc\0", null, null, null, null));
  }

  @Test
  void nothingIsAnOriginOfNobody() {
    assertThat(get(OriginTable.ofStderr(), "", "", "", "", "", "", ""))
        .isEqualTo(RawMessage.NOBODY);
  }

  @Test
  void queryIdZeroIsNone() {
    assertThat(get(OriginTable.ofRecords(), "", "", "", "", "", "", "0").queryId()).isNull();
    assertThat(get(OriginTable.ofStderr(), "", "", "", "", "", "", "-7").queryId()).isEqualTo("-7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[unknown]", "[unbekannt]", "[inconnu]"})
  void unknownApplicationIsNoneInStderr(String name) {
    assertThat(get(OriginTable.ofStderr(), "", "", "", "", name, "", "").application()).isNull();
    assertThat(get(OriginTable.ofRecords(), "", "", "", "", name, "", "").application())
        .isEqualTo(name);
  }

  @Test
  void processIsInTheSessionId() {
    assertThat(get(OriginTable.ofStderr(), "6b00e090.43ff", "", "", "", "", "", "").pid())
        .isEqualTo("17407");
    assertThat(get(OriginTable.ofRecords(), "6b00e090.43ff", "", "", "", "", "", "").pid())
        .isNull();
  }

  @Test
  void longNamesAreCutAsTheDecoderCutsThem() {
    String name = "n".repeat(1200);

    Origin origin = get(OriginTable.ofRecords(), "", "", name, "d".repeat(255), "", "", "");

    assertThat(origin.user()).isEqualTo(name.substring(0, 1100));
    assertThat(origin.database()).hasSize(255);
  }

  @Test
  void recordsHaveTheOriginsOfTheRecordDecoder() {
    Random random = new Random(3);
    OriginTable table = OriginTable.ofRecords();
    RecordDecoder slow = new RecordDecoder(times);
    for (int i = 0; i < 30_000; i++) {
      byte[][] values = new byte[FIELDS.length][];
      Map<RecordField, Slice> fields = new EnumMap<>(RecordField.class);
      for (int field = 0; field < FIELDS.length; field++) {
        values[field] = randomName(random);
        fields.put(FIELDS[field], Slice.of(values[field]));
      }
      Origin expected = slow.decode(new RecordFrame(new Location("x", 1, 0), fields)).origin();

      assertThat(get(table, values)).isEqualTo(expected);
    }
  }

  private static byte[] randomName(Random random) {
    byte[] name = new byte[random.nextInt(8) == 0 ? random.nextInt(300) : random.nextInt(3)];
    for (int i = 0; i < name.length; i++) {
      name[i] = (byte) (random.nextInt(20) == 0 ? random.nextInt(256) : '0' + random.nextInt(2));
    }
    return name;
  }

  @Test
  void linesHaveTheOriginsOfTheStderrDecoder() throws IOException {
    Random random = new Random(4);
    OriginTable table = OriginTable.ofStderr();
    StderrDecoder slow = new StderrDecoder(times);
    String[] names = {"", "a", "[unknown]", "[inconnu]", "shop_app", "0123456789abcdef", "0"};
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      log.append(String.format("%x.%x|", random.nextInt(9), random.nextInt()));
      for (int field = 0; field < 4; field++) {
        log.append(names[random.nextInt(names.length)]).append('|');
      }
      log.append(random.nextInt(3) - 1).append("|LOG:  x\n");
    }
    int[] lines = {0};
    for (StderrFrame frame : frames(log.toString(), "%c|%u|%d|%a|%h|%Q|")) {
      String head = frame.head().text();
      String[] values = head.split("\\|", -1);

      Origin fast =
          get(table, values[0], "", values[1], values[2], values[3], values[4], values[5]);

      assertThat(fast).as(head).isEqualTo(slow.decode(frame).origin());
      lines[0]++;
    }
    assertThat(lines[0]).isEqualTo(3000);
  }

  private static List<StderrFrame> frames(String log, String prefix) throws IOException {
    List<StderrFrame> frames = new ArrayList<>();
    FrameListener listener =
        new FrameListener() {
          @Override
          public void frame(Frame frame) {
            if (frame instanceof StderrFrame lines) {
              frames.add(lines);
            }
          }

          @Override
          public void skip(Skip skip) {
            throw new AssertionError(skip);
          }
        };
    LineReader lines = new LineReader(new ByteArrayInputStream(log.getBytes(UTF_8)), 1 << 20);
    StderrStyle style = StderrStyle.of(LogLinePrefix.parse(prefix));
    new StderrFramer(lines, 0, style, Languages.english(), "x", 1 << 20, listener)
        .read(false, Long.MAX_VALUE);
    return frames;
  }
}
