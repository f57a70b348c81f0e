package io.github.pgslowlog.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.report.ReportOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Filters, and what the address keeps of them. */
class BrowserFilterTest extends InBrowser {
  private static final String LINE =
      "2026-11-20 09:00:0%d.000 UTC [41] app@shop LOG:  duration: 601.000 ms  statement: %s\n";
  private static final String TOLD = "document.getElementById('told').textContent";

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
    assertThat(browser.text(TOLD)).contains("of 67\u00a0patterns");
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
    assertThat(browser.text(TOLD)).contains("Calls are those from this user of all");
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

    assertThat(browser.text(TOLD)).contains("Calls, total and mean are of the time range");
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
    assertThat(browser.text(TOLD)).contains("No pattern");

    open("#sort=constructor&from=2026-99-99T00:00");
    assertThat(browser.number("document.querySelectorAll('#rows .row').length")).isEqualTo(50);
  }

  @Test
  void aNameThatNobodyHasIsShownAsWhatIsAskedFor() {
    Chromium browser = open("#user=nobody");

    assertThat(browser.text("document.getElementById('f-u').selectedOptions[0].textContent"))
        .isEqualTo("nobody (not in this page)");
    assertThat(browser.text(TOLD)).isEqualTo("No pattern fits.");

    browser.find("#reset").click();
    assertThat(browser.text("document.getElementById('f-u').value")).isEmpty();
    assertThat(browser.number("document.querySelectorAll('#f-u .unknown').length")).isZero();
    assertThat(browser.number("document.querySelectorAll('#rows .row').length")).isEqualTo(50);
  }

  @Test
  void aRangeThatEndsBeforeItBeginsIsTold() {
    Chromium browser = open("#from=2026-11-18T00:00&to=2026-11-17T00:00");

    assertThat(browser.text(TOLD))
        .isEqualTo("From is not before To, so there is no time left. No pattern fits.");
    assertThat(browser.text("document.getElementById('f-from').ariaInvalid")).isEqualTo("true");

    open("#from=2026-11-16T00:00&to=2026-11-17T00:00");
    assertThat(browser.text("document.getElementById('f-from').ariaInvalid")).isEqualTo("false");
  }

  /** The end of a text of more than 20,000 characters is not in the page. */
  @Test
  void whereThePageCannotTellWhetherAPatternFitsItSaysSo() throws IOException {
    String conditions = " AND column_1 = 7".repeat(1_500);
    Analysis analysis =
        Logs.stderr(
            LINE.formatted(1, "SELECT 1 FROM a WHERE b = 2" + conditions + " AND needle = 3")
                + LINE.formatted(2, "SELECT 1 FROM haystack WHERE c = 4"));
    Path page = write("long.html", analysis, ReportOptions.DEFAULT);
    Chromium browser = browser();

    browser.open(page, "#text=needle");
    assertThat(browser.text(TOLD)).contains("No pattern fits.", "1\u00a0further pattern may fit:");

    browser.open(page, "#text=haystack");
    assertThat(browser.number("document.querySelectorAll('#rows .row').length")).isEqualTo(1);
    assertThat(browser.text(TOLD)).contains("1\u00a0further pattern may fit:");

    browser.open(page, "#text=needle&table=haystack");
    assertThat(browser.text(TOLD)).isEqualTo("No pattern fits.");
  }

  @Test
  void eachOfVeryManyUsersIsFound() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      log.append(
          LINE.formatted(i % 10, "SELECT 1 FROM a WHERE b = 2").replace("app@", "user_" + i + "@"));
    }
    Path page = write("users.html", Logs.stderr(log.toString()), ReportOptions.DEFAULT);
    Chromium browser = browser();

    browser.open(page, "#user=user_299");

    assertThat(browser.text("document.querySelector('#rows td[data-l=Calls]').textContent"))
        .isEqualTo("1 of 300");
    browser.run("document.querySelector('.x').click()");
    assertThat(browser.text("document.querySelector('#rows .names').textContent"))
        .endsWith("and 270 more");
  }

  @Test
  void aPatternThatTheFilterHidIsShownAndThatIsTold() {
    Chromium browser = open("#text=no_such_word");

    browser.run("document.querySelector('.headline a').click()");

    assertThat(browser.text(TOLD))
        .isEqualTo("All patterns are shown again, for the filter hid pattern 1.");
  }
}
