package io.github.pgslowlog.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** What the page shows, and what it does with its rows. */
class BrowserTest extends InBrowser {
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
    browser.open(page(), "");
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
    browser.open(page(), "");
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

  @ParameterizedTest
  @CsvSource({"ctrlKey,0,false", "metaKey,0,false", "shiftKey,0,false", "screenX,0,true"})
  void onlyAPlainClickOnALinkIsTheScripts(String key, int button, boolean prevented) {
    Chromium browser = open("");

    browser.run(
        """
        addEventListener('click', event => { window.prevented = event.defaultPrevented; event.preventDefault(); }, {once: true});
        document.querySelector('.headline a').dispatchEvent(new MouseEvent('click',
          {bubbles: true, cancelable: true, button: %d, %s: true}));"""
            .formatted(button, key));

    assertThat(browser.isTrue("window.prevented")).isEqualTo(prevented);
    assertThat(browser.number("document.querySelectorAll('#rows .detail').length"))
        .isEqualTo(prevented ? 1 : 0);
  }

  @Test
  void aLinkToAPatternFarDownShowsItWithoutThoseBetween() {
    Chromium browser = open("#q-" + fingerprint(60));

    assertThat(browser.number("document.querySelectorAll('#rows .row').length")).isEqualTo(51);
    assertThat(browser.text("document.querySelector('#rows .gap').textContent"))
        .isEqualTo("9\u00a0patterns between");

    browser.find("#more-100").click();
    assertThat(browser.number("document.querySelectorAll('#rows .row').length")).isEqualTo(67);
    assertThat(browser.number("document.querySelectorAll('#rows .gap').length")).isZero();
  }

  // --- for everybody

  @Test
  void headingsSkipNoLevelAndEveryControlHasAName() {
    Chromium browser = open("");
    browser.run("document.querySelectorAll('#rows .x').forEach(x => x.click())");

    assertThat(
            browser.text(
                "[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])"
                    + ".filter((level, i, all) => level > (i ? all[i - 1] : 0) + 1).length"))
        .isEqualTo("0");
    assertThat(
            browser.text(
                "[...document.querySelectorAll('button,a,input,select,[tabindex]')].filter(e => !("
                    + "e.ariaLabel || e.textContent.trim() || e.labels?.[0]?.textContent.trim() ||"
                    + " e.title)).map(e => e.outerHTML).join()"))
        .isEmpty();
  }

  // --- the other sections

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
  void printingOpensWhatIsClosedAndClosesItAgain() {
    Chromium browser = open("");

    browser.run("window.dispatchEvent(new Event('beforeprint'))");

    assertThat(browser.number("document.querySelectorAll('details:not([open])').length")).isZero();
    assertThat(browser.number("document.querySelectorAll('#rows .detail').length")).isEqualTo(10);

    browser.run("window.dispatchEvent(new Event('afterprint'))");

    assertThat(browser.number("document.querySelectorAll('details[open]').length")).isZero();
    assertThat(browser.number("document.querySelectorAll('#rows .detail').length")).isZero();
  }
}
