package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.fingerprint.SqlLayout;
import io.github.pgslowlog.select.Recommendation;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text at every width of a terminal, with names in which clients may write what they like. */
class NarrowTextTest {
  private static final List<String> NAMES =
      List.of(
          "\u001b[31mred\u001b]0;title\u0007",
          "\u65e5\u672c\u8a9e\u306e\u9577\u3044\u540d\u524d".repeat(6),
          "\uD83D\uDE00\uD83D\uDC69\u200d\uD83D\uDC69".repeat(6),
          "e\u0301\u0301\u0301".repeat(12),
          "\u202eevil\u2066x",
          "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
          "a\u0085b\u009bc\u2028d\u2029e",
          "x".repeat(90));

  private static final Analysis HOSTILE = Analyses.of(log());

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 120, 200})
  void onlyStatementsToCopyAreWiderThanTheTerminal(int columns) throws IOException {
    assertThat(HOSTILE.queries()).hasSameSizeAs(NAMES);
    ReportOptions options = new ReportOptions(50, false, columns, false);
    for (Analysis analysis : Stream.concat(SampleAnalyses.all(), Stream.of(HOSTILE)).toList()) {
      StringBuilder text = new StringBuilder();
      TextReport.write(analysis, options, text);
      for (Query query : analysis.queries()) {
        PatternReport.write(analysis, query, options, text);
      }

      String sql = statements(analysis);
      assertThat(text.toString().lines())
          .allMatch(line -> Cells.of(line) <= columns || sql.contains(line.strip()));
      assertThat(text.codePoints()).noneMatch(c -> c != '\n' && PlainText.isActive(c));
    }
  }

  private static String statements(Analysis analysis) {
    return Stream.concat(
            analysis.recommendations().stream().flatMap(NarrowTextTest::statements),
            analysis.queries().stream().map(query -> SqlLayout.pretty(query.pattern().query())))
        .flatMap(String::lines)
        .map(PlainText::of)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> statements(Recommendation advice) {
    return Stream.of(advice.statement(), advice.rollback(), advice.verification());
  }

  /** One entry for each name, which stands in each field. */
  private static String log() {
    return IntStream.range(0, NAMES.size())
        .mapToObj(
            i ->
                """
                2026-11-20 09:0%d:00.000 UTC [41] %s@%s %s LOG:  duration: 9.000 ms  statement: SELECT "%s" FROM "%s"."%s" AS "%s" WHERE "%s" = 'v' /* tag='%s' */
                """
                    .formatted(
                        i,
                        name(i, "u"),
                        name(i, "d"),
                        name(i, "h"),
                        name(i, "a"),
                        name(i, "s"),
                        name(i, "t"),
                        name(i, "o"),
                        name(i, "c"),
                        name(i, "g")))
        .collect(Collectors.joining());
  }

  private static String name(int i, String field) {
    return field + NAMES.get(i).replace(' ', '_');
  }
}
