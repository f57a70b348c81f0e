package io.github.pgslowlog.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.filter.LogFilter;
import io.github.pgslowlog.filter.NameFilter;
import io.github.pgslowlog.report.ReportOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {
  private static final String ONE =
      "2026-11-20 09:00:01.000 UTC [41] app@shop LOG:  duration: 601.000 ms  statement: %s\n";

  // --- the page

  @Test
  void sectionsStandInOrder() throws IOException {
    assertThat(found(Logs.html(Logs.sample()), "<section id=\"([a-z]+)\""))
        .containsExactly(
            "input",
            "headline",
            "load",
            "patterns",
            "columns",
            "advice",
            "unhelped",
            "events",
            "method");
  }

  @Test
  void everySectionOfTheSampleHasSomethingToShow() throws IOException {
    String page = Logs.html(Logs.sample());

    for (String section : page.split("<section id=\"", -1)) {
      String id = section.substring(0, section.indexOf('"'));
      if (id.matches("headline|load|patterns|columns|advice|unhelped|events")) {
        assertThat(section.substring(0, section.indexOf("</section>")))
            .as(id)
            .doesNotContain("class=\"none\"");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no log at all\n",
        "2026-11-20 09:00:01.000 UTC [41] app@shop LOG:  checkpoint starting: time\n",
        "2026-11-20 09:00:01.000 UTC [41] app@shop LOG:  duration: 5.000 ms\n"
      })
  void whereThereIsNothingToShowItSaysSo(String log) throws IOException {
    String page = Logs.html(Logs.stderr(log));

    assertThat(found(page, "<section id=\"([a-z]+)\"")).hasSize(9);
    assertThat(page)
        .contains(
            "No execution of a known statement was logged",
            "Nothing is known of when statements ran",
            "No statement with a known text was found.",
            "No statement that was understood uses a column");
  }

  @Test
  void theSameAnalysisGivesTheSamePage() throws IOException {
    assertThat(Logs.html(Logs.sample())).isEqualTo(Logs.html(Logs.sample()));
  }

  @Test
  void thePageWithoutDataIsSmall() throws IOException {
    assertThat(Logs.html(Logs.stderr("")).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(90_000);
  }

  @Test
  void aPartialReportSaysSoFirst() throws IOException {
    Analysis whole = Logs.sample();
    Analysis partial =
        new Analysis(
            whole.inputs(),
            whole.problems(),
            whole.coverage(),
            whole.workload(),
            whole.queries(),
            whole.columns(),
            whole.advice(),
            whole.expressions(),
            whole.columnPairs(),
            whole.joins(),
            false);

    assertThat(Logs.html(partial)).contains("This report is partial.");
    assertThat(Logs.html(whole)).doesNotContain("This report is partial.");
  }

  // --- nothing acts but its own script

  @Test
  void thePolicyNamesTheScriptAndTheStyleByTheirHashes() throws IOException {
    String page = Logs.html(Logs.sample());

    String policy =
        found(page, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]+)\"").get(0);
    String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
    String script = page.substring(page.indexOf("<script>") + 8, page.indexOf("</script>"));
    assertThat(policy.replace("&#39;", "'"))
        .isEqualTo(
            "default-src 'none'; script-src 'sha256-"
                + sha256(script)
                + "'; style-src 'sha256-"
                + sha256(style)
                + "'; img-src data:; base-uri 'none'; form-action 'none'");
  }

  @Test
  void thereIsOneScriptOneStyleAndNoInlineHandler() throws IOException {
    assertOnlyItsOwn(Logs.html(Logs.sample()));
  }

  @Test
  void hostileTextsStayTexts() throws IOException {
    Analysis analysis = Hostile.analysis();

    String page = Logs.html(analysis, new ReportOptions(200, true, 80, false));

    assertThat(Hostile.PAYLOADS).hasSize(60).doesNotHaveDuplicates();
    assertThat(analysis.queries()).hasSizeGreaterThanOrEqualTo(58);
    assertOnlyItsOwn(page);
    assertThat(page).doesNotContainPattern("[\u0000-\u0008\u2028\u2029\u202e]");
  }

  private static void assertOnlyItsOwn(String page) {
    String data = page.substring(page.indexOf("id=\"data\">") + 10, page.lastIndexOf("</script>"));
    assertThat(data).startsWith("{\"patterns\":[").doesNotContain("<", ">", "&");
    String markup = page.replace(data, "").replaceAll("(?s)<(style|script)>.*?</\\1>", "<$1></$1>");
    assertThat(found(markup, "<(script[^>]*)>"))
        .containsExactly("script", "script type=\"application/json\" id=\"data\"");
    assertThat(found(markup, "<(style[^>]*)>")).containsExactly("style");
    List<String> tags = found(markup, "<([a-z][a-z0-9]*)[\\s>]");
    assertThat(tags)
        .doesNotContain("img", "iframe", "object", "embed", "base", "video", "audio", "template");
    String names = markup.replaceAll("=\"[^\"]*\"", "=\"\"");
    assertThat(found(names, "(<[a-z][^<>]* (?:on[a-z]+|style|src|action)=)")).isEmpty();
    assertThat(found(markup, "<[a-z][^<>]* href=\"([^\"#][^\"]*)\"")).containsExactly("data:,");
    assertThat(count(markup, "<section")).isEqualTo(count(markup, "</section>")).isEqualTo(9);
    assertThat(count(markup, "<noscript>")).isEqualTo(count(markup, "</noscript>"));
    assertThat(count(markup, "</script>")).isEqualTo(2);
  }

  // --- what it says

  @Test
  void theHeadlineIsASentence() throws IOException {
    String page = Logs.html(Logs.sample()).replace("\u00a0", " ");

    assertThat(page)
        .containsPattern(
            "<strong>11\\.5 %</strong> of the time \\(183\\.5 ms\\) goes into 8 calls of SELECT on"
                + " order_items \\(<a href=\"#q-[0-9a-f]{32}\">pattern 2</a>\\), mean 22\\.9 ms; <a href=\"#r-1\">an"
                + " index on public\\.order_items \\(product_id\\) makes it 18\\.3 times cheaper</a>\\.");
  }

  @Test
  void withoutAPlannerNothingIsPromised() throws IOException {
    String page =
        Logs.html(Logs.stderr(ONE.formatted("SELECT * FROM orders WHERE customer_id = 7")));

    assertThat(page.replace("\u00a0", " "))
        .contains(
            "an index on orders (customer_id) may help (not confirmed by the planner)</a>.",
            "From the statements alone: no schema was given");
  }

  @Test
  void valuesAreShownOnlyIfAskedFor() throws IOException {
    Analysis analysis =
        Logs.stderr(
            ONE.formatted("SELECT * FROM orders WHERE note = 'very secret' AND n = 4711")
                + """
                2026-11-20 09:00:02.000 UTC [41] app@shop LOG:  duration: 700.000 ms  plan:
                	Query Text: SELECT * FROM orders WHERE note = 'very secret' AND n = 4711
                	Seq Scan on orders  (cost=0.00..1.00 rows=1 width=4)
                	  Filter: ((note = 'very secret'::text) AND (n = 4711))
                """);

    assertThat(Logs.html(analysis))
        .doesNotContain("very secret", "4711")
        .contains("Seq Scan on orders  (cost=0.00..1.00 rows=1 width=4)", "(n = ?)");
    assertThat(Logs.html(analysis, new ReportOptions(20, true, 80, false)))
        .contains("'very secret' AND n = 4711", "Keep this file as you keep the data");
  }

  @Test
  void withoutTheScriptThePatternsThatCostMostAreToldInFull() throws IOException {
    Analysis analysis = Logs.sample();

    String page = Logs.html(analysis, new ReportOptions(3, false, 80, false));

    assertThat(found(page, "<tr class=\"row\" id=\"q-([0-9a-f]{32})\"")).hasSize(50);
    assertThat(count(page, "<noscript><div class=\"body\">")).isEqualTo(3);
  }

  @Test
  void whatTheLogCannotTellIsTold() throws IOException {
    String log =
        "2026-11-20 09:00:01.000 UTC [41] LOG:  duration: 150.000 ms  statement: SELECT 1\n";

    assertThat(Logs.html(Logs.stderr(log)))
        .contains("%u in log_line_prefix", "%d in log_line_prefix", "auto_explain")
        .contains("a lower log_min_duration_statement");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `%m [%p] %q%u@%d `        | a  | false
          `%m [%p] %q%u@%d/%a `     | a  | true
          `%m %-20a `               | a  | true
          `%m %%a `                 | a  | false
          `%m %r `                  | hr | true
          `%m %`                    | a  | false
          ``                        | a  | false
          """)
  void aPrefixHasAnEscape(String prefix, String escapes, boolean has) {
    assertThat(Hints.hasAny(prefix, escapes)).isEqualTo(has);
  }

  @Test
  void aPrefixIsAdvisedOnlyWhereItLacksSomething() throws IOException {
    String lacking = ONE.formatted("SELECT 1");
    String without =
        "2026-11-20 09:00:01.000 UTC [41] app@shop app= client= LOG:  duration: 601.000 ms "
            + " statement: SELECT 1\n";

    assertThat(Logs.html(Logs.stderr("LOG:  duration: 601.000 ms  statement: SELECT 1\n")))
        .contains("<dt>when a statement ran</dt><dd><code>%m in log_line_prefix</code>");
    assertThat(Logs.html(Logs.stderr(lacking)))
        .doesNotContain("when a statement ran")
        .contains("%a in log_line_prefix", "%h in log_line_prefix");
    assertThat(
            Logs.html(
                Logs.builder("postgresql.log", without)
                    .logLinePrefix("%m [%p] %u@%d app=%a client=%h ")
                    .build()
                    .analyze()))
        .contains("SELECT $1")
        .doesNotContain(" in log_line_prefix");
  }

  @Test
  void theFilterThatTheLogWasReadWithIsTold() throws IOException {
    LogFilter app =
        LogFilter.builder()
            .users(new NameFilter(List.of("app"), List.of()))
            .minDuration(Duration.ofMillis(1))
            .build();
    LogFilter nobody =
        LogFilter.builder().users(new NameFilter(List.of("nobody"), List.of())).build();

    assertThat(filtered(app))
        .contains("user app; duration at least 1 ms. 1 of 1\u00a0execution passed.")
        .doesNotContain("a lower log_min_duration_statement");
    assertThat(filtered(nobody))
        .contains("No message with a duration passed the filter.")
        .doesNotContain("No duration was found", "how long statements take");
  }

  private static String filtered(LogFilter filter) throws IOException {
    return Logs.html(
        Logs.builder("postgresql.log", ONE.formatted("SELECT 1")).filter(filter).build().analyze());
  }

  @Test
  void silenceIsToldWithItsBound() throws IOException {
    String one = ONE.formatted("SELECT 1");

    assertThat(Logs.html(Logs.stderr(one)))
        .contains("without a break of 10\u00a0min or more, from the first to the last;");
    assertThat(Logs.html(Logs.stderr(one + one.replace("09:00", "10:00"))))
        .contains(
            "Breaks of 10\u00a0min or more", "<li>2026-11-20 09:00:10 to 2026-11-20 10:00:00");
    assertThat(Logs.html(Logs.stderr(""))).contains("Silence cannot be told");
  }

  @ParameterizedTest
  @CsvSource({
    "100, 50, makes it 2.0 times cheaper",
    "100, 95.2, makes it 1.1 times cheaper",
    "100, 95.3, changes its cost little",
    "100, 110, changes its cost little"
  })
  void whatAnIndexIsWorthIsNotOverstated(double before, double after, String words)
      throws IOException {
    assertThat(Logs.html(Logs.advised(before, after))).contains("(id) " + words);
  }

  @Test
  void costsAreThoseWithAllAdviceFollowed() throws IOException {
    assertThat(Logs.html(Logs.sample()))
        .contains(
            "<dt>Planner’s cost, with all advice followed</dt><dd>52,448 → 2,872 (18.3 times"
                + " cheaper)</dd>",
            "with the planner’s cost of a call before and after all advice");
  }

  @Test
  void whatConcernsTheAdviceIsToldThereAndOnce() throws IOException {
    String page = Logs.html(Logs.sample());

    assertThat(count(page, "1 of 67 patterns could not be planned")).isEqualTo(1);
    assertThat(page.indexOf("1 of 67 patterns could not be planned"))
        .isGreaterThan(page.indexOf("id=\"advice\""));
  }

  @Test
  void ofVeryManyMessagesTheFirstAreTold() {
    List<String> messages = Collections.nCopies(1_203, "a");

    assertThat(Messages.first(messages))
        .hasSize(201)
        .endsWith("and 1,003 more, which the JSON report has");
    assertThat(Messages.first(messages.subList(0, 200))).hasSize(200).containsOnly("a");
  }

  private static List<String> found(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().map(HtmlReportTest::group).toList();
  }

  private static String group(MatchResult result) {
    return result.group(1);
  }

  private static int count(String page, String text) {
    return page.split(Pattern.quote(text), -1).length - 1;
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
