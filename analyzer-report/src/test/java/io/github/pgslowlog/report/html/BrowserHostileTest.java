package io.github.pgslowlog.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.report.ReportOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hostile texts, and hostile addresses. */
class BrowserHostileTest extends InBrowser {
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
