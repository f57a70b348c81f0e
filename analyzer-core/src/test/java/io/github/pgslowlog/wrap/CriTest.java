package io.github.pgslowlog.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CriTest {
  private static final Wrapper CRI = new Cri(Peeled.OPTIONS);
  private static final String TIME = "2026-11-21T00:11:00.000700123Z ";

  @Test
  void linesAreShownWithoutHeader() {
    Peeled peeled =
        Peeled.of(
            CRI,
            """
            2026-11-21T00:11:00.000700123Z stderr F 2026-11-21 00:11:02.974 UTC [1] LOG:  SELECT
            2026-11-21T01:11:01.5+01:00 stderr F \t1
            2026-11-21T00:11:02Z stderr F\s
            2026-11-21T00:11:02Z stderr F
            """);

    assertThat(peeled.texts())
        .containsExactly(
            "LINE 2026-11-21 00:11:02.974 UTC [1] LOG:  SELECT", "LINE \t1", "LINE ", "LINE ");
    assertThat(peeled.lines().get(0).micros())
        .isEqualTo(Instant.parse("2026-11-21T00:11:00Z").getEpochSecond() * 1_000_000 + 700);
    assertThat(peeled.lines().get(1).micros())
        .isEqualTo(Instant.parse("2026-11-21T00:11:01Z").getEpochSecond() * 1_000_000 + 500_000);
  }

  @Test
  void partsAreJoinedForEachStreamApart() {
    String log =
        TIME
            + "stderr P LOG:  SELECT 'a\n"
            + TIME
            + "stdout P out\n"
            + TIME
            + "stderr P:x b\n"
            + TIME
            + "stdout F put\n"
            + TIME
            + "stderr F c'\n"
            + TIME
            + "stderr F \t1\n";

    Peeled peeled = Peeled.of(CRI, log);

    assertThat(peeled.texts())
        .containsExactly("LINE output", "LINE LOG:  SELECT 'abc'", "LINE \t1");
    assertThat(peeled.streams()).containsExactly(0, 1, 1);
    assertThat(peeled.lines()).extracting(Peeled.Line::number).containsExactly(2L, 1L, 6L);
    assertThat(peeled.lines()).extracting(Peeled.Line::offset).containsExactly(56L, 0L, 231L);
  }

  @Test
  void characterTornBetweenPartsIsWholeAgain() {
    byte[] text = "LOG:  größe".getBytes(StandardCharsets.UTF_8);
    int middle = text.length - 4;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    log.writeBytes((TIME + "stderr P ").getBytes(StandardCharsets.UTF_8));
    log.writeBytes(Arrays.copyOf(text, middle));
    log.writeBytes(("\n" + TIME + "stderr F ").getBytes(StandardCharsets.UTF_8));
    log.writeBytes(Arrays.copyOfRange(text, middle, text.length));

    assertThat(text[middle] & 0xC0).isEqualTo(0x80);
    assertThat(Peeled.of(CRI, log.toByteArray()).texts()).containsExactly("LINE LOG:  größe");
  }

  @Test
  void partsWithoutAnEndAreShownAtTheEnd() {
    Peeled peeled = Peeled.of(CRI, TIME + "stderr P LOG:  a\n" + TIME + "stdout F b\n");

    assertThat(peeled.texts()).containsExactly("LINE b", "LINE LOG:  a");
  }

  @Test
  void partsOverTheBoundAreCut() {
    String part = TIME + "stderr P " + "x".repeat(1000) + "\n";
    int parts = Peeled.MAX_LINE_BYTES / 1000;

    Peeled just = Peeled.of(CRI, part.repeat(parts) + TIME + "stderr F \n");
    Peeled over =
        Peeled.of(CRI, part.repeat(parts) + TIME + "stderr F y\n" + TIME + "stderr F z\n");

    assertThat(just.lines().get(0).cut()).isFalse();
    assertThat(just.lines().get(0).text()).hasSize(Peeled.MAX_LINE_BYTES);
    assertThat(over.lines().get(0).cut()).isTrue();
    assertThat(over.lines().get(0).text()).isEqualTo("x".repeat(Peeled.MAX_LINE_BYTES));
    assertThat(over.lines().get(1).cut()).isFalse();
    assertThat(over.texts().get(1)).isEqualTo("LINE z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-21 00:10:24 UTC [1] LOG:  x",
        "2026-11-21T00:11:00.000700123Z 2026-11-21 00:11:00 UTC [1] LOG:  x",
        "2026-11-21T00:11:00Z stderr X text",
        "2026-11-21T00:11:00Z stderr Fine",
        "2026-11-21T00:11:00Z stderr",
        "stderr F text"
      })
  void otherLinesAreNotTakenForIt(String line) {
    assertThat(Peeled.matches(CRI, line)).isFalse();
    assertThat(Peeled.of(CRI, line).texts()).containsExactly("LINE " + line);
  }
}
