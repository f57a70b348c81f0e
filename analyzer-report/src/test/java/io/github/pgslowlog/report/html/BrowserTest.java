package io.github.pgslowlog.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.report.ReportOptions;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The page in a real browser. */
class BrowserTest {
  @TempDir private static @Nullable Path folder;
  private static @Nullable Chromium chromium;
  private static @Nullable Analysis sample;
  private static @Nullable Path page;

  @BeforeAll
  static void start() throws IOException {
    Assumptions.assumeTrue(Chromium.isInstalled());
    sample = Logs.sample();
    page = write("sample.html", sample, ReportOptions.DEFAULT);
    chromium = new Chromium(Files.createDirectory(folder().resolve("profile")));
    chromium.allowClipboard();
  }

  @AfterAll
  static void stop() throws IOException {
    if (chromium != null) {
      chromium.close();
    }
  }

  /** Whatever a test does, the page stays quiet: no error, no violation, no request but itself. */
  @AfterEach
  void quiet() {
    assertThat(browser().isTrue("window.hacked === undefined")).isTrue();
    assertThat(browser().console()).isEmpty();
    assertThat(browser().requests())
        .allMatch(url -> url.startsWith("file:") && url.endsWith(".html"));
  }

  private static Path folder() {
    return Objects.requireNonNull(folder);
  }

  private static Chromium browser() {
    return Objects.requireNonNull(chromium);
  }

  private static Path write(String name, Analysis analysis, ReportOptions options)
      throws IOException {
    Path file = folder().resolve(name);
    try (Writer out = Files.newBufferedWriter(file)) {
      HtmlReport.write(analysis, options, out);
    }
    return file;
  }

  private static Chromium open(String hash) {
    browser().resize(1400, 1000, false);
    browser().open(Objects.requireNonNull(page), hash);
    return browser();
  }

  private static String fingerprint(int rank) {
    return Objects.requireNonNull(sample)
        .queries()
        .get(rank - 1)
        .pattern()
        .fingerprint()
        .toString();
  }

  // --- rendering

