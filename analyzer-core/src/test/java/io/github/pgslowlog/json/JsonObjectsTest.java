package io.github.pgslowlog.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.LineReader;
import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.bytes.PieceReader;
import io.github.pgslowlog.diagnostics.Skip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectsTest {
  private static final int NO_BOUND = 1 << 20;

  private final List<String> objects = new ArrayList<>();
  private final List<String> skips = new ArrayList<>();
  private final List<Skip> rawSkips = new ArrayList<>();

  @Test
  void jsonLines() throws IOException {
    read("{\"a\":1}\n\n  {\"b\":\"}\\\"{\"}\r\n{}\n", false);

    assertThat(objects).containsExactly("1:0 {\"a\":1}", "3:9 {\"b\":\"}\\\"{\"}", "4:25 {}");
    assertThat(skips).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"a\":1},{\"b\":2}]",
        "[\n{\"a\":1},\n{\"b\":2}\n]\n",
        "[{\"a\":1}\n,{\"b\":2}]\n",
        "{\"a\":1} {\"b\":2}",
        "{\"a\":1}{\"b\":2}\n",
        "{\"a\":1},\n{\"b\":2},\n",
        "[[{\"a\":1}],[{\"b\":2}]]",
        "[{\"a\":1}]\n[{\"b\":2}]\n",
        "{\"records\":[{\"a\":1},{\"b\":2}]}",
        "{ \"records\" : [ {\"a\":1} , {\"b\":2} ] }",
        "{\"records\":[{\"a\":1}]}\n{\"records\":[{\"b\":2}]}\n",
        "[{\"records\":[{\"a\":1}]},{\"records\":[{\"b\":2}]}]",
        "{\"records\":[\n{\"a\":1},\n{\"b\":2}\n]\n}\n",
        "{\"events\":[{\"a\":1},{\"b\":2}],\"searchedLogStreams\":[{\"x\":1}],\"next\":\"]}\"}\n",
        "{\n  \"events\": [\n    {\"a\":1},\n    {\"b\":2}\n  ],\n  \"next\": null\n}\n",
        "{\"owner\":\"1\",\"tags\":[1],\"logEvents\":[{\"a\":1},{\"b\":2}]}",
        "{\"records\":[]}\n{\"a\":1}\n{\"b\":2}",
        "{\"entries\":[{\"a\":1}],\"events\":[{\"b\":2}]}"
      })
  void objectsOfAnyArrangement(String log) throws IOException {
    read(log, false);

    assertThat(objects)
        .map(o -> o.substring(o.indexOf(' ') + 1))
        .containsExactly("{\"a\":1}", "{\"b\":2}");
    assertThat(skips).isEmpty();
  }

  @Test
  void prettyPrintedArray() throws IOException {
    read(
        """
        [
          {
            "labels": {},
            "lines": [
              {
                "n": "{"
              }
            ],
            "text": "SELECT 1"
          },
        \t{
        \t\t"text": "SELECT 2"
        \t}
        ]
        """,
        true);

    assertThat(objects).hasSize(2);
    assertThat(objects.get(0)).startsWith("2:2 {\n").endsWith("\"text\": \"SELECT 1\"\n  }");
    assertThat(objects.get(1)).startsWith("11:").endsWith("\t}");
    assertThat(skips).isEmpty();
  }

  @Test
  void memberNamedLikeAContainerIsNoneUnlessItHoldsObjects() throws IOException {
    read("{\"events\":[1,2],\"a\":{\"records\":[{\"x\":1}]},\"records\":\"[{\"}\n", false);

    assertThat(objects)
        .containsExactly(
            "1:0 {\"events\":[1,2],\"a\":{\"records\":[{\"x\":1}]},\"records\":\"[{\"}");
  }

  @Test
  void tornObjectIsOneSkipWhereverItWasCut() throws IOException {
    String torn = "{\"a\": {\"b\":[1,\"x\"]},\"c\":\"\\\"\", \"d\":true}";
    for (int cut = 1; cut < torn.length(); cut++) {
      objects.clear();
      skips.clear();

      read("{\"first\":1}\n" + torn.substring(0, cut) + "\n{\"last\":2}\n{\"end\":3}\n", false);

      assertThat(objects)
          .as("cut at %d", cut)
          .map(o -> o.substring(o.indexOf(' ') + 1))
          .containsExactly("{\"first\":1}", "{\"last\":2}", "{\"end\":3}");
      assertThat(skips).as("cut at %d", cut).containsExactly("BAD_JSON 2:12");
    }
  }

  @Test
  void objectTornAtTheEndOfTheLogIsASkip() throws IOException {
    String torn = "{\"a\": {\"b\":[1,\"x\"]},\"c\":\"\\\"\", \"d\":true}";
    for (int cut = 1; cut < torn.length(); cut++) {
      objects.clear();
      skips.clear();

      read("{\"first\":1}\n" + torn.substring(0, cut), false);

      assertThat(objects).as("cut at %d", cut).containsExactly("1:0 {\"first\":1}");
      assertThat(skips).as("cut at %d", cut).containsExactly("BAD_JSON 2:12");
    }
  }

  @Test
  void headThatWasCutOffIsOneSkip() throws IOException {
    String torn = "{\"a\":{\"b\":1},\"c\":\"x y\"}";
    for (int cut = 1; cut < torn.length(); cut++) {
      objects.clear();
      skips.clear();
      boolean leavesObject = torn.charAt(cut) == '{';

      read(torn.substring(cut) + "\n{\"last\":2}\n", false);

      assertThat(objects).as("cut at %d", cut).last().asString().endsWith("{\"last\":2}");
      assertThat(skips).as("cut at %d", cut).containsExactly("BAD_JSON 1:0");
      assertThat(objects).hasSize(leavesObject ? 2 : 1);
    }
  }

  @Test
  void tornPrettyPrintedObjectDoesNotTakeTheNextWithIt() throws IOException {
    read("{\n  \"a\": {\n    \"b\": 1\n{\n  \"c\": 2\n}\n{\n  \"d\":\n{\n  \"e\": 3\n}\n", false);

    assertThat(objects).containsExactly("4:22 {\n  \"c\": 2\n}", "9:44 {\n  \"e\": 3\n}");
    assertThat(skips).containsExactly("BAD_JSON 1:0", "BAD_JSON 7:35");
  }

  @Test
  void tornContainerIsASkip() throws IOException {
    read("{\"records\":[{\"a\":1},{\"b\":2}", false);

    assertThat(objects).containsExactly("1:0 {\"a\":1}", "1:0 {\"b\":2}");
    assertThat(skips).hasSize(1).first().asString().startsWith("BAD_JSON");
  }

  @Test
  void skipTellsTheDurationThatWasLost() throws IOException {
    read("{\"message\":\"duration: 1234.567 ms  statement: SEL\n{\"a\":1}\n", false);

    assertThat(rawSkips).extracting(Skip::lostMicros).containsExactly(1_234_567L);
  }

  @Test
  void otherLinesAreSkippedOrPassedOn() throws IOException {
    String log =
        """
        2026-11-21 00:11:02 UTC [1] LOG:  duration: 2.000 ms  statement: SELECT
        \t{"not":"an object"}
        [POSTGRES] text
        {"a":1}
        , x.id
        """;

    read(log, true);

    assertThat(objects)
        .containsExactly(
            "1:0 2026-11-21 00:11:02 UTC [1] LOG:  duration: 2.000 ms  statement: SELECT",
            "2:72 \t{\"not\":\"an object\"}",
            "3:93 [POSTGRES] text",
            "4:109 {\"a\":1}",
            "5:117 , x.id");
    assertThat(skips).isEmpty();
  }

  @Test
  void otherLinesAreSkipsUnlessTheyMayPass() throws IOException {
    read("text duration: 2.500 ms \n{\"a\":1}\n[1]\n\0\0\0\n{\"b\":1} tail\n", false);

    assertThat(objects).containsExactly("2:25 {\"a\":1}", "5:41 {\"b\":1}");
    assertThat(skips)
        .containsExactly("BAD_JSON 1:0", "OTHER_PROGRAM 3:33", "NUL_BYTES 4:37", "BAD_JSON 5:41");
    assertThat(rawSkips.get(0).lostMicros()).isEqualTo(2_500);
  }

  @Test
  void textBehindATornObjectIsPassedOn() throws IOException {
    read("{\"a\":1,\nsome text\n{\"b\":2}\n", true);

    assertThat(objects).containsExactly("2:8 some text", "3:18 {\"b\":2}");
    assertThat(skips).containsExactly("BAD_JSON 1:0");
  }

  @Test
  void headOfAnObjectOneByteAboveTheBoundIsHandedOnAsCut() throws IOException {
    String fits = "{\"a\":\"12345678\"}";
    String over = "{\"a\":\"123456789\"}";

    read(fits + "\n" + over + "\n{\"b\":1}\n", fits.length(), false, NO_BOUND);
    read("{\n\"a\":\"1234567890\"\n}\n{\"b\":1}\n", fits.length(), false, NO_BOUND);

    assertThat(objects)
        .containsExactly(
            "1:0 " + fits,
            "cut 2:17 {\"a\":\"123456789\"",
            "3:35 {\"b\":1}",
            "cut 1:0 {\n\"a\":\"123456789",
            "4:21 {\"b\":1}");
    assertThat(skips).isEmpty();
  }

  @Test
  void lineThatTheReaderCutIsACutObject() throws IOException {
    read("{\"a\":\"0123456789\"}\n{\"b\":1}\n", NO_BOUND, false, 12);

    assertThat(objects).containsExactly("cut 1:0 {\"a\":\"012345", "2:19 {\"b\":1}");
  }

  @Test
  void endOfAnArrayThatTheReaderCutIsTold() throws IOException {
    read("[{\"a\":1},    {\"b\":2}]\n{\"c\":1}\n", NO_BOUND, false, 12);

    assertThat(objects).containsExactly("1:0 {\"a\":1}", "2:22 {\"c\":1}");
    assertThat(skips).containsExactly("OVERSIZED 1:0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "{\"a\":[", "{\"records\":[{\"a\":"})
  void nestingWithoutEndIsDamage(String bracket) throws IOException {
    read(bracket.repeat(100_000) + "\n{\"b\":1}\n", 4096, false, NO_BOUND);

    assertThat(objects).last().asString().endsWith("{\"b\":1}");
    assertThat(skips.size()).isLessThanOrEqualTo(2);
  }

  @Test
  void garbageWithoutLineFeedsTakesNoMoreMemoryThanTheBound() throws IOException {
    InputStream log =
        new SequenceInputStream(
            new Repeated((byte) 'x', 50 << 20),
            new ByteArrayInputStream("\n{\"b\":1}\n".getBytes(StandardCharsets.UTF_8)));

    read(new LineReader(log, 1024), 1024, false);

    assertThat(objects).containsExactly("2:52428801 {\"b\":1}");
    assertThat(skips).containsExactly("BAD_JSON 1:0");
  }

  @Test
  void objectOfEndlessLinesIsCutAndReadPast() throws IOException {
    String member = "\"a\":1,\n";
    String log = "{\n" + member.repeat(200_000) + "\"z\":1}\n{\"b\":1}\n";

    read(log, 1024, false, NO_BOUND);

    assertThat(objects).hasSize(2);
    assertThat(objects.get(0)).startsWith("cut 1:0 {").hasSize("cut 1:0 ".length() + 1024);
    assertThat(objects.get(1)).endsWith("{\"b\":1}");
    assertThat(skips).isEmpty();
  }

  @ParameterizedTest(name = "pieces of {0} bytes")
  @ValueSource(ints = {1, 2, 3, 5, 7, 8, 11, 13, 16, 17, 23, 31, 64, 200})
  void piecesOfLinesGiveTheSameObjects(int blockBytes) throws IOException {
    String log =
        """
        {"a":"}\\"{","n":-12.5e3,"t":[true,{"x":null}]}
        [{"b":1},{"b":2} , {"b":"torn
        {"c":3}
        {
          "d": {"e": 1},
          "f": "g"
        }
        {"h":
        {"i":1}{}
        {"end":1\
        """;
    read(log, false);
    List<String> expected = List.copyOf(objects);
    List<String> expectedSkips = List.copyOf(skips);
    objects.clear();
    skips.clear();

    read(pieces(log, blockBytes), NO_BOUND, false);

    assertThat(objects).isEqualTo(expected).hasSize(7);
    assertThat(skips).isEqualTo(expectedSkips).hasSize(3);
  }

  @Test
  void arrayOnOneLineMayBeLongerThanAnyBound() throws IOException {
    String object = "{\"text\":\"" + "x".repeat(100) + "\"},";
    String big = "{\"text\":\"" + "y".repeat(5000) + "\"},";
    String log =
        "{\"records\":["
            + object.repeat(1000)
            + big
            + object.repeat(1000)
            + "{}],\"next\":\"z\"}\n{\"b\":1}\n";

    read(pieces(log, 4096), 1024, false);

    assertThat(objects).hasSize(2003);
    assertThat(objects.get(999)).isEqualTo("1:0 " + object.substring(0, object.length() - 1));
    assertThat(objects.get(1000)).startsWith("cut 1:0 {\"text\":\"yyy").hasSize(8 + 1024);
    assertThat(objects.get(2000)).isEqualTo(objects.get(999));
    assertThat(objects.get(2002)).endsWith(":" + (log.length() - 8) + " {\"b\":1}");
    assertThat(skips).isEmpty();
  }

  @Test
  void longTextInPiecesIsHandedOnOnceAsCut() throws IOException {
    read(pieces("text " + "{\"a\":1} ".repeat(50) + "\n{\"b\":1}\n", 64), NO_BOUND, true);

    assertThat(objects).hasSize(2);
    assertThat(objects.get(0)).startsWith("cut 1:0 text {").hasSize(8 + 64);
    assertThat(objects.get(1)).endsWith(" {\"b\":1}");
  }

  private static PieceReader pieces(String log, int blockBytes) {
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    return new PieceReader(new ByteArrayInputStream(bytes), blockBytes);
  }

  @Test
  void bytesThatAreNotUtf8GoThrough() throws IOException {
    byte[] log = "{\"a\":\"M\u00fcller\u00ff\"}\n".getBytes(StandardCharsets.ISO_8859_1);
    JsonObjects reader =
        new JsonObjects(
            new LineReader(new ByteArrayInputStream(log), NO_BOUND), "x", NO_BOUND, false, s -> {});

    assertThat(reader.next()).isTrue();
    assertThat(
            new String(
                reader.buffer(),
                reader.start(),
                reader.end() - reader.start(),
                StandardCharsets.ISO_8859_1))
        .isEqualTo("{\"a\":\"M\u00fcller\u00ff\"}");
  }

  private void read(String log, boolean passText) throws IOException {
    read(log, NO_BOUND, passText, NO_BOUND);
  }

  private void read(String log, int maxObjectBytes, boolean passText, int maxLineBytes)
      throws IOException {
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    read(new LineReader(new ByteArrayInputStream(bytes), maxLineBytes), maxObjectBytes, passText);
  }

  private void read(Lines lines, int maxObjectBytes, boolean passText) throws IOException {
    JsonObjects reader =
        new JsonObjects(
            lines,
            "postgresql.json",
            maxObjectBytes,
            passText,
            skip -> {
              rawSkips.add(skip);
              skips.add(
                  skip.reason() + " " + skip.location().line() + ":" + skip.location().offset());
            });
    while (reader.next()) {
      objects.add(
          (reader.cut() ? "cut " : "")
              + (reader.line() + ":" + reader.offset() + " ")
              + new String(
                  reader.buffer(),
                  reader.start(),
                  reader.end() - reader.start(),
                  StandardCharsets.UTF_8));
    }
  }

  /** One byte, many times. */
  private static final class Repeated extends InputStream {
    private final byte value;
    private int left;

    Repeated(byte value, int count) {
      this.value = value;
      this.left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? value : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = Math.min(left, length);
      Arrays.fill(bytes, offset, offset + count, value);
      left -= count;
      return count;
    }
  }
}
