package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One pattern in full, for a terminal. */
class PatternReportTest {
  @Test
  void adviceHasItsProofForThisPatternAndForAllItServes() throws IOException {
    String text = text(Advised.index(), 0, new ReportOptions(20, false, 100, false));

    assertThat(text.substring(text.indexOf("Advice\n")))
        .startsWith(
            """
            Advice
            ------
            Basis: PostgreSQL 18.6, private server

            Create an index on public.orders: equality, then the order asked for: 98.4% of execution time, 2
              calls, pattern #1
            """)
        .contains(
            """
              a call of this pattern: cost 1,235 -> 8.31 (149 times cheaper)
              cost 2,469 -> 16.63 (148 times cheaper), size 12.3 MB
              saves 50.0% of all cost on its own; without it, 12.3% come back
            """)
        .contains("  - build it when little is written\n")
        .contains("  to undo it:\n    DROP INDEX CONCURRENTLY ")
        .endsWith(
            "  to see whether it is of use:\n    SELECT idx_scan FROM pg_stat_user_indexes;\n");
  }

  @Test
  void whyNothingHelpsIsTold() throws IOException {
    assertThat(text(Advised.index(), 1, ReportOptions.DEFAULT))
        .endsWith("\nNo index will help: half of all rows are read\n");
  }

  static Stream<Analysis> all() {
    return SampleAnalyses.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void whateverALogHoldsNoLineMovesTheCursorOrNamesAValue(Analysis analysis) throws IOException {
    for (int i = 0; i < analysis.queries().size(); i++) {
      String text = text(analysis, i, new ReportOptions(20, true, 40, false));

      assertThat(text.codePoints().filter(c -> c != '\n').anyMatch(PlainText::isActive)).isFalse();
      assertThat(text(analysis, i, ReportOptions.DEFAULT)).doesNotContain("parameters:");
    }
  }

  private static String text(Analysis analysis, int index, ReportOptions options)
      throws IOException {
    StringBuilder out = new StringBuilder();
    PatternReport.write(analysis, analysis.queries().get(index), options, out);
    return out.toString();
  }
}
