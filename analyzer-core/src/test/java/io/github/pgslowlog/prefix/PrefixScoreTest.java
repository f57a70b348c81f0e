package io.github.pgslowlog.prefix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.language.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many lines a prefix fits, beside {@link LineHead}, which looks for each head anew. */
class PrefixScoreTest {
  private static final int LINES = 400;
  private static final List<String> PIECES =
      List.of(
          "2026-11-20 09:00:03.946 UTC ",
          "2026-11-20 09:00:03 UTC",
          "[4512]",
          " [4512] ",
          ": [3-1] ",
          "user=app,db=shop,app=a b,client=10.0.0.1 ",
          "user=a:b,db=LOG:  x ",
          "app@shop ",
          "app@",
          ":10.0.0.1(5432):app@shop:[41]:",
          "LOG:  ",
          "LOG: ",
          "ERROR:  ",
          "DETAIL:  ",
          "STATEMENT:  SELECT 'LOG:  '",
          "duration: 1.5 ms",
          "duration: ",
          "x",
          " ",
          ":");

  @ParameterizedTest
  @EnumSource(KnownPrefix.class)
  void fitsTheLinesWhoseHeadIsFound(KnownPrefix known) {
    HeadSample sample = new HeadSample(lines(known), Languages.english());
    List<LabelledLine> labelled = LabelledLine.of(sample);

    PrefixScore score = PrefixScore.of(known.prefix(), labelled, 0);

    assertThat(score.lines()).isPositive().isEqualTo(slowly(known.prefix(), sample));
    assertThat(PrefixScore.of(known.prefix(), labelled, score.lines())).isEqualTo(score);
    assertThat(PrefixScore.of(known.prefix(), labelled, score.lines() + 1).lines())
        .isLessThanOrEqualTo(score.lines());
  }

  private static int slowly(LogLinePrefix prefix, HeadSample sample) {
    PrefixMatcher matcher = prefix.matcher();
    LineHead head = new LineHead(matcher);
    PrefixFields fields = new PrefixFields();
    int fitting = 0;
    for (Slice line : sample.lines()) {
      byte[] b = line.array();
      if (head.find(b, line.from(), line.to())) {
        Slice text = Slice.of(b, head.textStart(), line.to());
        boolean whole = matcher.matchesSession(b, line.from(), head.labelStart(), fields);
        fitting += whole || !sample.languages().startsDuration(text) ? 1 : 0;
      }
    }
    return fitting;
  }

  /** Random pieces, and the prefix itself with a value for each field. */
  private static List<Slice> lines(KnownPrefix known) {
    Random random = new Random(known.ordinal());
    List<Slice> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      StringBuilder line = new StringBuilder();
      if (i % 2 == 0) {
        line.append(expanded(known.prefix().format(), i % 4 == 0));
        line.append(PIECES.get(10 + random.nextInt(4)));
      }
      for (int piece = random.nextInt(7); piece >= 0; piece--) {
        line.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      byte[] padded = ("ab" + line + "yz").getBytes(UTF_8);
      lines.add(Slice.of(padded, 2, padded.length - 2));
    }
    return lines;
  }

  private static String expanded(String format, boolean session) {
    int stop = format.indexOf("%q");
    String shown = session || stop < 0 ? format : format.substring(0, stop);
    return shown
        .replace("%q", "")
        .replace("%m", "2026-11-20 09:00:03.946 UTC")
        .replaceAll("%[ts]", "2026-11-20 09:00:03 UTC")
        .replace("%n", "1795165203.946")
        .replaceAll("%[plxQ]", "41")
        .replace("%v", "3/41")
        .replace("%c", "6a3f.1b")
        .replace("%e", "00000")
        .replace("%r", "10.0.0.1(5432)")
        .replaceAll("%[uda]", "shop")
        .replace("%h", "10.0.0.1")
        .replace("%b", "client backend");
  }
}
