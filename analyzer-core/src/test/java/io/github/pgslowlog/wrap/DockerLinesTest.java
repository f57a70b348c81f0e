package io.github.pgslowlog.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DockerLinesTest {
  private static final int PART_BYTES = 16 << 10;

  @Test
  void physicalLinesOfTwoStreams() {
    PeeledJson peeled =
        peel(
            """
            {"log":"2026-11-21 00:11:02.974 UTC [1] LOG:  duration: 5.000 ms  statement: SELECT\\n","stream":"stderr","time":"2026-11-21T00:11:00.0007Z"}
            {"log":"PostgreSQL init process complete\\n","stream":"stdout","time":"2026-11-21T00:11:00.0007Z"}
            {"log":"\\t\\u0027a\\u0027\\n","stream":"stderr","time":"2026-11-21T00:11:00.0007Z"}
            {"log":"\\n","stream":"stdout","time":"2026-11-21T00:11:00.0007Z"}
            """);

    assertThat(peeled.lines())
        .containsExactly(
            "LINE 1 2026-11-21 00:11:02.974 UTC [1] LOG:  duration: 5.000 ms  statement: SELECT",
            "LINE 2 PostgreSQL init process complete",
            "LINE 3 \t'a'",
            "LINE 4 ");
    assertThat(peeled.streams().get(0))
        .isEqualTo(peeled.streams().get(2))
        .isNotEqualTo(peeled.streams().get(1));
    assertThat(peeled.skips()).isEmpty();
  }

  @Test
  void partsOfALongLineAreJoinedForEachStream() {
    String first = "LOG:  " + "a".repeat(PART_BYTES - 6);
    String second = "b".repeat(PART_BYTES);

    PeeledJson peeled =
        peel(
            part(first, "stderr")
                + part("other", "stdout").replace("other", "other\\n")
                + part(second, "stderr")
                + part("c\\n", "stderr")
                + part("d\\n", "stderr"));

    assertThat(peeled.lines())
        .containsExactly("LINE 2 other", "LINE 4 " + first + second + "c", "LINE 5 d");
  }

  @Test
  void splitWithinACharacterIsStillASplit() {
    String part = "x".repeat(PART_BYTES - 2) + "\uFFFD";

    assertThat(peel(part(part, "stderr") + part("y\\n", "stderr")).lines())
        .containsExactly("LINE 2 " + part + "y");
  }

  @Test
  void shortLineWithoutLineFeedIsALine() {
    assertThat(peel(part("a", "stderr") + part("b", "stderr")).lines())
        .containsExactly("LINE 1 a", "LINE 2 b");
  }

  @Test
  void tagOfTheRuntimeTellsParts() {
    PeeledJson peeled =
        peel(
            """
            {"log":"a","stream":"stderr","logtag":"P"}
            {"log":"b","stream":"stderr","logtag":"F"}
            {"log":"c","stream":"stderr","logtag":"F"}
            """);

    assertThat(peeled.lines()).containsExactly("LINE 2 ab", "LINE 3 c");
  }

  @Test
  void partsAtTheEndOfTheLogAreLines() {
    String part = "a".repeat(PART_BYTES);

    PeeledJson peeled = peel(part(part, "stderr") + part(part, "stdout"));

    assertThat(peeled.lines()).containsExactly("LINE 1 " + part, "LINE 2 " + part);
    assertThat(peeled.streams().get(0)).isNotEqualTo(peeled.streams().get(1));
  }

  @Test
  void joinedLineOverTheBoundIsCut() {
    StringBuilder log = new StringBuilder();
    String part = part("a".repeat(PART_BYTES), "stderr");
    for (int i = 0; i <= DockerLines.MAX_LINE_BYTES / PART_BYTES; i++) {
      log.append(part);
    }

    PeeledJson peeled = peel(log + part("end\\n", "stderr") + part("next\\n", "stderr"));

    assertThat(peeled.lines()).hasSize(2);
    assertThat(peeled.lines().get(0))
        .startsWith("LINE 642 cut aaa")
        .hasSize("LINE 642 cut ".length() + DockerLines.MAX_LINE_BYTES);
    assertThat(peeled.lines().get(1)).isEqualTo("LINE 643 next");
  }

  @Test
  void partsOfTooManyStreamsGiveWay() {
    StringBuilder log = new StringBuilder();
    for (int stream = 0; stream < 9; stream++) {
      log.append(part("a".repeat(PART_BYTES), "s" + stream));
    }

    PeeledJson peeled = peel(log.toString());

    assertThat(peeled.lines()).hasSize(8);
    assertThat(peeled.skips()).containsExactly("OVERSIZED db.json:1");
  }

  @Test
  void otherObjectsAndLinesStandBetween() {
    PeeledJson peeled =
        peel(
            """
            {"level":"info"}
            not JSON
            {"log":"a\\n","stream":"stderr"}
            """);

    assertThat(peeled.lines()).containsExactly("LINE 2 not JSON", "LINE 3 a");
    assertThat(peeled.skips()).containsExactly("OTHER_PROGRAM db.json:1");
  }

  private static String part(String text, String stream) {
    return "{\"log\":\"" + text + "\",\"stream\":\"" + stream + "\",\"time\":\"t\"}\n";
  }

  private static PeeledJson peel(String log) {
    return PeeledJson.of("docker json-file", log);
  }
}
