package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownReportTest {
  @Test
  void coverageThenPatternsThenAdviceThenStatements() throws IOException {
    assertThat(markdown(Advised.index()))
        .containsSubsequence(
            "# Slow queries\n\n",
            "- `postgresql.log`: stderr, 7 entries, 2026-11-20T09:00:00.100Z to ",
            "- Understood 99.7 % of logged time",
            "- **!** 1 of 5 patterns could not be planned\n",
            "## Patterns that cost most time\n\n",
            "| # | time | total | calls | mean | p95 | max | pattern |\n",
            "| 1 | 98.4% | 2.00 s | 2 | 1.00 s | 1.10 s | 1.10 s | `SELECT * FROM orders ",
            "## Advice\n\nBasis: PostgreSQL 18.6, private server.\n",
            "### 1. Create an index on public.orders\n",
            "- cost 2,469 -\\> 16.63 (148 times cheaper), size 12.3 MB\n",
            "- Caveat: build it when little is written\n",
            "```sql\nCREATE INDEX CONCURRENTLY ",
            "<details><summary>Undo and check</summary>\n\n```sql\nDROP INDEX CONCURRENTLY ",
            "## Slow, but no index will help\n\n- No. 2: half of all rows are read\n",
            "## Statements\n",
            "```sql\nSELECT *\nFROM orders\n");
  }

  @Test
  void withoutAPlannerCandidatesAreHeuristic() throws IOException {
    assertThat(markdown(Analyses.of(Analyses.SHOP)))
        .contains("## Candidate indexes\n\nHeuristic, from the statements alone")
        .doesNotContain("Basis:");
  }

  @Test
  void aLogWithoutStatementsHasNoTable() throws IOException {
    String connections = "2026-11-20 09:00:01.000 UTC [41] u@d LOG:  connection authorized\n";

    assertThat(markdown(Analyses.of("")))
        .contains("(none)\n")
        .doesNotContain("## Statements", "Understood", "Heuristic");
    assertThat(markdown(Analyses.of(connections)))
        .contains("- No duration entry found in 1 log entry; nothing skipped.\n")
        .contains("- **!** Set log\\_min\\_duration\\_statement on the server");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      value = {
        "@team^@<!-- -->team",
        "#17^#<!-- -->17",
        "http://x.example^http:<!-- -->//x.example",
        "www.x.example^www<!-- -->.x.example",
        "<img src=x>^\\<img src=x\\>",
        "[a](javascript:x)^\\[a\\](javascript:x)",
        "a|b^a\\|b",
        "*_`~^\\*\\_\\`\\~",
        "&lt;^\\&lt;",
        "$x$^\\$x\\$",
        "GH-12^GH<!-- -->-12",
        "gh-12^gh<!-- -->-12",
        "WWW.x^WWW<!-- -->.x",
        "!12^!<!-- -->12",
        "a!^a!",
        "%12^%<!-- -->12",
        "12.1 % of^12.1 % of",
        ":bug: :+1:^:<!-- -->bug: :<!-- -->+1:",
        ":100: :1234:^:<!-- -->100: :<!-- -->1234:",
        ":e-mail: :t-rex:^:<!-- -->e-mail: :<!-- -->t-rex:",
        ":8ball: :-1:^:<!-- -->8ball: :<!-- -->-1:",
        ":flag_x:^:<!-- -->flag\\_x:",
        "at 09:00:01.000^at 09:00:01.000",
        "a: b: c^a: b: c"
      })
  void textOfTheLogMakesNoMarkup(String text, String shown) {
    assertThat(Markdown.text(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"a^`a`", "a`b^``a`b``", "`^`` ` ``", "a|b^`a\u2502b`", "a``b^```a``b```"})
  void codeCannotBeLeft(String text, String code) {
    assertThat(Markdown.code(text)).isEqualTo(code);
  }

  @Test
  void aBlockCannotBeLeft() {
    assertThat(Markdown.sql("a\n```\nb\u0007")).isEqualTo("````sql\na\n```\nb?\n````\n");
  }

  @Test
  void whatHoldsForAllIndexesIsToldOnce() throws IOException {
    String two =
        """
        2026-11-20 09:00:01.000 UTC [41] u@d LOG:  duration: 900.001 ms  statement: SELECT * FROM a WHERE b = 1
        2026-11-20 09:00:01.000 UTC [41] u@d LOG:  duration: 900.001 ms  statement: SELECT * FROM c WHERE d = 1
        """;

    assertThat(markdown(Analyses.of(two)))
        .contains("Of all of them:\n\n- no schema given: ")
        .doesNotContain("- Caveat: no schema given");
  }

  @Test
  void whatIsNotInItIsTold() throws IOException {
    assertThat(markdown(Analyses.of(Analyses.SHOP, 1)))
        .contains("- Kept the first 1 pattern; 2 executions (");
    assertThat(markdown(SampleAnalyses.filtered())).contains("- Filter: user shop\\_\\*");
    assertThat(markdown(Analyses.of(SampleAnalyses.HOSTILE))).contains("- 1 skipped: 1 ");
  }

  private static String markdown(Analysis analysis) throws IOException {
    StringBuilder out = new StringBuilder();
    MarkdownReport.write(analysis, ReportOptions.DEFAULT, out);
    return out.toString();
  }
}