  @ParameterizedTest
  @ValueSource(
      strings = {
        "input",
        "headline",
        "load",
        "patterns",
        "columns",
        "advice",
        "unhelped",
        "events",
        "method"
      })
  void everySectionIsThereAndHasASize(String id) {
    Chromium browser = open("");

    assertThat(browser.number("document.getElementById('" + id + "').offsetHeight"))
        .isGreaterThan(80);
    assertThat(browser.number("document.querySelectorAll('nav a[href=\"#" + id + "\"]').length"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1400, 800, 400})
  void nothingIsWiderThanTheWindow(int width) {
    Chromium browser = open("");
    browser.resize(width, 900, true);

    assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    browser.run("document.querySelector('.x').click()");
    assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
  }

  @Test
  void theScriptShowsTheRowsThatAreThereWithoutIt() {
    String rows =
        "[...document.querySelectorAll('#rows .row')].map(r => r.id + [...r.cells].map(c =>"
            + " c.textContent).join('|') + r.querySelector('.trend path').getAttribute('d') +"
            + " r.querySelector('rect').getAttribute('width')).join('\\n')";
    Chromium browser = open("");
    String withScript = browser.text(rows);
    browser.withoutScripts(true);
    browser.open(Objects.requireNonNull(page), "");
    browser.withoutScripts(false);
    String withoutScript = browser.text(rows);

    assertThat(withScript.lines()).hasSize(50);
    assertThat(withoutScript).isEqualTo(withScript);
  }

  @Test
  void nothingMovesWhileThePageOpens() {
    Chromium browser = open("");

    browser.run(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(e => {"
            + " window.moved += e.value; })).observe({type: 'layout-shift', buffered: true})");
    browser.run("document.getElementById('columns').scrollIntoView()");

    assertThat(browser.isTrue("window.moved < 0.02")).isTrue();
  }

  @Test
  void withoutScriptsTheCostliestPatternsAreToldInFull() {
    Chromium browser = browser();
    browser.withoutScripts(true);
    browser.open(Objects.requireNonNull(page), "");
    browser.withoutScripts(false);

    assertThat(browser.number("document.querySelectorAll('noscript .body').length")).isEqualTo(20);
    assertThat(browser.number("document.querySelector('noscript .body').offsetHeight"))
        .isGreaterThan(80);
    assertThat(browser.text("getComputedStyle(document.getElementById('filter')).display"))
        .isEqualTo("none");
  }

  @Test
  void theColoursFollowTheSystemAndTheButton() {
    Chromium browser = open("");
    String background = "getComputedStyle(document.body).backgroundColor";
    assertThat(browser.text(background)).isEqualTo("rgb(255, 255, 255)");

    browser.resize(1400, 1000, true);
    assertThat(browser.text(background)).isEqualTo("rgb(20, 23, 27)");

    browser.find("#theme").click();
    assertThat(browser.text(background)).isEqualTo("rgb(255, 255, 255)");
    browser.run("localStorage.clear()");
  }

  // --- patterns

  @Test
  void columnsSort() {
    Chromium browser = open("");

    browser.find("th[data-sort=calls] button").click();
    browser.until("document.querySelector('th[data-sort=calls]').ariaSort === 'descending'");
    assertThat(isSorted(browser, "Calls", -1)).isTrue();
    assertThat(browser.text("location.hash")).isEqualTo("#sort=calls");

    browser.find("th[data-sort=calls] button").click();
    browser.until("document.querySelector('th[data-sort=calls]').ariaSort === 'ascending'");
    assertThat(isSorted(browser, "Calls", 1)).isTrue();
  }

  private static boolean isSorted(Chromium browser, String label, int sign) {
    return browser.isTrue(
        "(() => { const n = [...document.querySelectorAll('#rows td[data-l=%s]')].map(c => +c.textContent.replace(/,/g, ''));"
                .formatted(label)
            + " return n.length > 20 && n.every((x, i) => i === 0 || (x - n[i - 1]) * %d >= 0); })()"
                .formatted(sign));
  }

  @Test
  void aRowOpensByClickAndByKeyAndHasEverything() {
    Chromium browser = open("");

    browser.find("#rows .row .x").sendKeys(Keys.ENTER);
    browser.until("document.querySelector('#rows .detail .body')");
    String detail = browser.text("document.querySelector('#rows .detail').textContent");
    assertThat(detail)
        .contains("SELECT extract(isodow FROM created_at)", "Median", "How long calls took")
        .contains("Its time in slices of 6\u00a0h", "report", "shop", "10.0.0.0", "Samples")
        .contains("lock wait: 3\u00a0times", "Columns and what for", fingerprint(1));
    assertThat(browser.text("document.querySelector('.x').ariaExpanded")).isEqualTo("true");

    browser.find("#rows .row .x").sendKeys(Keys.SPACE);
    browser.until("!document.querySelector('#rows .detail')");
    browser.find("#rows .row .share").click();
    browser.until("document.querySelector('#rows .detail')");
  }

  @Test
  void copyButtonsCopy() {
    Chromium browser = open("#q-" + fingerprint(2));

    browser.find("#rows .detail .copy").click();
    browser.until("document.querySelector('#rows .detail .copy').textContent === 'Copied'");
    assertThat(browser.clipboard())
        .isEqualTo(
            """
            SELECT count(oi1_0.id), sum(oi1_0.quantity)
            FROM order_items oi1_0
            WHERE oi1_0.product_id = $1""");

    browser.find("#r-1 .copy").click();
    browser.until("document.querySelector('#r-1 .copy').textContent === 'Copied'");
    assertThat(browser.clipboard())
        .isEqualTo(
            "CREATE INDEX CONCURRENTLY order_items_product_id_idx ON public.order_items"
                + " (product_id);");

    browser.run("document.querySelector('#rows .detail button.link').click()");
    browser.until("document.getElementById('said').textContent === 'Link copied'");
    assertThat(browser.clipboard()).endsWith(".html#q-" + fingerprint(2));
  }

  @Test
  void aLinkToAPatternOpensIt() {
    Chromium browser = open("#q-" + fingerprint(60));

    browser.until("document.activeElement.closest('tr')?.id === 'q-%s'".formatted(fingerprint(60)));
    assertThat(browser.number("document.querySelectorAll('#rows .detail').length")).isEqualTo(1);
    long top = browser.number("Math.round(document.activeElement.getBoundingClientRect().top)");
    assertThat(top).isBetween(0L, 1000L);
  }

  @Test
  void aLinkOnThePageOpensAPatternThatIsFilteredOut() {
    Chromium browser = open("#text=no_such_word");
    assertThat(browser.text("document.getElementById('told').textContent"))
        .contains("No pattern fits.");

    browser.run("document.querySelector('.headline a').click()");

    assertThat(browser.number("document.querySelectorAll('#rows .detail').length")).isEqualTo(1);
    assertThat(browser.text("location.hash")).isEqualTo("#q-" + fingerprint(1));
  }

  @Test
  void aLinkToAPatternOfAnotherReportSaysSo() {
    Chromium browser = open("#q-0123456789abcdef");

    assertThat(browser.text("document.getElementById('told').textContent"))
        .isEqualTo("Pattern 0123456789abcdef is not in this page.");
  }

  @Test
  void moreRowsAreShownOnDemand() {
    Chromium browser = open("");
    assertThat(browser.number("document.querySelectorAll('#rows .row').length")).isEqualTo(50);

    browser.find("#more-100").click();

    assertThat(browser.number("document.querySelectorAll('#rows .row').length")).isEqualTo(67);
    assertThat(browser.number("document.querySelectorAll('#more button').length")).isZero();
  }

  // --- filters

  @Test
  void textFilters() {
    Chromium browser = open("");

    browser.find("#f-text").sendKeys("ORDER_items  product_id");
    browser.until("location.hash.includes('text=')");

    assertThat(
            browser.isTrue(
                "[...document.querySelectorAll('#rows .row')].length > 1 &&"
                    + " [...document.querySelectorAll('#rows .row')].length < 20"))
        .isTrue();
    assertThat(browser.text("document.getElementById('told').textContent"))
        .contains("of 67\u00a0patterns");
    browser.find("#reset").click();
    assertThat(browser.number("document.querySelectorAll('#rows .row').length")).isEqualTo(50);
    assertThat(browser.text("location.hash")).isEmpty();
  }

  @Test
  void aFingerprintFilters() {
    Chromium browser = open("#text=" + fingerprint(5).substring(0, 12));

    assertThat(browser.text("[...document.querySelectorAll('#rows .row')].map(r => r.id).join()"))
        .isEqualTo("q-" + fingerprint(5));
  }

  @Test
  void namesFilterAndTheAddressKeepsThem() {
    Chromium browser = open("");

    browser.run(
        "const s = document.getElementById('f-u'); s.value = 'report';"
            + " s.dispatchEvent(new Event('input', {bubbles: true}))");
    browser.until("location.hash === '#user=report'");
    String rows = "[...document.querySelectorAll('#rows .row')].map(r => r.id).join()";
    String filtered = browser.text(rows);
    assertThat(filtered).contains(fingerprint(1)).doesNotContain(fingerprint(2));
    assertThat(browser.text("document.getElementById('told').textContent"))
        .contains("Calls are those from this user of all");
    assertThat(browser.text("document.querySelector('#rows td[data-l=Calls]').textContent"))
        .isEqualTo("4 of 4");

    open("#user=report");
    assertThat(browser.text(rows)).isEqualTo(filtered);
    assertThat(browser.text("document.getElementById('f-u').value")).isEqualTo("report");
  }

  @Test
  void tablesFilter() {
    Chromium browser = open("#table=payments");

    assertThat(browser.number("document.querySelectorAll('#rows .row').length")).isBetween(2L, 30L);
  }

  @Test
  void aTimeRangeCountsAnew() {
    Chromium browser = open("#from=2026-11-16T00:00:00&to=2026-11-16T12:00:00");

    assertThat(browser.text("document.getElementById('told').textContent"))
        .contains("Calls, total and mean are of the time range");
    assertThat(
            browser.isTrue(
                "+document.querySelector('#q-%s td[data-l=Calls]').textContent < 4"
                    .formatted(fingerprint(1))))
        .isTrue();
    assertThat(browser.text("document.getElementById('reading').textContent"))
        .contains("2026-11-16 01:00:00 to 2026-11-16 12:00:00");
    browser.find("#zoom-out").click();
    assertThat(browser.text("location.hash")).isEmpty();
    assertThat(
            browser.text(
                "document.querySelector('#q-%s td[data-l=Calls]').textContent"
                    .formatted(fingerprint(1))))
        .isEqualTo("4");
  }

  @Test
  void draggingOverTheChartZooms() {
    Chromium browser = open("");
    String whole = browser.text("document.querySelector('#load-svg path').getAttribute('d')");

    browser.run(
        """
        const chart = document.getElementById('chart'), box = chart.getBoundingClientRect();
        const at = (type, share) => chart.dispatchEvent(new PointerEvent(type, {pointerId: 1, button: 0,
          clientX: box.left + share * box.width, clientY: box.top + 50, bubbles: true}));
        chart.setPointerCapture = () => {};
        at('pointerdown', 0.25); at('pointermove', 0.4); at('pointerup', 0.5);""");

    assertThat(browser.text("location.hash"))
        .contains("from=2026-11-18T00")
        .contains("to=2026-11-20T");
    assertThat(browser.text("document.querySelector('#load-svg path').getAttribute('d')"))
        .isNotEqualTo(whole);
    assertThat(browser.text("document.getElementById('f-from').value")).startsWith("2026-11-18T00");
  }

  @Test
  void anAddressThatSaysNonsenseDoesNoHarm() {
    Chromium browser = open("#from=x&to=%00&sort=__proto__-x&user=<script>&text=%F0%9F%98%80");
    assertThat(browser.text("document.getElementById('told').textContent")).contains("No pattern");

    open("#sort=constructor&from=2026-99-99T00:00");
    assertThat(browser.number("document.querySelectorAll('#rows .row').length")).isEqualTo(50);
  }

  @Test
  void columnsAreWeightedByTimeOrCalls() {
    Chromium browser = open("");
    assertThat(browser.text("document.querySelector('#roles .by-c').checkVisibility()"))
        .isEqualTo("false");

    browser.find("#by-calls").click();

    assertThat(browser.text("document.querySelector('#roles .by-c').checkVisibility()"))
        .isEqualTo("true");
    assertThat(browser.text("document.querySelector('#roles .by-t').checkVisibility()"))
        .isEqualTo("false");
  }

  @Test
  void printingOpensWhatIsClosed() {
    Chromium browser = open("");

    browser.run("window.dispatchEvent(new Event('beforeprint'))");

    assertThat(browser.number("document.querySelectorAll('details:not([open])').length")).isZero();
    assertThat(browser.number("document.querySelectorAll('#rows .detail').length")).isEqualTo(10);
  }

  // --- hostile texts

  @Test
  void hostileTextsDoNothing() throws IOException {
    Path hostile =
        write("hostile.html", Hostile.analysis(), new ReportOptions(200, true, 80, false));
    Chromium browser = browser();
    browser.open(hostile, "");

    browser.run("const all = document.getElementById('more-100'); if (all) all.click()");
    browser.run("document.querySelectorAll('#rows .x').forEach(x => x.click())");
    browser.run("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    browser.run("window.dispatchEvent(new Event('beforeprint'))");

    assertThat(browser.number("document.querySelectorAll('#rows .detail').length"))
        .isGreaterThanOrEqualTo(58);
    assertThat(browser.number("document.querySelectorAll('script').length")).isEqualTo(2);
    assertThat(
            browser.number(
                "document.querySelectorAll('img,iframe,object,embed,video,audio,base,form:not(#filter),style:not(head style)').length"))
        .isZero();
    String text = browser.text("document.body.textContent");
    for (String payload : List.of("<img src=x onerror=window.hacked=1>", "${window.hacked=1}")) {
      assertThat(text).contains(payload);
    }
  }

  @Test
  void hostileTextsDoNothingWithoutTheScriptEither() throws IOException {
    Path hostile =
        write("hostile2.html", Hostile.analysis(), new ReportOptions(200, true, 80, false));
    Chromium browser = browser();
    browser.withoutScripts(true);
    browser.open(hostile, "");
    browser.withoutScripts(false);

    assertThat(
            browser.number(
                "document.querySelectorAll('img,iframe,object,embed,video,audio,base,form:not(#filter)').length"))
        .isZero();
    assertThat(browser.number("document.querySelectorAll('noscript .body').length"))
        .isGreaterThanOrEqualTo(50);
  }

  @Test
  void aHostileAddressDoesNothing() {
    Chromium browser = open("#text=%3Cimg%20src%3Dx%20onerror%3Dwindow.hacked%3D1%3E");

    assertThat(browser.text("document.getElementById('f-text').value"))
        .isEqualTo("<img src=x onerror=window.hacked=1>");
  }
}
