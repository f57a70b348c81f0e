package io.github.pgslowlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.source.StreamSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The time of the newest message. */
class NewestEntryTest {
  private static final String OLD =
      "2026-11-19 09:00:00.000 UTC [41] a@b LOG:  duration: 1.000 ms  statement: SELECT 1\n";
  private static final String NEW =
      "2026-11-20 09:00:00.000 UTC [41] a@b LOG:  duration: 1.000 ms  statement: SELECT 2\n";
  private static final Instant NEWEST = Instant.parse("2026-11-20T09:00:00Z");

  private @TempDir Path folder;
  private LogAnalyzer.Builder analyzer = LogAnalyzer.builder();

  @BeforeEach
  void startAnew() {
    analyzer = LogAnalyzer.builder();
  }

  @Test
  void itIsTheLastOfAPlainFile() throws IOException {
    file("a.log", OLD.repeat(9000) + NEW);

    assertThat(analyzer.build().newestEntry()).hasValue(NEWEST);
  }

  @Test
  void itMayStandFarBeforeTheEnd() throws IOException {
    file("a.log", OLD.repeat(100) + NEW.stripTrailing() + ("\n\t" + "x".repeat(90)).repeat(9000));

    assertThat(analyzer.build().newestEntry()).hasValue(NEWEST);
  }

  @Test
  void itStandsFirstWhereTheNewestComesFirst() throws IOException {
    file("a.log", NEW + OLD.repeat(9000));

    assertThat(analyzer.build().newestEntry()).hasValue(NEWEST);
  }

  @Test
  void itNeedNotBeADuration() throws IOException {
    file(
        "a.log",
        OLD.repeat(9000) + "2026-11-20 09:00:00.000 UTC [1] LOG:  checkpoint starting: time\n");

    assertThat(analyzer.build().newestEntry()).hasValue(NEWEST);
  }

  @Test
  void itIsThatOfAnyOfSeveralLogs() throws IOException {
    file("b.log", NEW);
    file("a.log", OLD);
    analyzer.path(folder.resolve("missing.log"));

    assertThat(analyzer.build().newestEntry()).hasValue(NEWEST);
  }

  @Test
  void compressedLogsAreReadForIt() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write((OLD.repeat(9000) + NEW).getBytes(UTF_8));
    }
    Files.write(folder.resolve("a.log.gz"), bytes.toByteArray());

    assertThat(analyzer.path(folder.resolve("a.log.gz")).jobs(2).build().newestEntry())
        .hasValue(NEWEST);
  }

  @Test
  void itIsReadInTheZoneGiven() throws IOException {
    file("a.log", NEW.replace("UTC", "XYZ"));

    assertThat(analyzer.timeZone(ZoneId.of("Europe/Berlin")).build().newestEntry())
        .hasValue(NEWEST.minusSeconds(3600));
  }

  @Test
  void thereIsNoneInWhatIsNoLogAndInWhatPassesByOnce() throws IOException {
    file("a.log", "something else\n");
    analyzer.source(new StreamSource("-", new ByteArrayInputStream(NEW.getBytes(UTF_8))));

    assertThat(analyzer.build().newestEntry()).isEmpty();
  }

  private void file(String name, String content) throws IOException {
    analyzer.path(Files.writeString(folder.resolve(name), content));
  }
}
