package io.github.pgslowlog.report.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium with an empty profile. Nothing is downloaded: browser and driver are
 * Debian's.
 */
final class Chromium implements AutoCloseable {
  private static final List<Path> BROWSERS =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
  private static final List<Path> DRIVERS =
      List.of(Path.of("/usr/bin/chromedriver"), Path.of("/usr/lib/chromium-browser/chromedriver"));

  /** Logging settings are given to the logger that has them; a weak reference would lose it. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  Chromium(Path profile) {
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(Objects.requireNonNull(find(BROWSERS)).toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en-US",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(Objects.requireNonNull(find(DRIVERS)).toFile())
                .build(),
            options);
  }

  /** Whether it can be used; says so, loudly, if it cannot. */
  static boolean isInstalled() {
    if (find(BROWSERS) != null && find(DRIVERS) != null) {
      return true;
    }
    String line = "*".repeat(76);
    System.err.println(
        """
        %s
        * SKIPPED: the HTML report was NOT tested in a browser: no Chromium found.
        * On Debian: apt-get install chromium chromium-driver
        %s"""
            .formatted(line, line));
    return false;
  }

  private static @Nullable Path find(List<Path> places) {
    return places.stream().filter(Files::isExecutable).findFirst().orElse(null);
  }

  /** Opens a page with what it was asked to do before gone from the logs. */
  void open(Path page, String hash) {
    driver.get("about:blank");
    console();
    requests();
    driver.get(page.toUri() + hash);
  }

  @Nullable Object run(String script) {
    return driver.executeScript(script);
  }

  String text(String script) {
    return String.valueOf(driver.executeScript("return " + script));
  }

  long number(String script) {
    return ((Number) Objects.requireNonNull(driver.executeScript("return " + script))).longValue();
  }

  boolean isTrue(String script) {
    return Boolean.TRUE.equals(driver.executeScript("return " + script));
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  /** Waits until something is so; the page does what it does within a second. */
  void until(String condition) {
    Object met =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            const begin = Date.now();
            (function look() {
              if (%s) done(true);
              else if (Date.now() - begin > 20000) done(false);
              else setTimeout(look, 20);
            })();"""
                .formatted(condition));
    if (!Boolean.TRUE.equals(met)) {
      throw new AssertionError("never came true: " + condition);
    }
  }

  /** A window of another size. */
  void resize(int width, int height, boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  void allowClipboard() {
    driver.executeCdpCommand(
        "Browser.grantPermissions",
        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
  }

  String clipboard() {
    return String.valueOf(
        driver.executeAsyncScript(
            "const done = arguments[0]; window.focus();"
                + "navigator.clipboard.readText().then(done, e => done('failed: ' + e));"));
  }

  void withoutScripts(boolean disabled) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", disabled));
  }

  /** What was written to the console: errors, warnings, violations of the policy. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Addresses that were asked for, but the page itself and data in it. */
  List<String> requests() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> message.contains("\"Network.requestWillBeSent\""))
        .map(
            message ->
                message.replaceFirst("(?s).*?\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
        .filter(url -> !url.startsWith("data:"))
        .toList();
  }

  @Override
  public void close() throws IOException {
    driver.quit();
  }
}
