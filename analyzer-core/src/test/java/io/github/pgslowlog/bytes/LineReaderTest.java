package io.github.pgslowlog.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {
  private static final int NO_BOUND = 1 << 20;

  /** What a reader tells about a line. */
  private record Line(String text, boolean cut, long offset, long nextOffset, long number) {}

  static IntStream blockSizes() {
    return IntStream.rangeClosed(1, 48);
  }

  @ParameterizedTest(name = "blocks of {0} bytes")
  @MethodSource("blockSizes")
  void blockSizeDoesNotChangeLines(int blockBytes) throws IOException {
    String log = "first\n\nthird, a good deal longer\r\n\tfourth\nlast\n";

    List<Line> lines = read(log, NO_BOUND, blockBytes);

    assertThat(lines)
        .containsExactly(
            new Line("first", false, 0, 6, 1),
            new Line("", false, 6, 7, 2),
            new Line("third, a good deal longer\r", false, 7, 34, 3),
            new Line("\tfourth", false, 34, 42, 4),
            new Line("last", false, 42, 47, 5));
  }

  @ParameterizedTest(name = "blocks of {0} bytes")
  @MethodSource("blockSizes")
  void lineOneByteAboveTheBoundIsCutToTheBound(int blockBytes) throws IOException {
    String log = "12345678\n123456789\nnext\n";

    List<Line> lines = read(log, 8, blockBytes);

    assertThat(lines)
        .containsExactly(
            new Line("12345678", false, 0, 9, 1),
            new Line("12345678", true, 9, 19, 2),
            new Line("next", false, 19, 24, 3));
  }

  @ParameterizedTest(name = "blocks of {0} bytes")
  @MethodSource("blockSizes")
  void restOfLongLineIsReadPastOverManyBlocks(int blockBytes) throws IOException {
    String log = "a".repeat(500) + "\nb\n" + "c".repeat(500);

    List<Line> lines = read(log, 10, blockBytes);

    assertThat(lines)
        .containsExactly(
            new Line("a".repeat(10), true, 0, 501, 1),
            new Line("b", false, 501, 503, 2),
            new Line("c".repeat(10), true, 503, 1003, 3));
  }

  @Test
  void lastLineNeedsNoLineFeed() throws IOException {
    assertThat(read("one\ntwo", NO_BOUND, 4))
        .containsExactly(new Line("one", false, 0, 4, 1), new Line("two", false, 4, 7, 2));
  }

  @Test
  void emptyStreamHasNoLine() throws IOException {
    assertThat(read("", NO_BOUND, 16)).isEmpty();
  }

  @Test
  void greatestBoundIsNoBound() throws IOException {
    assertThat(read("one\ntwo\n", Integer.MAX_VALUE, 4))
        .containsExactly(new Line("one", false, 0, 4, 1), new Line("two", false, 4, 8, 2));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void agreesWithSplittingTheWholeText(long seed) throws IOException {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      String log = randomLog(random);
      int bound = 1 + random.nextInt(12);
      InputStream shortReads = new ShortReads(stream(log), random);

      List<Line> lines = read(new LineReader(shortReads, bound, 1 + random.nextInt(20)));

      assertThat(lines).as("%s, bound %d", log, bound).isEqualTo(split(log, bound));
    }
  }

  @Test
  void linesBeforeAFailureAreGood() throws IOException {
    InputStream failing =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            throw new IOException("disk error");
          }
        };
    LineReader reader =
        new LineReader(new SequenceInputStream(stream("one\ntwo\nthr"), failing), NO_BOUND, 4);

    assertThat(reader.next()).isTrue();
    assertThat(reader.next()).isTrue();
    assertThatThrownBy(reader::next).isInstanceOf(IOException.class).hasMessage("disk error");
    assertThat(reader.line()).isEqualTo(2);
  }

  private static List<Line> read(String log, int bound, int blockBytes) throws IOException {
    return read(new LineReader(stream(log), bound, blockBytes));
  }

  private static List<Line> read(LineReader reader) throws IOException {
    List<Line> lines = new ArrayList<>();
    while (reader.next()) {
      String text =
          new String(
              reader.buffer(),
              reader.start(),
              reader.end() - reader.start(),
              StandardCharsets.ISO_8859_1);
      lines.add(new Line(text, reader.cut(), reader.offset(), reader.nextOffset(), reader.line()));
    }
    return lines;
  }

  /** The slow and obvious twin. */
  private static List<Line> split(String log, int bound) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    while (start < log.length()) {
      int newline = log.indexOf('\n', start);
      int end = newline < 0 ? log.length() : newline;
      int next = newline < 0 ? log.length() : newline + 1;
      boolean cut = end - start > bound;
      String text = log.substring(start, cut ? start + bound : end);
      lines.add(new Line(text, cut, start, next, lines.size() + 1));
      start = next;
    }
    return lines;
  }

  private static String randomLog(Random random) {
    StringBuilder log = new StringBuilder();
    int length = random.nextInt(80);
    for (int i = 0; i < length; i++) {
      log.append(random.nextInt(8) == 0 ? '\n' : (char) ('a' + random.nextInt(26)));
    }
    return log.toString();
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Returns less than it is asked for, as pipes do. */
  private static final class ShortReads extends FilterInputStream {
    private final Random random;

    ShortReads(InputStream in, Random random) {
      super(in);
      this.random = random;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return super.read(target, offset, length == 0 ? 0 : 1 + random.nextInt(length));
    }
  }

  @Test
  void bufferIsNotMuchLongerThanTheLongestLineHoweverLongLinesAre() throws IOException {
    byte[] log = ("x".repeat(5_000_000) + "\nnext\n" + "y".repeat(3_000_000)).getBytes(UTF_8);
    LineReader reader = new LineReader(new ByteArrayInputStream(log), 300_000, 4096);

    List<Long> offsets = new ArrayList<>();
    while (reader.next()) {
      offsets.add(reader.offset());
      assertThat(reader.buffer()).hasSizeLessThan(400_000);
    }
    assertThat(offsets).containsExactly(0L, 5_000_001L, 5_000_006L);
    assertThat(reader.nextOffset()).isEqualTo(log.length);
    assertThat(reader.cut()).isTrue();
  }
}
