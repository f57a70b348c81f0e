package io.github.pgslowlog.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.Lines.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages are cut as the server cuts them, and put together again. */
class PiecesTest {
  private static final int LIMIT = 900;
  private static final Wrapper SYSLOG = new Syslog(Peeled.OPTIONS);
  private static final String HEADER = "2026-11-21T00:10:24+00:00 vm postgres[5]: ";

  /** write_syslog() in elog.c, slow and obvious. */
  private static List<String> pieces(String message) {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    List<String> pieces = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      if (bytes[at] == '\n') {
        at++;
        continue;
      }
      int end = at;
      while (end < bytes.length && end - at < LIMIT && bytes[end] != '\n') {
        end++;
      }
      while (end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
        end--;
      }
      if (end < bytes.length && !isSpace(bytes[end])) {
        int space = end - 1;
        while (space > at && !isSpace(bytes[space])) {
          space--;
        }
        end = space > at ? space : end;
      }
      pieces.add(new String(Arrays.copyOfRange(bytes, at, end), StandardCharsets.UTF_8));
      at = end;
    }
    return pieces;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b >= '\t' && b <= '\r';
  }

  private static String log(int message, String text, boolean pairs) {
    StringBuilder log = new StringBuilder();
    int piece = 1;
    for (String line : pieces(text.replace("\n", "\n\t") + "\n")) {
      String number = pairs ? message + "-" + piece : "" + piece;
      log.append(HEADER).append("[" + number + "] ");
      log.append(line.replace("\t", "#011").replace("\r", "#015")).append('\n');
      piece++;
    }
    return log.toString();
  }

  /** Messages of the pieces, by the rules that {@link Part} states. */
  private static List<String> messages(Peeled peeled) {
    List<StringBuilder> messages = new ArrayList<>();
    for (Peeled.Line line : peeled.lines()) {
      if (line.part() == Part.LINE) {
        messages.add(new StringBuilder(line.text()));
      } else if (line.part() == Part.CONTINUED) {
        messages.get(messages.size() - 1).append('\n').append(line.text().substring(1));
      } else {
        messages.get(messages.size() - 1).append(line.text());
      }
    }
    return messages.stream().map(StringBuilder::toString).toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void randomTextsComeOutAsTheyWentIn(boolean pairs) {
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    StringBuilder log = new StringBuilder();
    for (int i = 1; i <= 200; i++) {
      String statement = i <= 5 ? "SELECT " + i : randomText(random);
      String text = "LOG:  duration: 1.000 ms  statement: " + statement;
      texts.add(text);
      log.append(log(i, text, pairs));
    }

    assertThat(messages(Peeled.of(SYSLOG, log.toString()))).isEqualTo(texts);
  }

  private static String randomText(Random random) {
    String[] words = {"SELECT", "a", ",", "größe", "日本語", "[2-1]", "LOG:  x", "#", "  "};
    String[] spaces = {" ", " ", "  ", "\n", "\n ", "\n\n"};
    return random
        .ints(random.nextInt(600), 0, words.length)
        .mapToObj(word -> words[word] + spaces[random.nextInt(spaces.length)])
        .collect(Collectors.joining());
  }

  @Test
  void charactersOfSeveralBytesAreNotTornApart() {
    String text = "LOG:  duration: 1.000 ms  statement: SELECT '" + "日本語".repeat(1000) + "'";

    assertThat(messages(Peeled.of(SYSLOG, log(1, text, true)))).containsExactly(text);
  }

  @Test
  void tabWithinALineIsKeptWhereALongPieceIsCutBeforeIt() {
    String text = "LOG:  " + "x".repeat(889) + "\tyyyyyy zzz\n\tlast";

    List<String> pieces = pieces(text.replace("\n", "\n\t"));

    assertThat(pieces.get(1)).startsWith("\tyyyyyy");
    assertThat(messages(Peeled.of(SYSLOG, log(1, text, true)))).containsExactly(text);
  }

  @Test
  void tabBehindALongLineThatNeedNotBeCutIsALineFeed() {
    String text = "LOG:  " + "x".repeat(885) + "\nyy zzz";

    assertThat(messages(Peeled.of(SYSLOG, log(1, text, true)))).containsExactly(text);
  }

  @Test
  void carriageReturnShowsALineFeed() {
    String text = "LOG:  " + "x".repeat(888) + "\r\nyyyyyyyyyyyy";

    assertThat(messages(Peeled.of(SYSLOG, log(1, text, true)))).containsExactly(text);
  }

  @Test
  void indentationBeforeAWordThatFillsAPieceStays() {
    String text = "LOG:  IN\n\t\t" + "1,".repeat(1000);

    assertThat(pieces(text.replace("\n", "\n\t")).get(1)).isEqualTo("\t\t");
    assertThat(messages(Peeled.of(SYSLOG, log(1, text, true)))).containsExactly(text);
  }

  @Test
  void singleNumbersThatGrowFromMessageToMessageAreNotThoseOfPieces() {
    Peeled peeled =
        Peeled.of(
            SYSLOG,
            HEADER + "[1] LOG:  a\n" + HEADER + "[2] LOG:  b\n" + HEADER + "[3] user=x LOG:  c\n");

    assertThat(peeled.texts())
        .containsExactly("LINE LOG:  a", "LINE LOG:  b", "LINE user=x LOG:  c");
  }

  @Test
  void restartsOfTheServerDoNotProveThatNumbersAreThoseOfPieces() {
    StringBuilder log = new StringBuilder();
    for (int pid = 1; pid <= 9; pid++) {
      log.append("2026-11-21T00:10:24+00:00 vm postgres[" + pid + "]: [1] LOG:  starting\n");
      log.append("2026-11-21T00:10:24+00:00 vm postgres[" + pid + "]: [2] LOG:  ready\n");
    }

    assertThat(Peeled.of(SYSLOG, log.toString()).lines())
        .extracting(Peeled.Line::part)
        .containsOnly(Part.LINE);
  }

  @Test
  void labelInsideAPieceIsTextOnceNumbersAreKnownToBeThoseOfPieces() {
    String head = HEADER + "[1] LOG:  duration: 1.000 ms  statement: SELECT\n";

    Peeled peeled = Peeled.of(SYSLOG, head.repeat(4) + HEADER + "[2]  'ERROR:  no'\n");

    assertThat(peeled.texts().get(4)).isEqualTo("APPENDED  'ERROR:  no'");
  }

  @Test
  void moreProcessesThanPlacesLoseOnlyTheTieBreak() {
    StringBuilder log = new StringBuilder();
    int processes = 2 * ProcessStates.MAX_PROCESSES;
    for (int piece = 1; piece <= 2; piece++) {
      for (int pid = 1; pid <= processes; pid++) {
        String text = piece == 1 ? "LOG:  SELECT" : "#0111";
        log.append("2026-11-21T00:10:24+00:00 vm postgres[" + pid + "]: [9-" + piece + "] ");
        log.append(text).append('\n');
      }
    }

    Peeled peeled = Peeled.of(SYSLOG, log.toString());

    assertThat(peeled.lines()).hasSize(2 * processes);
    assertThat(peeled.lines().subList(processes, 2 * processes))
        .extracting(Peeled.Line::part)
        .containsOnly(Part.CONTINUED);
  }
}
