package io.github.pgslowlog.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PieceReaderTest {
  static IntStream blockSizes() {
    return IntStream.rangeClosed(1, 24);
  }

  @ParameterizedTest(name = "blocks of {0} bytes")
  @MethodSource("blockSizes")
  void piecesOfALineMakeTheLine(int blockBytes) throws IOException {
    String log = "first\n\nthird, longer than most blocks\r\nlast";
    PieceReader reader = reader(log, blockBytes);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    while (reader.next()) {
      int length = reader.end() - reader.start();
      assertThat(length).isLessThanOrEqualTo(blockBytes);
      line.append(new String(reader.buffer(), reader.start(), length, StandardCharsets.UTF_8));
      if (!reader.goesOn() || reader.nextOffset() == log.length()) {
        lines.add(reader.line() + ":" + reader.offset() + " " + line);
        line.setLength(0);
      }
    }

    assertThat(lines)
        .containsExactly("1:0 first", "2:6 ", "3:7 third, longer than most blocks\r", "4:39 last");
    assertThat(reader.next()).isFalse();
    assertThat(reader.line()).isEqualTo(4);
  }

  @Test
  void lineThatFillsTheBlockGoesOnUntilItsLineFeed() throws IOException {
    PieceReader reader = reader("1234\n5\n", 4);

    assertThat(reader.next()).isTrue();
    assertThat(reader.goesOn()).isTrue();
    assertThat(reader.next()).isTrue();
    assertThat(reader.end() - reader.start()).isZero();
    assertThat(reader.goesOn()).isFalse();
    assertThat(reader.next()).isTrue();
    assertThat(reader.line()).isEqualTo(2);
    assertThat(reader.offset()).isEqualTo(5);
    assertThat(reader.next()).isFalse();
  }

  private static PieceReader reader(String log, int blockBytes) {
    return new PieceReader(
        new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), blockBytes);
  }
}
