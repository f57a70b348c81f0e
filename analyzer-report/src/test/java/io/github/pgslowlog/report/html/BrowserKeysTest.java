package io.github.pgslowlog.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.report.ReportOptions;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Charts and heat maps by keys and by touch. */
class BrowserKeysTest extends InBrowser {
  private static final String CHART = "document.getElementById('chart')";
  private static final String WEEK = "document.getElementById('week-reading').textContent";
  private static final String ROLES = "document.getElementById('roles-reading').textContent";

  @Test
  void arrowsMoveOverTheChartAndItsFiguresAreTold() {
    Chromium browser = open("");

    browser.find("#chart").sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);

    assertThat(browser.text(CHART + ".role")).isEqualTo("slider");
    assertThat(browser.text(CHART + ".ariaValueNow")).isEqualTo("2");
    String value = browser.text(CHART + ".getAttribute('aria-valuetext')");
    assertThat(value).startsWith("2026-11-16 03:00:00: ").contains("\u00a0ms in ");
    assertThat(browser.text("document.getElementById('reading').textContent")).isEqualTo(value);
  }

  @Test
  void shiftSelectsEnterZoomsAndEscapeShowsAll() {
    Chromium browser = open("");
    String path = "document.querySelector('#load-svg path').getAttribute('d')";
    String whole = browser.text(path);

    browser.find("#chart").sendKeys(Keys.HOME, Keys.chord(Keys.SHIFT, Keys.PAGE_UP), Keys.ENTER);

    assertThat(browser.text("location.hash"))
        .isEqualTo("#from=2026-11-16T01%3A00%3A00&to=2026-11-16T12%3A00%3A00");
    assertThat(browser.text(path)).isNotEqualTo(whole);
    assertThat(browser.text("document.activeElement.id")).isEqualTo("chart");

    browser.find("#chart").sendKeys(Keys.ESCAPE);

    assertThat(browser.text("location.hash")).isEmpty();
    assertThat(browser.text(path)).isEqualTo(whole);
  }

  /** Slices of weeks begin on Mondays, the epoch on a Thursday. */
  @Test
  void aSliceOfAWeekStaysWholeWhenItIsZoomedTo() throws IOException {
    StringBuilder log = new StringBuilder();
    for (String day : List.of("2024-01-03", "2025-06-01", "2026-11-20")) {
      log.append(
          day
              + " 09:00:00.000 UTC [41] app@shop LOG:  duration: 601.000 ms  statement: SELECT 1\n");
    }
    Chromium browser = browser();
    browser.open(write("weeks.html", Logs.stderr(log.toString()), ReportOptions.DEFAULT), "");

    browser.find("#chart").sendKeys(Keys.HOME, Keys.ENTER, Keys.HOME);

    assertThat(browser.text("location.hash"))
        .isEqualTo("#from=2024-01-01T00%3A00%3A00&to=2024-01-08T00%3A00%3A00");
    assertThat(browser.text(CHART + ".getAttribute('aria-valuetext')"))
        .isEqualTo("2024-01-01 00:00:00: 601.0\u00a0ms in 1\u00a0call");
  }

  @Test
  void arrowsMoveOverTheHoursOfTheWeek() {
    Chromium browser = open("");

    browser.find("#week td").sendKeys(Keys.ARROW_DOWN, Keys.ARROW_RIGHT);
    assertThat(browser.text(WEEK)).startsWith("Tuesday 1:00 to 1:59: ").contains(" in ");

    browser.find("#week td:focus").sendKeys(Keys.ARROW_UP, Keys.ARROW_UP, Keys.ARROW_LEFT);
    assertThat(browser.text(WEEK)).startsWith("Monday 0:00 to 0:59: ");
    assertThat(browser.number("document.querySelectorAll('#week [tabindex=\"0\"]').length"))
        .isEqualTo(1);
  }

  @Test
  void arrowsSkipRolesThatAColumnDoesNotHave() {
    Chromium browser = open("");
    browser.run("document.querySelector('#roles td[title]').focus()");
    String first = browser.text(ROLES);

    browser.find("#roles td:focus").sendKeys(Keys.ARROW_RIGHT);
    assertThat(browser.text(ROLES)).isNotEqualTo(first).contains(" of the time), ");
    browser.find("#roles td:focus").sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
    assertThat(browser.text(ROLES)).isEqualTo(first);
  }

  @Test
  void aCellThatIsTappedTellsItsFigures() {
    Chromium browser = open("");

    browser.run("document.querySelector('#roles td[title]').scrollIntoView({block: 'center'})");
    browser.find("#roles td[title]").click();

    assertThat(browser.text(ROLES))
        .isEqualTo(browser.text("document.querySelector('#roles td[title]').title"));
  }

  @Test
  void aSliceThatIsTappedTellsItsFigures() {
    Chromium browser = open("");

    browser.find("#chart").click();

    assertThat(browser.text("document.getElementById('reading').textContent"))
        .matches("2026-11-\\d\\d \\d\\d:00:00: .*");
    assertThat(browser.text("location.hash")).isEmpty();
  }
}
