package io.github.pgslowlog.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.advice.Advice;
import io.github.pgslowlog.report.ReportOptions;
import io.github.pgslowlog.select.Recommendation;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Names that only an attacker gives do not make the page larger than it may be. */
class BoundedPageTest {
  private static final int PATTERNS = 100;
  private static final Analysis HOSTILE = tenfold(Logs.stderr(log("<".repeat(20_000))));

  private static String log(String name) {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < PATTERNS; i++) {
      log.append(
          String.format(
              Locale.ROOT,
              "2026-11-20 09:00:%02d.000 UTC [41] u@d LOG:  duration: 9.000 ms  statement: SELECT *"
                  + " FROM \"%d%s\" WHERE a%d = 1 AND b > 2%n",
              i % 60,
              i,
              name,
              i));
    }
    return log.toString();
  }

  /** With as many recommendations as a page shows; a log alone gives ten. */
  private static Analysis tenfold(Analysis a) {
    List<Recommendation> advice =
        Collections.nCopies(10, a.recommendations()).stream().flatMap(List::stream).toList();
    return new Analysis(
        a.inputs(),
        a.problems(),
        a.coverage(),
        a.workload(),
        a.queries(),
        a.columns(),
        new Advice(advice, a.advice().unhelped(), a.advice().problems(), a.advice().basis()),
        a.expressions(),
        a.columnPairs(),
        a.joins(),
        a.complete());
  }

  @Test
  void aPageIsNeverLargerThanFiveMegabytes() throws IOException {
    assertThat(HOSTILE.queries().size()).isEqualTo(PATTERNS);
    assertThat(HOSTILE.recommendations().size()).isEqualTo(AdviceView.MOST);

    assertThat(utf8(page(HOSTILE)).length).isLessThan(5_000_000);
  }

  @Test
  void noPartOfTheDataIsBesideItsBound() {
    StringOutput out = new StringOutput();

    new ReportData(new Ties(HOSTILE, ReportOptions.DEFAULT), 400_000).writeTo(out);

    assertThat(utf8(out.toString()).length).isLessThan(400_000);
    assertThat(count(out.toString(), "{\"f\":\"")).isPositive();
  }

  @Test
  void aStatementThatIsNotWholeIsNotToBeCopiedAndSaysSo() throws IOException {
    String hostile = page(HOSTILE);
    String usual = page(Logs.stderr(log("orders")));

    assertThat(count(hostile, "too long for this page")).isGreaterThanOrEqualTo(AdviceView.MOST);
    assertThat(hostile.contains("Copy the statement of recommendation")).isFalse();
    assertThat(usual)
        .contains("Copy the statement of recommendation 1\"")
        .doesNotContain("too long for this page");
  }

  @Test
  void ofLongTextsTheFirstAreWholeAndOfOthersTheBeginningIsShown() {
    PageRoom room = new PageRoom();
    String text = "<".repeat(2_000);
    String name = "a".repeat(PageRoom.SHORT);

    for (int i = 0; i < PageRoom.MAX_BYTES / 10_000; i++) {
      assertThat(room.has(text)).isTrue();
      assertThat(room.take(text)).isEqualTo(text);
    }

    assertThat(room.has(text)).isFalse();
    assertThat(room.take(text)).isEqualTo("<".repeat(PageRoom.SHORT - 1) + "…");
    assertThat(room.take(name)).isEqualTo(name);
    assertThat(new PageRoom().take("b".repeat(9_000))).hasSize(PageRoom.LONGEST).endsWith("b…");
  }

  private static String page(Analysis analysis) throws IOException {
    StringWriter out = new StringWriter();
    HtmlReport.write(analysis, ReportOptions.DEFAULT, out);
    return out.toString();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
