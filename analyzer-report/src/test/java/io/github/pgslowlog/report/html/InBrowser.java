package io.github.pgslowlog.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.report.ReportOptions;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the page in a real browser. */
abstract class InBrowser {
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
      chromium = null;
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

  static Path folder() {
    return Objects.requireNonNull(folder);
  }

  static Path page() {
    return Objects.requireNonNull(page);
  }

  static Chromium browser() {
    return Objects.requireNonNull(chromium);
  }

  static Path write(String name, Analysis analysis, ReportOptions options) throws IOException {
    Path file = folder().resolve(name);
    try (Writer out = Files.newBufferedWriter(file)) {
      HtmlReport.write(analysis, options, out);
    }
    return file;
  }

  static Chromium open(String hash) {
    browser().resize(1400, 1000, false);
    browser().open(page(), hash);
    return browser();
  }

  static String fingerprint(int rank) {
    return Objects.requireNonNull(sample)
        .queries()
        .get(rank - 1)
        .pattern()
        .fingerprint()
        .toString();
  }
}
