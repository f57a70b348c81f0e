package io.github.pgslowlog.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.LineReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestFirstLinesTest {
  private static final int ENTRY_BYTES = entry(10, 'a').length() - 1 + 64;

  private final List<String> skips = new ArrayList<>();

  @Test
  void oldestFirstStaysAsItIs() throws IOException {
    assertThat(names(1 << 20, entry(10, 'a') + entry(11, 'b') + entry(9, 'c') + entry(8, 'd')))
        .isEqualTo("abcd");
  }

  @Test
  void newestFirstIsTurnedRound() throws IOException {
    assertThat(names(1 << 20, entry(13, 'a') + entry(13, 'b') + entry(12, 'c') + entry(11, 'd')))
        .isEqualTo("dcba");
    assertThat(skips).isEmpty();
  }

  @Test
  void shorterFractionIsTheEarlierTime() throws IOException {
    String whole = "{\"timestamp\":\"2021-11-18T16:53:10Z\",\"n\":\"a\"}\n";
    String tenth = whole.replace("10Z", "10.1Z").replace("\"a\"", "\"b\"");
    String hundredth = whole.replace("10Z", "10.11Z").replace("\"a\"", "\"c\"");

    assertThat(names(1 << 20, whole + tenth + hundredth)).isEqualTo("abc");
    assertThat(names(1 << 20, hundredth + tenth + whole)).isEqualTo("abc");
    assertThat(names(1 << 20, tenth + whole)).isEqualTo("ab");
  }

  @Test
  void entriesWithoutTimesStayAsTheyAre() throws IOException {
    assertThat(names(1 << 20, "{\"n\":\"a\"}\n{\"n\":\"b\"}\n")).isEqualTo("ab");
    assertThat(names(1 << 20, "")).isEmpty();
  }

  @Test
  void whatIsOverTheBoundIsTurnedRoundInBlocksAndTold() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      log.append(entry(20 - i, (char) ('a' + i)));
    }

    assertThat(names(2 * ENTRY_BYTES, log.toString())).isEqualTo("badce");
    assertThat(skips).containsExactly("OVERSIZED db.json:3", "OVERSIZED db.json:5");
  }

  private static String entry(int second, char name) {
    return "{\"timestamp\":\"2021-11-18T16:53:" + second + "Z\",\"n\":\"" + name + "\"}\n";
  }

  private String names(int maxBytes, String log) throws IOException {
    LineReader reader =
        new LineReader(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), 1024);
    NewestFirstLines lines =
        new NewestFirstLines(
            new PeelSource(reader, "db.json", s -> skips.add(s.reason() + " " + s.location())),
            maxBytes);
    StringBuilder names = new StringBuilder();
    while (lines.next()) {
      names.append((char) lines.buffer()[lines.end() - 3]);
    }
    return names.toString();
  }
}
